"""Who bills on a professional claim form, told by the place of its block: the rightmost at the foot."""

from collections.abc import Mapping, Sequence

from plainbill.reading.fields.claim_form_values import below_account
from plainbill.reading.labels.name_blocks import Party, parties_of, phone_in
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.found import Found, alike

# The phone stands beside the label of the box or above the name, so many heights left of where it begins at most.
_LEANS = 3.0


def with_who_bills(fields: Mapping[str, Found], layouts: Sequence[PageLayout]) -> dict[str, Found]:
    """Return the fields with the name, the address and the phone of who bills, where they name nobody else."""
    found = dict(fields)
    for layout in layouts:
        below = below_account(layout)
        party = _rightmost(layout, below) if below is not None else None
        if below is None or party is None or party.name is None:
            continue
        if not alike(found.setdefault("provider.name", party.name), party.name):
            continue
        own = {"provider.address": party.address, "provider.phone": party.phone or _phone(layout, below, party)}
        for field, value in own.items():
            if value is not None:
                found.setdefault(field, value)
    return found


def _rightmost(layout: PageLayout, below: float) -> Party | None:
    named = [party for party in parties_of(layout.cells) if party.name is not None and party.y > below]
    return max(named, key=lambda party: party.x0, default=None)


def _phone(layout: PageLayout, below: float, party: Party) -> Found | None:
    """The first phone below the row of the account that stands above the block and no box left of it."""
    cells = [cell for row in layout.cells for cell in row if below < cell.y < party.y]
    near = [cell for cell in cells if cell.x0 > party.x0 - _LEANS * cell.atoms[0].tokens[0].box.height]
    return next((phone for cell in near if (phone := phone_in(cell)) is not None), None)
