"""Dates and totals of a paper: which labeled value or closing row goes into which field."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from plainbill.case import DocumentKind
from plainbill.reading.atoms import Atom
from plainbill.reading.claims import has_several_claims
from plainbill.reading.columns import assign
from plainbill.reading.dates import PrintedDate, days_in
from plainbill.reading.found import Found, from_atoms
from plainbill.reading.labels import Labeled
from plainbill.reading.layout import PageLayout
from plainbill.reading.services import amounts_of
from plainbill.reading.table import Table, TableRow
from plainbill.reading.tokens import Token
from plainbill.reading.vocabulary import plain_key
from plainbill.reading.wording import is_total

Fields = dict[str, Found]

_ON_A_BILL: Mapping[str, str] = {
    "total_charges": "charges", "total_adjustments": "adjustments", "total_insurance_paid": "insurance_paid",
    "total_patient_paid": "patient_paid", "total_owed": "balance_due", "balance_due": "balance_due",
    "total_allowed": "allowed", "total_deductible": "deductible", "total_copay": "copay",
    "total_coinsurance": "coinsurance", "total_not_covered": "not_covered",
}  # fmt: skip
_ON_AN_EOB: Mapping[str, str] = {
    **_ON_A_BILL, "total_insurance_paid": "plan_paid", "total_owed": "patient_responsibility",
    "balance_due": "patient_responsibility", "total_patient_paid": "patient_paid",
}  # fmt: skip
_ON_AN_ESTIMATE: Mapping[str, str] = {
    "estimate_total": "estimate", "total_charges": "estimate", "balance_due": "estimate",
    "total_owed": "patient_responsibility",
    "generic_total": "estimate",
}  # fmt: skip
_BY_COLUMN: Mapping[str, str] = {
    "charge": "charges", "allowed": "allowed", "plan_paid": "plan_paid", "not_covered": "not_covered",
    "deductible": "deductible", "copay": "copay", "coinsurance": "coinsurance", "adjustment": "adjustments",
    "patient_responsibility": "patient_responsibility", "patient_paid": "patient_paid",
}  # fmt: skip
_SIGNED = frozenset({"charges", "balance_due"})


def totals_of(layouts: Sequence[PageLayout], kind: DocumentKind, paid: frozenset[Token]) -> Fields:
    """The totals of the paper, and on a bill the earlier balance and fees beside them; `paid` is print of payments."""
    if kind == "insurance_card":
        # A card says what visits cost, and sums up none.
        return {}
    every = [label for layout in layouts for label in layout.labels]
    labels = _unambiguous([label for label in every if not paid & set(label.value.tokens)])
    fields: Fields = {}
    if kind == "bill":
        _put_request(fields, labels)
    names = {"eob": _ON_AN_EOB, "estimate": _ON_AN_ESTIMATE}.get(kind, _ON_A_BILL)
    if kind != "estimate":
        for table, row in _closing_rows(layouts, labels, names):
            _put_row(fields, table, row, kind)
    for label in _by_strength(labels):
        name = next((names[field] for field in label.fields if field in names), None)
        if name is None or not isinstance(label.value.value, Decimal):
            continue
        value = label.value.value
        fields.setdefault(
            f"totals.{name}", Found(value=value if name in _SIGNED else abs(value), tokens=label.value.tokens)
        )
    if kind == "bill" and "totals.charges" not in fields:
        _put_bare_total(fields, [label for label in labels if not _of_another_column(label, layouts)])
    for name in ("previous_balance", "fees"):
        found = next((label.value for label in labels if label.field == name), None)
        if found is not None and kind == "bill":
            fields[name] = found
    return fields


def _unambiguous(labels: Sequence[Labeled]) -> list[Labeled]:
    """The labels without those that recur with other amounts: of these only the sum of the others is a total."""
    amounts: dict[str, set[Decimal]] = {}
    for label in labels:
        if isinstance(label.value.value, Decimal):
            amounts.setdefault(_wording(label), set()).add(label.value.value)
    kept = []
    for label in labels:
        several = amounts.get(_wording(label), set())
        value = label.value.value
        if not isinstance(value, Decimal) or len(several) < 2 or 2 * value == sum(several):
            kept.append(label)
    return kept


def _wording(label: Labeled) -> str:
    return plain_key(" ".join(token.text for token in label.label))


def _put_request(fields: Fields, labels: Sequence[Labeled]) -> None:
    """What a bill asks for by a label goes before the sum of a column of shares: it holds what else is due.

    Where such labels differ ("new balance", "pay this amount"), the one that bids to pay counts.
    """
    due = [label for label in labels if label.field == "balance_due" and isinstance(label.value.value, Decimal)]
    bidding = [label for label in due if _BIDS.search(" ".join(token.text for token in label.label))]
    chosen = next(iter(bidding or due), None)
    if chosen is not None:
        fields["totals.balance_due"] = _what_remains(chosen, labels).value


def _what_remains(asked: Labeled, labels: Sequence[Labeled]) -> Labeled:
    """The balance below what was asked before payments, where these and nothing else stand between the two."""
    left = asked.value.value
    for label in labels[labels.index(asked) + 1 :]:
        amount = label.value.value
        if not isinstance(left, Decimal) or not isinstance(amount, Decimal):
            break
        if label.field == "balance_due" and amount == left < asked.value.value:
            return label
        if label.field not in _PAID:
            break
        left -= abs(amount)
    return asked


_PAID = frozenset({"total_patient_paid", "total_insurance_paid", "total_payments", "total_adjustments"})


_BIDS = re.compile(r"\bpay\b|\bremit\b|total\s*(?:amount\s*|balance\s*)?due|amount\s*(?:now\s*)?due", re.IGNORECASE)


def _by_strength(labels: Sequence[Labeled]) -> list[Labeled]:
    """Labels in reading order, those of an estimate's own total first."""
    return sorted(labels, key=lambda label: label.field != "estimate_total")


