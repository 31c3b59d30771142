"""Cells of the published tables: codes, days, modifier indicators, counts of units. A cell is understood once."""

import datetime
import re
from collections.abc import Container

FOREVER = datetime.date.max.toordinal()
"""The last day of what has no end, as a day number; days are kept as numbers, counted as `date.toordinal` does."""

_CODE = re.compile(r"[A-Z0-9]{5}", re.ASCII)
_DAYS = (
    re.compile(r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)", re.ASCII),
    re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)", re.ASCII),
    re.compile(r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})", re.ASCII),
)
_SHOWN = 20
_DIGITS = 10


class UnclearCell(Exception):
    """A cell that does not hold what its column should; the message says what it holds and what should stand there."""


class Codes(dict[str, str]):
    """Procedure codes by the cell they stand in."""

    def __missing__(self, cell: str) -> str:
        code = cell.strip().upper()
        if code.isdigit():
            # A spreadsheet drops the zeros in front of a code that it takes for a number.
            code = code.zfill(5)
        if not _CODE.fullmatch(code):
            raise UnclearCell(f"{shown(cell)} is no procedure code")
        self[cell] = code
        return code


class Days(dict[str, int]):
    """Day numbers by the cell they stand in; `empty` is what a blank or "*" stands for, None where a day must stand."""

    def __init__(self, empty: int | None = None) -> None:
        super().__init__()
        self._empty = empty

    def __missing__(self, cell: str) -> int:
        written = cell.strip()
        number = _day_number(written) if self._empty is None or written not in ("", "*") else self._empty
        self[cell] = number
        return number


class Numbers(dict[str, int]):
    """Whole numbers by the cell they stand in, or begin where words follow: "3 Date of Service Edit: Clinical"."""

    def __init__(self, name: str, allowed: Container[int]) -> None:
        super().__init__()
        self._name = name
        self._allowed = allowed

    def __missing__(self, cell: str) -> int:
        written = cell.strip().partition(" ")[0]
        number = int(written) if written.isascii() and written.isdigit() and len(written) < _DIGITS else -1
        if number not in self._allowed:
            raise UnclearCell(f"{shown(cell)} is no {self._name}")
        self[cell] = number
        return number


def _day_number(written: str) -> int:
    for form in _DAYS:
        match = form.fullmatch(written)
        if match:
            try:
                return datetime.date(int(match["year"]), int(match["month"]), int(match["day"])).toordinal()
            except ValueError:
                break
    raise UnclearCell(f"{shown(written)} is no date")


def shown(cell: str) -> str:
    """Return a cell as a message quotes it, short and on one line."""
    return repr(cell if len(cell) <= _SHOWN else f"{cell[:_SHOWN]}…")
