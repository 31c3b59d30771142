"""Payments that a bill does not show, and money that is left with the provider."""

from decimal import Decimal
from typing import Any

import pytest

from tests.checking.making import PROVIDER, Written, bill, checked, decided, eob, found, kinds, line

SHARE = {"charges": "180.00", "adjustments": "70.00", "insurance_paid": "80.00", "balance_due": "30.00"}
COPAY = {"date": "2024-05-06", "amount": "30.00", "description": "copay"}


def paid(row: Written = COPAY, *rows: Written) -> dict[str, Any]:
    return {"paid": [row, *rows]}


def test_a_copay_that_the_bill_does_not_show_is_found() -> None:
    finding = found(checked(bill(totals=SHARE), eob(), **paid()), "payment-not-posted")

    assert finding.amount == Decimal("30.00")
    assert finding.documents == ("bill",)
    assert ("story", "paid[0].amount", "30.00") in {(f.document, f.field, f.value) for f in finding.evidence}


@pytest.mark.parametrize("day", ["2024-06-10", "2024-05-01"])
def test_a_payment_counts_up_to_the_day_of_the_bill(day: str) -> None:
    assert kinds(checked(bill(totals=SHARE), eob(), **paid({**COPAY, "date": day}))) == ["payment-not-posted"]


@pytest.mark.parametrize("row", [{**COPAY, "date": "2024-06-11"}, {**COPAY, "date": None}, {**COPAY, "amount": "0.00"}])
def test_a_later_an_undated_and_an_empty_payment_do_not_count(row: Written) -> None:
    assert kinds(checked(bill(totals=SHARE), eob(), **paid(row))) == []


def test_without_a_date_a_gap_asks_for_it() -> None:
    result = checked(bill(totals=SHARE), eob(), **paid({**COPAY, "date": None}))

    assert [gap.needs for gap in result.not_assessed] == ["date"]
    assert result.not_assessed[0].kinds == ("payment-not-posted",)


@pytest.mark.parametrize(
    ("totals", "payments"),
    [
        ({**SHARE, "patient_paid": "30.00", "balance_due": "0.00"}, []),
        ({**SHARE, "patient_paid": "10.00"}, [{"kind": "patient_payment", "amount": "30.00"}]),
        (SHARE, [{"description": "Card", "amount": "30.00"}]),
        ({**SHARE, "patient_paid": "45.00", "balance_due": "15.00"}, []),
    ],
    ids=["in the total", "in the list", "in the list without a kind", "more than that in the total"],
)
def test_a_payment_that_the_bill_shows_is_posted(totals: Written, payments: list[Written]) -> None:
    result = checked(bill(totals=totals, payments=payments), eob(), **paid())

    assert "payment-not-posted" not in kinds(result)


def test_what_the_bill_counts_of_the_payments_is_taken_off() -> None:
    totals = {**SHARE, "patient_paid": "12.00", "balance_due": "18.00"}

    assert found(checked(bill(totals=totals), eob(), **paid()), "payment-not-posted").amount == Decimal("18.00")


def test_a_payment_that_the_balance_counts_without_listing_it_is_posted() -> None:
    totals = {"charges": "180.00", "adjustments": "70.00", "insurance_paid": "80.00", "balance_due": "10.00"}

    assert "payment-not-posted" not in kinds(checked(bill(totals=totals), **paid({**COPAY, "amount": "20.00"})))


def test_two_payments_of_one_amount_are_two() -> None:
    totals = {"charges": "180.00", "balance_due": "180.00"}

    result = checked(bill(totals=totals), **paid(COPAY, {**COPAY, "date": "2024-05-07"}), insured=False)

    assert found(result, "payment-not-posted").amount == Decimal("60.00")


def receipt(**fields: Any) -> Written:
    payment = {"date": "2024-05-06", "kind": "patient_payment", "amount": "30.00"}
    return {"id": "receipt", "kind": "other", "provider": PROVIDER, "payments": [payment], **fields}


def test_a_receipt_counts_like_a_payment_told() -> None:
    finding = found(checked(bill(totals=SHARE), eob(), receipt()), "payment-not-posted")

    assert finding.documents == ("bill", "receipt")


def test_one_payment_told_and_on_a_receipt_is_one() -> None:
    result = checked(bill(totals=SHARE), eob(), receipt(), **paid())

    assert found(result, "payment-not-posted").amount == Decimal("30.00")


def test_a_receipt_of_another_provider_says_nothing() -> None:
    assert kinds(checked(bill(totals=SHARE), eob(), receipt(provider={"name": "Elsewhere"}))) == []


def test_an_earlier_balance_may_hold_the_payment() -> None:
    totals = {**SHARE, "balance_due": "80.00"}

    assert kinds(checked(bill(totals=totals, previous_balance="50.00"), eob(), **paid())) == []


