"""Money in question: each dollar once, by desk and in total."""

from decimal import Decimal

import pytest

from plainbill.acting.report_writing import write_report
from plainbill.acting.writing import Grid
from plainbill.case import Case, read_as
from tests.acting.making import acted, cases, report_of, typed, words_of
from tests.checking.making import bill, decided, eob, line

ZERO = Decimal(0)


@pytest.mark.parametrize(
    ("name", "total", "desks"),
    [
        ("mixed-ed", "1528.00", {"clinician_or_coder": "48.00", "billing_office": "1528.00", "payer": "1480.00"}),
        ("mix-referral-and-dup", "410.00", {"billing_office": "410.00"}),
        ("full-charge-after-the-decision", "150.00", {"billing_office": "150.00"}),
        ("nsa-emergency-physicians", "1120.00", {"billing_office": "1120.00", "payer": "1120.00"}),
        ("mix-er-hospital-and-doctor", "430.00", {"billing_office": "430.00", "payer": "370.00"}),
        ("nsa-air-ambulance", "27900.00", {"billing_office": "27900.00", "payer": "27900.00"}),
        ("mixed-self-pay-three", "940.00", {"clinician_or_coder": "940.00"}),
        ("deductible-only", "0.00", {}),
    ],
)
def test_a_dollar_that_two_findings_question_counts_once(name: str, total: str, desks: dict[str, str]) -> None:
    amounts = report_of(name).amounts

    assert amounts.total == Decimal(total)
    assert {each.desk: f"{each.amount:.2f}" for each in amounts.by_desk} == desks


@pytest.mark.parametrize("name", sorted(cases()))
def test_parts_make_up_the_total_and_no_finding_is_left_out(name: str) -> None:
    report = report_of(name)
    asked = [finding.amount for finding in report.findings if finding.category != "info" and finding.amount]

    assert sum((each.amount - each.counted_before for each in report.amounts.by_desk), ZERO) == report.amounts.total
    assert max(asked, default=ZERO) <= report.amounts.total <= sum(asked, ZERO)
    assert all(ZERO <= each.counted_before <= each.amount for each in report.amounts.by_desk)


def test_what_nobody_confirmed_is_counted_apart() -> None:
    twice = bill(line("1"), line("2"), totals={"charges": "360.00", "balance_due": "360.00"})

    amounts = acted(read_as(Case, {"documents": [twice]}), doubtful=True).amounts

    assert (amounts.total, amounts.to_check) == (ZERO, Decimal("180.00"))


def test_two_bills_add_up() -> None:
    one = bill(line("1"), line("2"), totals={"charges": "360.00", "balance_due": "360.00"})
    two = {**one, "id": "two", "provider": {"name": "Elm Street Labs"}}
    two["lines"] = [line("1", code="80053", charge="40.00"), line("2", code="80053", charge="40.00")]
    two["totals"] = {"charges": "80.00", "balance_due": "80.00"}

    assert typed(one, two).amounts.total == Decimal("220.00")


def test_more_in_question_than_is_asked_is_explained() -> None:
    assert "Part of it is between the provider and your plan." in words_of(report_of("mixed-cold"), "report")
    assert "between the provider and your plan" not in words_of(report_of("mixed-ed"), "report")


def test_what_exceeds_the_plans_paper_holds_the_parts_that_others_name() -> None:
    twice = bill(line("1"), line("2"), totals={"charges": "360.00", "balance_due": "360.00"})

    report = typed(twice, eob(decided(status="paid")))

    found = {finding.kind: finding.amount for finding in report.findings if finding.category != "info"}
    assert found["balance-exceeds-eob"] == Decimal("330.00") and found["duplicate-line"] == Decimal("180.00")
    assert report.amounts.total == Decimal("330.00")


def test_what_a_bill_asks_beyond_the_share_holds_no_dollar_of_a_refused_part_of_it() -> None:
    sleep = {"code": "01400", "description": "Anesthesia", "charge": "960.00"}
    refused = decided("1", "PR-197 960.00", "0.00", patient_responsibility="960.00", status="denied", **sleep)
    asked = bill(line("1", **sleep), totals={"charges": "960.00", "balance_due": "1160.00"})

    amounts = typed(asked, eob(refused)).amounts

    found = {each.desk: (each.amount, each.counted_before) for each in amounts.by_desk}
    assert found == {"billing_office": (Decimal("200.00"), ZERO), "payer": (Decimal("960.00"), ZERO)}
    assert amounts.total == Decimal("1160.00")


def test_a_column_for_what_stands_in_two_rows_is_there_where_some_does() -> None:
    assert "Part of it that also stands in a row above" in words_of_heads("mix-er-hospital-and-doctor")
    assert "Part of it that also stands in a row above" not in words_of_heads("mix-referral-and-dup")


def words_of_heads(name: str) -> tuple[str, ...]:
    """The heads of the table of money in a report."""
    (grid,) = (each for each in write_report(report_of(name)).blocks if isinstance(each, Grid) and each.amounts)
    return grid.heads
