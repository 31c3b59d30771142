"""arithmetic-error: sums that do not hold, and sums that hold in a way of their own."""

from decimal import Decimal
from typing import Any

import pytest

from plainbill.case import PageReport, Problem
from plainbill.checking import check
from tests.checking.making import Written, bill, case_of, checked, decided, eob, found, kinds, line


def test_a_total_that_is_not_the_sum_of_the_lines_is_found() -> None:
    result = checked(bill(line(), line("2", code="85025", charge="20.00"), totals={"charges": "210.00"}))

    finding = found(result, "arithmetic-error")
    assert finding.amount == Decimal("10.00")
    assert {entry.value for entry in finding.evidence} >= {"180.00", "20.00", "210.00", "200.00"}


def test_one_wrong_total_that_breaks_two_sums_is_told_once() -> None:
    totals = {"charges": "200.00", "adjustments": "70.00", "insurance_paid": "80.00", "balance_due": "30.00"}

    assert kinds(checked(bill(totals=totals))) == ["arithmetic-error"]


def test_a_line_without_a_charge_leaves_the_sum_unjudged() -> None:
    result = checked(bill(line(), line("2", charge=None, code="85025"), totals={"charges": "210.00"}))

    assert kinds(result) == []


def test_a_cent_for_each_line_is_no_error() -> None:
    lines = [line(str(n), code=f"8502{n}", charge="33.33") for n in range(3)]

    assert kinds(checked(bill(*lines, totals={"charges": "100.00"}))) == []


@pytest.mark.parametrize(
    "problem", ["missing_page", "cut_edge", "unreadable", "no_text", "encrypted", "engine_unavailable"]
)
def test_a_page_that_may_hold_unread_lines_leaves_the_sum_unjudged_and_says_so(problem: Any) -> None:
    page = PageReport(
        file="a.jpg",
        page=1,
        document="bill",
        width=10,
        height=10,
        problems=(Problem(kind=problem, text="Lines may be missing."),),
    )
    result = check(case_of(bill(totals={"charges": "999.00"})), pages=[page])

    assert kinds(result) == []
    assert any(gap.kinds == ("arithmetic-error",) and gap.document == "bill" for gap in result.not_assessed)


@pytest.mark.parametrize(
    "parts",
    [
        {"previous_balance": "12.00"},
        {"fees": "12.00"},
        {"text": "Late charge\nFinance charge on past due amount $12.00\nPlease pay"},
        {"remarks": [{"text": "Your previous statement: 12.00"}]},
    ],
)
def test_a_balance_that_another_part_of_the_paper_explains_is_right(parts: dict[str, object]) -> None:
    totals = {"charges": "180.00", "adjustments": "70.00", "insurance_paid": "80.00", "balance_due": "42.00"}

    assert kinds(checked(bill(totals=totals, **parts))) == []


def test_a_lower_balance_is_right_where_the_paper_does_not_show_every_part() -> None:
    totals = {"charges": "180.00", "insurance_paid": "80.00", "balance_due": "30.00"}

    assert kinds(checked(bill(totals=totals))) == []


def test_a_lower_balance_is_an_error_where_every_part_is_shown() -> None:
    totals = {
        "charges": "180.00",
        "adjustments": "70.00",
        "insurance_paid": "80.00",
        "patient_paid": "0.00",
        "balance_due": "20.00",
    }

    assert found(checked(bill(totals=totals)), "arithmetic-error").amount == Decimal("10.00")


def test_an_eob_that_prints_the_share_beside_the_codes_adds_up() -> None:
    result = checked(eob(decided(codes="CO-45 70.00", paid="80.00", patient_responsibility="30.00", copay="30.00")))

    assert kinds(result) == []


@pytest.mark.parametrize(
    ("discount", "paid", "columns"),
    [
        ("96.40", "100.60", {"copay": "35.00", "patient_responsibility": "35.00"}),
        ("101.00", "0.00", {"deductible": "131.00", "patient_responsibility": "131.00"}),
        ("90.00", "100.00", {"not_covered": "10.00", "copay": "32.00", "patient_responsibility": "42.00"}),
    ],
)
def test_an_eob_with_a_discount_column_without_codes_adds_up(discount: str, paid: str, columns: dict[str, str]) -> None:
    shown = line(charge="232.00", plan_paid=paid, adjustments=[{"amount": discount}], **columns)

    assert kinds(checked({**eob(), "lines": [shown]})) == []


def test_a_discount_column_that_no_reading_of_the_columns_closes_is_found() -> None:
    shown = line(charge="232.00", plan_paid="90.00", copay="35.00", adjustments=[{"amount": "96.40"}])

    assert "arithmetic-error" in kinds(checked({**eob(), "lines": [shown]}))


def test_a_percentage_that_no_column_prints_may_be_the_patients() -> None:
    """A plan that prints "Paid at 80%" has no column for the other 20 %."""
    shown = line(
        charge="410.00", plan_paid="20.40", deductible="200.00", copay="0.00", adjustments=[{"amount": "184.50"}]
    )

    assert kinds(checked({**eob(), "lines": [shown]})) == []


