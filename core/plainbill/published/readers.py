"""Rows of each published table as they are kept; a row that is not what its heads promise is a fault with its line."""

from collections.abc import Iterator, Sequence

from plainbill.case import Fault, FaultyFile
from plainbill.published.cells import FOREVER, Codes, Days, Numbers, UnclearCell
from plainbill.published.layouts import Recognized
from plainbill.published.sheets import place

PairRow = tuple[str, str, int, int, int]
"""Column 1, column 2, first and last day, 1 where a modifier helps."""
LimitRow = tuple[str, int, int]
"""Code, units, 1 where they are counted by line and 0 where by day."""

MOST_FAULTS = 20
NOT_APPLICABLE = 9
"""The modifier indicator of an edit that was taken back on the day it began, and so was never in force."""


class Faults:
    """The faults of a file so far; it is refused with all of them, or when there are too many to read."""

    def __init__(self, member: str) -> None:
        self._member = member
        self._found: list[Fault] = []

    def add(self, line: int, message: str) -> None:
        """Note a fault.

        Raises:
            FaultyFile: it is one too many.
        """
        if len(self._found) == MOST_FAULTS:
            more = Fault(path=place(self._member), message="has more faults than these; download it again")
            raise FaultyFile((*self._found, more))
        self._found.append(Fault(path=place(self._member, line), message=f"{message}; correct it or download it again"))

    def refuse_if_any(self) -> None:
        """Refuse the file where there were faults.

        Raises:
            FaultyFile: there were.
        """
        if self._found:
            raise FaultyFile(tuple(self._found))


class PairReader:
    """Goes once through the rows of a table of pairs; edits that were never in force are counted and left out.

    `newest` is the latest day on which an edit of the table begins; `lowest` and `highest` are its first and its last
    pair, as codes are sorted. They are known when all rows were gone through.
    """

    def __init__(self, sheet: Recognized, faults: Faults) -> None:
        self.newest = 0
        self.never_in_force = 0
        self.lowest = ("", "")
        self.highest = ("", "")
        self._sheet = sheet
        self._faults = faults

    def rows(self) -> Iterator[PairRow]:
        """Return what is kept of each pair."""
        columns = self._sheet.columns
        at_one, at_two, at_begin = columns["one"], columns["two"], columns["begin"]
        at_end, at_modifier = columns["end"], columns["modifier"]
        codes, begins, ends, modifiers = Codes(), Days(), Days(FOREVER), Numbers("modifier indicator", {0, 1, 9})
        lowest, highest, newest = ("~", ""), ("", ""), 0
        # Millions of rows go through this loop: each cell is understood once and looked up from then on.
        for line, cells in self._sheet.rows:
            try:
                pair = codes[cells[at_one]], codes[cells[at_two]]
                begin, end, modifier = begins[cells[at_begin]], ends[cells[at_end]], modifiers[cells[at_modifier]]
            except (UnclearCell, IndexError) as error:
                note(error, line, cells, self._faults)
                continue
            lowest, highest = min(lowest, pair), max(highest, pair)
            newest = max(newest, begin)
            if modifier < NOT_APPLICABLE and begin <= end:
                yield *pair, begin, end, min(modifier, 1)
            else:
                self.never_in_force += 1
        self.newest = newest
        self.lowest, self.highest = lowest, highest


class LimitReader:
    """Goes once through the rows of a table of unit limits."""

    def __init__(self, sheet: Recognized, faults: Faults) -> None:
        self._sheet = sheet
        self._faults = faults

    def rows(self) -> Iterator[LimitRow]:
        """Return what is kept of each limit."""
        columns = self._sheet.columns
        at_code, at_units, at_by = columns["code"], columns["units"], columns["by"]
        # 1 is an edit of the claim line; 2 and 3 are edits of the day of service, by policy and by clinical sense.
        codes, units, indicators = (
            Codes(),
            Numbers("number of units", range(1_000_000)),
            Numbers("MUE indicator", {1, 2, 3}),
        )
        for line, cells in self._sheet.rows:
            try:
                yield codes[cells[at_code]], units[cells[at_units]], int(indicators[cells[at_by]] == 1)
            except (UnclearCell, IndexError) as error:
                note(error, line, cells, self._faults)


def note(
    error: UnclearCell | IndexError, line: int, cells: Sequence[str], faults: Faults, *, remarks: bool = True
) -> None:
    """Note a row that does not fit, unless it is blank or, where `remarks` may stand, one cell of several words."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    if not filled or (remarks and len(filled) == 1 and " " in filled[0]):
        return
    faults.add(line, str(error) if isinstance(error, UnclearCell) else "has fewer cells than the table has columns")
