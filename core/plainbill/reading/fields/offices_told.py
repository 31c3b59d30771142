"""The office that sentences of a plan's paper name: "We paid a claim from Sandhill Clinic", "the bill from ..."."""

import re
from collections.abc import Sequence

from plainbill.reading.labels.name_blocks import atoms_within, is_organization
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.found import Found, from_atoms
from plainbill.reading.terms.vocabulary import plain_key

# "You may get a bill from Ridge Ambulance", "another claim from ...": the paper is not about these.
_OF_ANOTHER = re.compile(
    r"\b(?:may|might|can|could|will|would|if|when|any|another|other|not|never|no|separate|future)\b", re.IGNORECASE
)
_FROM = re.compile(
    r"\b(?i:claims?|bills?)\s(?:[A-Z]{0,3}\d[\w-]*\s)?(?i:from|by)\s(?P<name>(?:[A-Z][\w&'-]*\s){1,6}?[A-Z][\w&'-]*)(?=\.|,|$|\s(?![A-Z]))"
)
_SENT = re.compile(
    r"\b(?i:provider|doctor|hospital|clinic|office|facility)[,:]?\s"
    r"(?P<name>(?:[A-Z][\w&'-]*,?\s){1,6}?[A-Z][\w&'.-]*),?\s(?i:sent|submitted|filed)\s(?:us\s)?(?:an?|this|your|the|these)\s(?:claims?|bills?)\b"
)
_SENTENCE = re.compile(r"[.!?;]\s")


def office_told(pages: Sequence[PageLayout]) -> Found | None:
    """Return the one office whose claim or bill the sentences are about, None for none and for several."""
    found: list[Found] = []
    for row in (row for page in pages for row in page.free):
        for cell in row:
            for match in (*_FROM.finditer(cell.text), *_SENT.finditer(cell.text)):
                said = _SENTENCE.split(cell.text[: match.start()])[-1]
                if is_organization(match["name"]) and not _OF_ANOTHER.search(said):
                    found.append(from_atoms(match["name"], atoms_within(cell.atoms, *match.span("name"))))
    return found[0] if len({plain_key(str(each.value)) for each in found}) == 1 else None
