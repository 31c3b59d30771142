"""Which charges a paper takes back itself: those of the same name, day and amount."""

import pytest

from plainbill.checking.papers import Paper, lay_out
from tests.checking.making import Written, bill, case_of, line


def laid_out(*lines: Written) -> Paper:
    (paper,) = lay_out(case_of(bill(*lines)), {}, ()).of_kind("bill")
    return paper


def test_a_reversal_takes_back_the_line_of_its_name_and_not_another_of_its_amount() -> None:
    lines = [line("1", code="85025"), line("2"), line("3", code="85025", charge="-180.00")]

    assert [at.ref for at in laid_out(*lines).standing] == ["bill:2"]


def test_a_reversal_takes_back_the_charge_of_its_own_amount() -> None:
    lines = [line("1", charge="180.00"), line("2", charge="90.00"), line("3", charge="-180.00")]

    assert [at.ref for at in laid_out(*lines).standing] == ["bill:2"]


@pytest.mark.parametrize(
    ("other", "standing"),
    [
        ({"service_date": "2024-05-07"}, ["bill:1"]),
        ({"code": "85025"}, ["bill:1"]),
    ],
)
def test_a_reversal_takes_back_the_charge_of_its_own_day_and_code(other: Written, standing: list[str]) -> None:
    lines = [line("2", **other), line("1"), line("3", charge="-180.00", **other)]

    assert [at.ref for at in laid_out(*lines).standing] == standing