def _of_another_column(label: Labeled, layouts: Sequence[PageLayout]) -> bool:
    """True where the amount beside "Total" stands in a column of the table that holds no charges."""
    return any(
        label.value.tokens[0] in atom.tokens and column.field in _BY_COLUMN and column.field != "charge"
        for layout in layouts
        for table in layout.tables
        for row in table.rows
        for column, cell in zip(table.columns, row.cells, strict=True)
        for atom in cell
    )


def _put_bare_total(fields: Fields, labels: Sequence[Labeled]) -> None:
    """A row that says only "Total" sums up the charges, or what is owed where nothing else says so."""
    bare = [
        label.value
        for i, label in enumerate(labels)
        if isinstance(label.value.value, Decimal)
        and (label.field == "generic_total" or _is_before_payments(label, labels[:i], fields))
    ]
    subtotals = [
        label.value for label in labels if label.field == "subtotal" and isinstance(label.value.value, Decimal)
    ]
    if bare and len(subtotals) == 1 and "totals.adjustments" in fields and bare[0].value != subtotals[0].value:
        # Goods, discount, total: the sum before the discount is what was charged.
        fields["totals.charges"] = subtotals[0]
        fields.setdefault("totals.balance_due", bare[0])
    elif bare:
        fields["totals.charges"] = bare[0]


def _is_before_payments(label: Labeled, above: Sequence[Labeled], fields: Fields) -> bool:
    """True for "Invoice total" where another amount is asked for and nothing has been taken off above it."""
    asked = fields.get("totals.balance_due")
    if "generic_total" not in label.fields or asked is None or asked.value == label.value.value:
        return False
    return not any(other.field in _PAID or other.field == "subtotal" for other in above)


def _closing_rows(
    layouts: Sequence[PageLayout], labels: Sequence[Labeled], names: Mapping[str, str]
) -> list[tuple[Table, TableRow]]:
    """Rows that close a table column by column; of several claims' rows only the one for all of them counts."""
    summed = [
        (table, row)
        for layout in layouts
        for table in layout.tables
        for row in table.rows
        if row.role in {"total", "subtotal"} and len(amounts_of(table, row)) >= 2
    ]
    rows = [entry for entry in summed if entry[1].role == "total"]
    if not rows and not has_several_claims(layouts):
        rows = _of_the_only_claim(summed)
    rows = sorted([*rows, *_loose_rows(layouts)], key=_place)
    rows = [entry for entry in rows if not _contradicted(*entry, labels, names)]
    grand = [entry for entry in rows if _GRAND.search(entry[1].text)]
    if grand:
        return grand[-1:]
    # One claim may be closed as a subtotal and another as a total.
    for parts in (rows, sorted(summed, key=_place)):
        if len(parts) > 1 and not _contradicted(*parts[-1], labels, names) and _sums_up(parts[-1], parts[:-1]):
            return [parts[-1]]
    return rows if len(rows) == 1 and not _is_of_one_claim(*rows[0], labels, layouts, names) else []


