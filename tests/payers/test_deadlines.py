"""The days to appeal of a pack: on papers of its payer alone, before the rule of law that holds in general."""

import datetime

import pytest

from plainbill.acting import Deadline, Known, act, find_deadlines
from plainbill.case import Case, read_as
from plainbill.checking import check
from plainbill.payers.deadlines import deadlines
from plainbill.payers.pack import Pack
from plainbill.payers.packaged import packaged
from tests.checking.making import Written, decided, eob
from tests.payers.written_packs import pack

DAY = datetime.date
DENIED = decided("1", "PR-50 180.00", "0.00", status="denied")
NOTICE = eob(DENIED, payer={"name": "Acme Health"})


def limit(what: str = "appeal", who: str = "patient", length: str = "days = 200", more: str = "") -> str:
    return (
        f'[[limits]]\nwhat = "{what}"\nwho = "{who}"\n{length}\ncounted_from = "the day you get the notice"\n'
        f'meaning = "Ask for a review in time."\nsource = "guide"\n{more}'
    )


def found(known: Pack, *papers: Written, today: datetime.date | None = None) -> tuple[Deadline, ...]:
    """The days by a pack alone."""
    case = read_as(Case, {"documents": list(papers)})
    findings = check(case).findings
    return tuple(each for paper in case.documents for each in deadlines(known, paper, findings, today))


def report(known: Pack, *papers: Written) -> tuple[Deadline, ...]:
    """All days of a report that a pack takes part in."""
    case = read_as(Case, {"documents": list(papers)})
    result = check(case)
    told = [each for paper in case.documents for each in deadlines(known, paper, result.findings, None)]
    told += [each for paper in case.documents for each in find_deadlines(paper, result.findings, None)]
    known_case = Known(case=case, findings=result.findings, not_assessed=result.not_assessed)
    return act(known_case, contacts=(), deadlines=told).deadlines


def test_a_limit_comes_with_its_source_and_the_day_it_was_read() -> None:
    (day,) = found(pack(limit()), NOTICE, today=DAY(2024, 12, 1))

    assert (day.purpose, day.date, day.days_left) == ("appeal", DAY(2024, 12, 8), 7)
    assert day.title == "Last day to appeal, as Acme Health says of its private plans"
    assert day.source == "Guide to our papers, https://acme.example/guide, read on November 28, 2026"
    assert day.length == "200 days from the day you get the notice"
    assert [(fact.field, fact.value) for fact in day.facts] == [("processed_date", "2024-05-22")]


def test_months_are_counted_too() -> None:
    assert [day.date for day in found(pack(limit(length="months = 6")), NOTICE)] == [DAY(2024, 11, 22)]


LETTER = {
    "id": "letter", "kind": "letter", "payer": {"name": "Acme Health"}, "document_date": "2025-03-03",
    "text": "We cannot approve this scan.",
}  # fmt: skip
ANSWER = {**LETTER, "text": "We have denied your appeal. This scan was not approved."}


@pytest.mark.parametrize("entry", [limit(who="provider"), limit(what="claim filing"), limit(what="second appeal"), ""])
def test_limits_of_others_and_for_other_things_set_no_day_to_appeal(entry: str) -> None:
    assert found(pack(entry), NOTICE) == ()


@pytest.mark.parametrize(
    "paper",
    [
        eob(DENIED, payer={"name": "Zenith Mutual"}),
        eob(payer={"name": "Acme Health"}),
        {**NOTICE, "text": "We must receive your appeal by: October 2, 2024"},
        eob(DENIED, payer={"name": "Acme Health Medicare Advantage"}),
        eob(DENIED, payer={"name": "Acme Health"}, coverage={"plan_name": "Acme Medicaid"}),
    ],
)
def test_no_day_is_given_on_other_papers_or_before_what_the_paper_tells(paper: Written) -> None:
    assert found(pack(limit()), paper) == ()


def test_without_a_printed_date_there_is_the_length_and_no_day() -> None:
    (day,) = found(pack(limit()), {**NOTICE, "processed_date": None, "document_date": None})

    assert (day.date, day.facts) == (None, ())


def test_a_letter_of_denial_is_counted_too() -> None:
    assert [day.date for day in found(pack(limit()), LETTER)] == [DAY(2025, 9, 19)]


@pytest.mark.parametrize(
    ("what", "title"),
    [
        ("second appeal", "Last day for a second appeal, as Acme Health says"),
        ("outside review", "Last day to ask for an outside review, as Acme Health says"),
    ],
)
def test_the_answer_to_an_appeal_starts_the_limits_of_what_comes_next(what: str, title: str) -> None:
    (day,) = found(pack(limit(what)), ANSWER)

    assert (day.title, day.purpose, day.date) == (title, "external_review", DAY(2025, 9, 19))
    assert found(pack(limit()), ANSWER) == ()


def test_a_payers_outside_review_goes_before_the_rule_and_a_second_appeal_stands_beside_it() -> None:
    review, second = (
        {day.title for day in report(pack(limit(what)), ANSWER)} for what in ("outside review", "second appeal")
    )

    assert "Outside review, after the plan's last no" not in review
    assert {"Outside review, after the plan's last no", "Last day for a second appeal, as Acme Health says"} <= second


def test_a_next_step_whose_day_the_answer_prints_takes_none_of_the_payers() -> None:
    printed = {**ANSWER, "text": f"{ANSWER['text']} You can ask for an external review until June 2, 2025."}

    assert found(pack(limit("outside review")), printed) == ()


def test_where_the_paper_prints_a_sooner_day_than_any_the_payers_own_stands_beside_it() -> None:
    early = {**LETTER, "text": "We cannot approve this scan. You may appeal until April 1, 2025."}

    days = report(pack(limit()), early)

    assert days[0].date == DAY(2025, 4, 1)
    assert "Last day to appeal, as Acme Health says of its private plans" in {day.title for day in days}


def test_the_payers_own_limit_goes_before_the_rule_for_that_kind_of_plan_and_no_other() -> None:
    titles = [day.title for day in report(pack(limit()), NOTICE) if day.purpose == "appeal"]

    assert titles == [
        "Last day to appeal, if yours is a Medicare Advantage plan",
        "Last day to appeal, if yours is a Medicaid plan",
        "Last day to appeal, as Acme Health says of its private plans",
    ]


def test_a_limit_for_every_plan_leaves_no_general_rule() -> None:
    (day,) = report(pack(limit(more='plans = "every"\n')), NOTICE)

    assert day.title == "Last day to appeal, as Acme Health says"


def test_the_answer_of_tricare_starts_its_own_next_step_alone() -> None:
    (day,) = report(packaged("plainbill_tricare"), {**ANSWER, "payer": {"name": "TRICARE"}})

    assert (day.date, day.title) == (DAY(2025, 5, 2), "Last day for a second appeal, as TRICARE says")


def test_original_medicare_counts_by_the_law_itself() -> None:
    (day,) = report(packaged("plainbill_medicare"), eob(DENIED, payer={"name": "Medicare"}))

    assert day.source == "42 CFR 405.942"


def test_tricare_has_its_own_days_alone() -> None:
    (day,) = report(packaged("plainbill_tricare"), eob(DENIED, payer={"name": "TRICARE"}))

    assert (day.date, day.purpose) == (DAY(2024, 8, 20), "appeal")
