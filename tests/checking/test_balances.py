"""balance-exceeds-eob and contractual-amount-billed, and what holds them back."""

from decimal import Decimal

import pytest

from plainbill.checking import check
from tests.checking.making import Written, bill, case_of, checked, decided, eob, found, kinds, line


def asks(amount: str, **fields: object) -> Written:
    """A bill that shows no reductions and asks `amount`."""
    return bill(totals={"charges": "180.00", "balance_due": amount}, **fields)


def test_a_balance_above_the_share_without_a_reason_is_found_with_its_amount() -> None:
    finding = found(checked(asks("61.00"), eob()), "balance-exceeds-eob")

    assert finding.amount == Decimal("31.00")
    assert finding.documents == ("bill", "eob")


def test_a_balance_below_the_share_is_nothing() -> None:
    assert kinds(checked(asks("12.00"), eob())) == []


def test_what_was_paid_already_counts_towards_what_is_asked() -> None:
    totals = {
        "charges": "180.00",
        "adjustments": "70.00",
        "insurance_paid": "60.00",
        "patient_paid": "30.00",
        "balance_due": "20.00",
    }

    result = checked(bill(totals=totals), eob(decided(codes="CO-45 70.00, PR-3 30.00, OA-23 20.00", paid="60.00")))

    assert found(result, "balance-exceeds-eob").amount == Decimal("20.00")


def test_a_discount_that_was_not_taken_off_is_the_more_specific_reason() -> None:
    result = checked(asks("100.00"), eob())

    finding = found(result, "contractual-amount-billed")
    assert kinds(result) == ["contractual-amount-billed"]
    assert (finding.amount, finding.lines) == (Decimal("70.00"), ("bill:1", "eob:1"))
    assert "CO-45" in finding.explanation
    assert {use.name for use in finding.tables} == {"adjustment_groups", "adjustment_reasons"}


def bare(*codes: str, **figures: object) -> Written:
    adjustments = [dict(zip(("group", "reason"), code.split("-"), strict=True)) for code in codes]
    return {**decided(patient_responsibility="30.00"), "adjustments": adjustments, **figures}


def test_a_discount_printed_as_a_code_alone_is_what_the_line_leaves_for_it() -> None:
    finding = found(checked(asks("100.00"), eob(bare("CO-45", "PR-3"))), "contractual-amount-billed")

    assert finding.amount == Decimal("70.00")
    rests_on = {(entry.field, entry.value) for entry in finding.evidence if entry.document == "eob"}
    assert rests_on >= {("charge", "180.00"), ("plan_paid", "80.00"), ("patient_responsibility", "30.00")}


@pytest.mark.parametrize(
    "decision", [bare("CO-45", "CO-253", "PR-3"), bare("CO-45", "PR-3", plan_paid=None), bare("CO-45", charge=None)]
)
def test_a_code_is_left_no_amount_where_the_line_does_not_decide_it(decision: Written) -> None:
    assert "contractual-amount-billed" not in kinds(checked(asks("100.00"), eob(decision)))


def test_only_the_refused_line_is_named_where_its_amount_is_what_is_asked() -> None:
    refused = decided("2", code="85025", charge="20.00", codes="CO-29 20.00", paid="0.00")
    totals = {"charges": "200.00", "adjustments": "70.00", "insurance_paid": "80.00", "balance_due": "50.00"}

    result = checked(bill(line(), line("2", code="85025", charge="20.00"), totals=totals), eob(decided(), refused))

    assert found(result, "contractual-amount-billed").lines == ("bill:2", "eob:2")


@pytest.mark.parametrize(("group", "network", "is_asked"), [("PI-45", "in", True), ("PI-45", None, False)])
def test_a_cut_by_the_payer_alone_is_the_providers_only_in_network(
    group: str, network: str | None, is_asked: bool
) -> None:
    plan = eob(decided(codes=f"{group} 70.00, PR-3 30.00"), coverage={"network_status": network})

    assert ("contractual-amount-billed" in kinds(checked(asks("100.00"), plan))) is is_asked


@pytest.mark.parametrize(
    ("paper", "plan", "kind"),
    [
        (asks("100.00", document_date="2024-05-20"), eob(), "billed-before-adjudication"),
        (asks("100.00", insurance_pending=True), eob(), "billed-before-adjudication"),
        (asks("100.00"), eob(decided(remarks=[{"code": "N864"}])), "surprise-balance-bill"),
        (asks("100.00"), eob(decided(status="pending")), "payer-pending"),
    ],
    ids=["bill is older", "insurance pending", "no surprises rules", "not decided"],
)
def test_a_more_specific_reason_for_a_balance_speaks_alone(paper: Written, plan: Written, kind: str) -> None:
    assert kinds(checked(paper, plan)) == [kind]


