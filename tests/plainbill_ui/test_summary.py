from decimal import Decimal

import pytest

from plainbill.case import Finding
from plainbill_ui.summary import amount_in_question, by_desk, summarize
from tests.plainbill_ui.explanation import explanation

DUPLICATE, VAGUE, COST_SHARE = explanation().findings


def finding(*, amount: str | None, lines: tuple[str, ...] = (), documents: tuple[str, ...] = ("d1",)) -> Finding:
    return DUPLICATE.but(amount=amount, lines=lines, documents=documents)


def test_only_what_is_surely_on_the_paper_counts_as_a_question() -> None:
    summary = summarize(explanation())

    assert (summary.questions, summary.to_check) == (1, 1)
    assert summary.amount == Decimal("148.00")


def test_the_charges_without_a_question_are_counted() -> None:
    summary = summarize(explanation())

    assert (summary.charges, summary.charges_asked_about) == (4, 3)


def test_what_is_good_to_know_stands_last_and_apart() -> None:
    groups = by_desk(explanation().findings)

    assert [group.desk for group in groups] == ["billing_office", "nobody"]
    assert groups[-1].findings == (COST_SHARE,)


def test_what_may_be_misread_stands_below_what_is_sure() -> None:
    assert by_desk((VAGUE, DUPLICATE))[0].findings == (DUPLICATE, VAGUE)


@pytest.mark.parametrize(
    ("findings", "amount"),
    [
        ([finding(amount="10.00", lines=("d1:1",)), finding(amount="5.00", lines=("d1:2",))], "15.00"),
        ([finding(amount="10.00", lines=("d1:1",)), finding(amount="5.00", lines=("d1:1", "d1:2"))], "10.00"),
        ([finding(amount="10.00", lines=("d1:1",)), finding(amount="25.00")], "25.00"),
        ([finding(amount="10.00", documents=("d1",)), finding(amount="25.00", documents=("d2",))], "35.00"),
        ([finding(amount=None, lines=("d1:1",))], "0.00"),
        ([], "0.00"),
    ],
)
def test_no_dollar_is_in_question_twice(findings: list[Finding], amount: str) -> None:
    assert amount_in_question(findings) == Decimal(amount)


def test_findings_that_meet_through_a_third_count_once() -> None:
    first, last = finding(amount="10.00", lines=("d1:1",)), finding(amount="12.00", lines=("d1:2",))

    assert amount_in_question([first, last, finding(amount="5.00", lines=("d1:1", "d1:2"))]) == Decimal("12.00")
