"""Rows that close a table: which of them sums up the whole paper, and what its amounts are totals of."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain, combinations

from plainbill.case import DocumentKind
from plainbill.reading.columns.placing import assign
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.labels.finding import Labeled
from plainbill.reading.layout import PageLayout
from plainbill.reading.lines.claims import has_several_claims
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.found import Found, from_atoms
from plainbill.reading.tables.services import amounts_of
from plainbill.reading.terms.wording import is_total

Fields = dict[str, Found]

BY_COLUMN: Mapping[str, str] = {
    "charge": "charges", "allowed": "allowed", "plan_paid": "plan_paid", "not_covered": "not_covered",
    "deductible": "deductible", "copay": "copay", "coinsurance": "coinsurance", "adjustment": "adjustments",
    "patient_responsibility": "patient_responsibility", "patient_paid": "patient_paid",
}  # fmt: skip
"""What the amounts of each column add up to."""
SIGNED = frozenset({"charges", "balance_due"})
"""Totals that may be below zero."""
OF_THE_YEAR = re.compile(
    r"\baccumulated\b|\byear[- ]to[- ]date\b|\bytd\b|^all claims processed in\b|^totals? (?:for|in) (?:19|20)\d\d\b",
    re.IGNORECASE,
)
"""What says that a sum is that of the year."""


def closing_rows(
    layouts: Sequence[PageLayout], labels: Sequence[Labeled], names: Mapping[str, str]
) -> list[tuple[Table, TableRow]]:
    """Rows that close a table column by column; of several claims' rows only the one for all of them counts.

    Where no words say which that is, the one below a head of its own that adds up all services does.
    """
    services = [(each, own) for at in layouts for each in at.tables for own in each.rows if own.role == "service"]
    by_sums = (entry for entry in _below_heads_alone(layouts) if _adds_up(entry, services))
    return _by_words(layouts, labels, names, services) or list(by_sums)[:1]


def _by_words(
    layouts: Sequence[PageLayout],
    labels: Sequence[Labeled],
    names: Mapping[str, str],
    services: Sequence[tuple[Table, TableRow]],
) -> list[tuple[Table, TableRow]]:
    """The closing rows that their words, or the sums of the rows before them, say to be of the whole paper."""
    summed = [
        (table, row)
        for layout in layouts
        for table in layout.tables
        for row in table.rows
        if row.role in {"total", "subtotal"} and len(amounts_of(table, row)) >= 2
        # "Totals for 2026" below the services of that year.
        if not OF_THE_YEAR.search(row.text) or _adds_up((table, row), services)
    ]
    rows = [entry for entry in summed if entry[1].role == "total"]
    if not rows and not has_several_claims(layouts):
        rows = _of_the_only_claim(summed, services)
    rows = sorted([*rows, *_loose_rows(layouts)], key=_place)
    # Whose adjustments a label means is open ("frame allowance"), and a deductible may be that of the year.
    sure = [label for label in labels if names.get(label.field) not in {"adjustments", "deductible"}]
    rows = [
        entry
        for entry in rows
        if not _contradicted(*entry, labels, names)
        or _adds_up(entry, services)
        and not _contradicted(*entry, sure, names)
    ]
    grand = [entry for entry in rows if _GRAND.search(entry[1].text)]
    if grand:
        return grand[-1:]
    # One claim may be closed as a subtotal and another as a total.
    for parts in (rows, sorted(summed, key=_place)):
        if len(parts) > 1 and not _contradicted(*parts[-1], labels, names) and _sums_up(parts[-1], parts[:-1]):
            return [parts[-1]]
    # Limits of the year and boxes beside each other may be called totals too.
    whole = [entry for entry in rows if _adds_up(entry, services)]
    if len(rows) > 1 and len(whole) == 1:
        return whole
    if any(_is_reversed(entry) for entry in summed if entry not in rows) and not whole:
        return []
    return rows if len(rows) == 1 and not _is_of_one_claim(*rows[0], labels, layouts, names) else []


def _is_reversed(entry: tuple[Table, TableRow]) -> bool:
    """True for the sum of a claim that is taken back: that of the claim settled anew is not of the whole paper."""
    charge = amounts_of(*entry).get("charge")
    return charge is not None and charge.money is not None and charge.money < 0


def _place(entry: tuple[Table, TableRow]) -> tuple[int, float]:
    """Where a row stands in the paper: page and height."""
    return entry[1].atoms[0].tokens[0].page, entry[1].y


def _of_the_only_claim(
    rows: Sequence[tuple[Table, TableRow]], services: Sequence[tuple[Table, TableRow]]
) -> list[tuple[Table, TableRow]]:
    """The sum of a claim is that of the whole paper where no other part is summed up.

    Its words may stand left of the first column: then it is told by adding up all services.
    """
    if len(rows) != 1:
        return []
    return [entry for entry in rows if _CLAIM.search(entry[1].text) or not entry[1].text and _adds_up(entry, services)]


_CLAIM = re.compile(r"\bclaim\b", re.IGNORECASE)
_FEWEST_SUMS = 2
_GRAND = re.compile(r"\b(?:all|grand|statement|overall|this (?:month|quarter|report))\b", re.IGNORECASE)


def _loose_rows(layouts: Sequence[PageLayout]) -> list[tuple[Table, TableRow]]:
    """Totals below a table that ended before them: their amounts stand under its columns all the same."""
    found: list[tuple[Table, TableRow]] = []
    above: Table | None = None
    for layout in layouts:
        own = [table for table in layout.tables if table.head and _has_columns(table)]
        taken = {token for table in layout.tables for row in table.rows for atom in row.atoms for token in atom.tokens}
        for cells in layout.cells:
            atoms = [atom for cell in cells for atom in cell.atoms]
            here = [table for table in own if atoms and max(token.y for token in table.head) < atoms[0].y]
            above = here[-1] if here else above
            if above is not None and not taken & {token for atom in atoms for token in atom.tokens}:
                row = _total_under(above, atoms)
                found += [(above, row)] if row is not None else []
        above = own[-1] if own else above
    return found


def _has_columns(table: Table) -> bool:
    return not table.is_furniture and len(table.fields & BY_COLUMN.keys()) >= 2


def _total_under(table: Table, atoms: Sequence[Atom]) -> TableRow | None:
    """The row by the columns of the table where it is a total and every amount of it has a column of its own."""
    amounts = [atom for atom in atoms if atom.kind == "money"]
    words = " ".join(atom.text for atom in atoms if atom.kind == "text")
    if (
        len(amounts) < 2
        or not is_total(words)
        or OF_THE_YEAR.search(words)
        or any(atom.kind == "date" for atom in atoms)
    ):
        return None
    return _by_columns(table, atoms)


def _by_columns(table: Table, atoms: Sequence[Atom]) -> TableRow | None:
    """The row by the columns of the table, None where an amount of it has no column of its own."""
    cells = tuple(tuple(cell) for cell in assign(table.columns, atoms))
    row = TableRow(role="total", cells=cells, y=atoms[0].y, height=atoms[0].tokens[0].box.height)
    return row if len(amounts_of(table, row)) == sum(atom.kind == "money" for atom in atoms) else None


def _below_heads_alone(layouts: Sequence[PageLayout]) -> Iterator[tuple[Table, TableRow]]:
    """The rows right below heads that nothing else stands under, as over the sum of several claims."""
    for layout in layouts:
        rows = [[atom for cell in cells for atom in cell.atoms] for cells in layout.cells if cells]
        for table in layout.tables:
            if not table.head or table.rows or not _has_columns(table):
                continue
            end = max(token.y for token in table.head)
            below = next((own for own in rows if own[0].y > end and not set(table.head) & set(own[0].tokens)), [])
            if below and not any(atom.kind == "date" for atom in below):
                row = _by_columns(table, below)
                yield from [(table, row)] if row is not None else []


def _sums_up(last: tuple[Table, TableRow], others: Sequence[tuple[Table, TableRow]]) -> bool:
    """True where the last row holds the sums of the rows before it, column by column."""
    before = [amounts_of(*entry) for entry in others]
    summed = [
        (atom.money, sum((row[name].money or Decimal(0) for row in before if name in row), Decimal(0)))
        for name, atom in amounts_of(*last).items()
        if name in BY_COLUMN and [column.field for column in last[0].columns].count(name) == 1
    ]
    return any(total for total, _ in summed) and all(total == parts for total, parts in summed)


def _adds_up(closing: tuple[Table, TableRow], services: Sequence[tuple[Table, TableRow]]) -> bool:
    """True where a row of two amounts or more holds the sums of all services."""
    table, row = closing
    summed = {name: atom.money for name, atom in amounts_of(table, row).items() if name in BY_COLUMN}
    added = {name: Decimal(0) for name in summed}
    for service in services:
        for name, atom in amounts_of(*service).items():
            if name in added:
                added[name] += atom.money or Decimal(0)
    return sum(bool(amount) for amount in summed.values()) >= _FEWEST_SUMS and summed == added


def _contradicted(table: Table, row: TableRow, labels: Sequence[Labeled], names: Mapping[str, str]) -> bool:
    """True where the closing block says otherwise: the row sums up one claim only, or its columns are others."""
    return not all(_agreeing(table, row, labels, names))


def _agreeing(table: Table, row: TableRow, labels: Sequence[Labeled], names: Mapping[str, str]) -> list[bool]:
    """For each amount of the row that a label of the closing block names too: whether it is the same."""
    row_tokens = {token for atom in row.atoms for token in atom.tokens}
    closing = [label for label in labels if not row_tokens & set(label.value.tokens)]
    printed: dict[str, set[object]] = {}
    for label in closing:
        if label.field in names and isinstance(label.value.value, Decimal):
            printed.setdefault(names[label.field], set()).add(abs(label.value.value))
    found = [(BY_COLUMN.get(column), abs(atom.money or 0)) for column, atom in amounts_of(table, row).items()]
    return [amount in printed[name] for name, amount in found if name in printed]


def _is_of_one_claim(
    table: Table, row: TableRow, labels: Sequence[Labeled], layouts: Sequence[PageLayout], names: Mapping[str, str]
) -> bool:
    """True where a paper has several claims and nothing says that the row is for all of them."""
    if not has_several_claims(layouts) or _agreeing(table, row, labels, names):
        return False
    services = [(each, own) for at in layouts for each in at.tables for own in each.rows if own.role == "service"]
    return not _sums_up((table, row), services)


def asked_after_payments(
    table: Table, row: TableRow, labels: Sequence[Labeled], payments: Sequence[Found]
) -> Found | None:
    """What labels ask for where it is what a closing row leaves to pay less payments.

    `payments` are all that the paper lists, on whatever page; those that the columns take off already are among them.
    Else those among its services count: where they are in its sum already, nothing asks for less.
    """
    left = amounts_of(table, row).get("patient_responsibility")
    paid = [
        abs(amount.money)
        for below in table.rows
        if below.role == "payment"
        for amount in below.atoms[-1:]
        if amount.money is not None
    ]
    if left is None or left.money is None:
        return None
    asked = [label.value for label in labels if label.field in {"total_owed", "balance_due"}]
    if len({value.value for value in asked}) == 1 and len(payments) <= _MOST_PAYMENTS:
        listed = [abs(each.value) for each in payments if isinstance(each.value, Decimal)]
        if any(left.money - sum(some) == asked[0].value for some in _chosen(listed)):
            return asked[0]
    owed = left.money - sum(paid, Decimal(0))
    return next((value for value in asked if value.value == owed), None) if paid else None


# Of more payments than these no choice is looked for that leads to what is asked.
_MOST_PAYMENTS = 8


def _chosen(amounts: Sequence[Decimal]) -> Iterator[tuple[Decimal, ...]]:
    """Every choice of one or several of the amounts."""
    return chain.from_iterable(combinations(amounts, size) for size in range(1, len(amounts) + 1))


def put_row(fields: Fields, table: Table, row: TableRow, kind: DocumentKind) -> None:
    """Put each amount of a closing row under the total that its column adds up to, where none is there yet."""
    left_open = {column.field for column in table.columns if kind == "bill" and table.leaves_payer_open(column)}
    named = [column.field for column in table.columns]
    left = _what_is_left(table, row) if kind == "bill" else None
    for column, atom in amounts_of(table, row).items():
        name = BY_COLUMN.get(column)
        if name is None or atom.money is None or column in left_open:
            continue
        if column == "adjustment" and named.count(column) > 1:
            # One of several columns of what was taken off is not all of it.
            continue
        if column == "adjustment" and _holds_shares(amounts_of(table, row)):
            continue
        if kind == "eob" and name == "patient_paid":
            name = "patient_responsibility"
        if kind == "bill":
            due = fields["totals.balance_due"].value if "totals.balance_due" in fields else left and left.money
            shared = due is not None and due != atom.money
            # The patient's share before what they paid of it is not what is left.
            owed = "patient_responsibility" if shared else "balance_due"
            name = {"plan_paid": "insurance_paid", "patient_responsibility": owed}.get(name, name)
        signed = name in SIGNED or kind == "eob" and _takes_back(table, column, atom.money)
        value = atom.money if signed else abs(atom.money)
        fields.setdefault(f"totals.{name}", from_atoms(value, [atom]))
    if left is not None:
        fields.setdefault("totals.balance_due", from_atoms(left.money, [left]))


def _holds_shares(amounts: Mapping[str, Atom]) -> bool:
    """True where a sum of all reasons is all that was not paid, what the patient has to pay among it."""
    charge, paid, off = (
        amounts[name].money if name in amounts else None for name in ("charge", "plan_paid", "adjustment")
    )
    shared = any(amounts[name].money for name in ("deductible", "copay", "coinsurance") if name in amounts)
    return shared and charge is not None and paid is not None and off is not None and charge - paid == abs(off)


def _takes_back(table: Table, field: str, whole: Decimal) -> bool:
    """True where a column prints no minus beside what was charged: one in a sum takes back what the sum is of.

    Not where the sum is that of the column but for the minus, which then says that it was taken off.
    """
    beside = [
        (own["charge"].money, own[field].money) for own in _service_amounts(table) if {"charge", field} <= own.keys()
    ]
    signs = [amount > 0 for charge, amount in beside if charge is not None and charge > 0 and amount]
    listed = (own[field].money or Decimal(0) for own in _service_amounts(table) if field in own)
    return bool(signs) and all(signs) and sum(listed, Decimal(0)) != -whole


def _service_amounts(table: Table) -> list[Mapping[str, Atom]]:
    return [amounts_of(table, row) for row in table.rows if row.role == "service"]


def _what_is_left(table: Table, row: TableRow) -> Atom | None:
    """The balance that closes the columns of a bill where it is the charges less all that was paid or taken off."""
    amounts = {name: atom.money or Decimal(0) for name, atom in amounts_of(table, row).items()}
    before = [a.money or Decimal(0) for r in table.rows if r.role == "carried" for a in r.atoms if a.money is not None]
    off = sum((abs(amounts[name]) for name in _TAKES_OFF if name in amounts), Decimal(0))
    due = amounts.get("charge", Decimal(0)) + sum(before[:1], Decimal(0)) - off
    return amounts_of(table, row)["balance"] if "balance" in amounts and off and amounts["balance"] == due else None


_TAKES_OFF = ("plan_paid", "patient_paid", "payment", "adjustment")
