"""Which columns hold units, unit price and charge, told by their products whatever their heads say."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import permutations

from plainbill.reading.atoms import Atom

# Heads that know better than the values; what a plan decided is no product of anything.
_MAY_BE = frozenset(
    ["", "unknown_amount", "charge", "unit_price", "units", "payment", "adjustment", "patient_paid", "item"]
)
# So many rows with more than one unit have to show it, and none may speak against it.
_FEWEST_ROWS = 2
_MOST_UNITS = 1000
_CENT = Decimal("0.01")

Cells = Sequence[Sequence[Atom]]


def roles_by_products(fields: Sequence[str], rows: Sequence[Cells]) -> Mapping[int, str]:
    """Return units, unit price and charge by the place of their columns; nothing where the rows do not tell.

    `fields` are those of the columns from left to right, `rows` the cells of each row in the same order.
    """
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
    shown = 0
    for units, price, charge in _triples(places, rows):
        if units != units.to_integral_value() or not 0 < abs(units) < _MOST_UNITS:
            return False
        if abs(units * price - charge) > _CENT:
            return False
        # With one unit, or equal numbers, nothing tells the columns apart.
        shown += abs(units) > 1 and abs(price) != abs(units)
    return shown >= _FEWEST_ROWS


def _triples(
    places: tuple[int, int, int], rows: Sequence[Sequence[Decimal | None]]
) -> Iterator[tuple[Decimal, Decimal, Decimal]]:
    for row in rows:
        units, price, charge = (row[place] for place in places)
        if units is not None and price is not None and charge is not None:
            yield units, price, charge
