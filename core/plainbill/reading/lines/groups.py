"""The services and payments of a paper, each with what is printed once for its whole group: the day, the clinician."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

from plainbill.case import DocumentKind
from plainbill.reading.columns.table import Table
from plainbill.reading.layout import PageLayout
from plainbill.reading.lines.cell_values import Draft
from plainbill.reading.lines.decisions import decided_below, with_decision
from plainbill.reading.lines.forming import is_payment_table, line_of
from plainbill.reading.lines.group_heads import (
    GroupHeads,
    day_below,
    group_heads,
    group_of,
    service_days,
    without_section,
)
from plainbill.reading.lines.payment_lists import dated_payments, listed_payments
from plainbill.reading.lines.payments import payments_of, with_discounts_of_plans
from plainbill.reading.lines.pointers import diagnosis_legend, resolved
from plainbill.reading.lines.tenders import tendered
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.tables.services import Entry, amounts_of, entries_of
from plainbill.reading.terms.codes import parse_code
from plainbill.reading.terms.dates import days_in
from plainbill.reading.terms.running_text import is_running_text
from plainbill.reading.terms.wording import heads_a_claim, is_payment

# A notice may list its services by day and amounts alone.
_PLAN_DECIDED = frozenset({"allowed", "plan_paid", "patient_responsibility", "not_covered", "deductible", "copay"})
# Among many days one blank cell may be a day that no reader saw; in a short list, or where there are several, the day
# is printed once for a group.
_FEWEST_BLANKS, _SHORT_LIST = 2, 4
_NAMES_A_SERVICE = frozenset({"description", "code", "revenue_code", "service_date"})
# Share of the words of two heads that are the same where one table runs over two pages.
_SAME_HEAD = 0.75
_STRAY = re.compile(
    # A count with its measure may have come over from the next column: "1 UN".
    r"^\d{1,5}(?:\s?(?:un|ea|hrs?|min|units?))?$|\b(?!january|february|march|april|june|july|august|sept|october|november|december|thru)[a-z]{4,}",
    re.I,
)


@dataclass(slots=True)
class _Printed:
    """What was printed once and still holds: for the lines under one head, also where it is repeated on a new page."""

    table: Table | None = None
    group: Draft = field(default_factory=dict)
    # Each service's own draft, None where a sum or a payment with a day of its own stands between.
    listed: list[Draft | None] = field(default_factory=list)
    cells: list[tuple[Atom, ...]] = field(default_factory=list)
    # Which of those drafts a heading with the number of a claim stands right above.
    opening: set[int] = field(default_factory=set)


def entries_by_kind(layouts: Sequence[PageLayout], kind: DocumentKind) -> tuple[list[Draft], list[Draft]]:
    """Return the lines and the payments in reading order; a member's card has none, whatever it lists."""
    if kind == "insurance_card":
        return [], []
    lines: list[Draft] = []
    payments: list[Draft] = []
    printed = _Printed()
    of_each_claim = len(service_days(layouts)) > 1
    for layout in layouts:
        for table in layout.tables:
            if table.is_furniture or (kind in {"letter", "eob"} and _sums_up(table)):
                continue
            if printed.table is None or not _carries_on(printed.table, table):
                _carry_days(printed, kind)
                printed = _Printed(table=table)
            heads = group_heads(layout, table, kind, of_each_claim=of_each_claim)
            _read_table(table, kind, heads, printed, lines, payments)
    _carry_days(printed, kind)
    legend = diagnosis_legend(layouts)
    lines = [line for line in (resolved(line, legend) for line in lines) if _says_something(line)]
    if kind != "eob":
        payments = [*listed_payments(layouts), *tendered(layouts), *payments]
    if kind == "bill":
        payments = [*payments, *dated_payments(layouts)]
    return lines, with_discounts_of_plans(_printed_once([payment for payment in payments if payment], lines))


def _sums_up(table: Table) -> bool:
    """True where amounts of a letter or notice stand behind words alone: what a debt or a claim comes to."""
    told = table.fields & {"code", "revenue_code", "date"} or any(row.role == "day" for row in table.rows)
    coded = any(parse_code(atom.text) is not None for row in table.rows for atom in table.cell(row, "description"))
    return not table.head and not told and not coded


def _printed_once(payments: Sequence[Draft], lines: Sequence[Draft]) -> list[Draft]:
    """The payments whose amount no line and no payment before has taken: two heads may claim the same rows."""
    taken = {token for line in lines for value in line.values() for token in value.tokens}
    kept: list[Draft] = []
    for payment in payments:
        amount = set(payment["amount"].tokens)
        if not amount & taken:
            kept.append(payment)
            taken |= amount
    return sorted(kept, key=lambda payment: (payment["amount"].page, payment["amount"].y))


def _read_table(
    table: Table, kind: DocumentKind, heads: GroupHeads, printed: _Printed, lines: list[Draft], payments: list[Draft]
) -> None:
    last = float("-inf")
    lowering = _lowering(table)
    for entry in entries_of(table):
        if entry.row.role == "service" and is_payment_table(table) and is_running_text(entry.row.text):
            # A sentence with an amount below the payments: "A fee of $25.00 is charged for returned checks."
            continue
        before, printed.group = printed.group, group_of(entry, printed.group, heads)
        # A sum closes the services of its day, and so does a claim that names none.
        closed = "service_date" in before and "service_date" not in printed.group
        printed.listed += [None] if closed or any(last < y < entry.row.y for y in heads.sums) else []
        above, last = last, entry.row.y
        if kind != "eob" and (entry.row.y in lowering or _is_payment(table, entry)):
            payments += payments_of(table, entry)
            printed.listed += [None] if "date" in payments[-1] else []
        elif entry.row.role == "service" or kind == "eob":
            dated = {} if "service_date" in printed.group else heads.above
            entry, decided = decided_below(entry)
            own = with_decision(line_of(table, entry, kind), decided)
            # An amount by itself is that of no service, whatever heads it.
            heading = printed.group if own.keys() & _NAMES_A_SERVICE else without_section(printed.group)
            line = {**dated, **heading, **own}
            if entry.headings and entry.headings[-1].y > above and heads_a_claim(entry.headings[-1].text):
                printed.opening.add(len(printed.listed))
            printed.listed.append(line)
            printed.cells.append(table.cell(entry.row, "date"))
            lines.append(line)
    if "service_date" in printed.group:
        # The last of the days may head services of the next page.
        printed.group = printed.group | day_below(table, last)


