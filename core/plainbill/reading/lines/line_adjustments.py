"""What was taken off a charge, and why: by column, by the reasons beside and those on the rows below."""

import functools
import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import get_args

from plainbill.case.paper import AdjustmentGroup
from plainbill.knowledge.tables import read_table
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.heads.head_fields import AMOUNT_FIELDS
from plainbill.reading.lines.cell_values import Draft
from plainbill.reading.lines.details import Details, details_of, remark_codes
from plainbill.reading.lines.statuses import decision_in
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.found import Found, from_atoms
from plainbill.reading.rows.reasons import SHARE_OF_REASON, reason_at
from plainbill.reading.tables.services import Entry
from plainbill.reading.terms.codes import is_key_of_a_note, is_remark_code

# The key of a note behind an amount: "35.00 (1)".
_NOTE, _AMOUNT_AND_NOTE = re.compile(r"^\([A-Z0-9]{1,2}\)$"), 2
# "NOT COVERED / CODE": the amount, and the key of the note that says why.
_KEY = re.compile(r"^[A-Z]{0,3}\d{1,3}[A-Z]?$")
_CODES = frozenset({"code", "codes", "reason", "note", "notes", "remark", "remarks"})
# Keys of several notes, "12,31", which look like an amount.
_LISTED = re.compile(r"^\d{1,2}(?:,\d{1,2})+$")
# Reasons and their amounts stand under heads that few know.
_MAY_HOLD_REASONS = frozenset({"", "remark", "item", "status", "unknown_amount", "empty:remark", "empty:adjustment"})

# The column whose amount a reason of the patient's share speaks of; other reasons speak of what is not covered.
_SHARES = frozenset(SHARE_OF_REASON.values())
_TAKEN_OFF = frozenset({"adjustment", "not_covered"})
# The codes of reasons as a payer prints them without their group, and the head over them.
_REASON = re.compile(r"^[A-Z]{0,2}\d{1,3}[A-Z]?$")
_GROUPS = frozenset(get_args(AdjustmentGroup))
_NAMES_REASONS = re.compile(r"^reasons?(?:\scodes?)?$", re.IGNORECASE)


@functools.cache
def _known_reasons() -> frozenset[str]:
    """The codes that exist; a payer's own "X01" is the key of a note."""
    return frozenset(row["reason"] for row in read_table("adjustment_reasons"))


def put_adjustments(
    draft: Draft, table: Table, entry: Entry, details: Details, explained: Sequence[Draft] = ()
) -> None:
    """Put into the draft what was taken off the charge, each with its group and reason where the paper says them.

    `explained` are those of columns that was read already, with the reasons below their amounts.
    """
    entry = _with_remarks_beside_reasons(table, entry)
    entries: list[Draft] = []
    loose = [*explained, *details.adjustments]
    read = {token for adjustment in loose for value in adjustment.values() for token in value.tokens}
    for row in (entry.row, *entry.words):
        if row is not entry.row and any(read & set(atom.tokens) for atom in row.atoms):
            # Its words were read with the details.
            continue
        beside = _reasons_beside(draft, table, row)
        entries += _column_adjustments(table, row, beside, loose if row is entry.row else [])
    is_reversed = _is_reversed(table, entry.row)
    for i, adjustment in enumerate(entries):
        for name, value in adjustment.items():
            if name == "amount" and not is_reversed:
                value = replace(value, value=abs(Decimal(str(value.value))))
            draft[f"adjustments[{i}].{name}"] = value


def _with_remarks_beside_reasons(table: Table, entry: Entry) -> Entry:
    """The entry with codes of remarks that stand right below a reason, in its column, behind it: they go with it."""
    for i, (column, own) in enumerate(zip(table.columns, entry.row.cells, strict=True)):
        below = next((row for row in entry.words if row.y > entry.row.y), None)
        reason = reason_at(own) if column.field in _MAY_HOLD_REASONS and below is not None else None
        if below is None or reason is None or reason.taken != len(own) or "amount" in reason.fields:
            continue
        coded = below.cells[i]
        if coded and coded == below.atoms and all(is_remark_code(atom.text) for atom in coded):
            cells = (*entry.row.cells[:i], (*own, *coded), *entry.row.cells[i + 1 :])
            words = tuple(row for row in entry.words if row is not below)
            return replace(entry, row=replace(entry.row, cells=cells), words=words)
    return entry