def _place(entry: tuple[Table, TableRow]) -> tuple[int, float]:
    """Where a row stands in the paper: page and height."""
    return entry[1].atoms[0].tokens[0].page, entry[1].y


def _of_the_only_claim(rows: Sequence[tuple[Table, TableRow]]) -> list[tuple[Table, TableRow]]:
    """The sum of a claim is that of the whole paper where no other part is summed up."""
    return [entry for entry in rows if len(rows) == 1 and _CLAIM.search(entry[1].text)]


_CLAIM = re.compile(r"\bclaim\b", re.IGNORECASE)
_GRAND = re.compile(r"\b(?:all|grand|statement|overall)\b", re.IGNORECASE)


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
    return not table.is_furniture and len(table.fields & _BY_COLUMN.keys()) >= 2


def _total_under(table: Table, atoms: Sequence[Atom]) -> TableRow | None:
    """The row by the columns of the table where it is a total and every amount of it has a column of its own."""
    amounts = [atom for atom in atoms if atom.kind == "money"]
    words = " ".join(atom.text for atom in atoms if atom.kind == "text")
    if len(amounts) < 2 or not is_total(words) or any(atom.kind == "date" for atom in atoms):
        return None
    cells = tuple(tuple(cell) for cell in assign(table.columns, atoms))
    row = TableRow(role="total", cells=cells, y=atoms[0].y, height=atoms[0].tokens[0].box.height)
    return row if len(amounts_of(table, row)) == len(amounts) else None


def _sums_up(last: tuple[Table, TableRow], others: Sequence[tuple[Table, TableRow]]) -> bool:
    """True where the last row holds the sums of the rows before it, column by column."""
    before = [amounts_of(*entry) for entry in others]
    summed = [
        (atom.money, sum((row[name].money or Decimal(0) for row in before if name in row), Decimal(0)))
        for name, atom in amounts_of(*last).items()
    ]
    return any(total for total, _ in summed) and all(total == parts for total, parts in summed)


def _contradicted(table: Table, row: TableRow, labels: Sequence[Labeled], names: Mapping[str, str]) -> bool:
    """True where the closing block says otherwise: the row sums up one claim only, or its columns are others."""
    return not all(_agreeing(table, row, labels, names))


def _agreeing(table: Table, row: TableRow, labels: Sequence[Labeled], names: Mapping[str, str]) -> list[bool]:
    """For each amount of the row that a label of the closing block names too: whether it is the same."""
    row_tokens = {token for atom in row.atoms for token in atom.tokens}
    closing = [label for label in labels if not row_tokens & set(label.value.tokens)]
    printed: dict[str, set[object]] = {}
    for label in closing:
        if label.field in names:
            printed.setdefault(names[label.field], set()).add(label.value.value)
    found = [(_BY_COLUMN.get(column), atom.money) for column, atom in amounts_of(table, row).items()]
    return [amount in printed[name] for name, amount in found if name in printed]


def _is_of_one_claim(
    table: Table, row: TableRow, labels: Sequence[Labeled], layouts: Sequence[PageLayout], names: Mapping[str, str]
) -> bool:
    """True where a paper has several claims and nothing says that the row is for all of them."""
    if not has_several_claims(layouts) or _agreeing(table, row, labels, names):
        return False
    services = [(each, own) for at in layouts for each in at.tables for own in each.rows if own.role == "service"]
    return not _sums_up((table, row), services)


def _put_row(fields: Fields, table: Table, row: TableRow, kind: DocumentKind) -> None:
    for column, atom in amounts_of(table, row).items():
        name = _BY_COLUMN.get(column)
        if name is None or atom.money is None:
            continue
        if kind == "eob" and name == "patient_paid":
            name = "patient_responsibility"
        if kind == "bill":
            name = {"plan_paid": "insurance_paid", "patient_responsibility": "balance_due"}.get(name, name)
        value = atom.money if name in _SIGNED else abs(atom.money)
        fields.setdefault(f"totals.{name}", from_atoms(value, [atom]))


