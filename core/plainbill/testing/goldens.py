"""Golden files: what is read and found on a sample, as it was when somebody looked at it."""

import json
from pathlib import Path

from plainbill.engine.engine import Engine
from plainbill.engine.refusals import NothingRead
from plainbill.plugins.records import SourceFile
from plainbill.testing.subject import GOLDEN


def golden_of(sample: Path) -> Path:
    """Return where the golden file of a sample lies."""
    return sample.with_name(f"{sample.stem}{GOLDEN}")


def told_of(sample: Path, engine: Engine) -> str:
    """Return what an engine reads and finds on a sample, as its golden file has it."""
    try:
        read = engine.read([SourceFile(name=sample.name, content=sample.read_bytes())])
    except NothingRead as nothing:
        problems = [problem.text for page in nothing.pages for problem in page.problems]
        return _written({"documents": [], "findings": [], "problems": problems})
    findings = [
        {"kind": each.kind, "lines": list(each.lines), "tables": [f"{use.name}: {use.entry}" for use in each.tables]}
        for each in engine.check(read).findings
    ]
    documents = [
        {key: value for key, value in document.model_dump(mode="json").items() if key != "text"}
        for document in read.case.documents
    ]
    problems = [problem.text for page in read.pages for problem in page.problems]
    return _written({"documents": documents, "findings": findings, "problems": problems})


def bless(sample: Path, engine: Engine) -> bool:
    """Write the golden file of a sample anew; return whether it changed."""
    told, file = told_of(sample, engine), golden_of(sample)
    if file.is_file() and file.read_text(encoding="utf-8") == told:
        return False
    file.write_text(told, encoding="utf-8")
    return True


def _written(record: object) -> str:
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"