def _reasons_beside(draft: Draft, table: Table, row: TableRow) -> list[Draft]:
    """The adjustments that a row's cells of notes name; notes of other kinds go into the line."""
    reasons: list[Draft] = []
    parted = _in_two_columns(table, row)
    if parted is not None:
        reasons.append(parted)
    taken = {token for value in (parted or {}).values() for token in value.tokens}
    for i, (column, cell) in enumerate(zip(table.columns, row.cells, strict=True)):
        if not cell or column.field == "description" or taken & set(cell[0].tokens):
            continue
        # The end of the head beside, and with it a dash under that, may have fallen to this column.
        said = without_dashes(cell) if column.field in _MAY_HOLD_REASONS else []
        reason = reason_at(said) if said else None
        if reason is not None and reason.taken == len(said) and "amount" not in reason.fields:
            behind = row.cells[i + 1] if i + 1 < len(row.cells) else ()
            amounts = _MAY_HOLD_REASONS | {"adjustment"}
            if len(behind) == 1 and behind[0].money is not None and table.columns[i + 1].field in amounts:
                reason.fields["amount"] = from_atoms(behind[0].money, behind)
            elif (amount := _reasoned(reason.fields, table, row, i)) is not None:
                reason.fields["amount"] = amount
            if _speaks_of_nothing(reason.fields, table, row):
                _put_remarks(draft, said)
            else:
                reasons.append(reason.fields)
            continue
        if column.field in AMOUNT_FIELDS and len(cell) == _AMOUNT_AND_NOTE and cell[0].money is not None:
            keyed = _is_headed_by_codes(table, i)
            _put_remarks(
                draft, [each for each in cell[1:] if _NOTE.match(each.text) or keyed and _KEY.match(each.text)]
            )
        if column.field != "remark":
            continue
        if _is_of_reduction(table, i) and len(cell) == 1 and _REASON.match(cell[0].text):
            if cell[0].text.lstrip("0") in _known_reasons():
                # "Reduction" and "Reason" side by side: the one says why of the other.
                reasons.append({"reason": from_atoms(cell[0].text, cell)})
            else:
                _put_remarks(draft, cell)
            continue
        cell = _without_decision(draft, cell)
        noted = details_of(cell, coded=True)
        reasons += noted.adjustments
        _put_remarks(draft, [atom for atom in noted.words if atom.kind == "text" or _LISTED.match(atom.text)])
    return reasons


def _without_decision(draft: Draft, cell: tuple[Atom, ...]) -> tuple[Atom, ...]:
    """Put into the draft what was decided behind the key of a note, "D9 DENIED"; return the rest of the cell."""
    *before, last = cell
    decided = decision_in(last.text.strip("(") if before else "")
    if decided is None or not all(is_key_of_a_note(atom.text.rstrip(",;")) for atom in before):
        return cell
    draft.setdefault("status", from_atoms(decided[0], [last]))
    return tuple(before)


def _is_headed_by_codes(table: Table, at: int) -> bool:
    """True where the head of a column of amounts ends in a word for the keys of notes."""
    words = [token.text.lower().strip(":./") for token in table.columns[at].head.tokens]
    return len(words) > 1 and words[-1] in _CODES


def _speaks_of_nothing(reason: Draft, table: Table, row: TableRow) -> bool:
    """True for a plan's own note that looks like the reason of a share, "PR2", where that share is 0.00."""
    share = SHARE_OF_REASON.get(str(reason["reason"].value)) if reason["group"].value == "PR" else None
    amounts = [
        atom.money
        for column, cell in zip(table.columns, row.cells, strict=True)
        if column.field == share
        for atom in cell
        if atom.money is not None
    ]
    return "amount" not in reason and bool(amounts) and not any(amounts)


def _put_remarks(draft: Draft, atoms: Sequence[Atom]) -> None:
    start = sum(key.startswith("remarks[") for key in draft)
    for at, (code, atom) in enumerate(remark_codes(atoms)):
        draft[f"remarks[{start + at}].code"] = from_atoms(code, [atom])


