"""Published ZIP files: their members, and why some are not opened: too large, encrypted, damaged."""

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from plainbill.case import FaultyFile
from plainbill.published.sheets import Row, Sheet, refuse
from plainbill.published.texts import text_rows
from plainbill.published.workbooks import look_through, workbook_rows

MOST_BYTES = 1 << 30
"""So much at most is unpacked of one file; the largest that CMS publishes has about a fifth of it."""

_MOST_MEMBERS = 1000
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, KeyError, NotImplementedError, OSError,
    OverflowError, RuntimeError, ValueError,
)  # fmt: skip
# Text is read faster than the same table as a workbook.
_PREFERRED = (".txt", ".csv", ".tsv", ".xlsx")


def archive_sheets(name: str, file: BinaryIO) -> Iterator[Sheet]:
    """Return the tables in a ZIP or XLSX file; each is to be gone through before the next is asked for.

    Of members that differ in their ending alone, which are one table in several forms, the quickest form is taken.

    Raises:
        FaultyFile: it is damaged, encrypted or unpacks to more than a gibibyte; here or when rows are gone through.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            members = _members(archive)
            if _is_workbook(members):
                _look_through(archive, members)
                yield from (Sheet(file=name, rows=rows) for rows in workbook_rows(file))
                return
            for member in _one_form_each(members):
                yield from _sheets_in(archive, member, name)
    except _DAMAGED:
        refuse("$", "is a damaged ZIP file; download it again")


def _members(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    members = [member for member in archive.infolist() if not member.is_dir()]
    if not members:
        refuse("$", "is an empty ZIP file; download it again")
    if any(member.flag_bits & 1 for member in members):
        refuse("$", "is an encrypted ZIP file; name the file as CMS publishes it, without a password")
    # Python unpacks no more of a member than its entry says, so that the entries can be believed here.
    if len(members) > _MOST_MEMBERS or sum(member.file_size for member in members) > MOST_BYTES:
        refuse("$", "unpacks to more than a gibibyte or a thousand files; name a file as CMS publishes it")
    return members


def _is_workbook(members: list[zipfile.ZipInfo]) -> bool:
    return any(member.filename == "xl/workbook.xml" for member in members)


def _look_through(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo], member: str = "") -> None:
    for part in parts:
        with archive.open(part) as packed:
            look_through(packed, member)


def _one_form_each(members: list[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    best: dict[str, zipfile.ZipInfo] = {}
    for member in members:
        path = PurePosixPath(member.filename)
        if path.name.startswith(".") or "__MACOSX" in path.parts:
            continue
        form = str(path.with_suffix("")).casefold()
        if form not in best or _rank(member) < _rank(best[form]):
            best[form] = member
    return list(best.values())


def _rank(member: zipfile.ZipInfo) -> int:
    suffix = PurePosixPath(member.filename).suffix.casefold()
    return _PREFERRED.index(suffix) if suffix in _PREFERRED else len(_PREFERRED)


def _sheets_in(archive: zipfile.ZipFile, member: zipfile.ZipInfo, file: str) -> Iterator[Sheet]:
    name = member.filename
    with archive.open(member) as packed:
        is_archive = packed.read(4) == b"PK\3\4"
    if is_archive:
        yield from _sheets_of_inner(io.BytesIO(archive.read(member)), name, file)
        return
    try:
        rows = text_rows(lambda: cast(BinaryIO, archive.open(member)), name)
    except FaultyFile as faulty:
        yield Sheet(file=file, member=name, unreadable=faulty.faults[0].message)
    else:
        yield Sheet(file=file, member=name, rows=_while_whole(rows))


def _sheets_of_inner(content: BinaryIO, name: str, file: str) -> Iterator[Sheet]:
    with zipfile.ZipFile(content) as inner:
        members = _members(inner)
        if not _is_workbook(members):
            yield Sheet(file=file, member=name, unreadable="is a ZIP within a ZIP; unpack it and name what is in it")
            return
        _look_through(inner, members, name)
    yield from (Sheet(file=file, member=name, rows=rows) for rows in workbook_rows(content, name))


def _while_whole(rows: Iterator[Row]) -> Iterator[Row]:
    try:
        yield from rows
    except _DAMAGED:
        refuse("$", "is a damaged ZIP file; download it again")
