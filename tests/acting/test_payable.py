"""What the papers say about paying: the share where all of it is known, else that they do not say."""

from decimal import Decimal

import pytest

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
    assert "The bill and the plan's paper agree." in told


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
    assert "The plan has not decided on all of it." in told


def test_without_insurance_the_price_is_open() -> None:
    share, told = said(bill(totals={"charges": "180.00", "balance_due": "180.00"}), insured=False)

    assert share is None
    assert "you can often ask for a lower price" in told


def test_a_share_that_a_finding_questions_is_not_called_right() -> None:
    screening = decided("1", "CO-45 70.00, PR-1 110.00", "0.00", code="G0121", diagnosis_codes=["Z12.11"])

    share, told = said(bill(line(code="G0121"), totals={"balance_due": "110.00"}), eob(screening))

    assert share is None
    assert "leaves $110.00 to you. It is not clear yet that this is right" in told


def test_a_share_beside_one_in_question_is_named_apart() -> None:
    screening = decided("2", "CO-45 70.00, PR-1 110.00", "0.00", code="G0121", diagnosis_codes=["Z12.11"])
    both = bill(line("1"), line("2", code="G0121"), totals={"balance_due": "140.00"})

    share, told = said(both, eob(decided("1"), screening))

    assert share == Decimal("30.00")
    assert "The plan leaves $110.00 more to you. It is not clear yet that this is right." in told


def test_where_the_plan_leaves_nothing_the_bill_is_not_called_right() -> None:
    denied = decided("1", "CO-197 180.00", "0.00", status="denied", patient_responsibility="0.00")

    share, told = said(bill(totals={"charges": "180.00", "balance_due": "180.00"}), eob(denied))

    assert share == 0
    assert "none of this care is yours to pay. The papers do not say that what the bill asks is yours." in told


def test_two_decisions_on_one_service_leave_it_open() -> None:
    second = {**eob(decided(paid="10.00")), "id": "second", "payer": {"name": "Other Plan"}, "claim_number": "S-2"}

    share, told = said(bill(), eob(), second)

    assert share is None
    assert "More than one plan's paper is about this care." in told


def test_a_later_decision_of_one_claim_takes_the_place_of_the_earlier() -> None:
    earlier = eob(decided("1", "CO-197 180.00", "0.00", status="denied"))
    later = {**eob(decided(status="paid")), "id": "later", "processed_date": "2024-06-02"}

    share, _ = said(bill(), earlier, later)

    assert share == Decimal("30.00")


@pytest.mark.parametrize(
    "changed", [{"processed_date": "2024-05-22"}, {"processed_date": None}, {"claim_number": None}]
)
def test_decisions_whose_order_is_not_printed_leave_it_open(changed: Written) -> None:
    other = {**eob(decided("1", "CO-45 70.00, PR-3 10.00", "100.00")), "id": "other", "processed_date": "2024-06-02"}

    share, _ = said(bill(), eob(), {**other, **changed})

    assert share is None


def test_a_bill_in_the_patients_favor_is_not_spoken_of_as_owed() -> None:
    assert typed(bill(totals={"charges": "180.00", "patient_paid": "200.00", "balance_due": "-20.00"})).payable == ()


def test_a_copy_that_the_plan_never_saw_leaves_the_rest_known() -> None:
    twice = bill(line("1"), line("2"), totals={"charges": "360.00", "balance_due": "360.00"})

    _, told = said(twice, eob(decided(status="paid")))

    assert "The plan's paper leaves $30.00 to you." in told


def test_nobody_is_told_to_pay() -> None:
    for name in ("mixed-ed", "full-charge-after-the-decision", "deductible-only"):
        for found in report_of(name).payable:
            assert "pay this" not in words(found).lower() and "you should" not in words(found).lower()
