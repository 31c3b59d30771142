"""`plainbill check`: what it takes, what it refuses, and that it needs nothing heavy."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from plainbill.case import CheckResult, parse_json, read_as
from tests.cli.running import CommandLine

BILL = {
    "id": "bill",
    "kind": "bill",
    "provider": {"name": "Larkspur Clinic"},
    "lines": [
        {"id": "1", "service_date": "2024-05-01", "code": "99213", "charge": "160.00"},
        {"id": "2", "service_date": "2024-05-01", "code": "87880", "charge": "40.00"},
    ],
    "totals": {"charges": "230.00", "balance_due": "230.00"},
}
HEAVY = {
    "cv2",
    "litellm",
    "numpy",
    "onnxruntime",
    "openvino",
    "PIL",
    "pytesseract",
    "rapidocr",
    "spacy",
    "sqlalchemy",
    "streamlit",
}


def written(folder: Path, value: object) -> Path:
    path = folder / "case.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    return path


def test_a_case_yields_findings_and_gaps(plainbill: CommandLine, tmp_path: Path) -> None:
    ended = plainbill("check", written(tmp_path, {"documents": [BILL]}), "--json")
    result = read_as(CheckResult, parse_json(ended.out.encode()))
    assert ended.status == 0
    assert [(finding.kind, str(finding.amount)) for finding in result.findings] == [("arithmetic-error", "30.00")]


def test_what_read_printed_says_check_the_photo_where_nothing_confirms_a_value(
    plainbill: CommandLine, tmp_path: Path
) -> None:
    source = {"page": 0, "box": [10, 20, 90, 40], "text": "230.00", "confidence": 0.9, "confirmed_by": []}
    pages = [{"file": "bill.jpg", "page": 1, "document": "bill", "width": 100, "height": 100}]
    read = {"case": {"documents": [BILL]}, "sources": {"documents[0].totals.charges": source}, "pages": pages}
    result = read_as(CheckResult, parse_json(plainbill("check", written(tmp_path, read), "--json").out.encode()))
    (finding,) = [finding for finding in result.findings if finding.kind == "arithmetic-error"]
    assert finding.reading == "check_photo"
    assert (10, 20, 90, 40) in [fact.box for fact in finding.evidence]


def test_every_fault_of_a_case_is_a_line_with_its_path(plainbill: CommandLine, tmp_path: Path) -> None:
    path = written(tmp_path, {"documents": [{**BILL, "due_date": "2024-02-30", "members": 2}]})
    ended = plainbill("check", path, "--json")
    assert (ended.status, ended.out) == (1, "")
    lines = ended.err.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith(f"{path}: documents[0].due_date: 2024-02-30 does not exist")
    assert lines[1].startswith(f"{path}: documents[0].members: ")


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n", b"[]", b"{}", b'{"case": {}}'])
def test_what_is_no_case_is_refused(plainbill: CommandLine, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "case.json"
    path.write_bytes(content)
    ended = plainbill("check", path)
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith(f"{path}: ")


def test_a_person_at_a_terminal_reads_sentences(plainbill: CommandLine, tmp_path: Path) -> None:
    ended = plainbill("check", written(tmp_path, {"documents": [BILL]}))
    assert "1 thing worth a question" in ended.out
    assert "Ask the billing office" in ended.out


def test_a_day_that_is_none_is_wrong_usage(plainbill: CommandLine, tmp_path: Path) -> None:
    assert plainbill("check", written(tmp_path, {"documents": [BILL]}), "--today", "2024-02-30").status == 2


def test_checking_imports_nothing_heavy(tmp_path: Path) -> None:
    code = (
        "import sys; sys.argv = ['plainbill', 'check', sys.argv[1], '--json']\n"
        "from plainbill.cli import main\n"
        "try: main()\n"
        "finally: print(sorted(name for name in sys.modules if '.' not in name), file=sys.stderr)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(written(tmp_path, {"documents": [BILL]}))],
        capture_output=True,
        text=True,
        check=True,
    )
    assert not HEAVY & set(json.loads(run.stderr.splitlines()[-1].replace("'", '"')))
