"""The title of a service in a block: its words, and the values beside them that labels announce: "Code 99213"."""

import re
from collections.abc import Mapping, Sequence

from plainbill.reading.rows.atoms import Atom
from plainbill.reading.terms.codes import parse_code, parse_diagnosis
from plainbill.reading.terms.supplies import says_how_long
from plainbill.reading.terms.vocabulary import header_words

WORDS = "description"
"""Where the words of a title go that no label announces."""
_LONGEST_LABEL, _BLANK = 3, 1.2
_KEY = re.compile(r"^(?=.*\d)[A-Z]{0,3}\d{1,3}[A-Z]?$|^[A-Z]{1,3}$")
_COUNT = re.compile(r"^\d{1,4}(?:\.\d{1,3})?$")


def titled_values(title: Sequence[Atom]) -> Mapping[str, tuple[Atom, ...]]:
    """What the atoms of a title are, by the column they would stand in; labels of values are left out."""
    told: dict[str, list[Atom]] = {}
    at = 0
    while at < len(title):
        # Right behind other words a label may be one of them: "Office visit 03/02/2026".
        apart = at == 0 or title[at - 1] not in told.get(WORDS, ()) or _stands_apart(title[at - 1], title[at])
        found = _labeled(title, at) if apart else None
        size, field = found if found is not None else (0, "date" if title[at].date is not None else WORDS)
        if not (size and says_how_long(title[at].text, [atom.text for atom in title])):
            told.setdefault(field, []).append(title[at + size])
        at += size + 1
    return {field: tuple(atoms) for field, atoms in told.items()}


def is_labeled(title: Sequence[Atom]) -> bool:
    """True where the title holds nothing but labels and their values: the words stand on the row above."""
    return bool(title) and WORDS not in titled_values(title)


def _stands_apart(before: Atom, atom: Atom) -> bool:
    """True for a word behind a blank wider than those of a phrase, or on another row."""
    height = atom.tokens[0].box.height
    return not -height < atom.x0 - before.x1 < _BLANK * height or abs(atom.y - before.y) > height / 2


def _labeled(title: Sequence[Atom], at: int) -> tuple[int, str] | None:
    """How many atoms the label at a place takes up and what the value behind it is, None where there is none."""
    for size in range(min(_LONGEST_LABEL, len(title) - at - 1), 0, -1):
        label, value = title[at : at + size], title[at + size]
        if any(atom.kind != "text" for atom in label):
            continue
        known = header_words().find([word for atom in label for word in atom.text.replace(":", " ").split()])
        if known is None or not known.exact:
            continue
        field = next((field for field in known.fields if _fits(field, value)), None)
        if field is not None:
            return size, field
    return None


def _fits(field: str, value: Atom) -> bool:
    if field == "date":
        return value.date is not None
    if field == "code":
        return value.kind == "text" and parse_code(value.text) is not None
    if field == "units":
        return _COUNT.match(value.text) is not None
    if field == "diagnosis":
        return "." in (parse_diagnosis(value.text) or "")
    return field == "remark" and value.kind == "text" and _KEY.match(value.text) is not None
