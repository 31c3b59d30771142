"""Addresses that the words before or above them call so, and whose they are."""

import re
from collections.abc import Sequence

from plainbill.reading.labels.finding import Labeled
from plainbill.reading.labels.name_blocks import Party, is_city_line
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.found import Found

_OF_A_PERSON = re.compile(r"patient|member|subscriber|insured|guarantor|your|mailing", re.IGNORECASE)
_ADDRESS_OF_A_PERSON = re.compile(
    r"\b(?:patient|member|subscriber|insured|guarantor)(?:'s)?\b.*\baddress\b", re.IGNORECASE
)


def is_below_a_persons_address(party: Party, layout: PageLayout) -> bool:
    """Return whether an address without a name stands right below the words that say whose it is, as in a form.

    Or behind them and a name on its row: "Bill to: Ada Lombard, 12 Rose St, Reno, NV 89501".
    """
    if party.name is not None or party.address is None:
        return False
    first = party.address.tokens[0]
    rows = ([token for cell in row for token in cell.tokens] for row in layout.cells)
    before = next((row[: row.index(first)] for row in rows if first in row), [])
    if _OF_A_NAMED_PERSON.match(" ".join(token.text for token in before)):
        return True
    captions = (cell for row in layout.cells for cell in row if _ADDRESS_OF_A_PERSON.search(cell.text))
    return any(
        0 < first.y - cell.y < _RIGHT_BELOW * cell.height and abs(first.box.x0 - cell.x0) < cell.height
        for cell in captions
    )


_RIGHT_BELOW = 2.4
_OF_A_NAMED_PERSON = re.compile(
    r"^(?:bill(?:ed)?\sto|patient|member|subscriber|insured|guarantor|responsible\sparty):?\s[^\d:]{3,40},$",
    re.IGNORECASE,
)


def _is_of_a_person(page: PageLayout, label: Labeled) -> bool:
    """True where the label, or the words right before it, say that the address is the patient's or a member's."""
    for row in page.cells:
        for cell in row:
            if label.label[0] in cell.tokens:
                said = cell.tokens[: cell.tokens.index(label.label[-1]) + 1 if label.label[-1] in cell.tokens else None]
                return _OF_A_PERSON.search(" ".join(token.text for token in said)) is not None
    return False


_CITY_LABEL = re.compile(r"^city\W+state\b", re.IGNORECASE)


def labeled_address(pages: Sequence[PageLayout], labels: Sequence[Labeled]) -> Found | None:
    """Return the value of the label "Address", with the lines below it down to the city, None without such a label."""
    own = (
        (page, label)
        for page in pages
        for label in labels
        if label in page.labels and label.field == "address" and not _is_of_a_person(page, label)
    )
    return next((_down_to_the_city(page, label.value) for page, label in own), None)


def _down_to_the_city(page: PageLayout, value: Found) -> Found | None:
    parts, tokens = [str(value.value)], list(value.tokens)
    here = value.tokens[0]
    for row in page.cells:
        for cell in row:
            below = (
                0 < cell.y - here.y < 2.2 * here.box.height and abs(cell.x0 - value.tokens[0].box.x0) < here.box.height
            )
            if below and not is_city_line(parts[-1]):
                if not _CITY_LABEL.match(cell.text):
                    parts.append(cell.text)
                    tokens += cell.tokens
                here = cell.tokens[0]
    return (
        Found(value=", ".join(part.strip(" ,") for part in parts), tokens=tuple(tokens))
        if is_city_line(parts[-1])
        else None
    )
