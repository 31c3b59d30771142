"""Which block of address and phone belongs to the office that a letterhead names."""

import re
from collections.abc import Sequence

from plainbill.reading.fields.payers import cell_value
from plainbill.reading.fields.persons import is_a_persons_name
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
    return top[0] if top else None


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
