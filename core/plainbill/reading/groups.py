"""The services and payments of a paper, each with what is printed once for its whole group: the day, the clinician."""

from collections.abc import Iterator, Sequence

from plainbill.case import DocumentKind
from plainbill.reading.cell_values import Draft
from plainbill.reading.found import Found
from plainbill.reading.layout import PageLayout
from plainbill.reading.lines import is_payment_table, line_of, payment_of
from plainbill.reading.parties import is_clinician
from plainbill.reading.pointers import diagnosis_legend, resolved
from plainbill.reading.services import Entry, entries_of
from plainbill.reading.tables import Table, TableRow
from plainbill.reading.values import value_in
from plainbill.reading.wording import is_payment, opens_a_visit

# A notice may list its services by day and amounts alone.
_PLAN_DECIDED = frozenset({"allowed", "plan_paid", "patient_responsibility", "not_covered", "deductible", "copay"})
# One blank cell may be a date that no reader saw; only several show that days are printed once for a group.
_FEWEST_BLANKS = 2


def entries_by_kind(layouts: Sequence[PageLayout], kind: DocumentKind) -> tuple[list[Draft], list[Draft]]:
    """Return the lines and the payments in reading order."""
    lines: list[Draft] = []
    payments: list[Draft] = []
    for layout in layouts:
        for table in layout.tables:
            if not table.is_furniture:
                _read_table(layout, table, kind, lines, payments)
    legend = diagnosis_legend(layouts)
    lines = [line for line in (resolved(line, legend) for line in lines) if _says_something(line)]
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
    return kept


def _read_table(
    layout: PageLayout, table: Table, kind: DocumentKind, lines: list[Draft], payments: list[Draft]
) -> None:
    above = _date_above(layout, table) if kind == "eob" else {}
    # Each service's own draft, None where a sum or a payment with a day of its own stands between.
    listed: list[Draft | None] = []
    sums = [row.y for row in table.rows if row.role in {"total", "subtotal"}]
    last = float("-inf")
    for entry, heading in _grouped(table):
        # A sum closes the services of its day.
        listed += [None] if any(last < y < entry.row.y for y in sums) else []
        last = entry.row.y
        if kind != "eob" and _is_payment(table, entry):
            payments.append(payment_of(table, entry))
            listed += [None] if "date" in payments[-1] else []
        elif entry.row.role == "service" or kind == "eob":
            line = {**(heading or above), **line_of(table, entry, kind)}
            listed.append(line)
            lines.append(line)
    if any(column.field == "date" for column in table.columns):
        _carry_days(table, listed)


def _carry_days(table: Table, listed: Sequence[Draft | None]) -> None:
    """Give services below a day the day, where the column prints each day once for the services of that day."""
    services = [line for line in listed if line is not None]
    blank = sum("service_date" not in line for line in services)
    cells = [table.cell(entry.row, "date") for entry in entries_of(table) if entry.row.role == "service"]
    unread = any(cell and all(atom.date is None for atom in cell) for cell in cells)
    printed = [line["service_date"].value for line in services if "service_date" in line]
    if blank < _FEWEST_BLANKS or unread or not printed or len(set(printed)) < len(printed):
        return
    days: Draft = {}
    for line in listed:
        if line is None:
            days = {}
        elif "service_date" in line:
            days = {name: line[name] for name in ("service_date", "service_date_to") if name in line}
        else:
            line.update(days)


def _says_something(line: Draft) -> bool:
    named = bool(line.keys() & {"description", "code", "revenue_code"})
    return named or ("service_date" in line and len(line.keys() & _PLAN_DECIDED) > 1)


def _is_payment(table: Table, entry: Entry) -> bool:
    if entry.row.role == "payment" or is_payment_table(table):
        return True
    if table.cell(entry.row, "code", "revenue_code", "units"):
        return False
    heading = entry.headings[-1].text if entry.headings else ""
    wrapped = " ".join(row.text for row in entry.words)
    return any(words and is_payment(words) for words in (heading, wrapped))


def _grouped(table: Table) -> Iterator[tuple[Entry, Draft]]:
    """Each entry with the day and the clinician that head its group, where its own row has no date."""
    dated = any(column.field == "date" for column in table.columns)
    for entry in entries_of(table):
        group: Draft = {}
        for heading in entry.headings:
            group = _heading(heading) or ({} if opens_a_visit(heading.text) else group)
        yield entry, {} if dated else group


def _heading(row: TableRow) -> Draft:
    """What a row that opens a group says of its lines."""
    atoms = row.atoms
    at = next((i for i, atom in enumerate(atoms) if atom.date is not None), None)
    if at is None:
        return {}
    group: Draft = {"service_date": Found(value=atoms[at].date, tokens=atoms[at].tokens)}
    if atoms[at].until is not None:
        group["service_date_to"] = Found(value=atoms[at].until, tokens=atoms[at].tokens)
    elif len(atoms) > at + 2 and atoms[at + 1].kind == "dash" and atoms[at + 2].date is not None:
        group["service_date_to"] = Found(value=atoms[at + 2].date, tokens=atoms[at + 2].tokens)
    if at + 1 < len(atoms) and atoms[at + 1].text.lower().strip(":") in {"with", "by", "provider"}:
        name = value_in(atoms[at + 2 :], "name")
        if name is not None and is_clinician(str(name.value)):
            group["rendering_provider"] = name
    return group


def _date_above(layout: PageLayout, table: Table) -> Draft:
    """On a notice whose lines carry no date: the day that stands by itself above the head of their table."""
    if not table.head or any(column.field == "date" for column in table.columns):
        return {}
    top = min(token.y for token in table.head)
    others = [token.y for other in layout.tables if other is not table for token in other.tokens if token.y < top]
    start = max(others, default=float("-inf"))
    alone = [
        row[0].atoms[0]
        for row in layout.free
        if len(row) == 1 and len(row[0].atoms) == 1 and row[0].atoms[0].date is not None and start < row[0].y < top
    ]
    labeled = {token for label in layout.labels for token in label.value.tokens}
    days = [atom for atom in alone if not labeled & set(atom.tokens)]
    return {"service_date": Found(value=days[-1].date, tokens=days[-1].tokens)} if days else {}
