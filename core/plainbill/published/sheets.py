"""What every kind of file is read into: sheets of text cells, row by row, and how a file that cannot be is refused."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NoReturn

from plainbill.case import Fault, FaultyFile

Row = tuple[int, Sequence[str]]
"""The line or row in the file, counted from 1, and its cells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table as it stands in a file; `rows` can be gone through once.

    `member` is its name in a ZIP with its folders, "" where the file itself is the table. `unreadable` says why a
    member has no rows to offer, such as a picture beside the tables.
    """

    file: str
    member: str = ""
    rows: Iterator[Row] = iter(())
    unreadable: str = ""

    @property
    def name(self) -> str:
        """The member's name, else the file's."""
        return self.member or self.file


def place(member: str, line: int | None = None) -> str:
    """Return where a fault lies, as the path of a fault; `member` as in a sheet."""
    parts = [member] if member else []
    parts += [f"line {line}"] if line is not None else []
    return ", ".join(parts) or "$"


def refuse(where: str, message: str) -> NoReturn:
    """Refuse a file for one fault.

    Raises:
        FaultyFile: always.
    """
    raise FaultyFile((Fault(path=where, message=message),))
