"""A day that counts, and how it is counted from a printed date by a rule."""

import datetime
from typing import Annotated, Literal

from plainbill.acting.texts import text
from plainbill.acting.values import Value
from plainbill.case import Document, Entry, Evidence, TableUse
from plainbill.case.values import NULL_IS_EMPTY, Date, Text
from plainbill.knowledge.rights import Right, right

Purpose = Literal["appeal", "external_review", "estimate", "help", "filing", "due"]


class Deadline(Entry):
    """A day that counts for one paper, None where the paper prints no date to count from; then `length` is what holds.

    `how` says how it was computed and from what, `depends` what no paper says, and `facts` and `tables` what it rests
    on. `days_left` is counted from `today` where that was given; below 0 the day is over. `source` names the law,
    or the paper where the day itself is printed. `instead_of` are entries of the table of rights that it goes before:
    the payer has a limit of its own where they hold in general.
    """

    purpose: Purpose
    document: Text
    title: Text
    date: Date | None = None
    length: Text
    how: Text
    depends: Text | None = None
    source: Text
    instead_of: Annotated[tuple[Text, ...], NULL_IS_EMPTY] = ()
    days_left: int | None = None
    facts: Annotated[tuple[Evidence, ...], NULL_IS_EMPTY] = ()
    tables: Annotated[tuple[TableUse, ...], NULL_IS_EMPTY] = ()


def by_rule(
    purpose: Purpose, rule: str, paper: Document, printed: Value | None, begins: datetime.date | None
) -> tuple[Deadline, ...]:
    """Return the day that a rule of the table of rights sets, none where no such rule was in force on `begins`."""
    found = right(rule, begins)
    if found is None:
        return ()
    last = found.last_day(begins) if begins and printed else None
    told = Deadline(
        purpose=purpose,
        document=paper.id,
        title=text("dates", rule, "title"),
        date=last,
        length=text("dates", rule, "length").format(length=length_of(found.days, found.months)),
        how=_how(rule, found, paper, printed if last else None),
        depends=text("dates", rule, "depends"),
        source=found.use.source,
        facts=printed.facts if printed and last else (),
        tables=(found.use,),
    )
    return (told,)


def length_of(days: int, months: int) -> str:
    """Return a length of time as "60 days", or in months where it has any."""
    return text("dates", "how", "months" if months else "days").format(count=months or days)


def _how(name: str, rule: Right, paper: Document, printed: Value | None) -> str:
    if printed is None:
        return text("dates", "how", "no_answer_yet" if name == "external-review" else "no_date")
    counted = "counted_from_receipt" if rule.receipt_days else "counted"
    return text("dates", "how", counted).format(
        paper=text("papers", "names", paper.kind),
        day=printed.text,
        length=length_of(rule.days, rule.months),
        receipt=rule.receipt_days,
    )
