"""The records of exporting: what an exporter writes, and the files that come of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plainbill.acting import Report, Writing
    from plainbill.acting.writing import WritingKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Exporter:
    """Writes a report, or single writings of it, in one format.

    `writes` are the kinds of writing that a bundle holds in this format; `write` turns any one writing into bytes.
    `export` turns the whole report into one file called `stem`, None where there is nothing to put in; it is left out
    where the format is for single writings. Both give the same bytes for the same argument. Text of the papers is
    plain text, whatever it looks like in the format. `suffix` begins with a dot.
    """

    name: str
    media_type: str
    suffix: str
    writes: tuple["WritingKind", ...] = ()
    write: "Callable[[Writing], bytes] | None" = None
    stem: str = "report"
    export: "Callable[[Report], bytes | None] | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedFile:
    """One file of a bundle: its path below the folder, with "/" between the parts, and its bytes."""

    path: str
    media_type: str
    content: bytes