def dates_of(layouts: Sequence[PageLayout], kind: DocumentKind, of_lines: frozenset[Token]) -> Fields:
    """The dates of the paper outside its lines, as printed; `of_lines` is print of the days of lines."""
    labels = [label for layout in layouts for label in layout.labels]
    fields: Fields = {}
    for name in ("document_date", "due_date", "processed_date", "service_from", "service_to"):
        own = (
            lb for lb in labels if lb.field == name and not (name == "processed_date" and _opens_period(lb, layouts))
        )
        found = next((label.value for label in own), None)
        if found is not None:
            fields[name] = found
    dated = [label for label in labels if label.field == "service_dates" and _is_free(label, layouts)]
    if (kind == "eob" or "service_from" in fields) and (
        printed := next((lb for lb in dated if "document_date" in lb.fields), None)
    ):
        # The "run date" of a remittance, or of a paper that names the days of a stay, is the day of its print.
        dated.remove(printed)
        if isinstance(printed.value.value, tuple):
            fields.setdefault("document_date", Found(value=printed.value.value[0], tokens=printed.value.tokens))
    period = next((label.value for label in dated), None)
    if period is not None and isinstance(period.value, tuple):
        dates: tuple[PrintedDate, ...] = period.value
        fields.setdefault("service_from", Found(value=dates[0], tokens=period.tokens))
        if len(dates) > 1 or kind != "estimate":
            fields.setdefault("service_to", Found(value=dates[-1], tokens=period.tokens))
    if not of_lines and not fields.keys() & {"service_from", "service_to"} and (stay := _stay_alone(layouts)):
        fields["service_from"], fields["service_to"] = stay
    plain = next((label.value for label in labels if label.field == "plain_date"), None)
    if plain is not None:
        fields.setdefault("document_date", plain)
    undated = not fields.keys() & {"document_date", "processed_date"}
    if (kind in {"letter", "eob"} or not of_lines) and undated and (day := _day_alone(layouts, of_lines)) is not None:
        fields["document_date"] = day
    if kind == "eob" and "processed_date" not in fields and "document_date" in fields:
        fields["processed_date"] = fields.pop("document_date")
    return fields


def _opens_period(label: Labeled, layouts: Sequence[PageLayout]) -> bool:
    """True where a dash behind the day says that it begins a period: "Claims processed: December 15 - March 16"."""
    last = label.value.tokens[-1]
    for layout in layouts:
        for row in layout.cells:
            atoms = [atom for cell in row for atom in cell.atoms]
            for atom, behind in zip(atoms, atoms[1:], strict=False):
                if last in atom.tokens:
                    return behind.kind == "dash"
    return False


def _day_alone(layouts: Sequence[PageLayout], of_lines: frozenset[Token]) -> Found | None:
    """The day that stands by itself in the upper half of the first page."""
    for row in layouts[0].free:
        if len(row) == 1 and len(row[0].atoms) == 1 and row[0].y < layouts[0].height / 2:
            atom = row[0].atoms[0]
            if atom.date is not None and atom.date.year is not None and not of_lines & set(atom.tokens):
                return Found(value=atom.date, tokens=atom.tokens)
    return None


def _stay_alone(layouts: Sequence[PageLayout]) -> tuple[Found, Found] | None:
    """The first and last day of a stay that stand by themselves on a row, as on a notice about a hospital's stay."""
    for row in layouts[0].free:
        atoms = [atom for cell in row for atom in cell.atoms]
        days = days_in(" ".join(atom.text for atom in atoms)) if atoms and atoms[0].date is not None else ()
        if len(days) == 2:
            years = [day.year for day in days if day.year is not None]
            first, last = (replace(day, year=day.year or years[-1]) if years else day for day in days)
            tokens = tuple(token for atom in atoms for token in atom.tokens)
            return Found(value=first, tokens=tokens), Found(value=last, tokens=tokens)
    return None


def _is_free(label: Labeled, layouts: Sequence[PageLayout]) -> bool:
    """True where the label stands outside every table: inside one it dates a group of lines."""
    return not any(
        label.label[0] in atom.tokens
        for layout in layouts
        for table in layout.tables
        for row in table.rows
        for atom in row.atoms
    )