def test_a_balance_outside_the_network_that_nothing_shows_to_be_protected_is_not_judged() -> None:
    result = checked(asks("100.00"), eob(coverage={"network_status": "out"}))

    assert kinds(result) == []
    assert {kind for gap in result.not_assessed for kind in gap.kinds} == {
        "balance-exceeds-eob",
        "surprise-balance-bill",
    }


def test_a_plan_payment_that_the_bill_does_not_show_explains_the_balance() -> None:
    totals = {"charges": "180.00", "adjustments": "70.00", "insurance_paid": "0.00", "balance_due": "110.00"}

    result = checked(bill(totals=totals), eob())

    assert kinds(result) == ["payment-not-posted"]
    assert found(result, "payment-not-posted").amount == Decimal("80.00")


def test_a_payment_that_only_the_patient_knows_of_explains_the_balance() -> None:
    result = checked(asks("45.00"), eob(), paid=[{"date": "2024-05-06", "amount": "15.00"}])

    assert kinds(result) == ["payment-not-posted"]
    assert found(result, "payment-not-posted").amount == Decimal("15.00")


def test_a_line_that_the_plan_never_saw_explains_the_balance() -> None:
    totals = {"charges": "205.00", "adjustments": "70.00", "insurance_paid": "80.00", "balance_due": "55.00"}

    result = checked(bill(line(), line("2", code="81003", charge="25.00"), totals=totals), eob())

    assert kinds(result) == ["not-billed-to-insurance"]
    assert found(result, "not-billed-to-insurance").lines == ("bill:2",)


def test_part_of_a_line_that_the_plan_never_saw_may_be_what_is_asked() -> None:
    totals = {"charges": "205.00", "adjustments": "83.00", "insurance_paid": "80.00", "balance_due": "42.00"}

    result = checked(bill(line(), line("2", code="81003", charge="25.00"), totals=totals), eob())

    assert kinds(result) == ["not-billed-to-insurance"]
    assert found(result, "not-billed-to-insurance").lines == ("bill:2",)


def second_plan(left: str) -> Written:
    """An EOB of a second plan that takes up the share of 30.00 and leaves `left`."""
    paid = str(Decimal("30.00") - Decimal(left))
    codes = f"OA-23 150.00, PR-3 {left}"
    return eob(
        decided(codes=codes, paid=paid), id="second", payer={"name": "Second Shore"}, processed_date="2024-06-02"
    )


def test_a_bill_of_what_the_second_plan_left_is_right() -> None:
    totals = {"charges": "180.00", "adjustments": "70.00", "insurance_paid": "105.00", "balance_due": "5.00"}

    assert kinds(checked(bill(totals=totals), eob(), second_plan("5.00"))) == []


def test_a_bill_beyond_what_the_second_plan_left_is_found() -> None:
    totals = {"charges": "180.00", "balance_due": "17.00"}

    result = checked(bill(totals=totals), eob(), second_plan("5.00"))

    assert found(result, "balance-exceeds-eob").amount == Decimal("12.00")


def test_the_discount_of_the_first_plan_holds_when_a_second_has_paid() -> None:
    totals = {"charges": "180.00", "adjustments": "0.00", "insurance_paid": "105.00", "balance_due": "75.00"}

    result = checked(bill(totals=totals), eob(), second_plan("5.00"))

    assert found(result, "contractual-amount-billed").amount == Decimal("70.00")


def test_an_earlier_balance_in_the_words_of_the_bill_explains_it() -> None:
    assert kinds(checked(asks("61.00", text="Previous balance 31.00\nPay this amount 61.00"), eob())) == []


def test_without_an_eob_the_gap_names_the_bill_and_what_the_eob_would_settle() -> None:
    (gap,) = checked(asks("61.00")).not_assessed

    assert (gap.needs, gap.document) == ("eob", "bill")
    assert set(gap.kinds) == {
        "balance-exceeds-eob",
        "contractual-amount-billed",
        "code-mismatch",
        "payment-not-posted",
        "billed-before-adjudication",
        "date-mismatch",
        "cost-share",
        "contractual-adjustment",
    }


def test_without_a_bill_the_gap_asks_for_it() -> None:
    (gap,) = checked(eob()).not_assessed

    assert (gap.needs, gap.document) == ("itemized_bill", "eob")


