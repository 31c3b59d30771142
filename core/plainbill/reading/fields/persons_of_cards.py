"""Who stands on a member's card: the member it was made for, whoever subscribes, and where the back sends claims."""

import re
from collections.abc import Sequence

from plainbill.reading.labels.finding import Labeled
from plainbill.reading.labels.name_blocks import Party, is_organization, is_title
from plainbill.reading.rows.found import Found, alike
from plainbill.reading.terms.vocabulary import plain_key

_SUBSCRIBES = re.compile(r"\b(?:subscriber|policy\s?holder|employee|insured)\b", re.IGNORECASE)
_MEMBER = re.compile(r"^member(?:\sname)?:?$", re.IGNORECASE)
# Who opens the mail of an insurer, behind its name on an envelope.
_DESK = re.compile(r"\s(?:claims?|claims\s(?:department|dept|center|processing|unit))$", re.IGNORECASE)


def member_and_subscriber(labels: Sequence[Labeled]) -> tuple[Found, Found] | None:
    """Return member and subscriber of a card that names both and another by each, None of any other card."""
    told = [(" ".join(token.text for token in label.label), label.value) for label in labels if _is_named(label)]
    member = next((value for said, value in told if _MEMBER.match(said)), None)
    subscriber = next((value for said, value in told if _SUBSCRIBES.search(said)), None)
    if member is None or subscriber is None or alike(member, subscriber):
        return None
    return member, subscriber


def _is_named(label: Labeled) -> bool:
    return label.field == "subscriber" and not is_organization(str(label.value.value))


def insurer_of_claims_address(parties: Sequence[Party]) -> Party | None:
    """Return the block of the insurer that claims go to, its name without the desk of "Palisade Health Claims"."""
    for party in parties:
        name = str(party.name.value) if party.name is not None else ""
        bare = _DESK.sub("", name)
        if party.name is None or bare == name or not is_organization(bare) or is_title(bare):
            continue
        count = len(bare.split())
        if [token.text for token in party.name.tokens[:count]] == bare.split() and plain_key(bare):
            named = Found(value=bare, tokens=party.name.tokens[:count])
            return Party(name=named, address=party.address, phone=party.phone, x0=party.x0, y=party.y, top=party.top)
    return None
