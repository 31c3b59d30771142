"""Entries of a table to lines of the paper, field by field."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from plainbill.case import DocumentKind
from plainbill.reading.columns.column import Column
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.heads.head_fields import AMOUNT_FIELDS
from plainbill.reading.heads.head_words import is_expected
from plainbill.reading.lines.cell_values import Draft, read_cell, restored, with_letters
from plainbill.reading.lines.clinicians_behind_words import parted_from_clinician
from plainbill.reading.lines.counts_in_words import with_count_told
from plainbill.reading.lines.details import Details, details_of
from plainbill.reading.lines.line_adjustments import put_adjustments, without_dashes
from plainbill.reading.lines.reasons_below import reasons_below
from plainbill.reading.lines.wrapped_cells import read_wrapped
from plainbill.reading.rows.atoms import Atom, is_days, is_open
from plainbill.reading.rows.found import Found, from_atoms
from plainbill.reading.rows.reasons import codes_first, is_reason_row
from plainbill.reading.tables.dashed_codes import is_dashed, with_code_parted
from plainbill.reading.tables.days import heads_a_day
from plainbill.reading.tables.services import Entry
from plainbill.reading.tables.trailing_codes import ends_in_codes, with_code_apart
from plainbill.reading.terms.codes import (
    ProcedureCode,
    is_digits_alone,
    is_glued_code,
    known_codes,
    parse_code,
    parse_codes,
    parse_modifiers,
)
from plainbill.reading.terms.wording import claim_words, heads_a_visit, is_detail

_PLAN_AMOUNTS = ["allowed", "plan_paid", "not_covered", "deductible", "copay", "coinsurance", "patient_responsibility"]
# Words that run on under the columns of amounts follow each other within so many heights.
_APART = 3.0
_FRACTION = re.compile(r"^[1-7]/[2348]$")
# A range of numbers that goes on in the next row: "20-" above "29 minutes".
_BROKEN_RANGE = re.compile(r"(?<=\d-) (?=\d)")
# The label of a code that was read behind it: "Strep test Procedure code".
_LABEL_OF_A_CODE = re.compile(
    r"(?<=\w)[\s,(-]+(?:(?:procedure|billing|service) code|(?:cpt|hcpcs)(?: code)?)[:#]?$", re.IGNORECASE
)
# "2 x $62.00": how often, and what each costs.
_TIMES = re.compile(r"^(?P<count>-?\d{1,3}(?:\.\d{1,2})?)\s*[x\u00d7@]", re.IGNORECASE)
_SUPPLY = re.compile(
    r"^(?:rx|prescription)\s*(?:no\.?|number)?\s*[#:]*\s*\S+,?\s*\d{1,3}[- ]days?[- ]supply$", re.IGNORECASE
)
_DOTS = frozenset({".", "\u00b7", "\u2022", "|", "-"})
_ADDRESS = re.compile(r"\b(?:address|where)\b", re.IGNORECASE)
_NAMES_IT = frozenset({"description", "code", "revenue_code", "item"})
_NOTE = re.compile(r"^(?:N|MA?)\d{1,3}[,;]?$")
_CREDITS = re.compile(r"^credits?$", re.IGNORECASE)
_COUNTS = re.compile(r"\b(?:days?|un|units?|qty|quantity|count)\b", re.IGNORECASE)
# The price of one has no field of its own; it confirms units and charge.
UNIT_PRICE = "(unit price)"


def line_of(table: Table, entry: Entry, kind: DocumentKind) -> Draft:
    """The fields of one service."""
    draft: Draft = {}
    for field, cell in _cells(table, entry):
        shared = field == "code" and len(cell) == 1 and not any(parse_codes(cell[0].text)) and _shares_codes(table)
        read_cell(draft, "revenue_code" if shared else field, cell)
    if "service_date" not in draft and not any(column.field == "date" for column in table.columns):
        read_cell(draft, "date", _days_among_amounts(table, entry))
    if "service_date" not in draft:
        read_cell(draft, "date", _days_below(table, entry))
    below = (_code_below(table, entry) or _code_behind(table, entry)) if "code" not in draft else ()
    read_cell(draft, "code", below)
    reasons, explained = reasons_below(table, entry)
    below = (*below, *read_wrapped(draft, table, entry), *explained)
    details = _details(table, entry, coded="code" in draft, known=below)
    _put_details(draft, details)
    _put_amounts(draft, table, entry, kind)
    put_adjustments(draft, table, entry, details, reasons)
    return with_letters(with_count_told(draft))


def _code_below(table: Table, entry: Entry) -> tuple[Atom, ...]:
    """The procedure code that stands in its column on a row below, where the service's own row holds another."""
    cells = (table.cell(row, "code", "revenue_code") for row in entry.words if row.y > entry.row.y)
    return next((cell for cell in cells if parse_codes(" ".join(atom.text for atom in cell))[1] is not None), ())


