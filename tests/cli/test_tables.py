"""`plainbill tables`: what is listed, what an import prints, and which tables a check uses."""

import json
from pathlib import Path

import pytest

from plainbill.checking import check
from plainbill.knowledge.published import NOTHING_IMPORTED, PublishedTables
from plainbill.settings import published_tables_file
from tests.cli.running import CommandLine
from tests.published.making import PAIR_NAME, commas, limit_lines, pair_lines, tabbed, zipped

CASE = {"documents": [{"id": "bill", "kind": "bill", "lines": [{"id": "1", "charge": "1.00"}]}]}


@pytest.fixture(autouse=True)
def _user_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "user"))


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    path = tmp_path / f"{PAIR_NAME}.zip"
    path.write_bytes(zipped({f"{PAIR_NAME}.txt": tabbed(pair_lines()), "notes.txt": b"words\n"}))
    return path


def test_the_built_in_tables_are_listed_where_nothing_is_imported(plainbill: CommandLine) -> None:
    ended = plainbill("tables")
    listed = json.loads(plainbill("tables", "--json").out)

    assert (ended.status, ended.err) == (0, "")
    assert ended.out.startswith("No published table is imported.\nBuilt in:\n")
    assert listed["imported"] == []
    assert {"name": "adjustment_groups", "entries": 7} in listed["built_in"]


def test_an_import_prints_what_was_recognized_and_the_list_has_it(plainbill: CommandLine, pairs: Path) -> None:
    ended = plainbill("tables", "import", pairs)
    listed = json.loads(plainbill("tables", "--json").out)

    assert (ended.status, ended.err) == (0, "")
    assert ended.out.splitlines() == [
        f"NCCI pair edits, practitioner, 2026 Q4, version 32.3: 4 rows, from 2026-10-01, {PAIR_NAME}.txt",
        f"{pairs}: left out: {PAIR_NAME}.txt: 1 edit that was never in force",
        f"{pairs}: left out: notes.txt is none of the tables",
    ]
    assert listed["imported"] == [
        {
            "name": "NCCI pair edits",
            "setting": "practitioner",
            "edition": "2026 Q4, version 32.3",
            "valid_from": "2026-10-01",
            "valid_to": None,
            "rows": 4,
            "file": f"{PAIR_NAME}.txt",
        }
    ]
    assert plainbill("tables").out.startswith(f"Imported, in {published_tables_file()}:\n  NCCI pair edits, ")


def test_an_import_answers_in_json(plainbill: CommandLine, pairs: Path) -> None:
    told = json.loads(plainbill("tables", "import", pairs, "--json").out)

    assert [table["rows"] for table in told["imported"]] == [4]
    assert len(told["left_out"]) == 2


def test_files_that_cannot_be_imported_are_named_beside_those_that_were(
    plainbill: CommandLine, pairs: Path, tmp_path: Path
) -> None:
    (tmp_path / "other.csv").write_bytes(b"Name,Amount\n")

    ended = plainbill("tables", "import", tmp_path / "other.csv", pairs, tmp_path / "none.zip", tmp_path)

    assert ended.status == 0
    assert [line.split(": ")[1] for line in ended.err.splitlines()] == ["$"] * 3
    assert "Column 1 | Column 2" in ended.err.splitlines()[0]
    assert "NCCI pair edits" in ended.out


def test_where_nothing_could_be_imported_the_status_is_1_and_nothing_is_printed(
    plainbill: CommandLine, tmp_path: Path
) -> None:
    (tmp_path / "empty.zip").touch()

    ended = plainbill("tables", "import", tmp_path / "empty.zip", tmp_path / "a\0b")

    assert (ended.status, ended.out) == (1, "")
    assert [line.partition(": $: ")[0] for line in ended.err.splitlines()] == [
        str(tmp_path / "empty.zip"), str(tmp_path / "a\0b"),
    ]  # fmt: skip
    assert not published_tables_file().exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("tables", "import"),
        ("tables", "unknown"),
        ("tables", "import", "x.zip", "--valid-from", "soon"),
        ("tables", "import", "x.zip", "--setting", "dentist"),
        ("check", "case.json", "--tables", "all"),
        ("explain", "photo.jpg", "--tables", "imported"),
    ],
)
def test_wrong_usage_ends_with_status_2(arguments: tuple[str, ...], plainbill: CommandLine) -> None:
    ended = plainbill(*arguments)

    assert (ended.status, ended.out) == (2, "")


def test_the_options_tell_what_a_file_does_not(plainbill: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "limits.csv"
    path.write_bytes(commas(limit_lines("equipment")))

    ended = plainbill("tables", "import", path, "--valid-from", "2026-07-01", "--setting", "equipment")

    assert ended.out == (
        "NCCI unit limits (MUE), equipment, 2026 Q3: 3 rows, from 2026-07-01 to 2026-09-30, limits.csv\n"
    )


@pytest.fixture
def used(monkeypatch: pytest.MonkeyPatch) -> list[PublishedTables]:
    """The tables that each check was given, with the check's own work left as it is."""
    from plainbill import checking

    given: list[PublishedTables] = []

    def watched(*arguments: object, tables: PublishedTables, **others: object) -> object:
        given.append(tables)
        return check(*arguments, tables=tables, **others)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr(checking, "check", watched)
    return given


def test_a_check_uses_what_is_imported_unless_built_in_is_asked_for(
    plainbill: CommandLine, pairs: Path, tmp_path: Path, used: list[PublishedTables]
) -> None:
    case = tmp_path / "case.json"
    case.write_text(json.dumps(CASE), encoding="utf-8")
    plainbill("tables", "import", pairs)

    assert plainbill("check", case).status == 0
    assert plainbill("check", case, "--tables", "built-in").status == 0

    assert [tables is NOTHING_IMPORTED for tables in used] == [False, True]


def test_damaged_tables_stop_neither_a_check_nor_the_list(
    plainbill: CommandLine, tmp_path: Path, used: list[PublishedTables]
) -> None:
    case = tmp_path / "case.json"
    case.write_text(json.dumps(CASE), encoding="utf-8")
    published_tables_file().parent.mkdir(parents=True)
    published_tables_file().write_bytes(b"SQLite format 3\0 and no more")

    ended, listed = plainbill("check", case, "--json"), plainbill("tables")

    assert (ended.status, listed.status) == (0, 0)
    assert ended.err == listed.err
    assert ended.err.startswith(f"{published_tables_file()}: $: the imported tables cannot be read")
    assert ended.err.count("\n") == 1
    assert used == [NOTHING_IMPORTED]


def test_an_explanation_uses_what_is_imported(
    plainbill: CommandLine, pairs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from plainbill.engine import checking

    given: list[PublishedTables] = []

    def watched(*arguments: object, tables: PublishedTables, **others: object) -> object:
        given.append(tables)
        return check(*arguments, tables=tables, **others)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr(checking, "check", watched)
    page = tmp_path / "bill.txt"
    page.write_text("Larkspur Clinic\nStatement\nDate Code Description Charge\n05/01/2024 99213 Office visit $160.00\n")
    plainbill("tables", "import", pairs)

    ended = [plainbill("explain", page), plainbill("explain", page, "--tables", "built-in")]

    assert [each.status for each in ended] == [0, 0]
    assert [tables is NOTHING_IMPORTED for tables in given] == [False, True]
