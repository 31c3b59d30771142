"""Rows of HCPCS Level II, from records of fixed width or from a spreadsheet; long descriptors go on over several."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from plainbill.published.cells import FOREVER, Days, UnclearCell, shown
from plainbill.published.layouts import Recognized
from plainbill.published.readers import Faults, note

CodeRow = tuple[str, str, int, int]
"""Code or modifier, descriptor, first day, 0 where it is not told, and last day."""

# Where the columns stand in a record, as CMS's own layout has it.
_WIDTHS = {
    "code": (0, 5),
    "record": (10, 11),
    "long": (11, 91),
    "short": (91, 119),
    "added": (268, 276),
    "changed": (276, 284),
    "ended": (284, 292),
}
_FIRST, _GOING_ON = {"3", "7"}, {"4", "8"}
_CODE = re.compile(r"[A-Z0-9]{5}|[A-Z0-9]{2}", re.ASCII)
# Descriptors of other codes belong to others: five digits and the like to the American Medical Association, D codes to
# the American Dental Association. They are not kept even where a file has them.
_OF_CMS = re.compile(r"[A-CE-Z][0-9]{4}|[A-Z][A-Z0-9]|[0-9][A-Z]", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    code: str
    long: str
    short: str
    begin: int
    end: int

    def kept(self) -> CodeRow:
        words = " ".join((self.long or self.short).split()) if _OF_CMS.fullmatch(self.code) else ""
        return self.code, words, self.begin, self.end


class CodeReader:
    """Goes once through the rows of HCPCS; `newest` is the latest day on which a code changed, known at the end."""

    def __init__(self, sheet: Recognized, faults: Faults) -> None:
        self.newest = 0
        self._sheet = sheet
        self._faults = faults
        self._begins, self._ends = Days(0), Days(FOREVER)

    def rows(self) -> Iterator[CodeRow]:
        """Return what is kept of each code or modifier."""
        entry: _Entry | None = None
        for line, cells in self._sheet.rows:
            try:
                record, begun = self._understood(cells)
            except (UnclearCell, IndexError) as error:
                note(error, line, cells, self._faults, remarks=bool(self._sheet.columns))
                continue
            if record in _GOING_ON:
                if entry is None or begun.code != entry.code:
                    self._faults.add(line, f"goes on with {begun.code}, which has not begun")
                else:
                    entry = replace(entry, long=f"{entry.long} {begun.long}")
                continue
            if entry:
                yield entry.kept()
            entry = begun
        if entry:
            yield entry.kept()

    def _understood(self, cells: Sequence[str]) -> tuple[str, _Entry]:
        by_name = self._cells(cells)
        code, record = by_name["code"].strip().upper(), by_name["record"].strip()
        if not _CODE.fullmatch(code):
            raise UnclearCell(f"{shown(by_name['code'])} is no HCPCS code")
        if record not in _FIRST | _GOING_ON:
            raise UnclearCell(f"{shown(record)} is no kind of record")
        goes_on = record in _GOING_ON
        entry = _Entry(
            code=code,
            long=by_name["long"].strip(),
            short=by_name["short"].strip(),
            begin=0 if goes_on else self._begins[by_name["added"]],
            end=FOREVER if goes_on else self._ends[by_name["ended"]],
        )
        self.newest = max(self.newest, 0 if goes_on else self._begins[by_name["changed"]])
        return record, entry

    def _cells(self, cells: Sequence[str]) -> dict[str, str]:
        columns = self._sheet.columns
        if columns:
            return {name: cells[at] for name, at in columns.items()}
        return {name: cells[0][start:end] for name, (start, end) in _WIDTHS.items()}