def _code_behind(table: Table, entry: Entry) -> tuple[Atom, ...]:
    """The known code that stands right of all amounts, where nothing heads it."""
    if table.fields & {"code", "revenue_code"} or not entry.row.atoms:
        return ()
    *before, last = entry.row.atoms
    coded = parse_code(last.text) is not None and last.text[:5] in known_codes()
    return (last,) if coded and before and before[-1].money is not None else ()


def _days_below(table: Table, entry: Entry) -> tuple[Atom, ...]:
    """The days in their column on a row below, where who gave care stands above them, or before a code there."""
    rows = [row for row in entry.words if row.y > entry.row.y]
    cells = (table.cell(row, "date") for row in rows)
    found = next((cell for cell in cells if any(atom.date is not None for atom in cell)), ())
    found = found or next((row.atoms[:at] for row in rows if (at := _behind_a_day(row))), ())
    if found or "date" in table.fields:
        return found
    return next((row.atoms[:1] for row in rows if row.atoms and row.atoms[0].date is not None), ())


def _behind_a_day(row: TableRow) -> int:
    """Where the code stands in a row that says when it was done: "on 3/2/2026 99396"; 0 where none does."""
    at = next((i for i, atom in enumerate(row.atoms[:2]) if atom.date is not None), None)
    if at is None or at and row.atoms[0].text.lower() not in {"on", "dos", "dos:", "date:"}:
        return 0
    code = next((i for i, atom in enumerate(row.atoms) if i > at and atom.text not in _DOTS), 0)
    alone = parse_code(" ".join(atom.text for atom in row.atoms[code:])) is not None
    return code if code and (alone or row.atoms[code].text[:5] in known_codes()) else 0


def _days_among_amounts(table: Table, entry: Entry) -> tuple[Atom, ...]:
    """The days that stand beside amounts: those of a column whose head was not read."""
    return tuple(
        atom
        for column, cell in zip(table.columns, entry.row.cells, strict=True)
        if column.field in AMOUNT_FIELDS and any(atom.money is not None for atom in cell)
        for atom in cell
        if atom.date is not None
    )


def is_payment_table(table: Table) -> bool:
    """True where the head itself says that the rows are payments."""
    if "charge" in table.fields:
        return False
    return any("payment" in column.head.fields and column.field == "description" for column in table.columns)


def _shares_codes(table: Table) -> bool:
    """True where a column of codes prints revenue codes too, beside ("0305 / 85610") or above procedure codes."""
    cells = [(row.role, table.cell(row, "code")) for row in table.rows]
    beside = any(parse_codes(" ".join(atom.text for atom in cell))[0] is not None for _, cell in cells)
    return beside or any(role == "words" and len(cell) == 1 and parse_code(cell[0].text) for role, cell in cells)


