"""Days to appeal: the one that the paper prints, else those that the rules for its kind of plan set."""

import datetime
import re
from collections.abc import Container, Iterator
from dataclasses import dataclass

from plainbill.acting.appeal_answers import answers_appeal, is_last_no
from plainbill.acting.counting import Deadline, by_rule, length_of
from plainbill.acting.papers import dated, is_original_medicare, named
from plainbill.acting.printed_days import PrintedLimit, printed_limit
from plainbill.acting.refusals import refuses
from plainbill.acting.texts import text
from plainbill.acting.values import Value, of_document
from plainbill.case import Document, Evidence
from plainbill.knowledge.rights import day_on

_WORD = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstNo:
    """A paper that starts the days of a first appeal, and the printed day that they count from, where it has one."""

    paper: Document
    printed: Value | None
    begins: datetime.date | None


def first_no(paper: Document, clocks: Container[str]) -> FirstNo | None:
    """Return a paper as the start of a first appeal; None where it is none.

    An EOB is one where its findings start the clock, a letter where it has a date, refuses something and answers no
    appeal.
    """
    if paper.kind == "eob" and "appeal" in clocks:
        printed = of_document(paper, "processed_date") or of_document(paper, "document_date")
        return FirstNo(paper=paper, printed=printed, begins=paper.processed_date or paper.document_date)
    begins = paper.document_date or paper.processed_date
    if begins is not None and refuses(paper) and not answers_appeal(paper):
        return FirstNo(paper=paper, printed=dated(paper), begins=begins)
    return None


def appeals_of(paper: Document, clocks: Container[str]) -> Iterator[Deadline]:
    """Yield the days to appeal, and to ask for an outside review, that a paper sets."""
    first = first_no(paper, clocks)
    if first is not None:
        yield from _first_appeal(paper, first.printed, first.begins)
        if paper.kind == "eob" and "plan-appeal" in rules_of_plan(paper):
            yield from by_rule("external_review", "external-review", paper, None, None)
    elif paper.kind == "letter":
        yield from _outside_review(paper)


def _outside_review(letter: Document) -> Iterator[Deadline]:
    """The days after the last no of a private plan to an appeal."""
    begins = letter.document_date or letter.processed_date
    if begins is None or not refuses(letter) or not is_last_no(letter):
        return
    if "plan-appeal" in rules_of_plan(letter):
        yield from by_rule("external_review", "external-review", letter, dated(letter), begins)


def _first_appeal(paper: Document, printed: Value | None, begins: datetime.date | None) -> Iterator[Deadline]:
    legal = tuple(day for rule in rules_of_plan(paper) for day in by_rule("appeal", rule, paper, printed, begins))
    limit = printed_limit(paper)
    last = _last_day(limit, begins) if limit else None
    if limit is None or last is None:
        yield from legal
        return
    told = _printed(paper, limit, last, printed)
    if any(day.date and day.date <= last for day in legal):
        yield told
        return
    yield told.but(depends=text("dates", "printed_day", "earlier"))
    yield from legal


def _last_day(limit: PrintedLimit, begins: datetime.date | None) -> datetime.date | None:
    if limit.day is not None or begins is None:
        return limit.day
    return day_on(begins, days=limit.days, months=limit.months)


def _printed(paper: Document, limit: PrintedLimit, last: datetime.date, printed: Value | None) -> Deadline:
    """The last day that a paper prints, or that its own count of days leads to."""
    name = "printed_day" if limit.day is not None else "printed_length"
    length = length_of(limit.days, limit.months)
    day = printed.text if printed else ""
    words = Evidence(document=paper.id, field="text", value=limit.words)
    return Deadline(
        purpose="appeal",
        document=paper.id,
        title=text("dates", name, "title"),
        date=last,
        length=text("dates", name, "length").format(length=length),
        how=text("dates", name, "how").format(paper=named(paper).text, words=limit.words, length=length, day=day),
        source=named(paper).text,
        facts=(words, *(printed.facts if printed and limit.day is None else ())),
    )


def rules_of_plan(paper: Document) -> tuple[str, ...]:
    """Return the rules on appeals that may hold, by the names of the plan; a name that tells nothing leaves three."""
    if is_original_medicare(paper):
        return ("medicare-redetermination",)
    names = (of_document(paper, "payer.name"), of_document(paper, "coverage.plan_name"))
    words = _WORD.findall(" ".join(name.text for name in names if name).lower())
    if "medicaid" in words:
        return ("medicaid-plan-appeal",)
    if "medicare" in words:
        advantage = ("medicare-advantage-appeal",)
        return advantage if "advantage" in words else ("medicare-redetermination", *advantage)
    return ("plan-appeal", "medicare-advantage-appeal", "medicaid-plan-appeal")
