"""Forms that print a block for each person and office: whose phone and whose numbers stand in one."""

import re
from collections.abc import Sequence

from plainbill.reading.labels.finding import Labeled
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.forming import Row
from plainbill.reading.rows.found import Found
from plainbill.reading.terms.vocabulary import plain_key

# "Patient Mailing Address, Phone Number, and Email Address".
_HEADS_A_PERSONS_BLOCK = re.compile(
    r"^(?:patient|member|subscriber|insured|guarantor)(?:'?s)?\b[^:\d]*\b(?:phone|telephone|contact)\b[^:\d]*$",
    re.IGNORECASE,
)
_HEADS_AN_OFFICES_BLOCK = re.compile(r"\b(?:provider|facility|office|clinic|hospital|physician)\b", re.IGNORECASE)
_BARE = frozenset({"phone", "telephone", "tel", "number", "no", "phonenumber"})
# A block of a form has so many rows.
_MOST_ROWS = 8


def is_a_persons_phone(label: Labeled, layout: PageLayout) -> bool:
    """Return whether a bare "Phone" stands in the block of a form whose heading says that it is the patient's."""
    words = {token.text.lower().strip(".:#") for token in label.label}
    if label.field != "provider.phone" or not words <= _BARE:
        return False
    for row in _above(label.label[0].y, layout)[:_MOST_ROWS]:
        text = _text(row)
        if _HEADS_A_PERSONS_BLOCK.match(text):
            return True
        if _HEADS_AN_OFFICES_BLOCK.search(text):
            return False
    return False


def named_with_number(number: Found | None, names: Sequence[Found], layouts: Sequence[PageLayout]) -> Found | None:
    """Return which of several names stands nearest above a number, None where there is one or none does."""
    keys = {plain_key(str(name.value)): name for name in reversed(names)}
    if number is None or len(keys) < 2:
        return None
    layout = next((page for page in layouts if any(number.tokens[0] in row.tokens for row in page.rows)), None)
    for row in _above(number.y, layout) if layout is not None else ():
        text = plain_key(_text(row))
        if (found := next((name for key, name in keys.items() if key in text), None)) is not None:
            return found
    return None


def _above(y: float, layout: PageLayout) -> list[Row]:
    return [row for row in reversed(layout.rows) if row.y < y - row.height / 2]


def _text(row: Row) -> str:
    return " ".join(token.text for token in row.tokens)
