"""The services and payments of a paper, each with what is printed once for its whole group: the day, the clinician."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from plainbill.case import DocumentKind
from plainbill.reading.atoms import Atom
from plainbill.reading.cell_values import Draft
from plainbill.reading.dates import days_in
from plainbill.reading.found import Found
from plainbill.reading.layout import PageLayout
from plainbill.reading.lines import is_payment_table, line_of, payment_of
from plainbill.reading.parties import is_clinician
from plainbill.reading.payment_lists import listed_payments
from plainbill.reading.pointers import diagnosis_legend, resolved
from plainbill.reading.sections import has_sections, section_code
from plainbill.reading.services import Entry, amounts_of, entries_of
from plainbill.reading.table import Table, TableRow
from plainbill.reading.tokens import Token
from plainbill.reading.values import value_in
from plainbill.reading.wording import is_payment, opens_a_visit

# A notice may list its services by day and amounts alone.
_PLAN_DECIDED = frozenset({"allowed", "plan_paid", "patient_responsibility", "not_covered", "deductible", "copay"})
# One blank cell may be a date that no reader saw; only several show that days are printed once for a group.
_FEWEST_BLANKS = 2
_SECTION = "revenue_code"
_DAYS_ALONE = (["date"], ["date", "dash", "date"])
# Share of the words of two heads that are the same where one table runs over two pages.
_SAME_HEAD = 0.75
_STRAY = re.compile(
    r"^\d{1,5}$|\b(?!january|february|march|april|june|july|august|sept|october|november|december|thru)[a-z]{4,}", re.I
)


@dataclass(slots=True)
class _Printed:
    """What was printed once and still holds: for the lines under one head, also where it is repeated on a new page."""

    table: Table | None = None
    group: Draft = field(default_factory=dict)
    # Each service's own draft, None where a sum or a payment with a day of its own stands between.
    listed: list[Draft | None] = field(default_factory=list)
    cells: list[tuple[Atom, ...]] = field(default_factory=list)


def entries_by_kind(layouts: Sequence[PageLayout], kind: DocumentKind) -> tuple[list[Draft], list[Draft]]:
    """Return the lines and the payments in reading order; a member's card has none, whatever it lists."""
    if kind == "insurance_card":
        return [], []
    lines: list[Draft] = []
    payments: list[Draft] = []
    printed = _Printed()
    for layout in layouts:
        for table in layout.tables:
            if table.is_furniture:
                continue
            if printed.table is None or not _carries_on(printed.table, table):
                _carry_days(printed)
                printed = _Printed(table=table)
            _read_table(layout, table, kind, printed, lines, payments)
    _carry_days(printed)
    legend = diagnosis_legend(layouts)
    lines = [line for line in (resolved(line, legend) for line in lines) if _says_something(line)]
    if kind != "eob":
        payments = [*listed_payments(layouts), *payments]
    return lines, _printed_once([payment for payment in payments if payment], lines)


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
    layout: PageLayout, table: Table, kind: DocumentKind, printed: _Printed, lines: list[Draft], payments: list[Draft]
) -> None:
    above = _date_above(layout, table) if kind == "eob" else {}
    sums = [row.y for row in table.rows if row.role in {"total", "subtotal"}]
    last = float("-inf")
    lowering = _lowering(table)
    labeled = {label.label[0]: label.value for label in layout.labels if label.field == "service_dates"}
    for entry in entries_of(table):
        printed.group = _group(table, entry, printed.group, sums, labeled)
        # A sum closes the services of its day.
        printed.listed += [None] if any(last < y < entry.row.y for y in sums) else []
        last = entry.row.y
        if kind != "eob" and (entry.row.y in lowering or _is_payment(table, entry)):
            payments.append(payment_of(table, entry))
            printed.listed += [None] if "date" in payments[-1] else []
        elif entry.row.role == "service" or kind == "eob":
            dated = {} if "service_date" in printed.group else above
            line = {**dated, **printed.group, **line_of(table, entry, kind)}
            printed.listed.append(line)
            printed.cells.append(table.cell(entry.row, "date"))
            lines.append(line)


def _carries_on(before: Table, table: Table) -> bool:
    """True where a table repeats the head of the one before, or its columns where it has no head."""
    one, other = (Counter(token.text.lower() for token in each.head) for each in (before, table))
    if not one or not other:
        return before.fields - {"date"} == table.fields - {"date"}
    if ("date" in before.fields) != ("date" in table.fields):
        return False
    # A reader may miss a word of a head, read it in another way, or see a rule as a dash.
    return (one & other).total() >= _SAME_HEAD * max(one.total(), other.total())


