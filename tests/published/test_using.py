"""Judging with imported tables where they are whole, and with the built-in ones alone where they are not."""

import datetime
from pathlib import Path

import pytest

from plainbill.knowledge.published import NOTHING_IMPORTED, PairEdit, PublishedTables
from plainbill.published import judge_with
from tests.published.conftest import Import
from tests.published.making import PAIR_NAME, many_pairs, pair_lines, tabbed

DAY = datetime.date(2026, 11, 2)


def found(tables: PublishedTables) -> PairEdit | None:
    tables.unit_limit("00000", DAY, "practitioner")
    tables.code("A0000")
    return tables.pair("20610", "20550", DAY, "practitioner")


def test_imported_tables_are_used(imported: Import, database: Path) -> None:
    imported(f"{PAIR_NAME}.txt", tabbed(pair_lines()))
    said: list[str] = []

    assert judge_with(database, found, said.append)
    assert said == []


def test_without_a_file_nothing_is_imported_and_nothing_said(database: Path) -> None:
    said: list[str] = []

    for file in (None, database):
        assert judge_with(file, lambda tables: tables is NOTHING_IMPORTED, said.append)
    assert said == []


@pytest.mark.parametrize("kept", [0, 10, 5000], ids=["empty", "a few bytes", "cut off"])
def test_a_damaged_file_is_said_once_and_judging_goes_on_without_it(
    kept: int, imported: Import, database: Path
) -> None:
    imported(f"{PAIR_NAME}.txt", tabbed(pair_lines([])) + "".join(many_pairs(2000, first=20000)).encode())
    database.write_bytes(database.read_bytes()[:kept])
    said: list[str] = []

    assert judge_with(database, found, said.append) is None
    assert [line.startswith(f"{database}: $: ") and ";" in line for line in said] == [True]


def test_a_folder_in_the_place_of_the_file_does_not_stop_judging(database: Path) -> None:
    database.mkdir(parents=True)
    said: list[str] = []

    assert judge_with(database, found, said.append) is None
    assert len(said) == 1


def test_damage_that_shows_in_the_middle_has_everything_judged_again(imported: Import, database: Path) -> None:
    imported(f"{PAIR_NAME}.txt", tabbed(pair_lines([])) + "".join(many_pairs(20_000, first=20000)).encode())
    content = bytearray(database.read_bytes())
    content[4096 * 6 :] = b"\xff" * (len(content) - 4096 * 6)
    database.write_bytes(content)
    said: list[str] = []
    seen: list[PublishedTables] = []

    def judge(tables: PublishedTables) -> int:
        seen.append(tables)
        return sum(tables.pair(f"{code:05d}", f"{code + 3:05d}", DAY, "practitioner") is None for code in
                   range(20000, 20100))  # fmt: skip

    assert judge_with(database, judge, said.append) == 100
    assert len(said) == 1
    assert seen[-1] is NOTHING_IMPORTED
