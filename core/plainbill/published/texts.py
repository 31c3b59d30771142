"""Published text files: how they are encoded, and whether their rows are parted by tabs, by commas or by width."""

import codecs
import csv
import io
import itertools
import re
from collections.abc import Callable, Iterator
from typing import BinaryIO

from plainbill.published.sheets import Row, place, refuse

HEAD_LINES = 60
"""So many lines at most stand above the heads."""

_PEEKED_BYTES = 1 << 16
_LONGEST_LINE = 1 << 20
# The record of a HCPCS code or modifier: the code (a modifier stands in the last two of its five places), a sequence
# number, and what kind of record it is. CMS publishes the layout beside the file.
_HCPCS_RECORD = re.compile(r"(?:[A-Z][0-9]{4}|   [A-Z0-9]{2})[0-9]{5}[37]", re.ASCII)


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """Read a byte that is no UTF-8 as Windows writes it: CMS's text files have "®" and "’" in that encoding."""
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("plainbill-windows", _as_windows)


def text_rows(open_file: Callable[[], BinaryIO], member: str = "") -> Iterator[Row]:
    """Return the rows of a text file; `open_file` is called twice, and each file is closed when it was read.

    Raises:
        FaultyFile: it is empty or no text; when rows are gone through, its quotes do not close.
    """
    with open_file() as file:
        start = file.read(_PEEKED_BYTES)
    if not start.strip():
        refuse(place(member), "is empty; download it again")
    encoding = _encoding(start)
    if encoding is None:
        refuse(place(member), "is neither text nor a ZIP or XLSX file; name a file as CMS publishes it")
    return _rows(open_file, encoding, member)


def is_hcpcs_record(line: str) -> bool:
    """Tell whether a line begins like the first record of a HCPCS code or modifier in fixed width."""
    return bool(_HCPCS_RECORD.match(line))


def _encoding(start: bytes) -> str | None:
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return None if b"\0" in start else "utf-8-sig"


def _rows(open_file: Callable[[], BinaryIO], encoding: str, member: str) -> Iterator[Row]:
    # Kept as they stand, line ends can be told from those within a quoted cell.
    with open_file() as file, io.TextIOWrapper(file, encoding, "plainbill-windows", newline="") as text:
        lines = _lines(text, member)
        head = list(itertools.islice(lines, HEAD_LINES))
        lines = itertools.chain(head, lines)
        if any(is_hcpcs_record(line) for line in head):
            yield from ((number, (line.rstrip("\r\n"),)) for number, line in enumerate(lines, start=1))
            return
        delimiter = "\t" if any(line.count("\t") >= 3 for line in head) else ","
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        try:
            for cells in reader:
                yield reader.line_num, cells
        except csv.Error:
            refuse(place(member, reader.line_num), "has a quoted cell that does not end; download the file again")


def _lines(text: io.TextIOWrapper, member: str) -> Iterator[str]:
    try:
        while line := text.readline(_LONGEST_LINE):
            if len(line) == _LONGEST_LINE:
                refuse(place(member), "has a line of a million characters; name a file as CMS publishes it")
            yield line
    except UnicodeError:
        refuse(place(member), "is no text in an encoding that is known; save it as UTF-8")