def _carry_days(printed: _Printed) -> None:
    """Give services below a day the day, where the column prints each day once for the services of that day."""
    services = [line for line in printed.listed if line is not None]
    blank = sum("service_date" not in line for line in services)
    # Where the first line alone has a day, it is printed once for all.
    for_all = blank > 0 and blank == len(services) - 1 and "service_date" in services[0]
    if not for_all and blank < _FEWEST_BLANKS or _repeats(services):
        return
    cells = iter(printed.cells)
    day: Draft = {}
    for line in printed.listed:
        cell = next(cells) if line is not None else ()
        # Below a day that nobody read, nothing tells whose day the blank cells have.
        if line is None or _is_unread_day(cell):
            day = {}
        elif "service_date" in line:
            day = {name: line[name] for name in ("service_date", "service_date_to") if name in line}
        else:
            line.update(day)


def _is_unread_day(cell: Sequence[Atom]) -> bool:
    """True where a cell of days holds what may be one: a short number or words that strayed in are none."""
    if any(atom.date is not None for atom in cell):
        return False
    text = " ".join(atom.text for atom in cell)
    return any(mark.isdigit() for mark in text) and not _STRAY.search(text) and not days_in(text)


def _repeats(services: Sequence[Draft]) -> bool:
    """True where a service prints the day that the one right above it prints too."""
    days = [
        tuple(line[name].value if name in line else None for name in ("service_date", "service_date_to"))
        for line in services
    ]
    return any(one == other and one[0] is not None for one, other in zip(days, days[1:], strict=False))


def _says_something(line: Draft) -> bool:
    named = bool(line.keys() & {"description", "code", "revenue_code"})
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


def _group(table: Table, entry: Entry, before: Draft, sums: Sequence[float], labeled: Mapping[Token, Found]) -> Draft:
    """The day, the clinician and the revenue code that head the group of the entry.

    `sums` are where sums stand, `labeled` days by the start of their label.
    """
    group, last = before, float("-inf")
    sections = has_sections(table.rows)
    for heading in entry.headings:
        if sections and (code := section_code(heading)) is not None:
            group, last = {**group, _SECTION: code}, heading.y
        elif said := _heading(heading, labeled):
            group = said | {name: value for name, value in group.items() if name == _SECTION}
        else:
            group = {} if opens_a_visit(heading.text) else _without_section(group)
    # The sum of a department closes it.
    return _without_section(group) if any(last < y < entry.row.y for y in sums) else group


def _without_section(group: Draft) -> Draft:
    return {name: value for name, value in group.items() if name != _SECTION}


def _heading(row: TableRow, labeled: Mapping[Token, Found]) -> Draft:
    """What a row that opens a group says of its lines."""
    if row.role != "day":
        return _labeled_days(row, labeled)
    atoms = row.atoms
    at = next((i for i, atom in enumerate(atoms) if atom.date is not None), None)
    if at is None:
        return {}
    group = _days_at(atoms, at)
    if at + 1 < len(atoms) and atoms[at + 1].text.lower().strip(":") in {"with", "by", "provider"}:
        name = value_in(atoms[at + 2 :], "person")
        if name is not None and is_clinician(str(name.value)):
            group["rendering_provider"] = name
    return group


def _days_at(atoms: Sequence[Atom], at: int) -> Draft:
    """The day, or the first and the last day, printed from atom `at` on."""
    group: Draft = {"service_date": Found(value=atoms[at].date, tokens=atoms[at].tokens)}
    if atoms[at].until is not None:
        group["service_date_to"] = Found(value=atoms[at].until, tokens=atoms[at].tokens)
    elif len(atoms) > at + 2 and atoms[at + 1].kind == "dash" and atoms[at + 2].date is not None:
        group["service_date_to"] = Found(value=atoms[at + 2].date, tokens=atoms[at + 2].tokens)
    return group


def _labeled_days(row: TableRow, labeled: Mapping[Token, Found]) -> Draft:
    """The days behind a label among the words of a row: "Claim 4471  Date of service: 02/09/2026"."""
    days = next((labeled[token] for atom in row.atoms for token in atom.tokens if token in labeled), None)
    if days is None or not isinstance(days.value, tuple):
        return {}
    names = ("service_date", "service_date_to")
    return {name: replace(days, value=day) for name, day in zip(names, days.value, strict=False)}


def _date_above(layout: PageLayout, table: Table) -> Draft:
    """On a notice whose lines carry no date: the day that stands by itself above the head of their table."""
    if not table.head or any(column.field == "date" for column in table.columns):
        return {}
    top = min(token.y for token in table.head)
    others = [token.y for other in layout.tables if other is not table for token in other.tokens if token.y < top]
    start = max(others, default=float("-inf"))
    alone = [
        row[0].atoms
        for row in layout.free
        if len(row) == 1 and [atom.kind for atom in row[0].atoms] in _DAYS_ALONE and start < row[0].y < top
    ]
    labeled = {token for label in layout.labels for token in label.value.tokens}
    days = [atoms for atoms in alone if not labeled & set(atoms[0].tokens)]
    return _days_at(days[-1], 0) if days else {}
