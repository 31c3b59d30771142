"""The fields of one payment, from the row of a table that tells of it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from plainbill.reading.columns.table import Table
from plainbill.reading.lines.cell_values import Draft, restored
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.found import from_atoms
from plainbill.reading.tables.services import Entry
from plainbill.reading.terms.dates import PrintedDate, days_in, parse_date
from plainbill.reading.terms.wording import payment_kind

_BY_COLUMN = {
    "plan_paid": "insurance_payment",
    "adjustment": "contractual_adjustment",
    "patient_paid": "patient_payment",
}


def payments_of(table: Table, entry: Entry) -> list[Draft]:
    """Return the payments that a row tells of: one for each column of what was paid or taken off that it fills."""
    parts = [
        (kind, atom)
        for column, cell in zip(table.columns, entry.row.cells, strict=True)
        if (kind := _BY_COLUMN.get(column.field)) is not None
        for atom in cell
        if atom.money
    ]
    whole = _payment(table, entry)
    if len({kind for kind, _ in parts}) < len(parts) or len(parts) < _FEWEST_PARTS or "kind" not in whole:
        return [whole]
    return [
        {**whole, "amount": from_atoms(abs(atom.money), [atom]), "kind": replace(whole["kind"], value=kind)}
        for kind, atom in parts
        if atom.money is not None
    ]


_FEWEST_PARTS = 2


def _payment(table: Table, entry: Entry) -> Draft:
    """The fields of one payment."""
    draft: Draft = {}
    atoms = [atom for row in (entry.row, *entry.words) for atom in row.atoms]
    dates = [atom for atom in atoms if atom.date is not None]
    first = entry.row.cells[0] if table.columns[0].field == "date" else ()
    if dates:
        draft["date"] = from_atoms(dates[0].date, dates[:1])
    elif len(days := days_in(" ".join(atom.text for atom in first))) == 1:
        # "4-02" is a day under the head of days.
        draft["date"] = from_atoms(days[0], first)
    amounts = [
        cell_atom
        for column, cell in zip(table.columns, entry.row.cells, strict=True)
        for cell_atom in cell
        if cell_atom.money is not None and column.field not in {"balance", "unit_price"}
    ]
    chosen = next((atom for atom in amounts if atom.money), amounts[0] if amounts else None)
    if chosen is None or chosen.money is None:
        return {}
    draft["amount"] = from_atoms(abs(chosen.money), [chosen])
    # The number that a system gives an entry says nothing of it, nor does whose it is beside words of its own.
    aside = {"item", ""} if table.cell(entry.row, "description") else {"item"}
    day_of_row = draft["date"].tokens if "date" in draft else ()
    words = [
        atom
        for row in (entry.row, *entry.words)
        for column, cell in zip(table.columns, row.cells, strict=True)
        if column.field not in aside
        for atom in _worded(cell)
        if not set(atom.tokens) & set(day_of_row)
    ]
    if len(words) > 1 and not dates and (day := _dense_day(words[0])) is not None:
        draft["date"] = from_atoms(day, words[:1])
        words = words[1:]
    if words:
        # A comma led to the day behind them.
        text = " ".join(restored(atom) for atom in words).removesuffix(",")
        draft["description"] = from_atoms(text, words)
        draft["kind"] = from_atoms(payment_kind(text), words)
    return draft


_OFF = re.compile(r"^(?P<name>\S.*\S)\s(?:discount|savings)\b", re.IGNORECASE)


def with_discounts_of_plans(payments: Sequence[Draft]) -> list[Draft]:
    """Return the payments, a discount of the very plan that paid as agreed by contract: "Colony Health discount"."""
    paid = [_worded_as(draft) for draft in payments if _kind(draft) == "insurance_payment"]
    return [_as_agreed(draft) if _takes_off_for(draft, paid) else draft for draft in payments]


def _takes_off_for(draft: Draft, paid: Sequence[str]) -> bool:
    match = _OFF.match(_worded_as(draft)) if _kind(draft) == "discount" else None
    return match is not None and any(words.startswith(f"{match['name']} ") for words in paid)


def _as_agreed(draft: Draft) -> Draft:
    return {**draft, "kind": replace(draft["kind"], value="contractual_adjustment")}


def _kind(draft: Draft) -> object:
    return draft["kind"].value if "kind" in draft else None


def _worded_as(draft: Draft) -> str:
    return str(draft["description"].value) if "description" in draft else ""


def _dense_day(atom: Atom) -> PrintedDate | None:
    """The day that a run of six or eight digits before the words of a payment prints."""
    return parse_date(atom.text, dense=True) if atom.text.isdigit() and len(atom.text) in {6, 8} else None


def _worded(cell: Sequence[Atom]) -> list[Atom]:
    """The words of a cell, with the dashes between them."""
    words = [i for i, atom in enumerate(cell) if atom.kind == "text" and atom.text not in {"$", "|"}]
    if not words:
        return []
    return [atom for atom in cell[words[0] : words[-1] + 2] if atom.kind in {"text", "dash"}]
