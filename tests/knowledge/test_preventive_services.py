"""The tables of preventive care: known forms, one say for each code, day and plan, and Medicare's share."""

import datetime
from collections import defaultdict
from collections.abc import Iterator

import pytest

from plainbill.checking.prevention.lists import Entry, entry_of, is_preventive_reason, is_problem, medicare_share
from plainbill.knowledge.tables import read_table

FORMS = {"own", "by_diagnosis", "by_mark", "call_back", "diagnostic", "visit", "unlisted"}
ROWS = read_table("preventive_services")
DAY = datetime.date(2024, 5, 6)


def known(code: str, day: datetime.date | None = DAY, *, medicare: bool = False) -> Entry:
    entry = entry_of(code, day, medicare=medicare)
    assert entry is not None
    return entry


def _each(codes: str) -> Iterator[str]:
    for part in codes.split():
        first, _, last = part.partition("-")
        assert len(first) == 5 and len(last) in (0, 5)
        letter = "" if first[0].isdigit() else first[0]
        for number in range(int(first[len(letter) :]), int((last or first)[len(letter) :]) + 1):
            yield f"{letter}{number}"


def test_every_row_has_a_known_form_plan_and_sex() -> None:
    assert {row["form"] for row in ROWS} == FORMS
    assert {row["plans"] for row in ROWS} == {"all", "private", "medicare"}
    assert {row["sex"] for row in ROWS} <= {"", "F", "M"}


def test_forms_that_need_a_diagnosis_name_one() -> None:
    assert all(row["fits"] for row in ROWS if row["form"] in ("by_diagnosis", "by_mark", "call_back", "diagnostic"))


def test_no_row_says_again_what_another_says_for_the_same_plans_and_days() -> None:
    says: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for row in ROWS:
        for plan in ("private", "medicare") if row["plans"] == "all" else (row["plans"],):
            for code in _each(row["codes"]):
                says[(code, plan)].append((row["valid_from"], row["valid_to"]))

    for lives in says.values():
        lives.sort()
        assert all(one[1] and one[1] < other[0] for one, other in zip(lives, lives[1:], strict=False))


@pytest.mark.parametrize(
    ("code", "form"),
    [
        ("99396", "own"),
        ("99387", "own"),
        ("G0121", "own"),
        ("45378", "by_mark"),
        ("45382", "by_mark"),
        ("80061", "by_diagnosis"),
        ("90471", "by_diagnosis"),
        ("90460", "own"),
        ("99214", "visit"),
        ("82306", "unlisted"),
        ("77066", "diagnostic"),
        ("G0439", "own"),
        ("G0103", "unlisted"),
        ("D1206", "by_diagnosis"),
    ],
)
def test_what_a_code_is_for_a_private_plan(code: str, form: str) -> None:
    assert known(code).form == form


@pytest.mark.parametrize(
    ("code", "form"), [("G0439", "own"), ("99396", "unlisted"), ("G0103", "own"), ("99213", "visit")]
)
def test_medicare_has_a_list_of_its_own(code: str, form: str) -> None:
    assert known(code, medicare=True).form == form


@pytest.mark.parametrize("code", ["99388", "99390", "12001", "", "9938", "G0440"])
def test_a_code_that_the_table_does_not_have_is_none(code: str) -> None:
    assert entry_of(code, DAY, medicare=False) is None


@pytest.mark.parametrize(
    ("day", "form"), [("2025-12-29", "diagnostic"), ("2025-12-30", "call_back"), ("2026-08-01", "call_back")]
)
def test_the_second_look_is_free_from_the_day_of_the_rule(day: str, form: str) -> None:
    assert known("77066", datetime.date.fromisoformat(day)).form == form
    assert known("77066", datetime.date.fromisoformat(day), medicare=True).form == "diagnostic"


def test_without_a_day_only_rows_without_days_hold() -> None:
    assert entry_of("77066", None, medicare=False) is None
    assert known("99396", None).form == "own"


@pytest.mark.parametrize(
    ("code", "age", "sex", "is_outside"),
    [
        ("77067", 39, "F", True),
        ("77067", 40, "F", False),
        ("77067", 95, "F", False),
        ("77067", 50, "M", True),
        ("77067", None, "", False),
        ("71271", 80, "M", False),
        ("71271", 81, "M", True),
        ("83655", 6, "M", False),
        ("83655", 7, "M", True),
        ("99396", 5, "M", False),
    ],
)
def test_ages_are_held_in_and_what_is_unknown_is_not_outside(
    code: str, age: int | None, sex: str, is_outside: bool
) -> None:
    assert known(code).is_outside(age, sex) is is_outside


def test_a_diagnosis_fits_by_its_beginning() -> None:
    scope = known("45385")

    assert scope.has_fitting(("K62.5", "Z1211"))
    assert not scope.has_fitting(("K625",))
    assert not scope.has_fitting(())
    assert known("G0439", medicare=True).has_fitting(())
    assert not known("G0439", medicare=True).is_fitting("Z0000")


@pytest.mark.parametrize(
    ("code", "is_preventive", "is_an_illness"),
    [
        ("Z0000", True, False),
        ("Z1231", True, False),
        ("Z23", True, False),
        ("Z01419", True, False),
        ("Z0181", False, False),
        ("Z794", False, False),
        ("E119", False, True),
        ("R928", False, True),
        ("U071", False, True),
        ("V892XXA", False, False),
        ("W19", False, False),
        ("", False, False),
    ],
)
def test_reasons_to_prevent_and_illnesses(code: str, is_preventive: bool, is_an_illness: bool) -> None:
    assert (is_preventive_reason(code), is_problem(code)) == (is_preventive, is_an_illness)


@pytest.mark.parametrize(
    ("day", "percent"),
    [
        ("2022-12-31", 20),
        ("2023-01-01", 15),
        ("2026-12-31", 15),
        ("2027-01-01", 10),
        ("2029-12-31", 10),
        ("2030-01-01", 0),
        ("1990-01-01", 20),
    ],
)
def test_medicares_share_of_a_screening_that_finds_something(day: str, percent: int) -> None:
    share = medicare_share(datetime.date.fromisoformat(day))

    assert share is not None
    assert share.percent == percent


def test_without_a_day_no_share_of_medicare_holds() -> None:
    assert medicare_share(None) is None
