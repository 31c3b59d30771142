"""The office that signs a mail or letter: its block at the foot, where no letterhead names it."""

from collections.abc import Sequence

from plainbill.reading.fields.loose_phones import INSURER
from plainbill.reading.labels.name_blocks import Party, is_organization
from plainbill.reading.layout import PageLayout
from plainbill.reading.terms.vocabulary import plain_key

_GREETINGS = ("hello ", "dear ", "hi ")


def signed_by(pages: Sequence[PageLayout], parties: Sequence[Party]) -> Party | None:
    """Return the only office with an address and a phone below a greeting, None without a greeting or for several."""
    greeted = [cell.y for row in pages[0].cells for cell in row if cell.text.lower().startswith(_GREETINGS)]
    signed = [
        party
        for party in parties
        if party.name is not None
        and party.address is not None
        and party.phone is not None
        and is_organization(str(party.name.value))
        and INSURER.search(str(party.name.value)) is None
        and (party.name.page > pages[0].rows[0].tokens[0].page or any(party.y > y for y in greeted))
    ]
    names = {plain_key(str(party.name.value)) for party in signed if party.name is not None}
    return signed[0] if greeted and len(names) == 1 else None