def test_among_two_bills_the_amount_tells_which_one_was_paid() -> None:
    other_totals = {"charges": "500.00", "balance_due": "500.00"}
    other = bill(line(code="71046", charge="500.00"), id="other", provider={"name": "Elsewhere"}, totals=other_totals)

    result = checked(bill(totals=SHARE), eob(), other, **paid())
    assert found(result, "payment-not-posted").documents == ("bill",)
    assert "payment-not-posted" not in kinds(
        checked(bill(totals=SHARE), eob(), other, **paid({**COPAY, "amount": "44.00"}))
    )


def test_the_plans_payment_counts_where_it_was_made_before_the_bill() -> None:
    totals = {"charges": "180.00", "adjustments": "70.00", "insurance_paid": "0.00", "balance_due": "110.00"}

    for day, kind in (
        ("2024-06-10", "payment-not-posted"),
        ("2024-06-11", "billed-before-adjudication"),
        (None, "balance-exceeds-eob"),
    ):
        assert kinds(checked(bill(totals=totals), eob(processed_date=day))) == [kind]


def test_a_part_of_the_plans_payment_that_is_missing_is_the_amount() -> None:
    totals = {"charges": "180.00", "adjustments": "70.00", "insurance_paid": "55.00", "balance_due": "55.00"}

    finding = found(checked(bill(totals=totals), eob()), "payment-not-posted")
    assert finding.amount == Decimal("25.00")
    assert finding.confidence == "certain"


def test_a_bill_of_the_full_charge_after_the_decision_leaves_out_payment_and_discount() -> None:
    totals = {"charges": "180.00", "adjustments": "0.00", "insurance_paid": "0.00", "balance_due": "180.00"}

    result = checked(bill(totals=totals), eob())

    assert {(f.kind, f.amount) for f in result.findings if f.category != "info"} == {
        ("payment-not-posted", Decimal("80.00")),
        ("contractual-amount-billed", Decimal("70.00")),
    }


def test_a_bill_that_asks_less_than_the_missing_payment_is_not_explained_by_it() -> None:
    totals = {"charges": "180.00", "balance_due": "72.50"}

    assert kinds(checked(bill(totals=totals), eob(decided(codes="CO-45 35.00", paid="145.00")))) == [
        "balance-exceeds-eob"
    ]


CREDIT = {**SHARE, "patient_paid": "60.00", "balance_due": "-30.00"}
TWICE = [{"kind": "patient_payment", "amount": "30.00", "date": day} for day in ("2024-05-06", "2024-06-01")]


def test_a_credit_that_the_bill_prints_is_found() -> None:
    finding = found(checked(bill(totals=CREDIT, payments=TWICE), eob()), "credit-balance")

    assert (finding.amount, finding.confidence) == (Decimal("30.00"), "certain")
    assert kinds(checked(bill(totals=CREDIT, payments=TWICE), eob())) == ["credit-balance"]


@pytest.mark.parametrize(
    "fields",
    [
        {"payments": [*TWICE, {"kind": "refund", "amount": "30.00"}]},
        {"payments": TWICE, "text": "Your credit of $30.00 was refunded on June 12."},
    ],
)
def test_a_credit_that_was_sent_back_is_none(fields: Written) -> None:
    assert "credit-balance" not in kinds(checked(bill(totals=CREDIT, **fields), eob()))


def test_a_refund_that_left_a_credit_leaves_one() -> None:
    rows = [*TWICE, {"kind": "refund", "amount": "10.00"}]

    assert found(
        checked(bill(totals={**CREDIT, "balance_due": "-20.00"}, payments=rows), eob()), "credit-balance"
    ).amount == Decimal("20.00")


def test_a_payment_above_the_share_is_a_credit_though_the_bill_prints_none() -> None:
    totals = {"charges": "180.00", "patient_paid": "50.00", "balance_due": "0.00"}

    finding = found(checked(bill(totals=totals), eob()), "credit-balance")
    assert (finding.amount, finding.confidence) == (Decimal("20.00"), "likely")


@pytest.mark.parametrize(
    ("totals", "fields"),
    [
        ({"charges": "180.00", "patient_paid": "30.00", "balance_due": "0.00"}, {}),
        ({"charges": "180.00", "patient_paid": "30.01", "balance_due": "0.00"}, {}),
        ({"charges": "180.00", "patient_paid": "115.00", "balance_due": "0.00"}, {"previous_balance": "85.00"}),
        ({"charges": "180.00", "patient_paid": "35.00", "balance_due": "0.00"}, {"fees": "5.00"}),
        ({"charges": "180.00", "balance_due": "0.00"}, {}),
    ],
)
def test_a_payment_of_what_is_owed_is_no_credit(totals: Written, fields: Written) -> None:
    assert "credit-balance" not in kinds(checked(bill(totals=totals, **fields), eob()))