def test_an_eob_total_below_its_lines_is_for_the_plan_to_correct() -> None:
    result = checked(eob(totals={"charges": "180.00", "plan_paid": "60.00"}))

    assert found(result, "arithmetic-error").acts_first == "payer"


def test_an_eob_total_above_lines_that_lack_an_amount_is_unjudged() -> None:
    result = checked(eob(decided(), decided("2", plan_paid=None), totals={"plan_paid": "160.00"}))

    assert kinds(result) == []


def test_reductions_on_the_whole_claim_count_in_the_totals() -> None:
    lines = [{**line(), "charge": "180.00"}]
    claim = [{"group": "CO", "reason": "45", "amount": "70.00"}, {"group": "PR", "reason": "1", "amount": "110.00"}]
    totals = {"charges": "180.00", "plan_paid": "0.00", "deductible": "110.00", "patient_responsibility": "110.00"}

    assert kinds(checked(eob(*lines, adjustments=claim, totals=totals))) == []


def test_sums_of_huge_amounts_lose_no_cent() -> None:
    lines = [line(str(n), code=f"8502{n}", charge="99999999999999999999.99") for n in range(2)]

    assert kinds(checked(bill(*lines, totals={"charges": "199999999999999999999.98"}))) == []
    assert kinds(checked(bill(*lines, totals={"charges": "199999999999999999999.95"}))) == ["arithmetic-error"]


def paid_rows(*rows: tuple[str, str]) -> list[Written]:
    return [{"kind": kind, "amount": amount} for kind, amount in rows]


@pytest.mark.parametrize(
    ("rows", "total", "is_found"),
    [
        ((("patient_payment", "30.00"), ("patient_payment", "15.00")), "30.00", True),
        ((("patient_payment", "30.00"),), "30.00", False),
        ((("patient_payment", "30.00"), ("refund", "10.00")), "20.00", False),
        ((("patient_payment", "30.00"), ("refund", "10.00")), "15.00", True),
        ((("patient_payment", "30.00"),), "45.00", False),
    ],
)
def test_listed_payments_are_all_in_their_total(rows: tuple[tuple[str, str], ...], total: str, is_found: bool) -> None:
    totals = {"patient_paid": total, "balance_due": "10.00"}
    paper = bill(line(charge=None), totals=totals, payments=paid_rows(*rows))

    result = checked(paper)
    assert ("arithmetic-error" in kinds(result)) is is_found


@pytest.mark.parametrize(
    ("kind", "total"),
    [
        ("insurance_payment", "insurance_paid"),
        ("contractual_adjustment", "adjustments"),
        ("discount", "adjustments"),
        ("patient_payment", "patient_paid"),
    ],
)
def test_a_payment_that_its_total_leaves_out_is_found(kind: str, total: str) -> None:
    rows = paid_rows((kind, "30.00"), (kind, "15.00"))

    finding = found(
        checked(bill(line(charge=None), totals={total: "30.00", "balance_due": "9.00"}, payments=rows)),
        "arithmetic-error",
    )
    assert finding.amount == Decimal("15.00")


@pytest.mark.parametrize(
    ("lines", "printed"), [([line()], "190.00"), ([line(), line("2", code="99999", charge="10.00")], "180.00")]
)
def test_a_late_fee_may_be_in_the_total_of_charges_or_beside_it(lines: list[Written], printed: str) -> None:
    assert "arithmetic-error" not in kinds(checked(bill(*lines, totals={"charges": printed}, fees="10.00")))


def test_a_late_fee_is_part_of_what_the_figures_come_to() -> None:
    totals = {
        "charges": "180.00",
        "adjustments": "70.00",
        "insurance_paid": "80.00",
        "patient_paid": "0.00",
        "balance_due": "90.00",
    }

    finding = found(checked(bill(totals=totals, fees="10.00")), "arithmetic-error")
    assert (finding.amount, "come to $40.00" in finding.explanation) == (Decimal("50.00"), True)


@pytest.mark.parametrize(
    ("fields", "totals"),
    [
        (
            {"lines": [line(patient_responsibility="30.00")]},
            {"charges": "180.00", "patient_paid": "10.00", "balance_due": "20.00"},
        ),
        (
            {"payments": paid_rows(("other", "12.00"), ("other", "8.00"))},
            {
                "charges": "180.00",
                "adjustments": "0.00",
                "insurance_paid": "0.00",
                "patient_paid": "0.00",
                "balance_due": "160.00",
            },
        ),
        (
            {"insurance_pending": True},
            {
                "charges": "180.00",
                "adjustments": "0.00",
                "insurance_paid": "0.00",
                "patient_paid": "0.00",
                "balance_due": "100.00",
            },
        ),
    ],
)
def test_a_balance_that_some_reading_of_the_parts_gives_is_right(fields: Written, totals: Written) -> None:
    assert "arithmetic-error" not in kinds(checked(bill(totals=totals, **fields)))


def test_a_total_that_leaves_out_a_credit_counts_a_charge_of_one_dollar() -> None:
    rows = (line(), line("2", code="A4550", charge="1.00"), line("3", code=None, description="Credit", charge="-20.00"))

    assert "arithmetic-error" not in kinds(checked(bill(*rows, totals={"charges": "181.00"})))
