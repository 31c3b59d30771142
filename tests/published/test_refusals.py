"""What cannot be imported is refused with what is wrong and what to do, and leaves what was imported as it was."""

import datetime
import io
import os
import sqlite3
import zipfile
from pathlib import Path

import pytest

from plainbill.case import FaultyFile
from plainbill.published import archives
from plainbill.published.importing import import_file
from plainbill.published.records import Hints
from tests.published.conftest import Import, Open
from tests.published.making import (
    LIMIT_NAME,
    PAIR_NAME,
    code_records,
    commas,
    limit_lines,
    pair_lines,
    tabbed,
    workbook,
    zipped,
)

PAIRS_ZIP = zipped({f"{PAIR_NAME}.txt": tabbed(pair_lines())})
QUARTER = datetime.date(2026, 10, 1)


def encrypted() -> bytes:
    content = bytearray(PAIRS_ZIP)
    for mark, place in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        content[content.index(mark) + place] |= 1
    return bytes(content)


def flipped() -> bytes:
    content = bytearray(PAIRS_ZIP)
    content[60] ^= 0xFF
    return bytes(content)


NOT_TABLES = {
    "an empty file": (b"", "is empty"),
    "white space": (b" \r\n\r\n", "is empty"),
    "an empty ZIP": (zipped({}), "empty ZIP"),
    "a truncated ZIP": (PAIRS_ZIP[: len(PAIRS_ZIP) // 2], "damaged"),
    "a ZIP that ends after its magic": (b"PK\3\4", "damaged"),
    "a damaged ZIP": (flipped(), "damaged"),
    "an encrypted ZIP": (encrypted(), "encrypted"),
    "a ZIP without tables": (zipped({"notes.txt": b"words, words\n"}), "none of the heads"),
    "a ZIP within a ZIP": (zipped({"inner.zip": PAIRS_ZIP}), "none of the heads"),
    "a workbook without sheets": (workbook(), "no worksheet"),
    "a workbook with an empty sheet": (workbook([]), "none of the heads"),
    "a workbook of something else": (workbook([("Name", "Amount"), ("x", "1")]), "none of the heads"),
    "an old Excel file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old or password-protected"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "neither text nor"),
    "text of something else": (b"Dear reader,\nthese are no tables.\n", "none of the heads"),
    "a list of a quarter's changes": (
        b"Column 1,Column 2,Effective Date,Modifier\n20610,20550,20260101,1\n",
        "none of the heads",
    ),
    "heads without rows": (tabbed(pair_lines([])), "no row that holds"),
    "a line without end": (b"Column 1," * 200_000, "a million characters"),
    "a quote without end": (b'Column 1,Column 2\n"20610,20550\n', "does not end"),
}


@pytest.mark.parametrize("what", NOT_TABLES)
def test_what_is_no_table_is_refused_with_what_to_do(what: str, imported: Import, database: Path) -> None:
    content, why = NOT_TABLES[what]
    with pytest.raises(FaultyFile, match=why) as refused:
        imported("practitioner", content)

    assert all(";" in fault.message and "\n" not in fault.message for fault in refused.value.faults)
    assert not database.exists()


def test_unknown_heads_are_refused_with_the_heads_that_were_expected(imported: Import) -> None:
    with pytest.raises(FaultyFile, match=r"Column 1 \| Column 2 .* DME Supplier Services MUE Values .* ADD DT"):
        imported("other.csv", b"Code,Price\n20610,1\n")


def test_a_zip_that_unpacks_to_too_much_is_refused_unread(imported: Import, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_BYTES", 100_000)

    with pytest.raises(FaultyFile, match="gibibyte"):
        imported("bomb.zip", zipped({"ccipra-v323r0-f1.txt": b"0" * 200_000}))


def test_a_zip_whose_entries_lie_about_their_size_is_refused(imported: Import) -> None:
    content = bytearray(zipped({f"{PAIR_NAME}.txt": tabbed(pair_lines([])) + b"20610\t20550\r\n" * 50_000}))
    entry = content.rindex(b"PK\1\2")
    content[entry + 24 : entry + 28] = (400).to_bytes(4, "little")

    with pytest.raises(FaultyFile):
        imported("lying.zip", bytes(content))


def test_a_workbook_that_would_fill_the_memory_is_refused(imported: Import) -> None:
    good = zipfile.ZipFile(io.BytesIO(workbook(pair_lines())))
    members = {name: good.read(name) for name in good.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    members[sheet] = members[sheet].replace(b"<c>", b'<c r="XFD1048576">', 1)

    with pytest.raises(FaultyFile, match="far to the right"):
        imported(f"{PAIR_NAME}.xlsx", zipped(members))


def test_faulty_rows_are_all_named_with_their_lines(imported: Import) -> None:
    rows = [
        ("20610", "20550", "", "20260231", "*", "1", ""),
        ("20610", "not a code", "", "20260101", "*", "1", ""),
        ("20610", "20550", "", "20260101", "soon", "1", ""),
        ("20610", "20550", "", "20260101", "*", "7", ""),
        ("20610", "20550"),
        ("20610", "20550", "", "*", "*", "1", ""),
    ]
    with pytest.raises(FaultyFile) as refused:
        imported("pairs.zip", zipped({f"in/{PAIR_NAME}.txt": tabbed(pair_lines(rows))}))

    assert [fault.path for fault in refused.value.faults] == [
        f"in/{PAIR_NAME}.txt, line {line}" for line in (7, 8, 9, 10, 11, 12)
    ]
    assert refused.value.faults[0].message.startswith("'20260231' is no date;")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (f"{LIMIT_NAME}.csv", commas(limit_lines(limits=[("36415", "many", "3 Clinical", "")]))),
        (f"{LIMIT_NAME}.csv", commas(limit_lines(limits=[("36415", "2", "4 Unknown", "")]))),
        ("HCPC2026_OCT_ANWEB.txt", code_records([("A0021", "3", "x", "x", "20261301", "20260101", "")])),
        ("HCPC2026_OCT_ANWEB.txt", code_records() + b"A0021001009"),
        ("HCPC2026_OCT_ANWEB.txt", code_records() + b"B0021001004more words"),
    ],
    ids=["units", "indicator", "date", "record", "continuation"],
)
def test_a_faulty_row_of_limits_or_codes_is_refused(name: str, content: bytes, imported: Import) -> None:
    with pytest.raises(FaultyFile, match="line "):
        imported(name, content)


def test_of_very_many_faults_only_the_first_are_named(imported: Import) -> None:
    with pytest.raises(FaultyFile) as refused:
        imported(f"{PAIR_NAME}.txt", tabbed(pair_lines([("x y", "z", "", "a", "b", "c", "")] * 5000)))

    assert len(refused.value.faults) == 21
    assert "more faults" in refused.value.faults[-1].message


@pytest.mark.parametrize(
    ("name", "content", "hints", "told"),
    [
        ("edits.txt", tabbed(pair_lines()), Hints(), "--setting"),
        ("limits.csv", commas(limit_lines()), Hints(), "--valid-from"),
        ("limits.csv", commas(limit_lines()), Hints(valid_from=QUARTER, setting="equipment"), "leave --setting out"),
        (f"{PAIR_NAME}.txt", tabbed(pair_lines()), Hints(valid_from=datetime.date(2020, 1, 1)), "leave --valid-from"),
    ],
    ids=["no setting", "no edition", "another setting", "another edition"],
)
def test_a_file_that_tells_too_little_or_something_else_asks_for_help(
    name: str, content: bytes, hints: Hints, told: str, imported: Import
) -> None:
    with pytest.raises(FaultyFile, match=told):
        imported(name, content, hints)


def test_pairs_older_than_all_that_is_imported_are_refused(imported: Import, tables: Open) -> None:
    imported("ccipra-v323r0-f1.txt", tabbed(pair_lines()))

    with pytest.raises(FaultyFile, match="older than what is imported"):
        imported("ccipra-v313r0-f1.txt", tabbed(pair_lines()))
    assert [table.edition for table in tables().loaded()] == ["2026 Q4, version 32.3"]


def test_a_refused_file_leaves_what_was_imported_as_it_was(imported: Import, database: Path) -> None:
    imported(f"{PAIR_NAME}.txt", tabbed(pair_lines()))
    before = database.read_bytes()

    with pytest.raises(FaultyFile):
        imported("MCR_MUE_Eff_10-01-2026.csv", commas(limit_lines(limits=[("36415", "x", "3", "")])))
    assert database.read_bytes() == before
    assert sorted(path.name for path in database.parent.iterdir()) == ["tables.lock", "tables.sqlite"]


def test_a_database_of_something_else_is_not_written_over(imported: Import, database: Path) -> None:
    database.parent.mkdir()
    connection = sqlite3.connect(database)
    connection.execute("CREATE TABLE mine (x)")
    connection.execute("PRAGMA user_version=7")
    connection.close()
    before = database.read_bytes()

    with pytest.raises(FaultyFile, match="delete .*tables.sqlite"):
        imported(f"{PAIR_NAME}.txt", tabbed(pair_lines()))
    assert database.read_bytes() == before


def test_a_pipe_is_refused_and_not_waited_for(database: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(FaultyFile, match="save it as a file"):
        import_file(tmp_path / "pipe", database)


def test_a_folder_that_may_not_be_written_to_is_named(imported: Import, database: Path) -> None:
    database.parent.write_bytes(b"a file where the folder should be")

    with pytest.raises(FaultyFile, match="allow writing there"):
        imported(f"{PAIR_NAME}.txt", tabbed(pair_lines()))


@pytest.mark.parametrize("name", ["medicaid-ncci-2026q4-practitioner-ptp-edits.txt", "ptp-additions-practitioner.txt"])
def test_tables_that_are_others_by_their_names_are_refused(name: str, imported: Import, database: Path) -> None:
    with pytest.raises(FaultyFile, match="by its name"):
        imported(name, tabbed(pair_lines()))

    assert not database.exists()