def test_an_eob_that_does_not_say_what_is_owed_proves_nothing() -> None:
    silent = decided(codes="", plan_paid=None, status="denied")

    result = checked(asks("61.00"), eob(silent))

    assert kinds(result) == ["denied-unspecified"]
    assert result.not_assessed[0].why == "The plan's paper does not say what you owe."


def test_money_the_plan_sent_to_the_member_is_owed_to_the_provider() -> None:
    sent = decided(codes="CO-45 70.00, PR-3 30.00, OA-100 80.00", paid="0.00")

    assert kinds(checked(asks("110.00"), eob(sent))) == []


def test_of_a_bill_and_its_reminder_only_the_reminder_is_judged() -> None:
    result = checked(asks("61.00", id="may"), asks("61.00", id="june", document_date="2024-07-01"), eob())

    assert found(result, "balance-exceeds-eob").documents == ("eob", "june")


def test_a_case_without_a_story_is_judged_like_any_other() -> None:
    case = case_of(asks("61.00"), eob()).but(story=None)

    assert kinds(check(case)) == ["balance-exceeds-eob"]


def test_a_bill_that_follows_a_replaced_decision_is_told_so() -> None:
    older = eob(
        decided(codes="CO-45 70.00, PR-1 60.00, PR-3 30.00", paid="20.00", patient_responsibility="90.00"), id="older"
    )
    newer = eob(claim_frequency="corrected", processed_date="2024-06-01")
    totals = {"charges": "180.00", "adjustments": "70.00", "insurance_paid": "20.00", "balance_due": "90.00"}

    result = checked(bill(totals=totals), older, newer)

    assert set(kinds(result)) == {"balance-exceeds-eob", "payment-not-posted"}
    assert "follows a decision" in found(result, "balance-exceeds-eob").title
    assert any(fact.document == "older" for fact in found(result, "balance-exceeds-eob").evidence)


@pytest.mark.parametrize(
    "older",
    [
        decided(codes="CO-45 70.00, PR-1 60.00", paid="50.00", patient_responsibility="60.00"),
        decided(codes="", paid="0.00"),
    ],
    ids=["another share", "no share"],
)
def test_a_bill_that_asks_something_else_than_the_replaced_decision_does_not_follow_it(older: Written) -> None:
    newer = eob(claim_frequency="corrected", processed_date="2024-06-01")

    finding = found(checked(asks("90.00"), eob(older, id="older"), newer), "balance-exceeds-eob")

    assert "follows a decision" not in finding.title
    assert "older" not in {fact.document for fact in finding.evidence}


def test_a_payment_that_the_patient_gives_no_day_for_leaves_the_balance_unjudged() -> None:
    result = checked(asks("45.00"), eob(), paid=[{"amount": "15.00"}])

    assert kinds(result) == []
    assert {gap.kinds: gap.needs for gap in result.not_assessed} == {
        ("balance-exceeds-eob",): "itemized_bill",
        ("payment-not-posted",): "date",
    }


@pytest.mark.parametrize(("network", "is_asked"), [("in", True), ("out", False), (None, False)])
def test_a_cut_by_the_payer_on_the_whole_claim_is_the_providers_only_in_network(
    network: str | None, is_asked: bool
) -> None:
    cut = [{"group": "PI", "reason": "45", "amount": "70.00"}]
    decision = decided(codes="PR-3 30.00", patient_responsibility="30.00")
    plan = eob(decision, adjustments=cut, coverage={"network_status": network})

    assert ("contractual-amount-billed" in kinds(checked(asks("100.00"), plan))) is is_asked


def test_a_balance_held_back_is_told_of_the_bill_and_not_of_the_plans_paper() -> None:
    gaps = checked(asks("100.00"), eob(coverage={"network_status": "out"})).not_assessed

    assert [gap.document for gap in gaps if gap.kinds == ("balance-exceeds-eob",)] == ["bill"]


def test_the_share_of_the_patient_among_the_reasons_of_a_bill_is_not_taken_off() -> None:
    reasons = [
        {"group": "CO", "reason": "45", "amount": "52.00"},
        {"group": "PR", "reason": "3", "amount": "25.00"},
    ]
    for asked, expected in (("25.00", []), ("45.00", ["arithmetic-error"])):
        paper = bill(
            line(charge="175.00", plan_paid="98.00", adjustments=reasons),
            totals={"charges": "175.00", "balance_due": asked},
        )
        assert kinds(checked(paper)) == expected
