"""Bills without a trace of the plan, lines that it never got, and bills from before its decision."""

from decimal import Decimal
from typing import Any

import pytest

from tests.checking.making import PLAN, PROVIDER, Written, bill, checked, decided, eob, found, kinds, line

FULL = {"charges": "180.00", "balance_due": "180.00"}
SHARE = {"charges": "180.00", "adjustments": "70.00", "insurance_paid": "80.00", "balance_due": "30.00"}
CARD = {"id": "card", "kind": "insurance_card", "payer": PLAN, "coverage": {"member_id": "HLH553201"}}


def bare(**fields: Any) -> Written:
    """A bill of the full charge that names no plan."""
    return bill(**{"payer": None, "totals": FULL, **fields})


def test_a_bill_of_an_insured_patient_that_names_no_plan_was_not_sent_to_one() -> None:
    finding = found(checked(bare()), "not-billed-to-insurance")

    assert (finding.amount, finding.documents, finding.confidence) == (Decimal("180.00"), ("bill",), "likely")


def test_a_card_says_insured_where_nobody_was_asked() -> None:
    result = checked(bare(), CARD, insured=None)

    assert found(result, "not-billed-to-insurance").confidence == "possible"
    assert kinds(checked(bare(), insured=None)) == []


@pytest.mark.parametrize(
    "fields",
    [
        {"payer": PLAN},
        {"coverage": {"member_id": "HLH553201"}},
        {"coverage": {"plan_name": "Gold"}},
        {"claim_number": "C-1001"},
        {"totals": {**FULL, "insurance_paid": "1.00", "balance_due": "179.00"}},
        {"payments": [{"kind": "insurance_payment", "amount": "0.00"}]},
        {"payments": [{"kind": "contractual_adjustment", "amount": "0.00"}]},
        {"lines": [line(plan_paid="10.00")]},
        {"totals": {"charges": "180.00", "balance_due": "0.00", "adjustments": "180.00"}},
        {"lines": []},
    ],
)
def test_any_trace_of_a_plan_or_nothing_asked_is_enough(fields: Written) -> None:
    assert "not-billed-to-insurance" not in kinds(checked(bare(**fields)))


@pytest.mark.parametrize("story", [{"insured": False}, {"insured": None}])
def test_nobody_without_insurance_is_told_so(story: dict[str, Any]) -> None:
    assert "not-billed-to-insurance" not in kinds(checked(bare(), **story))


def test_a_bill_that_says_self_pay_to_an_insured_patient_was_not_sent() -> None:
    assert kinds(checked(bare(payer={"name": "Self-Pay"}))) == ["not-billed-to-insurance"]
    assert "not-billed-to-insurance" not in kinds(checked(bare(payer={"name": "Self-Pay"}), CARD, insured=None))


def two(**fields: Any) -> Written:
    totals = {"charges": "205.00", "adjustments": "70.00", "insurance_paid": "80.00", "balance_due": "55.00"}
    return bill(line(), line("2", **{"code": "81003", "charge": "25.00", **fields}), totals=totals)


def test_a_line_that_the_eob_of_that_day_lacks_was_not_sent() -> None:
    finding = found(checked(two(), eob()), "not-billed-to-insurance")

    assert (finding.lines, finding.amount, finding.documents) == (("bill:2",), Decimal("25.00"), ("bill", "eob"))


@pytest.mark.parametrize("fields", [{"service_date": "2024-05-09"}, {"charge": "0.00"}])
def test_a_line_of_another_day_or_without_a_charge_proves_nothing(fields: Written) -> None:
    assert "not-billed-to-insurance" not in kinds(checked(two(**fields), eob()))


def test_lines_that_the_plan_decided_in_another_split_were_sent() -> None:
    other = decided("2", code="81001", charge="25.00", codes="CO-45 25.00", paid="0.00", allowed="0.00")

    assert "not-billed-to-insurance" not in kinds(checked(two(), eob(decided(), other)))


def test_a_line_printed_twice_is_a_copy_and_not_a_line_left_out() -> None:
    totals = {"charges": "360.00", "adjustments": "70.00", "insurance_paid": "80.00", "balance_due": "210.00"}

    assert kinds(checked(bill(line(), line("2"), totals=totals), eob())) == ["duplicate-line"]


def test_a_bill_that_says_that_insurance_is_pending_came_early() -> None:
    finding = found(checked(bill(totals=FULL, insurance_pending=True)), "billed-before-adjudication")

    assert (finding.amount, finding.confidence, finding.documents) == (Decimal("180.00"), "certain", ("bill",))