def _cells(table: Table, entry: Entry) -> Iterator[tuple[str, tuple[Atom, ...]]]:
    for column, cell in zip(table.columns, entry.row.cells, strict=True):
        if cell:
            if column.field == "date_to" and sum(atom.date is not None for atom in cell) > 1:
                # "From" and "To" stand close together over days in boxes.
                yield "date", cell
                continue
            counted = column.field == "code" and "units" not in table.fields and _names_counts(column)
            yield "counted_code" if counted else column.field.removeprefix("empty:"), cell


def _names_counts(column: Column) -> bool:
    """True where the head of the counts was taken for the end of that of the column: "HCPCS DAYS/UN"."""
    return any(_COUNTS.search(token.text) for token in column.head.tokens)


def _details(table: Table, entry: Entry, *, coded: bool, known: Sequence[Atom] = ()) -> Details:
    """What the words say: those of the description, and on rows below all that is no value of its own column.

    `known` was read already.
    """
    details = Details()
    above = [row for row in entry.words if row.y < entry.row.y]
    below = [row for row in entry.words if row.y >= entry.row.y]
    rows = [
        [atom for atom in _described(table, row, own=row is entry.row, alone=not entry.words) if atom not in known]
        for row in (*above, entry.row, *below)
    ]
    if not coded and ends_in_codes(table):
        place = len(above) if rows[len(above)] or not (above or below) else len(above) - 1 if above else 1
        rows = with_code_apart(rows, place)
    for run in _unbroken(rows):
        atoms = with_code_parted(run) if is_dashed(run) and _lists_codes_among_words(table) else run
        alone = len(atoms) == 1 and atoms[0].text[:5] in known_codes()
        glued = is_glued_code(atoms[0].text) and (alone or _lists_codes_among_words(table))
        details.absorb(details_of(atoms, coded=coded or "code" in details.found, glued=glued))
    return details


def _described(table: Table, row: TableRow, *, own: bool, alone: bool) -> list[Atom]:
    """The atoms of a row that say what was done; `own`: it is that of the service itself, and `alone` its only one."""
    if table.is_claim_form:
        # What stands under the provider is the kind of their number.
        cells = zip(table.columns, row.cells, strict=True)
        return [atom for column, cell in cells if column.field in {"date", "date_to"} and not own for atom in cell]
    row = row if own else _without_addresses(table, row)
    if not own and is_reason_row(row.atoms):
        return list(codes_first(row.atoms))
    if not own and (at := _behind_a_day(row)):
        return list(row.atoms[at:])
    if not own and _says_who_sold(table, row):
        return []
    if not own and is_detail(row.text) and not any(atom.money is not None for atom in row.atoms):
        # A code in the column of notes is read there.
        noted = all(_NOTE.match(atom.text) for atom in row.atoms) and table.cell(row, "remark") == row.atoms
        return [] if noted else list(row.atoms)
    if not own and heads_a_visit(row.text) and heads_a_day(row.atoms):
        return [atom for atom in row.atoms if atom.date is not None]
    if not own and not table.fields & {"description", "item"} and row.role == "words":
        # What stands under a head of amounts without any is print beside the table.
        held = (each for each in zip(table.columns, row.cells, strict=True) if each[0].field[:6] != "empty:")
        return [atom for column, cell in held if not (column.field == "date" and is_days(cell)) for atom in cell]
    atoms: list[Atom] = []
    if own and not _names_what_was_done(table, row):
        # "Date of service / description" may be one column, or its words stand left of theirs.
        beside = [atom for atom in table.cell(row, "date") if atom.kind == "text"]
        coded = len(beside) < len(table.cell(row, "date")) and bool(beside) and beside[0].text[:5] in known_codes()
        atoms += beside if coded or not table.fields & {"description", "item"} else []
    for column, cell in zip(table.columns, row.cells, strict=True):
        if not own and column.field in AMOUNT_FIELDS and _stands_apart(atoms, cell, row):
            # "DENIED" in the place of an amount.
            continue
        if column.field == "description":
            inner = without_dashes(cell)
            atoms += inner[claim_words([atom.text for atom in inner]) if own and not alone else 0 :]
        elif not own and column.field not in {"remark", "adjustment", "provider"} and not _reads(column.field, cell):
            atoms += cell
    return atoms


