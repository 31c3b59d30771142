"""Self-pay bills beside the good-faith estimate of the same provider."""

import datetime
from decimal import Decimal
from typing import Any

import pytest

from plainbill.checking import check
from tests.checking.making import PLAN, PROVIDER, Written, bill, case_of, checked, found, kinds, line


def estimate(amount: str = "3100.00", **fields: Any) -> Written:
    quoted = {"provider": PROVIDER, "document_date": "2024-05-01", "totals": {"estimate": amount}}
    return {"id": "estimate", "kind": "estimate", **quoted, **fields}


def asks(amount: str = "3500.00", totals: Written | None = None, **fields: Any) -> Written:
    charges = {"charges": amount, "balance_due": amount}
    return bill(line(charge=amount, code="30520"), payer=None, totals=totals or charges, **fields)


@pytest.mark.parametrize(("amount", "is_above"), [("3499.99", False), ("3500.00", True), ("3850.00", True)])
def test_four_hundred_dollars_above_is_the_line(amount: str, is_above: bool) -> None:
    result = checked(asks(amount), estimate(), insured=False)

    assert kinds(result) == (["estimate-exceeded"] if is_above else [])
    if is_above:
        finding = found(result, "estimate-exceeded")
        assert finding.amount == Decimal(amount) - Decimal("3100.00")
        assert finding.documents == ("bill", "estimate")
        assert finding.tables[0].entry == "good-faith-estimate"


def test_what_is_asked_after_the_discount_and_before_payments_counts() -> None:
    discounted = {"charges": "4000.00", "adjustments": "700.00", "balance_due": "3300.00"}
    part_paid = {"charges": "4000.00", "patient_paid": "1000.00", "balance_due": "3000.00"}

    assert kinds(checked(asks("4000.00", discounted), estimate(), insured=False)) == []
    assert found(checked(asks("4000.00", part_paid), estimate(), insured=False), "estimate-exceeded").amount == Decimal(
        "900.00"
    )


def test_an_earlier_balance_is_no_part_of_the_care() -> None:
    totals = {"charges": "3300.00", "balance_due": "3600.00"}

    assert kinds(checked(asks("3300.00", totals, previous_balance="300.00"), estimate(), insured=False)) == []


def test_insured_people_are_not_under_this_rule() -> None:
    assert "estimate-exceeded" not in kinds(checked(asks(), estimate(), insured=True))
    assert "estimate-exceeded" not in kinds(checked(asks(), estimate(), insured=None))
    assert "estimate-exceeded" in kinds(checked({**asks(), "payer": {"name": "Self Pay"}}, estimate(), insured=None))
    assert "estimate-exceeded" not in kinds(checked({**asks(), "payer": PLAN}, estimate(), insured=None))


def test_the_estimate_of_another_provider_says_nothing() -> None:
    assert kinds(checked(asks(), estimate(provider={"name": "Elsewhere"}), insured=False)) == []


def test_an_estimate_from_after_the_care_is_none() -> None:
    assert kinds(checked(asks(), estimate(document_date="2024-05-07"), insured=False)) == []
    assert kinds(checked(asks(), estimate(document_date="2024-05-06"), insured=False)) == ["estimate-exceeded"]


def test_the_newer_of_two_estimates_for_one_service_counts() -> None:
    coded: Written = {"lines": [{"id": "1", "code": "30520", "charge": "3100.00"}]}
    older = estimate(**coded)
    newer = estimate("3400.00", id="newer", document_date="2024-05-03", lines=[{"id": "1", "code": "30520"}])

    assert kinds(checked(asks(), older, newer, insured=False)) == []


def test_estimates_for_two_services_add_up() -> None:
    first = estimate("3000.00", lines=[{"id": "1", "code": "30520"}])
    second = estimate("200.00", id="second", lines=[{"id": "1", "code": "31231"}])

    assert kinds(checked(asks(), first, second, insured=False)) == []
    assert found(checked(asks("3700.00"), first, second, insured=False), "estimate-exceeded").amount == Decimal(
        "500.00"
    )


def test_lines_of_other_providers_on_the_estimate_are_theirs() -> None:
    lines = [
        {"id": "1", "code": "30520", "charge": "3100.00"},
        {"id": "2", "code": "00160", "charge": "900.00", "rendering_provider": "Aster Quill"},
    ]

    assert kinds(checked(asks(), estimate("4000.00", lines=lines), insured=False)) == ["estimate-exceeded"]
    assert kinds(checked(asks(), estimate(totals=None, lines=lines), insured=False)) == ["estimate-exceeded"]


def test_two_bills_of_one_visit_are_held_against_the_estimate_together() -> None:
    other = {**asks("600.00"), "id": "other"}

    result = checked(asks("3000.00"), other, estimate(), insured=False)
    assert found(result, "estimate-exceeded").amount == Decimal("500.00")


@pytest.mark.parametrize(("day", "is_open"), [("2024-10-08", True), ("2024-10-09", False)])
def test_the_dispute_is_open_for_a_hundred_and_twenty_days_from_the_bill(day: str, is_open: bool) -> None:
    case = case_of(asks(), estimate(), insured=False)

    result = check(case, today=datetime.date.fromisoformat(day))
    assert ("estimate-exceeded" in kinds(result)) is is_open
    assert [gap.needs for gap in result.not_assessed if "estimate-exceeded" in gap.kinds] == ["date"] * (not is_open)


def test_without_the_day_a_gap_says_that_it_depends_on_it() -> None:
    result = checked(asks(), estimate(), insured=False)

    assert [gap.needs for gap in result.not_assessed if "estimate-exceeded" in gap.kinds] == ["date"]


def test_without_an_estimate_a_gap_asks_for_it() -> None:
    result = checked(asks(), insured=False)

    assert [gap.needs for gap in result.not_assessed] == ["estimate"]


def test_of_a_bill_without_a_date_nobody_knows_whether_its_window_is_over() -> None:
    case = case_of(asks("4000.00", document_date=None), estimate(document_date="2024-05-01"), insured=False)
    result = check(case, today=datetime.date(2026, 1, 1))

    assert kinds(result) == ["estimate-exceeded"]
    assert [gap.needs for gap in result.not_assessed if "estimate-exceeded" in gap.kinds] == ["date"]
