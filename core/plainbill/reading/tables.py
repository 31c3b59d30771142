"""Tables of a page: each row under a head, told apart as service, payment, total, section or detail."""

import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from plainbill.reading.amount_words import amount_field
from plainbill.reading.atoms import Atom, atoms_of, joined
from plainbill.reading.cents import with_cents
from plainbill.reading.codes import parse_code, parse_codes, parse_revenue_code
from plainbill.reading.columns import Column, assign, columns_of
from plainbill.reading.dates import parse_date
from plainbill.reading.headers import AMOUNT_FIELDS, Head, find_heads, head_height
from plainbill.reading.headless import columns_without_head
from plainbill.reading.reasons import is_reason_row
from plainbill.reading.rows import Row
from plainbill.reading.tokens import Token
from plainbill.reading.vocabulary import field_labels, plain_key
from plainbill.reading.wording import heads_a_visit, is_detail, is_payment, is_total, opens_a_visit, summary_field

Role = Literal["service", "payment", "total", "subtotal", "carried", "summary", "amounts", "words"]
# A gap this many times the usual pitch, with nothing that fits below it, ends a table.
_FAR = 6.0
_FEWEST_SUMMED = 3
# Rows that belong together stand closer than this many heights.
_PITCH = 1.9


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """One row of a table: what it is, and its atoms by column."""

    role: Role
    cells: tuple[tuple[Atom, ...], ...]
    y: float
    height: float

    @property
    def atoms(self) -> tuple[Atom, ...]:
        """All atoms from left to right."""
        return tuple(sorted((atom for cell in self.cells for atom in cell), key=lambda atom: atom.x0))

    @property
    def text(self) -> str:
        """The words of the row without its amounts."""
        return " ".join(atom.text for atom in self.atoms if atom.kind not in {"money", "dash"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: its columns and the rows below their head; `pieced` are amounts put together from dollars and cents."""

    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    head: tuple[Token, ...]
    is_furniture: bool = False
    pieced: tuple[Atom, ...] = ()

    def cell(self, row: TableRow, *fields: str) -> tuple[Atom, ...]:
        """The atoms of the first column that holds one of the fields and is filled in the row."""
        for column, cell in zip(self.columns, row.cells, strict=True):
            if column.field in fields and cell:
                return cell
        return ()

    @property
    def fields(self) -> frozenset[str]:
        """What the columns hold."""
        return frozenset(column.field for column in self.columns)

    @property
    def tokens(self) -> frozenset[Token]:
        """Every token of the table."""
        return frozenset(self.head) | {t for row in self.rows for atom in row.atoms for t in atom.tokens}


def tables_with_head(rows: Sequence[Row]) -> tuple[Table, ...]:
    """Return the tables of a page whose columns are named, from top to bottom."""
    atoms = [atoms_of(row) for row in rows]
    heads = find_heads(rows)
    return tuple(_table(head, rows, atoms, _body_end(head, heads, len(rows))) for head in heads)


def tables_without_head(rows: Sequence[Row]) -> tuple[Table, ...]:
    """Return the list of charges that no head announces, nothing where the page holds none."""
    if not rows:
        return ()
    atoms = [atoms_of(row) for row in rows]
    height = statistics.median(row.height for row in rows)
    uncovered = [own for own in atoms if _total_role("", own, set()) is None and not is_payment(_worded(own))]
    columns = columns_without_head([own for own in uncovered if not _is_summary(own)], height)
    if not columns:
        return ()
    found = tuple(row for row in _rows_under(columns, rows, atoms, height) if row.role != "words" or _tells_more(row))
    first = next((i for i, row in enumerate(found) if row.role == "service"), None)
    if first is None:
        return ()
    while first and found[first - 1].role == "words" and heads_a_visit(found[first - 1].text):
        first -= 1
    return (Table(columns=columns, rows=found[first:], head=()),)


def _tells_more(row: TableRow) -> bool:
    """True where words among charges without a head say what the line above is, or the day of those below."""
    return is_detail(row.text) or opens_a_visit(row.text)


def _worded(atoms: Sequence[Atom]) -> str:
    return " ".join(atom.text for atom in atoms if atom.kind == "text")


def continued(columns: Sequence[Column], rows: Sequence[Row]) -> Table | None:
    """The table that the rows carry on under the head of the page before, None where nothing fits its columns."""
    atoms = [atoms_of(row) for row in rows]
    found = _rows_under(
        tuple(columns), rows, atoms, height=statistics.median(row.height for row in rows) if rows else 1.0
    )
    if not any(row.role == "service" for row in found):
        return None
    return Table(columns=tuple(columns), rows=found, head=())


def _body_end(head: Head, heads: Sequence[Head], rows: int) -> int:
    """The row where the next head begins that stands below this one."""
    for other in heads:
        shared = min(head.x1, other.x1) - max(head.x0, other.x0)
        if other.first_row > head.last_row and shared > 0.25 * min(head.x1 - head.x0, other.x1 - other.x0):
            return other.first_row
    return rows


def _table(head: Head, rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]], end: int) -> Table:
    height = head_height(head)
    tokens = tuple(token for column in head.columns for token in column.tokens)
    furniture = sum("ignore" in column.fields for column in head.columns) >= 0.5 * len(head.columns)
    body = with_cents(head, atoms[head.last_row + 1 : end], height)
    pieced = tuple(set().union(*body) - set().union(*atoms))
    # Rows of reasons run across the columns and say nothing about them.
    columns = columns_of(head, [own for own in body if not is_reason_row(own)], height)
    if furniture:
        return Table(columns=columns, rows=(), head=tokens, is_furniture=True)
    first = head.last_row + 1
    found = _rows_under(columns, rows[first:end], body, height)
    # Once the rows are known, the gutters are found again from them alone.
    known = [row.atoms for row in found if row.role in {"service", "payment"}]
    if known:
        columns = columns_of(head, known, height)
        found = _rows_under(columns, rows[first:end], body, height)
    return Table(columns=columns, rows=found, head=tokens, pieced=pieced)


def _rows_under(
    columns: tuple[Column, ...], rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]], height: float
) -> tuple[TableRow, ...]:
    candidates = []
    for row, own in zip(rows, atoms, strict=True):
        cells = tuple(tuple(cell) for cell in assign(columns, own))
        if any(cells):
            candidates.append((row, cells))
    found: list[TableRow] = []
    pending: list[TableRow] = []
    sections: set[str] = set()
    closed = False
    for row, cells in candidates:
        role = _role(columns, cells, sections)
        if role == "amounts" and not pending:
            continue
        last = (pending or found)[-1] if pending or found else None
        far = last is not None and row.y - last.y > _FAR * height
        if role is None:
            # A row with amounts that fit no column: nothing of this table stands below it.
            if found:
                break
            continue
        if closed and role in {"payment", "service"} and _is_closing(role, columns, cells):
            role = "summary"
        here = TableRow(role=role, cells=cells, y=row.y, height=row.height)
        if role == "words":
            pending.append(here)
            sections.add(plain_key(here.text))
            continue
        if (far or closed) and role in {"total", "subtotal", "carried"} and far:
            break
        if far and not _fits_well(columns, cells):
            break
        found += [*pending, here]
        pending = []
        closed = role == "total" or (closed and role == "summary")
    found += _trailing(found, pending, columns, height)
    return _with_sum(columns, found)


def _with_sum(columns: Sequence[Column], rows: Sequence[TableRow]) -> tuple[TableRow, ...]:
    """The last service is the sum of all others where it names no code and no day and its amount says so."""
    places = [i for i, row in enumerate(rows) if row.role in {"service", "payment"}]
    charge = next((i for i, column in enumerate(columns) if column.field == "charge"), None)
    if len(places) < _FEWEST_SUMMED or charge is None:
        return tuple(rows)
    amounts = [next((a.money for a in rows[i].cells[charge] if a.money is not None), None) for i in places]
    last = rows[places[-1]]
    named = _is_coded(columns, last.cells) or any(atom.date is not None for atom in last.atoms)
    summed = sum(amount for amount in amounts[:-1] if amount is not None)
    if last.role != "service" or named or not amounts[-1] or summed != amounts[-1]:
        return tuple(rows)
    return (*rows[: places[-1]], replace(last, role="total"), *rows[places[-1] + 1 :])


def _is_closing(role: Role, columns: Sequence[Column], cells: Sequence[Sequence[Atom]]) -> bool:
    """True where a row below a total is part of the closing sums: it names neither a day nor a code."""
    if _is_coded(columns, cells) or any(atom.date is not None for cell in cells for atom in cell):
        return False
    words = " ".join(atom.text for cell in cells for atom in cell if atom.kind == "text")
    return role == "payment" or summary_field(words) is not None


def _trailing(
    found: Sequence[TableRow], pending: Sequence[TableRow], columns: Sequence[Column], height: float
) -> list[TableRow]:
    """Words right below the last row belong to it; what stands apart does not."""
    kept: list[TableRow] = []
    if not found or found[-1].role not in {"service", "payment"}:
        return kept
    last = found[-1]
    for row in pending:
        if is_reason_row(row.atoms) and row.y - last.y <= _PITCH * max(height, row.height):
            kept.append(row)
            last = row
            continue
        filled = [i for i, cell in enumerate(row.cells) if cell]
        if row.y - last.y > _PITCH * max(height, row.height) or len(filled) > 2:
            break
        if not any(columns[i].field in {"description", "code", "remark", "date", "provider"} for i in filled):
            break
        kept.append(row)
        last = row
    return kept


def _role(columns: Sequence[Column], cells: Sequence[Sequence[Atom]], sections: set[str]) -> Role | None:
    amounts = [
        atom
        for column, cell in zip(columns, cells, strict=True)
        for atom in cell
        if atom.kind == "money" and (column.field in AMOUNT_FIELDS or column.field == "unknown_amount")
    ]
    words = [atom for cell in cells for atom in cell if atom.kind not in {"money", "dash"}]
    text = " ".join(atom.text for atom in words)
    announced = bool(words) and _ANNOUNCED.match(words[0].text) is not None and not _has_date(columns, cells)
    coded = _is_coded(columns, cells) and not announced
    if not amounts:
        listed = coded and not any(column.field in AMOUNT_FIELDS for column in columns)
        return "service" if listed else ("words" if words else None)
    if words and is_reason_row(sorted((atom for cell in cells for atom in cell), key=lambda atom: atom.x0)):
        return "words"
    if not words:
        return "amounts" if not _faults(columns, cells) else None
    if not coded and (found := _total_role(text, words, sections)) is not None:
        return found
    faults = _faults(columns, cells)
    if faults > (1 if coded else 0):
        return None
    if coded:
        return "service"
    if not any(atom.kind == "date" for atom in words) and _is_summary(words) and not _in_activity(columns, cells):
        return "summary"
    paid = is_payment(text) and not _has_units(columns, cells) and not _names_a_code(words)
    if _in_payment_column(columns, cells) or paid:
        return "payment"
    return "service"


def _in_activity(columns: Sequence[Column], cells: Sequence[Sequence[Atom]]) -> bool:
    """True where a balance stands beside the amount of a row: it is an entry of an activity list, not a closing sum."""
    filled = [column.field for column, cell in zip(columns, cells, strict=True) if any(a.kind == "money" for a in cell)]
    return len(filled) == 2 and "balance" in filled


def _names_a_code(words: Sequence[Atom]) -> bool:
    """True where a code stands in parentheses behind the words: a "hearing aid check (92592)" is no payment."""
    return any(atom.text.startswith("(") and parse_code(atom.text) is not None for atom in words)


def _is_summary(words: Sequence[Atom]) -> bool:
    """True where the words nearest the amount are the label of a closing sum and nothing more."""
    run: list[Atom] = []
    for atom in reversed(words):
        if run and run[0].x0 - atom.x1 > 1.2 * atom.tokens[0].box.height:
            break
        run.insert(0, atom)
    texts = [token.text for atom in run for token in atom.tokens]
    if amount_field(texts) in _DECIDED:
        return True
    meaning = field_labels().find(texts)
    return meaning is not None and any(field.startswith("total_") or field in _CLOSING for field in meaning.fields)


# What a plan decides about a charge is no charge of its own.
_DECIDED = frozenset({"allowed", "not_covered", "patient_responsibility", "deductible", "coinsurance"})


def _total_role(text: str, words: Sequence[Atom], sections: set[str]) -> Role | None:
    bare = " ".join(atom.text for atom in words if atom.kind == "text")
    meaning = field_labels().find(bare.replace(":", " ").split())
    fields = set(meaning.fields) if meaning else set()
    if fields & {"previous_balance"}:
        return "carried"
    if fields & {"subtotal"} or bare.lower().startswith(("subtotal", "sub-total", "sub total")):
        return "subtotal"
    key = plain_key(bare)
    if any(key in (plain_key("total") + section, section + plain_key("total")) for section in sections if section):
        return "subtotal"
    if is_total(bare) or fields & _CLOSING:
        return "total"
    return None


_ANNOUNCED = re.compile(r"^(?:sub-?)?totals?\b", re.IGNORECASE)


def _has_date(columns: Sequence[Column], cells: Sequence[Sequence[Atom]]) -> bool:
    return any(c.field == "date" and any(a.date for a in cell) for c, cell in zip(columns, cells, strict=True))


_CLOSING = frozenset(
    ["generic_total", "total_charges", "balance_due", "total_owed", "estimate_total", "total_allowed", "ignore_money"]
)


def _is_coded(columns: Sequence[Column], cells: Sequence[Sequence[Atom]]) -> bool:
    for column, cell in zip(columns, cells, strict=True):
        if not cell:
            continue
        if column.field == "code" and (
            any(parse_codes(" ".join(atom.text for atom in cell))) or parse_code(cell[0].text) is not None
        ):
            return True
        if column.field == "revenue_code" and parse_revenue_code(cell[0].text) not in {None, "0001"}:
            return True
    return False


def _has_units(columns: Sequence[Column], cells: Sequence[Sequence[Atom]]) -> bool:
    return any(column.field == "units" and cell for column, cell in zip(columns, cells, strict=True))


def _in_payment_column(columns: Sequence[Column], cells: Sequence[Sequence[Atom]]) -> bool:
    """True where the only amount beside a running balance stands in a column of payments."""
    filled = {
        column.field
        for column, cell in zip(columns, cells, strict=True)
        if column.field in AMOUNT_FIELDS and any(atom.kind == "money" and atom.money != 0 for atom in cell)
    } - {"balance"}
    return bool(filled) and filled <= {"payment", "patient_paid", "adjustment", "plan_paid", "other_paid"}


_NUMBER = re.compile(r"^[-(]?\d[\d,]*(?:\.\d+)?\)?-?$")


def _faults(columns: Sequence[Column], cells: Sequence[Sequence[Atom]]) -> int:
    """How many columns hold what their kind of value cannot be."""
    return sum(_is_faulty(column, cell) for column, cell in zip(columns, cells, strict=True))


def _is_faulty(column: Column, cell: Sequence[Atom]) -> bool:
    kinds = {atom.kind for atom in cell}
    if not cell or kinds == {"dash"}:
        return False
    if column.field in {"date", "date_to"}:
        return "date" not in kinds and not any(
            _NUMBER.match(a.text) or parse_date(a.text, dense=True) for a in cell[:1]
        )
    if column.field in AMOUNT_FIELDS:
        return (
            "money" not in kinds
            or "text" in kinds
            and any(any(m.isalpha() for m in a.text) and len(a.text) > 3 for a in cell if a.kind == "text")
        )
    if column.field == "code":
        return len(cell) > 4 or all(len(atom.text) > 12 for atom in cell)
    if column.field == "units":
        return not any(any(mark.isdigit() for mark in atom.text) for atom in cell)
    if column.field == "revenue_code":
        return parse_revenue_code(cell[0].text) is None
    return False


def _fits_well(columns: Sequence[Column], cells: Sequence[Sequence[Atom]]) -> bool:
    return _is_coded(columns, cells) or any(
        column.field == "date" and any(atom.kind == "date" for atom in cell)
        for column, cell in zip(columns, cells, strict=True)
    )


__all__ = ["Table", "TableRow", "continued", "joined", "tables_with_head", "tables_without_head"]
