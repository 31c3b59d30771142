"""What a bill asks for below words that speak to the patient: "Ada Lombard, you owe" over the amount in large print."""

import re
from collections.abc import Sequence

from plainbill.reading.fields.greetings import greeted_person
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.found import Found, from_atoms

_ASKS = re.compile(
    r",\s(?:you (?:now |still )?owe|please pay"
    r"|your (?:total|balance|amount due|share)(?: due)?(?: now)?(?: is| comes to)?):?$",
    re.IGNORECASE,
)
# The amount stands within so many rows, and begins no farther right of the words than these end.
_WITHIN = 3


def asked_below_a_name(layouts: Sequence[PageLayout]) -> Found | None:
    """Return the one amount that stands below such words on the first page, None where none or another does."""
    if not layouts or (person := greeted_person(layouts[0])) is None:
        return None
    rows = layouts[0].cells
    for at, row in enumerate(rows):
        cell = next((cell for cell in row if person.tokens[0] in cell.tokens and _ASKS.search(cell.text)), None)
        if cell is None:
            continue
        below = [each for other in rows[at + 1 : at + 1 + _WITHIN] for each in other if each.x0 < cell.x1]
        under = [each for each in below if each.x1 > cell.x0]
        if under and len(under[0].atoms) == 1 and under[0].atoms[0].money is not None:
            return from_atoms(under[0].atoms[0].money, under[0].atoms)
    return None
