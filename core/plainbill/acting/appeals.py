"""Days to appeal: the one that the paper prints, else those that the rules for its kind of plan set."""

import datetime
import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from plainbill.acting.appeal_answers import is_last_no, standing_of
from plainbill.acting.counting import Deadline, by_rule, length_of
from plainbill.acting.papers import dated, is_original_medicare, named
from plainbill.acting.printed_days import PrintedLimit, next_limit, printed_limit
from plainbill.acting.refusals import refusal_of
from plainbill.acting.texts import text
from plainbill.acting.values import Value, of_document
from plainbill.case import Document, Evidence
from plainbill.knowledge.rights import day_on

_WORD = re.compile(r"[a-z]+")


# What comes after the answer to a first appeal, by the rule that sets the days of the first. Medicare Advantage plans
# send what they refuse to the outside reviewer themselves.
NEXT_RULES = {
    "plan-appeal": "external-review",
    "medicaid-plan-appeal": "medicaid-fair-hearing",
    "medicare-redetermination": "medicare-reconsideration",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlansNo:
    """A paper on which a plan refuses something, and the printed day that time counts from, where it has one.

    A letter that does not say which it is may be both the first no and the answer to an appeal. `words` are the
    sentences of a letter that refuse, as printed, and `in_part` tells whether it grants another part.
    """

    paper: Document
    printed: Value | None
    begins: datetime.date | None
    is_first: bool
    is_answer: bool
    words: tuple[str, ...] = ()
    in_part: bool = False

    @property
    def is_either(self) -> bool:
        """Whether no word of it tells which of the two it is."""
        return self.is_first and self.is_answer


def plans_no(paper: Document, clocks: Container[str]) -> PlansNo | None:
    """Return a paper as a plan's no; None where it is none.

    An EOB is one where its findings start the clock, a letter where it refuses something.
    """
    if paper.kind == "eob" and "appeal" in clocks:
        printed = of_document(paper, "processed_date") or of_document(paper, "document_date")
        begins = paper.processed_date or paper.document_date
        return PlansNo(paper=paper, printed=printed, begins=begins, is_first=True, is_answer=False)
    return no_of_letter(paper)


def no_of_letter(paper: Document) -> PlansNo | None:
    """Return a plan's letter as its no; None where it refuses nothing, and for other papers."""
    refusal = refusal_of(paper)
    if refusal is None:
        return None
    standing = standing_of(paper)
    return PlansNo(
        paper=paper,
        printed=dated(paper),
        begins=paper.document_date or paper.processed_date,
        is_first=standing != "answer",
        is_answer=standing != "first",
        words=refusal.words,
        in_part=refusal.in_part,
    )


def appeals_of(paper: Document, clocks: Container[str]) -> Iterator[Deadline]:
    """Yield the days to appeal, and those after the answer to an appeal, that a paper sets."""
    no = plans_no(paper, clocks)
    if no is None:
        return
    found = (*_first_appeal(no), *_after_answer(no))
    yield from (if_it_is(no, day) for day in found)
    if paper.kind == "eob" and "plan-appeal" in rules_of_plan(paper):
        yield from by_rule("external_review", "external-review", paper, None, None)


def if_it_is(no: PlansNo, told: Deadline) -> Deadline:
    """Return a day of a letter that may be a first no or an answer with what it depends on."""
    if not no.is_either:
        return told
    name = "if_first" if told.purpose == "appeal" else "if_answer"
    return told.but(depends=" ".join(filter(None, (text("dates", "standing", name), told.depends))))


def next_rules_of(paper: Document) -> tuple[str, ...]:
    """Return the rules on what comes after the answer to an appeal that may hold, by the names of the plan."""
    return tuple(NEXT_RULES[rule] for rule in rules_of_plan(paper) if rule in NEXT_RULES)


def _after_answer(no: PlansNo) -> Iterator[Deadline]:
    if not no.is_answer:
        return
    limit = next_limit(no.paper)
    last = _last_day(limit, no.begins) if limit else None
    if limit is not None and last is not None:
        yield _printed(no, limit, last, "next")
        return
    may_have_second = not (no.is_first or is_last_no(no.paper))
    for rule in next_rules_of(no.paper):
        more = text("dates", "standing", "second") if may_have_second and rule == "external-review" else ""
        for told in by_rule("external_review", rule, no.paper, no.printed, no.begins):
            yield told.but(depends=" ".join(filter(None, (more, told.depends))))


def _first_appeal(no: PlansNo) -> Iterator[Deadline]:
    if not no.is_first:
        return
    told, legal = _printed_first(no), _legal_first(no)
    if told is None:
        yield from legal
    elif _is_early(told, legal):
        yield told.but(depends=text("dates", "printed_day", "earlier"))
        yield from legal
    else:
        yield told


def is_told_by_paper(no: PlansNo) -> bool:
    """Tell whether a paper names the last day of a first appeal itself, and no sooner one than every rule of law."""
    told = _printed_first(no)
    return told is not None and not _is_early(told, _legal_first(no))


def _printed_first(no: PlansNo) -> Deadline | None:
    limit = printed_limit(no.paper)
    last = _last_day(limit, no.begins) if limit else None
    return _printed(no, limit, last, "appeal") if limit is not None and last is not None else None


def _legal_first(no: PlansNo) -> tuple[Deadline, ...]:
    rules = rules_of_plan(no.paper)
    return tuple(day for rule in rules for day in by_rule("appeal", rule, no.paper, no.printed, no.begins))


def _is_early(told: Deadline, legal: Iterable[Deadline]) -> bool:
    counted = [day.date for day in legal if day.date]
    return told.date is not None and bool(counted) and told.date < min(counted)


def _last_day(limit: PrintedLimit, begins: datetime.date | None) -> datetime.date | None:
    if limit.day is not None or begins is None:
        return limit.day
    return day_on(begins, days=limit.days, months=limit.months)


def _printed(no: PlansNo, limit: PrintedLimit, last: datetime.date, step: str) -> Deadline:
    """The last day that a paper prints or counts itself, for the first appeal or the step after it."""
    paper, printed = no.paper, no.printed
    name = "printed_day" if limit.day is not None else "printed_length"
    length = length_of(limit.days, limit.months)
    day = printed.text if printed else ""
    words = Evidence(document=paper.id, field="text", value=limit.words)
    return Deadline(
        purpose="appeal" if step == "appeal" else "external_review",
        document=paper.id,
        title=text("dates", name, "title" if step == "appeal" else "title_next"),
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
