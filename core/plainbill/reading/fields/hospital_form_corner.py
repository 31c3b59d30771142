"""Who bills on a hospital's claim form: the block in its upper left corner, a name over a street and a city."""

import re
from collections.abc import Mapping, Sequence

from plainbill.reading.fields.hospital_form_values import left_of_head
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.found import Found, alike
from plainbill.reading.rows.tokens import Token

_NAME = re.compile(r"^[A-Z][A-Z&.,'’-]*(?: [A-Z&][A-Z&.,'’-]*)+$")
_STREET = re.compile(r"^(?:\d+[A-Z]? [A-Z]|P\.?O\.? BOX \d)", re.IGNORECASE)
_CITY = re.compile(r"^[A-Z][A-Z0. '’-]*,? [A-Z]{2} \d{5}(?:-?\d{4})?$")
_PHONE = re.compile(r"^\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4}$")


def with_corner(fields: Mapping[str, Found], layouts: Sequence[PageLayout]) -> dict[str, Found]:
    """Return the fields with who bills, where they name nobody, the same, or whoever pays: its block stands lower."""
    found = dict(fields)
    for layout in layouts:
        rows = [row for row in left_of_head(layout) if row]
        texts = [" ".join(token.text for token in row) for row in rows]
        at = next((i for i, text in enumerate(texts) if _is_block(texts[i : i + 3])), None)
        if at is None:
            continue
        name = Found(value=texts[at], tokens=tuple(rows[at]))
        known, payer = found.get("provider.name"), found.get("payer.name")
        if known is not None and payer is not None and alike(known, payer) and not alike(known, name):
            found = {path: value for path, value in found.items() if path not in _OF_WHO_BILLS}
        elif known is not None and not alike(known, name):
            continue
        found.setdefault("provider.name", name)
        tokens: tuple[Token, ...] = (*rows[at + 1], *rows[at + 2])
        address = Found(value=", ".join(texts[at + 1 : at + 3]), tokens=tokens)
        part = found.setdefault("provider.address", address)
        if str(address.value).endswith(str(part.value)):
            # Between street and city the form prints labels of the boxes beside them.
            found["provider.address"] = address
        for text, row in zip(texts[at + 3 : at + 4], rows[at + 3 : at + 4], strict=True):
            if _PHONE.match(text):
                found.setdefault("provider.phone", Found(value=text, tokens=tuple(row)))
    return found


_OF_WHO_BILLS = frozenset({"provider.name", "provider.address", "provider.phone"})


def _is_block(texts: Sequence[str]) -> bool:
    patterns = (_NAME, _STREET, _CITY)
    return len(texts) == len(patterns) and all(
        pattern.match(text) for pattern, text in zip(patterns, texts, strict=True)
    )