def _in_two_columns(table: Table, row: TableRow) -> Draft | None:
    """The one reason whose group stands in a column of its own, left of that of its code: "CO" and "45"."""
    found: list[Draft] = []
    for column, cell, behind in zip(table.columns, row.cells, row.cells[1:], strict=False):
        if column.field not in _MAY_HOLD_REASONS or len(cell) != 1 or len(behind) != 1:
            continue
        if cell[0].text in _GROUPS and _REASON.match(behind[0].text):
            found.append({"group": from_atoms(cell[0].text, cell), "reason": from_atoms(behind[0].text, behind)})
    return found[0] if len(found) == 1 else None


def _is_of_reduction(table: Table, at: int) -> bool:
    """True where a column headed "Reason" stands right behind the only one that says what was taken off."""
    words = " ".join(token.text for token in table.columns[at].head.tokens)
    before = table.columns[at - 1].field if at else ""
    alone = sum(column.field == "adjustment" for column in table.columns) == 1
    return before == "adjustment" and alone and _NAMES_REASONS.match(words) is not None


def _reasoned(reason: Draft, table: Table, row: TableRow, at: int) -> Found | None:
    """The amount right before a reason, where the one column is of the kind that the other speaks of."""
    field, cell = (table.columns[at - 1].field, row.cells[at - 1]) if at else ("", ())
    if len(cell) != 1 or not cell[0].money:
        return None
    if reason["group"].value != "PR":
        return from_atoms(abs(cell[0].money), cell) if field in _TAKEN_OFF else None
    named = SHARE_OF_REASON.get(str(reason["reason"].value), "not_covered")
    return from_atoms(abs(cell[0].money), cell) if field == named and not _has_other_shares(table, row, at) else None


def _has_other_shares(table: Table, row: TableRow, at: int) -> bool:
    """True where a share has no reason of its own behind it: the reason before column `at` may speak of it as well."""
    for i, (column, cell) in enumerate(zip(table.columns, row.cells, strict=True)):
        behind = row.cells[i + 1] if i + 1 < len(row.cells) else ()
        if i + 1 != at and column.field in _SHARES and any(atom.money for atom in cell) and reason_at(behind) is None:
            return True
    return False


def _is_reversed(table: Table, row: TableRow) -> bool:
    """True where the charge of the row is taken back."""
    return any(atom.money is not None and atom.money < 0 for atom in table.cell(row, "charge"))


def _column_adjustments(table: Table, row: TableRow, beside: list[Draft], below: list[Draft]) -> list[Draft]:
    """Adjustments by column and by reason code; one reason beside without an amount names the one of the column."""
    columns: list[Draft] = []
    gives_back = _is_reversed(table, row)
    for column, cell in zip(table.columns, row.cells, strict=True):
        if column.field != "adjustment":
            continue
        if reason_at(cell) is not None and (noted := details_of(cell, coded=True).adjustments):
            # "CO-45 73.70": the reasons stand before their amounts.
            below = [*noted, *below]
            continue
        amount = next((atom for atom in cell if atom.money is not None), None)
        if amount is not None and amount.money is not None:
            whole = abs(amount.money)
            # What a reversed charge had taken off is given back.
            columns.append({"amount": from_atoms(-whole if gives_back and whole else whole, [amount])})
    if len(columns) == 1 and len(beside) == 1 and "amount" not in beside[0]:
        return [{**beside[0], **columns[0]}, *below]
    bare = [reason for reason in below if "amount" not in reason]
    if len(columns) == 1 and len(below) == 1 and bare and not beside:
        return [{**bare[0], **columns[0]}]
    reasons = [*beside, *below]
    # The share of a patient beside its reason is not what the column takes off, however alike they are.
    shares = (cell for column, cell in zip(table.columns, row.cells, strict=True) if column.field in _SHARES)
    shared = {token for cell in shares for atom in cell for token in atom.tokens}
    amounts = [reason["amount"] for reason in reasons if "amount" in reason]
    named = {abs(Decimal(str(amount.value))) for amount in amounts if not shared & set(amount.tokens)}
    return [*(column for column in columns if abs(Decimal(str(column["amount"].value))) not in named), *reasons]


def without_dashes(cell: Sequence[Atom]) -> list[Atom]:
    """The cell without dashes at its ends, which print an empty value."""
    filled = [i for i, atom in enumerate(cell) if atom.kind != "dash"]
    return list(cell[filled[0] : filled[-1] + 1]) if filled else []