def test_a_pending_bill_that_asks_nothing_is_fine() -> None:
    nothing = {"charges": "180.00", "balance_due": "0.00"}

    assert kinds(checked(bill(totals=nothing, insurance_pending=True))) == []
    assert kinds(checked(bill(totals={"charges": "180.00"}, insurance_pending=True))) == ["billed-before-adjudication"]


@pytest.mark.parametrize(("day", "is_early"), [("2024-05-21", True), ("2024-05-22", False), ("2024-05-23", False)])
def test_a_bill_from_before_the_decision_that_asks_more_came_early(day: str, is_early: bool) -> None:
    result = checked(bill(totals=FULL, document_date=day), eob())

    assert ("billed-before-adjudication" in kinds(result)) is is_early
    assert (kinds(result) == ["billed-before-adjudication"]) is is_early


def test_an_early_bill_that_asks_the_share_is_fine() -> None:
    assert kinds(checked(bill(totals=SHARE, document_date="2024-05-10"), eob())) == []


def test_an_early_bill_whose_share_nobody_knows_came_early_where_it_shows_no_decision() -> None:
    silent = {**line(), "plan_paid": "80.00"}
    part = {**FULL, "insurance_paid": "20.00", "adjustments": "10.00", "balance_due": "150.00"}

    assert kinds(checked(bill(totals=FULL, document_date="2024-05-10"), eob(silent))) == ["billed-before-adjudication"]
    assert kinds(checked(bill(totals=part, document_date="2024-05-10"), eob(silent))) == []


def test_an_early_bill_that_shows_the_plans_discount_knows_of_a_decision() -> None:
    silent = {**line(), "plan_paid": "80.00"}
    reduced = {**FULL, "adjustments": "70.00", "balance_due": "110.00"}

    assert kinds(checked(bill(totals=reduced, document_date="2024-05-10"), eob(silent))) == []


def test_a_bill_that_is_early_and_misdated_is_both() -> None:
    other_day = {"service_date": "2024-05-07"}

    result = checked(bill(line(**other_day), totals=FULL, document_date="2024-05-10"), eob())

    assert set(kinds(result)) == {"billed-before-adjudication", "date-mismatch"}
    assert found(result, "billed-before-adjudication").documents == ("bill", "eob")


def test_the_provider_of_the_eob_has_to_be_that_of_the_bill() -> None:
    result = checked(bare(provider={"name": "Elsewhere"}), eob(provider=PROVIDER))

    assert kinds(result) == ["not-billed-to-insurance"]


def test_a_service_decided_under_two_claim_numbers_was_sent() -> None:
    totals = {"charges": "360.00", "adjustments": "140.00", "insurance_paid": "160.00", "balance_due": "60.00"}
    specimens = [line(str(n), code="88305") for n in (1, 2)]
    twice = [
        eob(decided(code="88305"), id=f"e{n}", claim_number=f"C-{n}", processed_date=f"2024-05-2{n}") for n in (1, 2)
    ]

    result = checked(bill(*specimens, totals=totals), *twice)

    assert kinds(result) == ["duplicate-line"]
    assert found(result, "duplicate-line").lines == ("bill:1", "bill:2")


def test_a_service_done_twice_and_marked_so_is_no_copy() -> None:
    totals = {"charges": "360.00", "adjustments": "140.00", "insurance_paid": "160.00", "balance_due": "60.00"}
    marked = [line("1", code="88305"), line("2", code="88305", modifiers=["59"])]
    twice = [
        eob(decided(code="88305"), id=f"e{n}", claim_number=f"C-{n}", processed_date=f"2024-05-2{n}") for n in (1, 2)
    ]

    assert "duplicate-line" not in kinds(checked(bill(*marked, totals=totals), *twice))


@pytest.mark.parametrize("words", ["Private Pay", "NO INSURANCE", "Self Pay Patient"])
def test_words_for_no_plan_in_the_place_of_a_plan_are_no_plan(words: str) -> None:
    assert kinds(checked(bare(payer={"name": words}))) == ["not-billed-to-insurance"]


def test_a_line_under_another_code_is_not_left_out_where_the_plan_got_as_much_as_was_billed() -> None:
    billed = bill(line(), line("2", code="71046", description="Picture", charge="50.00"), totals={})
    plan = eob(decided(), decided("2", "CO-45 50.00", "0.00", code="85025", description="Count", charge="60.00"))

    assert "not-billed-to-insurance" not in kinds(checked(billed, plan))
