"""Which columns hold units, unit price and charge, told by their products and sizes where heads do not tell."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import permutations

from plainbill.reading.rows.atoms import Atom

# Heads that know better than the values; what a plan decided is no product of anything.
_MAY_BE = frozenset(
    ["", "unknown_amount", "charge", "unit_price", "units", "payment", "adjustment", "patient_paid", "item"]
)
# So many rows with more than one unit have to show it, or one among so many that agree; none may speak against it.
_FEWEST_ROWS, _FEWEST_AGREED = 2, 4
_MOST_UNITS = 1000
_CENT = Decimal("0.01")
# A count of units is rarely more.
_MOST_COUNTED = 30

Cells = Sequence[Sequence[Atom]]


def roles_by_products(fields: Sequence[str], rows: Sequence[Cells]) -> Mapping[int, str]:
    """Return units, unit price and charge by the place of their columns; nothing where the rows do not tell, as where
    every price is a whole number and might be the count.

    `fields` are those of the columns from left to right, `rows` the cells of each row in the same order.
    """
    if {"units", "unit_price", "charge"} <= set(fields):
        return {}
    numbers = [[_number(cell) for cell in row] for row in rows]
    free = [i for i, field in enumerate(fields) if field in _MAY_BE]
    found = [triple for triple in permutations(free, 3) if _multiplies(triple, numbers)]
    if len(found) != 1:
        return {}
    units, price, charge = found[0]
    return {units: "units", price: "unit_price", charge: "charge"}


def _number(cell: Sequence[Atom]) -> Decimal | None:
    """The one number in a cell, an amount or a bare count."""
    if len(cell) != 1:
        return None
    atom = cell[0]
    if atom.money is not None:
        return atom.money
    return Decimal(atom.text) if atom.text.isascii() and atom.text.isdigit() and len(atom.text) < 5 else None


def _multiplies(places: tuple[int, int, int], rows: Sequence[Sequence[Decimal | None]]) -> bool:
    """True where in every row that has all three the first times the second is the third."""
    shown = agreed = 0
    for units, price, charge in _triples(places, rows):
        if units != units.to_integral_value() or not 0 < abs(units) < _MOST_UNITS:
            return False
        if abs(units * price - charge) > _CENT:
            return False
        # With one unit nothing is told.
        shown += abs(units) > 1 and abs(price) > 1
        agreed += 1
    return shown >= _FEWEST_ROWS or (shown > 0 and agreed >= _FEWEST_AGREED)


def _triples(
    places: tuple[int, int, int], rows: Sequence[Sequence[Decimal | None]]
) -> Iterator[tuple[Decimal, Decimal, Decimal]]:
    for row in rows:
        units, price, charge = (row[place] for place in places)
        if units is not None and price is not None and charge is not None:
            yield units, price, charge


def charge_by_size(fields: Sequence[str], rows: Sequence[Cells]) -> Mapping[int, str]:
    """Return the roles that change so that one column holds the charge: no other is larger, and a count is none."""
    charges = [i for i, field in enumerate(fields) if field == "charge"]
    if not charges:
        unknown = [i for i, field in enumerate(fields) if field == "unknown_amount" and not _counts(i, rows)]
        prices = [i for i, field in enumerate(fields) if field == "unit_price"]
        only = next((places[0] for places in (unknown, prices) if len(places) == 1), None)
        return {} if only is None else {only: "charge"}
    largest = _largest(charges, rows) if len(charges) > 1 else None
    return {} if largest is None else {i: "unknown_amount" for i in charges if i != largest}


def _counts(place: int, rows: Sequence[Cells]) -> bool:
    """True where a column holds small whole numbers and another one amounts beyond them."""
    mine = [number for row in rows if (number := _number(row[place])) is not None]
    others = [number for row in rows for i, cell in enumerate(row) if i != place and (number := _amount(cell))]
    small = all(0 < number <= _MOST_COUNTED and number == number.to_integral_value() for number in mine)
    return small and any(number > _MOST_COUNTED for number in others)


def _largest(places: Sequence[int], rows: Sequence[Cells]) -> int | None:
    """The place whose amount is nowhere smaller than another's and somewhere larger than each; None without one."""
    amounts = [[_amount(row[place]) for place in places] for row in rows]
    whole = [[amount for amount in row if amount is not None] for row in amounts if None not in row]
    for at, place in enumerate(places):
        others = [j for j in range(len(places)) if j != at]
        never_less = all(row[at] >= row[j] for row in whole for j in others)
        if never_less and all(any(row[at] > row[j] for row in whole) for j in others):
            return place
    return None


def _amount(cell: Sequence[Atom]) -> Decimal | None:
    return next((abs(atom.money) for atom in cell if atom.money is not None), None)
