"""No bytes make an import raise anything but its refusal, and every edit of a file is found again."""

import contextlib
import datetime
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from plainbill.case import FaultyFile
from plainbill.published.importing import import_file
from plainbill.published.lookups import open_tables
from plainbill.published.records import Hints
from tests.published.making import (
    PAIR_NAME,
    code_lines,
    code_records,
    commas,
    limit_lines,
    pair_lines,
    tabbed,
    workbook,
    zipped,
)

HINTS = Hints(valid_from=datetime.date(2026, 10, 1), setting="practitioner")
WHOLE = (
    tabbed(pair_lines()),
    commas(limit_lines()),
    code_records(),
    commas(code_lines()),
    workbook(limit_lines()),
    zipped({"a.txt": tabbed(pair_lines()), "b.xlsx": workbook(code_lines())}),
)
CODES = st.text("0123456789ABCJ", min_size=5, max_size=5)
DAYS = st.dates(datetime.date(1996, 1, 1), datetime.date(2026, 12, 31))


def try_to_import(content: bytes, name: str = "a file") -> None:
    with tempfile.TemporaryDirectory() as folder, contextlib.suppress(FaultyFile):
        (Path(folder) / name).write_bytes(content)
        import_file(Path(folder) / name, Path(folder) / "tables.sqlite", HINTS)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([b"", b"PK\3\4", b"\xff\xfe", b"\xef\xbb\xbf", *WHOLE[:3]]))
def test_noise_is_refused_or_read(noise: bytes, before: bytes) -> None:
    try_to_import(before + noise)


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(WHOLE), st.data())
def test_a_published_file_with_bytes_changed_or_lost_is_refused_or_read(whole: bytes, data: st.DataObject) -> None:
    content = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place : place + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=8))
        content = content or bytearray(b"x")
    try_to_import(bytes(content))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(CODES, CODES, DAYS, DAYS, st.sampled_from("01")), min_size=1, max_size=20), st.booleans())
def test_every_edit_is_found_on_its_first_and_its_last_day(
    edits: list[tuple[str, str, datetime.date, datetime.date, str]], as_workbook: bool
) -> None:
    rows = [(one, two, "", f"{min(a, b):%Y%m%d}", f"{max(a, b):%Y%m%d}", helps, "") for one, two, a, b, helps in edits]
    content = workbook(pair_lines(rows)) if as_workbook else tabbed(pair_lines(rows))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{PAIR_NAME}.x"
        path.write_bytes(content)
        import_file(path, Path(folder) / "tables.sqlite")
        tables = open_tables(Path(folder) / "tables.sqlite")
        for one, two, first, last, _ in edits:
            for day in (first, last):
                edit = tables.pair(two, one, day, "practitioner")
                assert edit and {edit.column_one, edit.column_two} == {one, two}
                assert edit.valid_from and edit.valid_to and edit.valid_from <= day <= edit.valid_to
        tables.close()
