"""What was charged, by amounts below one another that add up from all services to what a bill asks for."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.found import Found, from_atoms

# Amounts of one column end within so many heights of print.
_ALIGNED = 1.0
_FEWEST_STEPS, _MOST_STEPS = 2, 8


def charged_in_steps(layouts: Sequence[PageLayout], services: Decimal, asked: Found | None) -> Found | None:
    """Return the amount that is the sum of all services where it and those below it come to what is asked.

    "Items on this invoice 197.40", "Unpaid 52.75", "Late fee 6.00", "Please pay 256.15": no word has to say so.
    """
    if asked is None or not isinstance(asked.value, Decimal):
        return None
    for steps in (steps for layout in layouts for steps in _above_what_is_asked(layout, asked.value)):
        for first in range(len(steps) - _FEWEST_STEPS, max(-1, len(steps) - 1 - _MOST_STEPS), -1):
            whole = sum((step.money or Decimal(0) for step in steps[first:]), Decimal(0))
            if steps[first].money == services and whole == asked.value:
                return from_atoms(services, steps[first : first + 1])
    return None


def _above_what_is_asked(layout: PageLayout, asked: Decimal) -> Iterator[list[Atom]]:
    """The amounts of each column that ends in the one that is asked, from the top to right above it."""
    last = [[atom for cell in row for atom in cell.atoms][-1] for row in layout.cells if row]
    for at, end in enumerate(last):
        if end.money == asked:
            near = _ALIGNED * end.tokens[-1].box.height
            yield [atom for atom in last[:at] if atom.money is not None and abs(atom.x1 - end.x1) < near]
