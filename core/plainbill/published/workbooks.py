"""Published XLSX files: each worksheet as rows of text cells."""

import datetime
import re
from collections.abc import Iterator, Sequence
from typing import IO, BinaryIO

from plainbill.published.sheets import Row, place, refuse

Value = object
_MOST_SHEETS = 50
_LONGEST_REFERENCE = 32
# A cell beyond column BZ; the widest table ends at AV. The library makes room for every cell up to the farthest one, so
# that a single cell in the last corner of a sheet would ask for more memory than any machine has.
_FAR_CELL = re.compile(rb"""[\s"']r\s*=\s*["'](?:[A-Za-z]{3}|[C-Zc-z][A-Za-z])[A-Za-z]*[0-9]""")


def workbook_rows(file: BinaryIO, member: str = "") -> Iterator[Iterator[Row]]:
    """Return the rows of each worksheet of an XLSX file.

    Raises:
        FaultyFile: it is damaged or has no worksheet.
    """
    # Loads a compiled library that only a workbook needs.
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        file.seek(0)
        workbook = CalamineWorkbook.from_filelike(file)
        if not workbook.sheet_names:
            refuse(place(member), "has no worksheet; download it again")
        for index in range(min(len(workbook.sheet_names), _MOST_SHEETS)):
            sheet = workbook.get_sheet_by_index(index)
            if sheet.total_height:  # a new workbook has empty sheets beside the one that is used
                yield _rows(sheet.iter_rows())
    except (CalamineError, OSError, ValueError):
        refuse(place(member), "is a damaged XLSX file; download it again")


def look_through(packed: IO[bytes], member: str = "") -> None:
    """Read one part of an XLSX file to its end, before the library does, which believes what a workbook says of itself.

    Raises:
        FaultyFile: it has a cell farther to the right than any published table.
    """
    tail = b""
    while chunk := packed.read(1 << 20):
        if _FAR_CELL.search(tail + chunk):
            refuse(place(member), "has cells far to the right of any table; name a file as CMS publishes it")
        tail = chunk[-_LONGEST_REFERENCE:]


def _rows(values: Iterator[Sequence[Value]]) -> Iterator[Row]:
    return ((number, [_as_text(value) for value in row]) for number, row in enumerate(values, start=1))


def _as_text(value: Value) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, float):
        # Every number of a workbook is a float; codes, days and units are whole.
        return str(int(value)) if value.is_integer() else str(value)
    if isinstance(value, datetime.date):
        return value.strftime("%Y%m%d")
    return str(value)
