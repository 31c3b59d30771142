"""What is found, what acting starts from and what it writes, as one process hands it to another."""

import base64
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from plainbill.case import ExplainResult, read_as
from plainbill.engine.watching import FoundLine, FoundLines
from plainbill.plugins.exporting import ExportedFile

if TYPE_CHECKING:
    from plainbill.acting import Known


def read_found(written: Mapping[str, Any]) -> FoundLines:
    """Return the lines of a page as they were found."""
    return FoundLines(page=written["page"], lines=tuple(FoundLine(**line) for line in written["lines"]))


def written_known(known: "Known") -> object:
    """Return what acting starts from as JSON holds it."""
    result = ExplainResult(
        case=known.case,
        sources=dict(known.sources),
        pages=(),
        translations=known.translations,
        findings=known.findings,
        not_assessed=known.not_assessed,
    )
    return result.model_dump(mode="json")


def read_known(written: object) -> "Known":
    """Return what acting starts from as it was given."""
    from plainbill.acting import Known

    told = read_as(ExplainResult, written)
    return Known(
        case=told.case,
        findings=told.findings,
        not_assessed=told.not_assessed,
        translations=told.translations,
        sources=told.sources,
    )


def written_exports(files: Sequence[ExportedFile]) -> list[dict[str, str]]:
    """Return the files of a bundle as JSON holds them."""
    return [
        {
            "path": file.path,
            "media_type": file.media_type,
            "content": base64.b64encode(file.content).decode("ascii"),
        }
        for file in files
    ]


def read_exports(written: Sequence[Mapping[str, Any]]) -> tuple[ExportedFile, ...]:
    """Return the files of a bundle as they were made."""
    return tuple(
        ExportedFile(path=each["path"], media_type=each["media_type"], content=base64.b64decode(each["content"]))
        for each in written
    )
