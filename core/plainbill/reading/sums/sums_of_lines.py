"""Sums that no word beside them tells, as over the bars of a chart: together they add up the columns of all lines."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from plainbill.case import DocumentKind
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.found import Found, from_atoms
from plainbill.reading.rows.tokens import Token
from plainbill.reading.sums.closing_rows import BY_COLUMN
from plainbill.reading.sums.column_totals import label_and_amount
from plainbill.reading.tables.services import amounts_of
from plainbill.reading.terms.wording import is_subtotal

_CHARGED = re.compile(r"\b(?:charge[sd]?|billed|prices?|fees?|costs?)\b", re.IGNORECASE)
_FEWEST_LINES, _FEWEST_SUMS = 2, 3


def totals_by_sums(layouts: Sequence[PageLayout], kind: DocumentKind) -> Iterator[tuple[str, Found]]:
    """Return the path and the amount of each sum of a notice that stands among others, each that of one column.

    What two columns come to alike is that of neither.
    """
    sums, listed = _sums(layouts)
    if kind != "eob" or "charge" not in sums:
        return
    for layout in layouts:
        for run in _runs(layout, listed):
            fields = [[field for field, added in sums.items() if added == abs(atom.money or 0)] for atom in run]
            told = {own[0]: atom for own, atom in zip(fields, run, strict=True) if len(own) == 1}
            if not all(fields) or len(told) < _FEWEST_SUMS or "charge" not in told:
                continue
            if sum(len(own) == 1 for own in fields) > len(told):
                # One sum is printed twice.
                continue
            for field, atom in told.items():
                yield f"totals.{BY_COLUMN[field]}", from_atoms(abs(atom.money or Decimal(0)), [atom])
            return


def charged_behind_words(layouts: Sequence[PageLayout], charges: Sequence[Decimal]) -> Iterator[Found]:
    """Return amounts behind words of charging that no label knows, and that come to all charges: "Charged in all"."""
    if len(charges) < _FEWEST_LINES or sum(charge != 0 for charge in charges) < _FEWEST_LINES:
        return
    whole = sum(charges, Decimal(0))
    for words, amount in (label_and_amount(row) for layout in layouts for row in layout.free):
        if amount is not None and amount.value == whole and _CHARGED.search(words) and not is_subtotal(words):
            yield amount


def _sums(layouts: Sequence[PageLayout]) -> tuple[Mapping[str, Decimal], frozenset[Token]]:
    """What the services come to in each column of amounts, nothing where they are few; and their print."""
    rows = [
        (amounts_of(table, row), row)
        for layout in layouts
        for table in layout.tables
        for row in table.rows
        if row.role == "service"
    ]
    if len(rows) < _FEWEST_LINES:
        return {}, frozenset()
    sums: dict[str, Decimal] = {}
    for own, _ in rows:
        for field, atom in own.items():
            if field in BY_COLUMN:
                sums[field] = sums.get(field, Decimal(0)) + abs(atom.money or Decimal(0))
    return sums, frozenset(token for _, row in rows for atom in row.atoms for token in atom.tokens)


def _runs(layout: PageLayout, listed: frozenset[Token]) -> Iterator[list[Atom]]:
    """Amounts that follow each other with no word between, on one row or several, outside of services."""
    run: list[Atom] = []
    for row in layout.cells:
        atoms = [atom for cell in row for atom in cell.atoms]
        amounts = [atom for atom in atoms if atom.money is not None and not listed & set(atom.tokens)]
        if len(amounts) == len(atoms):
            run += amounts
            continue
        if run:
            yield run
        run = []
    if run:
        yield run
