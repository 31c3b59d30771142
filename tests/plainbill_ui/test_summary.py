from decimal import Decimal

from plainbill.acting.amounts import AmountInQuestion
from plainbill_ui.summary import by_desk, charges_of, summarize
from tests.plainbill_ui.explanation import explanation

DUPLICATE, VAGUE, COST_SHARE = explanation().findings
AMOUNTS = AmountInQuestion(total=Decimal("148.00"), by_desk=(), to_check=Decimal("0.00"))


def test_only_what_is_surely_on_the_paper_counts_as_a_question() -> None:
    summary = summarize(explanation(), AMOUNTS)

    assert (summary.questions, summary.to_check) == (1, 1)
    assert summary.amount == Decimal("148.00")


def test_the_charges_without_a_question_are_counted() -> None:
    charges = charges_of(explanation())

    assert (charges.count, len(charges.asked), len(charges.clear)) == (4, 3, 1)


def test_a_service_that_bill_and_plan_paper_list_counts_once() -> None:
    made = explanation()
    (bill,) = made.case.documents
    listed = tuple(line.but(id=f"{line.id}a") for line in bill.lines)
    eob = bill.but(id="d2", kind="eob", lines=(*listed, bill.lines[0].but(id="other", code="90714", charge="5.00")))
    both = made.but(case=made.case.but(documents=(bill, eob)))

    charges = charges_of(both)

    assert (charges.count, len(charges.asked)) == (4, 3)
    assert [line.id for service in charges.clear for _, line in service.lines.values()] == ["1", "1a"]


def test_without_a_bill_the_plans_paper_says_what_is_charged() -> None:
    made = explanation()
    (bill,) = made.case.documents
    alone = made.but(case=made.case.but(documents=(bill.but(kind="eob"),)))
    nothing = made.but(case=made.case.but(documents=(bill.but(kind="visit_summary"),)), findings=())

    assert charges_of(alone).count == 4
    assert charges_of(nothing).count == 0


def test_what_is_good_to_know_stands_last_and_apart() -> None:
    groups = by_desk(explanation().findings)

    assert [group.desk for group in groups] == ["billing_office", "nobody"]
    assert groups[-1].findings == (COST_SHARE,)


def test_what_may_be_misread_stands_below_what_is_sure() -> None:
    assert by_desk((VAGUE, DUPLICATE))[0].findings == (DUPLICATE, VAGUE)
