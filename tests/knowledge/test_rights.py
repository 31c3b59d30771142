"""Rules of law: the one in force on a day, and the last day it gives."""

import datetime

import pytest

from plainbill.knowledge.rights import right

DAY = datetime.date


@pytest.mark.parametrize(
    ("name", "paper", "last"),
    [
        ("plan-appeal", DAY(2024, 5, 22), DAY(2024, 11, 18)),
        ("medicare-redetermination", DAY(2024, 5, 22), DAY(2024, 9, 24)),
        ("external-review", DAY(2024, 10, 31), DAY(2025, 2, 28)),
        ("medicare-timely-filing", DAY(2024, 2, 29), DAY(2025, 2, 28)),
    ],
)
def test_a_right_counts_to_its_last_day(name: str, paper: datetime.date, last: datetime.date) -> None:
    found = right(name, paper)

    assert found is not None
    assert found.last_day(paper) == last


def test_the_rule_in_force_on_the_day_of_the_paper_counts() -> None:
    older, newer = right("medicare-advantage-appeal", DAY(2024, 12, 31)), right("medicare-advantage-appeal", None)

    assert older is not None and newer is not None
    assert (older.days, newer.days) == (60, 65)


def test_no_rule_holds_before_its_first_day() -> None:
    assert right("good-faith-estimate", DAY(2021, 12, 31)) is None


def test_a_day_that_no_calendar_has_is_no_day() -> None:
    found = right("plan-appeal", None)

    assert found is not None
    assert found.last_day(datetime.date.max) is None
