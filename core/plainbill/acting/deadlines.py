"""Days that count: how each was computed, from which printed date, and what it depends on that no paper says."""

import datetime
from collections.abc import Iterable, Iterator, Sequence

from plainbill.acting.appeals import appeals_of
from plainbill.acting.counting import Deadline, by_rule
from plainbill.acting.papers import dated, is_original_medicare, named, service_days
from plainbill.acting.texts import actions_of, text
from plainbill.acting.values import of_document
from plainbill.case import Document, Finding


def find_deadlines(
    document: Document, findings: Sequence[Finding], today: datetime.date | None
) -> tuple[Deadline, ...]:
    """Return the days that the findings on a paper, and the paper itself, set."""
    own = [finding for finding in findings if document.id in finding.documents]
    clocks = clocks_of(document, own)
    found: list[Deadline] = []
    if document.kind == "bill":
        found += _due(document, own)
        found += _from_bill(document, clocks)
    found += appeals_of(document, clocks)
    if document.kind in ("bill", "eob") and "filing" in clocks:
        found += _filing(document)
    return tuple(counted(deadline, today) for deadline in found)


def clocks_of(document: Document, findings: Iterable[Finding]) -> frozenset[str]:
    """Return the clocks that the findings on a paper start, by the table of actions."""
    own = (finding for finding in findings if document.id in finding.documents)
    return frozenset(clock for finding in own for clock in actions_of(finding.kind).clocks)


def counted(deadline: Deadline, today: datetime.date | None) -> Deadline:
    """Return a deadline with the days left from `today`, where both days are known."""
    if today is None or deadline.date is None:
        return deadline
    return deadline.but(days_left=(deadline.date - today).days)


_OF_APPEALS = frozenset({"appeal", "external_review"})


def in_order(deadlines: Iterable[Deadline]) -> tuple[Deadline, ...]:
    """Return each day once, the earliest first, those without a date last; what another goes before is left out."""
    given = tuple(deadlines)
    # Only days to appeal go before those of the law, and one that nobody could count before none that was counted.
    first = [each for each in given if each.purpose in _OF_APPEALS]
    behind = {(each.document, rule) for each in first for rule in each.instead_of}
    behind_counted = {(each.document, rule) for each in first if each.date for rule in each.instead_of}
    once: dict[tuple[object, ...], Deadline] = {}
    for deadline in given:
        passed_over = behind_counted if deadline.date else behind
        if not any((deadline.document, use.entry) in passed_over for use in deadline.tables):
            once.setdefault((deadline.purpose, deadline.title, deadline.date), deadline)
    return tuple(sorted(once.values(), key=lambda each: each.date or datetime.date.max))


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


def _from_bill(bill: Document, clocks: frozenset[str]) -> Iterator[Deadline]:
    if "estimate" in clocks:
        yield from by_rule("estimate", "good-faith-estimate", bill, dated(bill), bill.document_date)
    if "help" in clocks:
        yield from by_rule("help", "hospital-help", bill, dated(bill), bill.document_date)


def _filing(paper: Document) -> Iterator[Deadline]:
    if is_original_medicare(paper):
        yield from by_rule("filing", "medicare-timely-filing", paper, service_days([paper]), last_service_day(paper))
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


def last_service_day(paper: Document) -> datetime.date | None:
    """Return the last day of the care on a paper, None where it prints none."""
    return max((line.service_date for line in paper.lines if line.service_date), default=paper.service_to)
