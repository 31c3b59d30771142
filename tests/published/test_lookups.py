"""Look-ups answer by date of service, in either order of codes, and from the newest edition that speaks for a pair."""

import datetime

import pytest

from plainbill.published.records import Hints
from tests.published.conftest import Import, Open
from tests.published.making import CODES, code_records, commas, limit_lines, pair_lines, tabbed


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("on", "helps"),
    [
        ("2015-03-31", None),
        ("2015-04-01", False),
        ("2019-12-31", False),
        ("2020-01-01", None),
        ("2020-12-31", None),
        ("2021-01-01", True),
        ("2099-01-01", True),
    ],
)
def test_the_edit_in_force_on_the_day_is_found(on: str, helps: bool | None, imported: Import, tables: Open) -> None:
    imported("ccipra-v323r0-f1.txt", tabbed(pair_lines()))

    edit = tables().pair("20610", "J1030", day(on), "practitioner")
    assert (edit and edit.modifier_helps) == helps


def test_either_order_of_codes_finds_the_edit_and_says_which_is_not_paid(imported: Import, tables: Open) -> None:
    imported("ccipra-v323r0-f1.txt", tabbed(pair_lines()))

    opened = tables()
    edits = [
        opened.pair(*codes, day("2026-11-02"), "practitioner") for codes in (("20550", "20610"), ("20610", "20550"))
    ]
    assert edits[0] == edits[1]
    assert edits[0] and (edits[0].column_one, edits[0].column_two) == ("20610", "20550")
    assert edits[0].table == "NCCI pair edits, practitioner, 2026 Q4, version 32.3"
    assert edits[0].source.endswith("ccipra-v323r0-f1.txt")


def test_what_is_not_there_is_not_found(imported: Import, tables: Open) -> None:
    imported("ccipra-v323r0-f1.txt", tabbed(pair_lines()))

    opened = tables()
    assert opened.pair("20610", "20550", day("2026-11-02"), "outpatient_hospital") is None
    assert opened.pair("20610", "99999", day("2026-11-02"), "practitioner") is None
    assert opened.unit_limit("36415", day("2026-11-02"), "practitioner") is None
    assert opened.code("A0021") is None


def test_a_unit_limit_holds_in_the_quarter_of_its_edition_alone(imported: Import, tables: Open) -> None:
    imported("MCR_MUE_Eff_10-01-2026.csv", commas(limit_lines(limits=[("36415", "4", "3 Clinical", "")])))
    imported("MCR_MUE_Eff_04-01-2026.csv", commas(limit_lines(limits=[("36415", "2", "3 Clinical", "")])))

    opened = tables()
    days = {
        "2026-03-31": None, "2026-04-01": 2, "2026-06-30": 2, "2026-07-01": None,
        "2026-10-01": 4, "2026-12-31": 4, "2027-01-01": None,
    }  # fmt: skip
    found = {on: opened.unit_limit("36415", day(on), "practitioner") for on in days}
    assert {on: limit and limit.units for on, limit in found.items()} == days


def test_an_edition_imported_again_takes_its_own_place(imported: Import, tables: Open) -> None:
    for units in ("2", "5"):
        imported("MCR_MUE_Eff_10-01-2026.csv", commas(limit_lines(limits=[("36415", units, "3 Clinical", "")])))
        imported("ccipra-v323r0-f1.txt", tabbed(pair_lines()))
        imported("HCPC2026_OCT_ANWEB.txt", code_records())

    opened = tables()
    limit = opened.unit_limit("36415", day("2026-11-02"), "practitioner")
    assert limit and limit.units == 5
    assert [table.rows for table in opened.loaded()] == [1, 4, 3]


OLD = (("20610", "20550", "", "20090101", "*", "0", ""), ("20612", "20550", "", "20090101", "*", "0", ""))
NEW = (("20610", "20550", "", "20090101", "20260630", "0", ""), ("20615", "20550", "", "20260701", "*", "1", ""))