def _carries_on(before: Table, table: Table) -> bool:
    """True where a table repeats the head of the one before, or its columns where it has no head."""
    one, other = (Counter(token.text.lower() for token in each.head) for each in (before, table))
    if not one or not other:
        return before.fields - {"date"} == table.fields - {"date"}
    if ("date" in before.fields) != ("date" in table.fields) and not _leaves_days_out(before, table):
        return False
    # A reader may miss a word of a head, read it in another way, or see a rule as a dash.
    return (one & other).total() >= _SAME_HEAD * max(one.total(), other.total())


def _leaves_days_out(before: Table, table: Table) -> bool:
    """True where a table prints the head of days of the one before and no day below: all are of the last day."""
    named = {t.text.lower() for column in before.columns if column.field == "date" for t in column.head.tokens}
    dated = any(atom.date for row in table.rows for atom in row.atoms)
    return bool(named) and not dated and named <= {token.text.lower() for token in table.head}


def _carry_days(printed: _Printed, kind: DocumentKind) -> None:
    """Give services below a day the day, where the column prints each day once for the services of that day."""
    services = [line for line in printed.listed if line is not None]
    blank = sum("service_date" not in line for line in services)
    # Where the first line alone has a day, it is printed once for all.
    for_all = blank > 0 and blank == len(services) - 1 and "service_date" in services[0]
    missed = blank < _FEWEST_BLANKS and len(services) > _SHORT_LIST
    if not for_all and missed or _repeats(printed):
        return
    # The sum of a claim closes its services, not the day that the first of several claims alone prints.
    of_claims = for_all and kind == "eob" and any(atom.date is not None for atom in printed.cells[0])
    cells = iter(printed.cells)
    day: Draft = {}
    for line in printed.listed:
        cell = next(cells) if line is not None else ()
        # Below a day that nobody read, nothing tells whose day the blank cells have.
        if line is None and not of_claims or _is_unread_day(cell):
            day = {}
        elif line is None:
            continue
        elif "service_date" in line:
            day = {name: line[name] for name in ("service_date", "service_date_to") if name in line}
        else:
            line.update(day)


def _is_unread_day(cell: Sequence[Atom]) -> bool:
    """True where a cell of days holds what may be one: a short number or words that strayed in are none."""
    if any(atom.date is not None for atom in cell):
        return False
    text = " ".join(atom.text for atom in cell)
    return any(map(str.isdigit, text)) and not _STRAY.search(text) and not days_in(text)


def _repeats(printed: _Printed) -> bool:
    """True where a service prints the day that the one right above it prints too.

    Each page prints its first day, and so does each claim below its number or below the sum of the one before.
    """
    names = ("service_date", "service_date_to")
    days = [[line[name] for name in names if line and name in line] for line in printed.listed]
    return any(
        bool(one) and one[0].page == next_day.page and [day.value for day in one] == [day.value for day in other]
        for i, (one, other) in enumerate(pairwise(days), 1)
        if i not in printed.opening
        for next_day in other[:1]
    )


_SHARES = frozenset({"deductible", "copay", "coinsurance"})
_TELLS_OF_A_SERVICE = frozenset(
    {"code", "revenue_code", "service_date", "charge", "allowed", "plan_paid", "not_covered", "patient_responsibility"}
)


def _says_something(line: Draft) -> bool:
    named = bool(line.keys() & {"description", "code", "revenue_code"})
    if not line.keys() & _TELLS_OF_A_SERVICE and line.keys() & _SHARES:
        # "For example $257.00 in 2026" under a deductible is no service.
        return False
    return named or ("service_date" in line and len(line.keys() & _PLAN_DECIDED) > 1)


def _lowering(table: Table) -> frozenset[float]:
    """Where rows stand whose amount is taken off the running balance although it is printed without a sign."""
    found: set[float] = set()
    before: Decimal | None = None
    for row in table.rows:
        amounts = {name: atom for name, atom in amounts_of(table, row).items() if name != "unit_price"}
        balance = amounts.pop("balance", None)
        if balance is None or balance.money is None:
            # An entry without a balance leaves open what the next one starts from.
            before = before if row.role == "words" else None
            continue
        taken_off = {atom.money for atom in amounts.values() if atom.money is not None}
        unsigned = all(amount >= 0 for amount in taken_off)
        named = table.cell(row, "code", "revenue_code", "units")
        if (
            before is not None
            and row.role == "service"
            and unsigned
            and not named
            and before - balance.money in taken_off
        ):
            found.add(row.y)
        before = balance.money
    return frozenset(found)


def _is_payment(table: Table, entry: Entry) -> bool:
    if entry.row.role == "payment" or is_payment_table(table):
        return True
    if table.cell(entry.row, "code", "revenue_code", "units"):
        return False
    heading = entry.headings[-1].text if entry.headings else ""
    wrapped = " ".join(row.text for row in entry.words)
    return any(words and is_payment(words) for words in (heading, wrapped))
