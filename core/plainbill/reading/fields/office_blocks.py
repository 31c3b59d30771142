"""Which block of address and phone belongs to the office that a letterhead names."""

import re
from collections.abc import Mapping, Sequence

from plainbill.reading.fields.payers import cell_value
from plainbill.reading.fields.persons import is_a_persons_name
from plainbill.reading.labels.finding import Labeled
from plainbill.reading.labels.name_blocks import Party, is_clinician, is_organization, is_part_of_an_office, phone_in
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.atoms import Cell
from plainbill.reading.rows.found import Found, alike
from plainbill.reading.terms.vocabulary import plain_key

_NEAR_LETTERHEAD = 6.5
_BESIDE_A_HEAD = 2.0
# "Mr. Ambrose Tillinghast", or a name of two or three words in capitals, as envelopes print it.
_ADDRESSED = re.compile(
    r"^(?:(?:mr|mrs|ms|miss|mx|to|attn)\b|(?-i:[A-Z][A-Z'-]+(?:\s[A-Z]\.?)?(?:\s[A-Z][A-Z'-]+){1,2}$))", re.IGNORECASE
)


def _block_below(cell: Cell, parties: Sequence[Party]) -> Party | None:
    """The address block that stands below a name, in its column or close to it; not that of a person it is sent to."""
    near = [
        party
        for party in parties
        if not _is_persons(party, cell)
        and -0.5 * cell.height <= party.y - cell.y < _NEAR_LETTERHEAD * cell.height * 1.4
        and party.address is not None
        and party.address.page == cell.tokens[0].page
        and (party.x0 < cell.x1 + cell.height and party.x0 > cell.x0 - 8 * cell.height)
    ]
    return min(near, key=lambda party: (party.y, abs(party.x0 - cell.x0)), default=None)


def _is_persons(party: Party, office: Cell) -> bool:
    """True where a person who is no clinician stands above the address, and no part of the office's own name."""
    name = str(party.name.value) if party.name is not None else ""
    of_the_office = is_organization(name) or is_part_of_an_office(name) or plain_key(name) in plain_key(office.text)
    return not of_the_office and not is_clinician(name) and _ADDRESSED.match(name) is not None


def named_block(name: Found, head: Cell | None, parties: Sequence[Party]) -> Party | None:
    """The address block below the letterhead, else the one that bears the name itself."""
    same = [
        party
        for party in parties
        if party.name is not None and (alike(party.name, name) or set(name.tokens) < set(party.name.tokens))
    ]
    if head is not None and alike(cell_value(head), name) and (block := _block_below(head, parties)) is not None:
        return block
    top = [party for party in same if party.name is not None and set(party.name.tokens) & set(name.tokens)]
    if top:
        return top[0]
    # Where one pays by mail there stands no phone on the very line of name and address.
    imprints = [party for party in same if party.phone is not None and party.address is not None and _on_a_line(party)]
    return imprints[0] if len({str(party.address.value) for party in imprints if party.address}) == 1 else None


_ASIDE = re.compile(r"\s*\(#?[\w-]+\)$")


def block_of(name: Found, parties: Sequence[Party]) -> Party | None:
    """Return the block whose name is the very print of a party's: below a label, or "Medicare (#10311)"."""
    for party in parties:
        same = party.name is not None and set(party.name.tokens) & set(name.tokens) and alike(party.name, name)
        of_medicare = party.name is not None and _ASIDE.sub("", str(party.name.value)).lower() == "medicare"
        if same or of_medicare and str(name.value).lower() == "medicare":
            return party if party.address is not None else None
    return None


def _on_a_line(party: Party) -> bool:
    """True where name, address and phone follow each other in one row, as at the foot of stationery."""
    parts = [part.tokens[0] for part in (party.name, party.address, party.phone) if part is not None]
    return (
        len(parts) == _WHOLE and max(part.y for part in parts) - min(part.y for part in parts) < parts[0].box.height / 2
    )


_WHOLE = 3


def block_beside(head: Cell, parties: Sequence[Party]) -> Party | None:
    """The only address without a name that stands right of the letterhead, on its row or next to it."""
    found = [
        party
        for party in parties
        if party.name is None and party.x0 > head.x1 and abs(party.y - head.y) < _BESIDE_A_HEAD * head.height
    ]
    return found[0] if len(found) == 1 else None


def phone_below(page: PageLayout, head: Cell) -> Found | None:
    """The first phone number that stands close below the letterhead."""
    for row in page.cells:
        for cell in row:
            near = 0 <= cell.y - head.y < _NEAR_LETTERHEAD * head.height and cell.x0 < head.x1 + 2 * head.height
            if near and (found := phone_in(cell)):
                return found
    return None


def bears_a_persons_name(party: Party, head: Cell | None) -> bool:
    """True where two or three words that name no office stand above an address: a plan writes to them."""
    name = str(party.name.value) if party.name is not None else ""
    if head is not None and plain_key(name) in plain_key(head.text):
        return False
    return is_a_persons_name(name)


def contractor_above(parties: Sequence[Party], labels: Sequence[Labeled], fields: Mapping[str, Found]) -> Party | None:
    """Return the block of who handles the claims for Medicare: on a remittance it stands above the provider's own."""
    provider, payer = fields.get("provider.name"), fields.get("payer.name")
    numbers = [label for label in labels if label.field == "provider.npi"]
    if provider is None or payer is None or str(payer.value).lower() != "medicare" or not numbers:
        return None
    named = [party for party in parties if party.name is not None and is_organization(str(party.name.value))]
    own = next((party for party in named if party.name is not None and alike(party.name, provider)), None)
    above = [party for party in named if own is not None and party is not own and party.y < own.top]
    return above[0] if len(above) == 1 else None


_DEPARTMENT = re.compile(r"^(?:U\.?\s?S\.?\s)?department\sof\s[a-z ]+$", re.IGNORECASE)
_CARES = re.compile(r"\b(?:hospital|clinic|medical center|health care system)$", re.IGNORECASE)


def office_of_a_department(name: Found, parties: Sequence[Party]) -> Party | None:
    """Return the block of the hospital right below the name of the department of a government that it belongs to."""
    if not _DEPARTMENT.match(str(name.value)):
        return None
    near = _BESIDE_A_HEAD * name.tokens[0].box.height
    for party in parties:
        below = 0 < party.top - name.y < near and party.name is not None and party.name.page == name.page
        if below and party.name is not None and _CARES.search(str(party.name.value)):
            return party
    return None
