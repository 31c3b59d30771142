"""Days that count: how each was computed, from which printed date, and what it depends on that no paper says."""

import datetime
import re
from collections.abc import Iterator, Sequence
from typing import Annotated, Literal

from plainbill.acting.papers import dated, is_original_medicare, named, service_days
from plainbill.acting.texts import actions_of, text
from plainbill.acting.values import Value, of_document
from plainbill.case import Document, Entry, Evidence, Finding, TableUse
from plainbill.case.values import NULL_IS_EMPTY, Date, Text
from plainbill.knowledge.rights import Right, right

Purpose = Literal["appeal", "external_review", "estimate", "help", "filing", "due"]

_WORD = re.compile(r"[a-z]+")


class Deadline(Entry):
    """A day that counts for one paper, None where the paper prints no date to count from; then `length` is what holds.

    `how` says how it was computed and from what, `depends` what no paper says, and `facts` and `tables` what it rests
    on. `days_left` is counted from `today` where that was given; below 0 the day is over. `source` names the law,
    or the paper where the day itself is printed.
    """

    purpose: Purpose
    document: Text
    title: Text
    date: Date | None = None
    length: Text
    how: Text
    depends: Text | None = None
    source: Text
    days_left: int | None = None
    facts: Annotated[tuple[Evidence, ...], NULL_IS_EMPTY] = ()
    tables: Annotated[tuple[TableUse, ...], NULL_IS_EMPTY] = ()


def find_deadlines(
    document: Document, findings: Sequence[Finding], today: datetime.date | None
) -> tuple[Deadline, ...]:
    """Return the days that the findings on a paper, and the paper itself, set."""
    own = [finding for finding in findings if document.id in finding.documents]
    clocks = {clock for finding in own for clock in actions_of(finding.kind).clocks}
    found: list[Deadline] = []
    if document.kind == "bill":
        found += _due(document, own)
        found += _from_bill(document, clocks)
    if document.kind == "eob" and "appeal" in clocks:
        found += _appeals(document)
    if document.kind in ("bill", "eob") and "filing" in clocks:
        found += _filing(document)
    return tuple(_counted(deadline, today) for deadline in found)


def _counted(deadline: Deadline, today: datetime.date | None) -> Deadline:
    if today is None or deadline.date is None:
        return deadline
    return deadline.but(days_left=(deadline.date - today).days)


def _due(bill: Document, findings: Sequence[Finding]) -> Iterator[Deadline]:
    printed = of_document(bill, "due_date")
    asks_nothing = bill.totals is not None and bill.totals.balance_due is not None and bill.totals.balance_due <= 0
    if printed is None or asks_nothing or all(finding.category == "info" for finding in findings):
        return
    yield Deadline(
        purpose="due",
        document=bill.id,
        title=text("dates", "due", "title"),
        date=bill.due_date,
        length=text("dates", "due", "length"),
        how=text("dates", "due", "how").format(paper=named(bill).text),
        source=named(bill).text,
        facts=printed.facts,
    )


def _from_bill(bill: Document, clocks: set[str]) -> Iterator[Deadline]:
    if "estimate" in clocks:
        yield from _by_rule("estimate", "good-faith-estimate", bill, dated(bill), bill.document_date)
    if "help" in clocks:
        yield from _by_rule("help", "hospital-help", bill, dated(bill), bill.document_date)


def _appeals(eob: Document) -> Iterator[Deadline]:
    decided = of_document(eob, "processed_date") or of_document(eob, "document_date")
    begins = eob.processed_date or eob.document_date
    for rule in _rules_of_plan(eob):
        yield from _by_rule("appeal", rule, eob, decided, begins)
    if "plan-appeal" in _rules_of_plan(eob):
        yield from _by_rule("external_review", "external-review", eob, None, None)


def _rules_of_plan(eob: Document) -> tuple[str, ...]:
    """The rules on appeals that may hold, by the names of the plan; a name that tells nothing leaves three."""
    if is_original_medicare(eob):
        return ("medicare-redetermination",)
    names = (of_document(eob, "payer.name"), of_document(eob, "coverage.plan_name"))
    words = _WORD.findall(" ".join(name.text for name in names if name).lower())
    if "medicaid" in words:
        return ("medicaid-plan-appeal",)
    if "medicare" in words:
        return (
            ("medicare-advantage-appeal",)
            if "advantage" in words
            else (
                "medicare-redetermination",
                "medicare-advantage-appeal",
            )
        )
    return ("plan-appeal", "medicare-advantage-appeal", "medicaid-plan-appeal")


def _filing(paper: Document) -> Iterator[Deadline]:
    last = max((line.service_date for line in paper.lines if line.service_date), default=paper.service_to)
    if is_original_medicare(paper):
        yield from _by_rule("filing", "medicare-timely-filing", paper, service_days([paper]), last)
        return
    yield Deadline(
        purpose="filing",
        document=paper.id,
        title=text("dates", "filing", "title"),
        length=text("dates", "filing", "by_contract"),
        how=text("dates", "filing", "unknown"),
        depends=text("dates", "filing", "depends"),
        source=text("dates", "filing", "contract"),
    )


def _by_rule(
    purpose: Purpose, rule: str, paper: Document, printed: Value | None, begins: datetime.date | None
) -> Iterator[Deadline]:
    found = right(rule, begins)
    if found is None:
        return
    last = found.last_day(begins) if begins and printed else None
    yield Deadline(
        purpose=purpose,
        document=paper.id,
        title=text("dates", rule, "title"),
        date=last,
        length=text("dates", rule, "length").format(length=_length(found)),
        how=_how(rule, found, paper, printed if last else None),
        depends=text("dates", rule, "depends"),
        source=found.use.source,
        facts=printed.facts if printed and last else (),
        tables=(found.use,),
    )


def _length(rule: Right) -> str:
    unit = "months" if rule.months else "days"
    return text("dates", "how", unit).format(count=rule.months or rule.days)


def _how(name: str, rule: Right, paper: Document, printed: Value | None) -> str:
    if printed is None:
        return text("dates", "how", "no_answer_yet" if name == "external-review" else "no_date")
    counted = "counted_from_receipt" if rule.receipt_days else "counted"
    return text("dates", "how", counted).format(
        paper=text("papers", "names", paper.kind), day=printed.text, length=_length(rule), receipt=rule.receipt_days
    )