@pytest.mark.parametrize("order", [(1, 2), (2, 1)], ids=["older first", "newer first"])
def test_a_newer_edition_of_pairs_replaces_the_older_within_its_span(
    order: tuple[int, ...], imported: Import, tables: Open
) -> None:
    beyond = (*OLD, ("93000", "93005", "", "19960101", "*", "0", ""))
    files = {
        1: ("ccipra-v321r0-f1.txt", tabbed(pair_lines(beyond))),
        2: ("ccipra-v322r0-f1.txt", tabbed(pair_lines(NEW))),
    }
    for number in order:
        imported(*files[number])

    opened = tables()
    on = day("2026-08-01")
    assert opened.pair("20610", "20550", on, "practitioner") is None
    assert opened.pair("20612", "20550", on, "practitioner") is None
    assert opened.pair("20615", "20550", on, "practitioner")
    # The newer edition's next part is not imported yet; until then the older one speaks for what it will hold.
    assert opened.pair("93000", "93005", on, "practitioner")
    assert sorted(table.rows for table in opened.loaded()) == [1, 2]


def test_parts_of_one_edition_stand_beside_one_another(imported: Import, tables: Open) -> None:
    imported("ccipra-v323r0-f1.txt", tabbed(pair_lines([("20610", "20550", "", "20090101", "20151231", "0", "")])))
    imported("ccipra-v323r0-f2.txt", tabbed(pair_lines([("20610", "20550", "", "20160101", "*", "1", "")])))

    opened = tables()
    edits = [opened.pair("20610", "20550", day(on), "practitioner") for on in ("2010-05-05", "2020-05-05")]
    assert [edit and edit.modifier_helps for edit in edits] == [False, True]


def test_a_revised_part_takes_the_place_of_the_part_it_revises(imported: Import, tables: Open) -> None:
    imported("ccipra-v323r0-f1.txt", tabbed(pair_lines(OLD)))
    imported("ccipra-v323r1-f1.txt", tabbed(pair_lines(OLD[:1])))

    assert [table.file for table in tables().loaded()] == ["ccipra-v323r1-f1.txt"]


def test_where_a_file_has_a_pair_twice_the_milder_reading_holds(imported: Import, tables: Open) -> None:
    row = ("20610", "20550", "", "20090101", "*")
    imported("ccipra-v323r0-f1.txt", tabbed(pair_lines([(*row, "1", ""), (*row, "0", "")])))

    edit = tables().pair("20610", "20550", day("2026-11-02"), "practitioner")
    assert edit and edit.modifier_helps


def test_a_code_is_told_by_its_newest_edition_and_an_older_one_tells_what_that_lacks(
    imported: Import, tables: Open
) -> None:
    gone = ("C9999", "3", "Made-up thing that ended", "Thing", "20200101", "20200101", "20251231")
    newer = ("J1030", "3", "Made-up injection, reworded", "Inj", "19860101", "20261001", "")
    imported("HCPC2026_OCT_ANWEB.txt", code_records([newer]))
    imported("HCPC2025_OCT_ANWEB.txt", code_records([*CODES, gone]))

    opened = tables()
    reworded, ended = opened.code("J1030"), opened.code("C9999")
    assert reworded and reworded.descriptor == "Made-up injection, reworded"
    assert ended and ended.valid_to == day("2025-12-31")
    assert ended.table == "HCPCS Level II, 2025 Q4"


def test_a_part_that_was_renamed_takes_the_place_of_what_lies_in_its_span(imported: Import, tables: Open) -> None:
    imported("ccipra-v323r0-f1.txt", tabbed(pair_lines([("20610", "20550", "", "20090101", "*", "1", "")])))
    ended = tabbed(pair_lines([("20610", "20550", "", "20090101", "20260930", "1", "")]))
    imported("edits.txt", ended, Hints(setting="practitioner", valid_from=day("2026-10-01")))

    assert tables().pair("20610", "20550", day("2026-11-02"), "practitioner") is None