def test_payments_that_only_their_total_shows_are_posted() -> None:
    totals = {**SHARE, "patient_paid": "30.00", "balance_due": "0.01"}
    two = paid({**COPAY, "amount": "10.00"}, {**COPAY, "amount": "20.00"})

    assert "payment-not-posted" not in kinds(checked(bill(totals=totals), eob(), **two))


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "insurance_payment"},
        {"amount": None},
        {"date": "2024-06-11"},
    ],
)
def test_a_receipt_of_something_else_or_later_does_not_count(change: Written) -> None:
    payment = {"date": "2024-05-06", "kind": "patient_payment", "amount": "30.00", **change}

    assert kinds(checked(bill(totals=SHARE), eob(), receipt(payments=[payment]))) == []


def test_a_receipt_counts_by_its_own_date_where_the_row_has_none() -> None:
    payment = {"kind": "patient_payment", "amount": "30.00"}

    for day, expected in (("2024-06-10", ["payment-not-posted"]), ("2024-06-11", []), (None, [])):
        paper = receipt(payments=[payment], document_date=day)
        assert kinds(checked(bill(totals=SHARE), eob(), paper)) == expected


def test_among_two_bills_a_payment_of_the_share_is_for_the_bill_of_that_share() -> None:
    asks_more = {**SHARE, "insurance_paid": "30.00", "balance_due": "80.00"}
    other_totals = {"charges": "500.00", "balance_due": "500.00"}
    other = bill(line(code="71046", charge="500.00"), id="other", provider={"name": "Elsewhere"}, totals=other_totals)

    assert "payment-not-posted" in kinds(checked(bill(totals=asks_more), eob(), other, **paid()))


def test_a_payment_among_the_lines_is_posted() -> None:
    rows = (line(), line("2", code=None, description="Payment received", charge="-30.00"))
    totals = {"charges": "180.00", "adjustments": "70.00", "insurance_paid": "80.00", "balance_due": "10.00"}

    assert "payment-not-posted" not in kinds(checked(bill(*rows, totals=totals), eob(), **paid()))


def test_a_payment_that_fits_two_bills_alike_is_asked_of_neither() -> None:
    other = bill(
        line(code="71046"),
        id="other",
        provider={"name": "Elsewhere"},
        totals={"charges": "180.00", "balance_due": "30.00"},
    )

    assert "payment-not-posted" not in kinds(checked(bill(totals=SHARE), eob(), other, **paid()))


def test_a_bill_that_prints_a_part_of_the_name_is_the_same_patients() -> None:
    aster, basil = {"name": "Aster Quill"}, {"name": "Basil Quill"}
    papers = (
        bill(totals=SHARE, patient={"name": "Quill"}),
        eob(patient=aster),
        eob(id="e2", patient=aster, claim_number="C-2", lines=[decided(code="71046", service_date="2024-01-05")]),
        eob(id="e3", patient=basil, claim_number="C-3", lines=[decided(code="71046", service_date="2024-01-05")]),
    )

    assert "payment-not-posted" in kinds(checked(*papers, **paid()))


def receipt_of(*amounts: str) -> Written:
    rows = [{"kind": "patient_payment", "amount": amount, "date": "2024-05-06"} for amount in amounts]
    return {"id": "receipt", "kind": "other", "provider": PROVIDER, "document_date": "2024-05-06", "payments": rows}


def test_a_payment_on_the_bill_that_is_told_and_on_a_receipt_is_posted() -> None:
    posted = {**SHARE, "patient_paid": "10.00", "balance_due": "20.00"}
    rows = [{"kind": "patient_payment", "amount": "10.00", "date": "2024-05-06"}]
    copay = {**COPAY, "amount": "10.00"}

    assert kinds(checked(bill(totals=posted, payments=rows), eob(), receipt_of("10.00"), **paid(copay))) == []


def test_one_payment_told_is_one_of_two_on_receipts() -> None:
    result = checked(bill(totals=SHARE), eob(), receipt_of("10.00", "10.00"), **paid({**COPAY, "amount": "10.00"}))

    assert found(result, "payment-not-posted").amount == Decimal("20.00")


@pytest.mark.parametrize(
    ("words", "is_sent_back"),
    [
        ("Refund issued: $30.00.", True),
        ("$30.00 was refunded on May 2.", True),
        ("Account credit $30.00. " + "Please keep this page with your papers. " * 3 + "Deposits are refunded.", False),
    ],
)
def test_a_credit_is_sent_back_where_the_words_stand_beside_its_amount(words: str, *, is_sent_back: bool) -> None:
    left_over = {"charges": "180.00", "adjustments": "70.00", "insurance_paid": "80.00", "patient_paid": "60.00"}
    paper = bill(totals={**left_over, "balance_due": "-30.00"}, text=words)

    assert ("credit-balance" in kinds(checked(paper, eob()))) is not is_sent_back


def test_a_credit_of_one_dollar_that_was_sent_back_is_none() -> None:
    rows = [{"kind": "patient_payment", "amount": "31.00"}, {"kind": "refund", "amount": "1.00"}]
    totals = {**SHARE, "patient_paid": "31.00", "balance_due": "-1.00"}

    assert "credit-balance" not in kinds(checked(bill(totals=totals, payments=rows), eob()))
