"""missing-codes and vague-description."""

from decimal import Decimal

import pytest

from plainbill.case import PageReport, Problem
from plainbill.checking import check
from tests.checking.making import bill, case_of, checked, found, kinds, line


def test_a_bill_without_lines_asks_for_the_itemized_one() -> None:
    paper = {**bill(), "lines": [], "totals": {"balance_due": "620.00"}}

    assert kinds(checked(paper)) == ["missing-codes"]


@pytest.mark.parametrize("field", [{"code": "D1110"}, {"revenue_code": "0250"}, {"ndc": "00000-0000-01"}])
def test_one_code_of_any_kind_is_enough(field: dict[str, str]) -> None:
    assert "missing-codes" not in kinds(checked(bill(line(code=None), line("2", **{"code": None, **field}), totals={})))


def test_a_hospital_outpatient_bill_asks_for_the_ub04() -> None:
    assert "UB-04" in found(checked(bill(line(code=None), bill_type="0131", totals={})), "missing-codes").ask


def test_a_page_that_was_not_read_may_hold_the_codes() -> None:
    page = PageReport(
        file="a.jpg",
        page=1,
        document=None,
        width=10,
        height=10,
        problems=(Problem(kind="unreadable", text="Too dark."),),
    )

    assert kinds(check(case_of(bill(line(code=None), totals={})), pages=[page])) == []


def test_vague_lines_of_one_bill_are_one_finding() -> None:
    vague = [line(n, code=None, description="Miscellaneous", charge="5.00") for n in ("2", "3")]

    assert found(checked(bill(line(), *vague, totals={})), "vague-description").lines == ("bill:2", "bill:3")


@pytest.mark.parametrize(
    "quiet",
    [
        {"description": "Facility fee", "code": "99213"},
        {"description": "Facility fee", "charge": "0.00"},
        {"description": "Adjustment", "charge": "-20.00"},
        {"description": "Pharmacy", "revenue_code": "0250"},
        {"description": "Amoxicillin 500 mg"},
        {"description": "Miscellaneous", "ndc": "00000-0000-01"},
    ],
    ids=lambda quiet: " ".join(map(str, quiet.values())),
)
def test_a_line_that_says_enough_or_asks_nothing_is_not_vague(quiet: dict[str, object]) -> None:
    paper = bill(line(), line("2", **{"code": None, "charge": "20.00", **quiet}), totals={})

    assert "vague-description" not in kinds(checked(paper))


def test_a_charge_of_a_dollar_without_a_name_is_still_asked() -> None:
    paper = bill(line(), line("2", code=None, description="Miscellaneous", charge="1.00"), totals={})

    assert found(checked(paper), "vague-description").amount == Decimal("1.00")


def test_a_charge_without_words_and_code_is_vague() -> None:
    paper = bill(line(), line("2", code=None, description=None), totals={})

    finding = found(checked(paper), "vague-description")
    assert finding.lines == ("bill:2",)
    assert finding.title == "A charge has no words and no code"
