"""The sums of an EOB: each line, and the lines against the totals, however the paper shows its parts."""

from decimal import Decimal
from typing import Any

import pytest

from tests.checking.making import Written, checked, decided, eob, found, kinds, line

KIND = "arithmetic-error"


def off(*lines: Written, **fields: Any) -> Decimal | None:
    """By how much the sums of an EOB are off, None where they hold."""
    findings = [finding for finding in checked(eob(*lines, **fields)).findings if finding.kind == KIND]
    return findings[0].amount if findings else None


@pytest.mark.parametrize(
    ("codes", "paid", "amount"),
    [
        ("CO-45 70.00, PR-3 30.00", "80.00", None),
        ("CO-45 70.00, PR-3 30.00", "79.97", None),
        ("CO-45 70.00, PR-3 30.00", "79.96", "0.04"),
        ("CO-45 70.00, PR-3 30.00", "90.00", "10.00"),
        ("CR-45 70.00, PR-3 30.00", "90.00", None),
        ("CO-45 180.00", "0.00", None),
        ("CO-45 170.00", "0.00", "10.00"),
    ],
)
def test_charge_less_cuts_is_what_the_plan_paid(codes: str, paid: str, amount: str | None) -> None:
    assert off(decided(codes=codes, paid=paid)) == (Decimal(amount) if amount else None)


def test_a_line_of_nothing_is_held_to_its_sum_and_one_taken_back_is_not() -> None:
    free = decided(codes="CO-45 10.00", paid="0.00", charge="0.00")

    assert off(free) == Decimal("10.00")
    assert off({**free, "charge": "-5.00"}) is None


@pytest.mark.parametrize(
    ("columns", "holds"),
    [
        ({"patient_responsibility": "30.00"}, True),
        ({"copay": "20.00", "coinsurance": "10.00"}, True),
        ({"copay": "20.00", "coinsurance": "5.00", "not_covered": "5.00"}, True),
        ({"patient_responsibility": "20.00", "not_covered": "10.00"}, True),
        ({"not_covered": "30.00"}, True),
        ({"copay": "20.00"}, False),
    ],
)
def test_a_share_in_columns_counts_where_no_code_has_it(columns: Written, holds: bool) -> None:
    assert (off(decided(codes="CO-45 70.00", **columns)) is None) is holds


@pytest.mark.parametrize(
    ("printed", "amount"), [("30.00", None), ("30.03", None), ("30.04", "0.04"), ("25.00", "5.00")]
)
def test_the_share_is_what_its_codes_come_to(printed: str, amount: str | None) -> None:
    assert off(decided(patient_responsibility=printed)) == (Decimal(amount) if amount else None)


def test_a_share_without_what_is_not_covered_is_a_share_too() -> None:
    both = decided(codes="CO-45 50.00, PR-3 30.00, PR-96 20.00", patient_responsibility="30.00")

    assert off(both) is None


SHARED = {"deductible": "12.00", "copay": "10.00", "coinsurance": "8.00", "patient_responsibility": "30.00"}


@pytest.mark.parametrize(
    ("name", "right", "words"),
    [
        ("charges", "360.00", "charges"),
        ("plan_paid", "160.00", "payments of the plan"),
        ("patient_responsibility", "60.00", "patient shares"),
        ("deductible", "24.00", "deductibles"),
        ("copay", "20.00", "copays"),
        ("coinsurance", "16.00", "coinsurance amounts"),
    ],
)
def test_each_total_is_the_sum_of_its_column(name: str, right: str, words: str) -> None:
    lines = [decided(n, codes="CO-45 70.00", **SHARED) for n in ("1", "2")]

    assert off(*lines, totals={name: right}) is None
    finding = found(checked(eob(*lines, totals={name: "99.00"})), KIND)
    assert finding.amount == abs(Decimal(right) - Decimal("99.00"))
    assert f"The {words} on the lines come to ${right}" in finding.explanation
    assert finding.acts_first == "payer"


@pytest.mark.parametrize(
    ("name", "code", "total"),
    [
        ("patient_responsibility", "1", "45.00"),
        ("deductible", "1", "27.00"),
        ("coinsurance", "2", "23.00"),
        ("copay", "3", "25.00"),
        ("plan_paid", "1", "65.00"),
    ],
)
def test_what_stands_on_the_claim_may_be_in_the_totals_or_not(name: str, code: str, total: str) -> None:
    on_claim = [{"group": "PR", "reason": code, "amount": "15.00"}]
    one = decided(codes="CO-45 70.00", **SHARED)
    alone = {"plan_paid": "80.00", **SHARED}[name]

    for printed, is_right in ((total, True), (alone, True), ("99.99", False)):
        assert (off(one, totals={name: printed}, adjustments=on_claim) is None) is is_right


def test_a_cut_on_the_claim_that_is_not_the_patients_is_no_share() -> None:
    on_claim = [{"group": "CO", "reason": "45", "amount": "15.00"}]
    one = decided(codes="CO-45 70.00", **SHARED)

    assert off(one, totals={"patient_responsibility": "45.00"}, adjustments=on_claim) == Decimal("15.00")
    assert off(one, totals={"charges": "165.00"}, adjustments=on_claim) == Decimal("15.00")


def test_totals_of_two_claims_on_one_paper_are_not_judged() -> None:
    lines = [decided("1", claim_number="A"), decided("2", claim_number="B")]

    assert off(*lines, totals={"charges": "180.00"}) is None
    assert off(*[{**each, "claim_number": "A"} for each in lines], totals={"charges": "180.00"}) == Decimal("180.00")


def test_an_amount_that_was_not_read_leaves_only_a_total_below_the_others() -> None:
    lines = [decided("1"), {**line("2"), "charge": None}]

    assert off(*lines, totals={"charges": "500.00"}) is None
    assert off(*lines, totals={"charges": "170.00"}) == Decimal("10.00")


def test_an_eob_without_adjustments_is_not_judged_line_by_line() -> None:
    assert kinds(checked(eob({**line(), "plan_paid": "80.00", "patient_responsibility": "1.00"}))) == []


def test_a_cut_that_names_nobody_may_be_the_patients() -> None:
    cuts = [{"reason": "45", "amount": "70.00"}, {"group": "PR", "reason": "3", "amount": "30.00"}]

    assert off({**decided(patient_responsibility="100.00"), "adjustments": cuts}) is None


@pytest.mark.parametrize(
    ("fields", "amount"),
    [
        ({}, "50.00"),
        ({"coverage": {"rank": "secondary"}}, None),
        ({"text": "Allowed   Medicare paid   Trust paid"}, None),
        ({"text": "Medicare paid", "payer": {"name": "Medicare"}}, "50.00"),
    ],
)
def test_what_another_plan_paid_first_is_no_fault_of_the_plan(fields: dict[str, Any], amount: str | None) -> None:
    second = {**decided(paid="30.00"), "adjustments": [{"amount": "100.00"}], "charge": "180.00"}
    assert off(second, **fields) == (Decimal(amount) if amount else None)


def test_a_plan_that_pays_second_cannot_pay_more_than_was_left() -> None:
    second = {**decided(paid="90.00"), "adjustments": [{"amount": "100.00"}], "charge": "180.00"}
    assert off(second, coverage={"rank": "secondary"}) == Decimal("10.00")