def _names_what_was_done(table: Table, row: TableRow) -> bool:
    """True where columns of the row itself hold words or codes; those of rows above and below have no place in it."""
    held = [each for each in zip(table.columns, row.cells, strict=True) if each[1] and each[0].field in _NAMES_IT]
    drawn = any(column.left < column.right for column in table.columns)
    return any(column.left < column.right for column, _ in held) if drawn else bool(held)


def _without_addresses(table: Table, row: TableRow) -> TableRow:
    """The row without what goes on under the head of an address: its ZIP code is no code of the service."""
    cells = zip(table.columns, row.cells, strict=True)
    kept = tuple(() if _is_of_addresses(column) else cell for column, cell in cells)
    return row if kept == row.cells else replace(row, cells=kept)


def _is_of_addresses(column: Column) -> bool:
    return column.field != "description" and _ADDRESS.search(" ".join(_words_over(column))) is not None


def _says_who_sold(table: Table, row: TableRow) -> bool:
    """True for the pharmacy and the prescription: "3/2/2026, Creekmouth Drug", "Rx # 7718820, 30 day supply"."""
    dated = "date" not in table.fields and bool(row.atoms) and row.atoms[0].date is not None
    return dated or _SUPPLY.match(" ".join(atom.text for atom in row.atoms)) is not None


def _stands_apart(before: Sequence[Atom], cell: Sequence[Atom], row: TableRow) -> bool:
    return bool(before and cell) and cell[0].x0 - before[-1].x1 > _APART * row.height


def _unbroken(rows: Sequence[list[Atom]]) -> list[list[Atom]]:
    """Rows that hold anything; what a pair of parentheses encloses stays on the row where it opens."""
    kept: list[list[Atom]] = []
    for atoms in rows:
        if kept and is_open(kept[-1]):
            closing = next((i for i, atom in enumerate(atoms) if ")" in atom.text), -1)
            kept[-1] += atoms[: closing + 1]
            atoms = atoms[closing + 1 :]
        if atoms:
            kept.append(list(atoms))
    return kept


def _lists_codes_among_words(table: Table) -> bool:
    """True where a code that is no mere run of digits leads the words of another service: then a run may be one too."""
    for row in table.rows:
        cell = table.cell(row, "description")
        text = cell[0].text if cell and row.role in {"service", "words"} else ""
        if parse_code(text) is not None and not (is_glued_code(text) and is_digits_alone(text)):
            return True
    return False


def _reads(field: str, cell: Sequence[Atom]) -> bool:
    """True where a cell below a service holds one more value of its own column."""
    if field == "modifiers":
        return bool(cell) and parse_modifiers(" ".join(atom.text for atom in cell)) is not None
    return field in {"date", "item"} and bool(cell) and any(atom.date is not None for atom in cell)


def _put_details(draft: Draft, details: Details) -> None:
    for name, values in details.found.items():
        first = values[0]
        if name == "code":
            code = first.value
            if isinstance(code, ProcedureCode) and "code" not in draft:
                draft["code"] = Found(value=code.code, tokens=first.tokens)
                for i, modifier in enumerate(code.modifiers):
                    draft[f"modifiers[{i}]"] = Found(value=modifier, tokens=first.tokens)
        elif name in {"modifiers", "diagnosis_codes"}:
            start = sum(key.startswith(f"{name}[") for key in draft)
            for i, value in enumerate(values):
                draft[f"{name}[{start + i}]"] = value
        elif name == "remarks":
            start = sum(key.startswith("remarks[") for key in draft)
            for i, value in enumerate(values):
                draft[f"remarks[{start + i}].code"] = value
        else:
            draft.setdefault(name, first)
    dated = [atom for i, atom in enumerate(details.words) if atom.date is not None and not (i and _is_fraction(atom))]
    words = [atom for atom in details.words if atom not in dated or "service_date" in draft]
    if dated and "service_date" not in draft:
        draft["service_date"] = from_atoms(dated[0].date, dated[:1])
        if dated[0].until is not None:
            draft["service_date_to"] = from_atoms(dated[0].until, dated[:1])
    while words and words[0].kind == "dash":
        words.pop(0)
    while words and (words[-1].kind == "dash" or dated and words[-1].text == "on"):
        words.pop()
    words, clinician = parted_from_clinician(words)
    if clinician:
        draft.setdefault("rendering_provider", from_atoms(" ".join(map(restored, clinician)), clinician))
    text = _BROKEN_RANGE.sub("", " ".join(restored(atom) for atom in words)).strip(" ;|:").rstrip(" ,")
    text = _LABEL_OF_A_CODE.sub("", text) if "code" in draft else text
    if text and any(map(str.isalpha, text)):
        draft["description"] = from_atoms(text, words)


