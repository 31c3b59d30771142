"""The only address of a paper, on a row of its own or behind a phone: that of whoever sent it, far from their name."""

import re
from collections.abc import Sequence

from plainbill.reading.labels.address_words import PO_BOX
from plainbill.reading.labels.name_blocks import Party, atoms_within
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.found import Found, alike, from_atoms

_ZIP = re.compile(r"\b[A-Z]{2}\.?,?\s\d{5}(?:-\d{4})?\b")
# Before it stands nothing, or a phone with the words that say whose it is.
_ALONE = re.compile(
    r"^(?P<before>(?:[A-Za-z ?:'&-]{0,40}\(?(?:1[-. ])?\(?\d{3}\)?[-. ]{1,2}\d{3}[-. ]\d{4}\W{1,3})?)"
    rf"(?P<address>(?:(?i:{PO_BOX})\s\d+|\d+\s[A-Z][\w' .]{{2,30}}?),?\s[A-Z][A-Za-z .'-]{{2,30}}?,"
    r"\s[A-Z]{2}\s\d{5}(?:-\d{4})?)"
    r"(?P<behind>$|[.,;|\u00b7\u2022]?\s.*$|\.$)"
)
# Where payments, claims and complaints go, and whose house it is, is said before it or on the row above.
_OF_ANOTHER = re.compile(
    r"\b(?:appeals?|grievances?|complaints?|claims?|remit\w*|payments?|checks?|mail|send|return|lockbox|bill to|patient"
    r"|member(?! services| line)|guarantor|insured|subscriber|employer|fax)\b",
    re.IGNORECASE,
)


def only_address(layouts: Sequence[PageLayout], persons: Sequence[Party], *, with_phone: bool) -> Found | None:
    """Return the only full address that the paper prints beside those of `persons`, None for none and for several.

    With `with_phone` it has to stand behind a phone: alone on a plan's paper it may be the one of who gave care.
    """
    theirs = {token for party in persons if party.address is not None for token in party.address.tokens}
    found: list[Found] = []
    others = False
    above = ""
    for row in (row for layout in layouts for row in layout.cells):
        atoms = [atom for cell in row for atom in cell.atoms]
        text = " ".join(atom.text for atom in atoms)
        address = _alone(atoms, text, above)
        called = address is not None and not text.startswith(str(address.value))
        if not called and theirs & {token for atom in atoms for token in atom.tokens}:
            # No person's address stands behind a phone.
            continue
        if address is not None and (called or not with_phone):
            found.append(address)
        elif _ZIP.search(text):
            others = True
        above = text
    if others or not found or any(not alike(each, found[0]) for each in found):
        return None
    return found[0]


def _alone(atoms: Sequence[Atom], text: str, above: str) -> Found | None:
    """The address of a row that holds nothing else but a phone or a sentence behind it."""
    match = _ALONE.match(text)
    if match is None or _OF_ANOTHER.search(match["before"]) or above.endswith(":") or _ZIP.search(match["behind"]):
        return None
    return from_atoms(match["address"], atoms_within(atoms, *match.span("address")))
