from decimal import Decimal

from plainbill.acting.amounts import AmountInQuestion
from plainbill_ui.summary import by_desk, summarize
from tests.plainbill_ui.explanation import explanation

DUPLICATE, VAGUE, COST_SHARE = explanation().findings
AMOUNTS = AmountInQuestion(total=Decimal("148.00"), by_desk=(), to_check=Decimal("0.00"))


def test_only_what_is_surely_on_the_paper_counts_as_a_question() -> None:
    summary = summarize(explanation(), AMOUNTS)

    assert (summary.questions, summary.to_check) == (1, 1)
    assert summary.amount == Decimal("148.00")


def test_the_charges_without_a_question_are_counted() -> None:
    summary = summarize(explanation(), AMOUNTS)

    assert (summary.charges, summary.charges_asked_about) == (4, 3)


def test_what_is_good_to_know_stands_last_and_apart() -> None:
    groups = by_desk(explanation().findings)

    assert [group.desk for group in groups] == ["billing_office", "nobody"]
    assert groups[-1].findings == (COST_SHARE,)


def test_what_may_be_misread_stands_below_what_is_sure() -> None:
    assert by_desk((VAGUE, DUPLICATE))[0].findings == (DUPLICATE, VAGUE)