def _is_fraction(atom: Atom) -> bool:
    """True for what behind other words is a part of something: "WAITING TIME 1/2 HR"."""
    return _FRACTION.match(atom.text) is not None


def _put_amounts(draft: Draft, table: Table, entry: Entry, kind: DocumentKind) -> None:
    for column, cell in zip(table.columns, entry.row.cells, strict=True):
        amounts = [atom for atom in cell if atom.money is not None]
        if len(amounts) > 1 and column.field != "charge":
            # Two amounts under one head: the head of one of them was not read.
            continue
        amount = amounts[0] if amounts else None
        if amount is None or amount.money is None or kind == "bill" and table.leaves_payer_open(column):
            continue
        if column.field == "charge":
            draft["charge"] = from_atoms(amount.money, [amount])
        elif column.field == "unit_price":
            draft[UNIT_PRICE] = from_atoms(amount.money, [amount])
            if "units" not in draft and (counted := _TIMES.match(" ".join(atom.text for atom in cell))) is not None:
                draft["units"] = from_atoms(Decimal(counted["count"]), cell[:1])
        elif column.field == "patient_paid" and _is_a_share(table, kind):
            # A dental plan's "patient payment" is what the patient has to pay, and so is what a drug cost them.
            draft["patient_responsibility"] = from_atoms(abs(amount.money), [amount])
        elif column.field in _PLAN_AMOUNTS and not (kind == "estimate" and _is_open_yet(table, column)):
            draft[column.field] = from_atoms(abs(amount.money), [amount])
    if kind == "bill" and "charge" not in draft and (credit := _credited(table, entry)) is not None:
        draft["charge"] = from_atoms(-abs(credit.money or Decimal(0)), [credit])


def _is_a_share(table: Table, kind: DocumentKind) -> bool:
    """True where what the patient paid was their share of the service: on notices, and of drugs beside the plan's."""
    return "patient_responsibility" not in table.fields and (kind == "eob" or {"ndc", "plan_paid"} <= table.fields)


def _is_open_yet(table: Table, column: Column) -> bool:
    """True for what no plan has decided on an estimate: what it may pay, and what is expected where all is."""
    decided = (other for other in table.columns if other.field in _PLAN_AMOUNTS)
    return column.field == "plan_paid" or all(is_expected(_words_over(other)) for other in decided)


def _words_over(column: Column) -> list[str]:
    return [token.text for token in column.head.tokens]


def _credited(table: Table, entry: Entry) -> Atom | None:
    """What a column of credits beside that of charges takes back of a service."""
    charged = [row for row in table.rows if row.role == "service" and table.cell(row, "charge")]
    if not charged or len(charged) < sum(row.role == "service" for row in table.rows) / 2:
        return None
    cells = zip(table.columns, entry.row.cells, strict=True)
    credited = (cell for column, cell in cells if any(_CREDITS.match(token.text) for token in column.head.tokens))
    return next((cell[0] for cell in credited if len(cell) == 1 and cell[0].money is not None), None)
