"""What the papers say about paying: the share where all of it is known, else that they do not say."""

from decimal import Decimal

from plainbill.acting.payable import Payable
from tests.acting.making import report_of, typed
from tests.checking.making import Written, bill, decided, eob, line


def said(*documents: Written, insured: bool | None = None) -> tuple[Decimal | None, str]:
    (found,) = typed(*documents, insured=insured).payable
    return found.share, words(found)


def words(found: Payable) -> str:
    return " ".join(sentence.text for sentence in found.sentences)


def test_a_bill_that_asks_the_share_agrees_with_the_plan() -> None:
    share, told = said(bill(), eob(decided(patient_responsibility="30.00")))

    assert share == Decimal("30.00")
    assert "Bill and plan's paper agree." in told


def test_of_a_bill_that_asks_more_the_share_is_named() -> None:
    share, told = said(
        bill(totals={"charges": "180.00", "balance_due": "180.00"}), eob(decided(patient_responsibility="30.00"))
    )

    assert share == Decimal("30.00")
    assert "asks for $180.00" in told and "$30.00 of this care is your share" in told
    assert "The papers do not say that the rest is yours." in told


def test_without_the_plans_paper_nothing_is_said() -> None:
    share, told = said(bill())

    assert share is None
    assert "The plan's paper for all of this care is not here." in told


def test_a_charge_that_the_plan_has_not_decided_leaves_it_open() -> None:
    share, _ = said(bill(line("1"), line("2", code="80053", charge="40.00"), totals={"balance_due": "70.00"}), eob())

    assert share is None


def test_a_bill_before_the_decision_leaves_it_open() -> None:
    share, told = said({**bill(), "insurance_pending": True})

    assert share is None
    assert "the plan's last word is not on the bill yet" in told


def test_without_insurance_the_price_is_open() -> None:
    share, told = said(bill(totals={"charges": "180.00", "balance_due": "180.00"}), insured=False)

    assert share is None
    assert "the price is often open to talk" in told


def test_nobody_is_told_to_pay() -> None:
    for name in ("mixed-ed", "full-charge-after-the-decision", "deductible-only"):
        for found in report_of(name).payable:
            assert "pay this" not in words(found).lower() and "you should" not in words(found).lower()
