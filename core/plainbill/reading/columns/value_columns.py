"""Columns whose head nobody knows, told by what stands in them."""

import functools
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from plainbill.knowledge.tables import read_table
from plainbill.reading.labels.name_blocks import is_clinician, is_organization
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.terms.codes import known_modifiers, parse_diagnosis, parse_modifiers

_FEWEST_COUNTS, _FEWEST_NAMES = 3, 2
# Two columns without a known head.
_WHO_AND_WHAT = 2
_MOST_UNITS, _MOSTLY = 999, 0.8
_COUNTING = re.compile(r"^[uq][a-z']*\.?$", re.IGNORECASE)
_NOTED = re.compile(r"remark|reason|note|message|see|expl", re.IGNORECASE)
_MODIFYING = re.compile(r"^mod", re.IGNORECASE)
# A measure may stand glued to its count: "2UN".
_COUNT = re.compile(r"^(-?\d{1,3}(?:\.0{1,2})?)(?:un|ea|hrs?|min|ml)?$", re.IGNORECASE)
_MEASURE = re.compile(r"^[a-z]{1,7}\.?$", re.IGNORECASE)
# "Pl" over places of service: the small letter and the capital look the same in much print.
_PLACING = re.compile(r"^P[lI1|]\.?$", re.IGNORECASE)
_PLACE = re.compile(r"^\d{2}$")

Cell = Sequence[Atom]


_FEWEST_CODES, _WHOLE_CODE = 2, 4


def roles_by_values(fields: Sequence[str], heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Mapping[int, str]:
    """Return what columns without a known head hold, by their place; nothing where their values could be other things.

    `fields` are those of the columns from left to right, empty where the head is unknown, `heads` their head words,
    `rows` the cells of each row in the same order.
    """
    found: dict[int, str] = {}
    for i, (field, head) in enumerate(zip(fields, heads, strict=True)):
        cells = [row[i] for row in rows if row[i]]
        # "44 HCPCS / RATE / HIPPS CODE" may have been read as two heads.
        beside_code = field == "remark" and i > 0 and fields[i - 1] == "code" and not _NOTED.search(head)
        role = _role(head, cells) if cells and field in {"", "unknown_amount"} else None
        if field == "remark" and head.lower() in {"code", "codes"} and _are_revenue_codes(cells):
            # "CODE" alone is left of "REV CODE".
            role = "revenue_code"
        if beside_code and cells and _hold_modifiers([" ".join(atom.text for atom in cell) for cell in cells]):
            role = "modifiers"
        if role is not None and role not in fields and role not in found.values() and _belongs(role, fields):
            found[i] = role
    return found


def _role(head: str, cells: Sequence[Cell]) -> str | None:
    texts = [" ".join(atom.text for atom in cell) for cell in cells]
    # One may be the hour at which a service ended.
    if len(texts) >= _FEWEST_CODES and all(text in known_revenue_codes() for text in texts):
        return "revenue_code"
    if _are_modifiers(head, texts):
        return "modifiers"
    if all(_are_diagnoses(text) for text in texts) and any("." in text for text in texts):
        return "diagnosis"
    if _is_read_for_a_note(head) and all(_KEYS.match(text) for text in texts):
        return "remark"
    if _are_names(texts):
        return "provider"
    if _PLACING.match(head) and all(_PLACE.match(text) for text in texts):
        return "place"
    return "units" if _are_units(head, cells) else None


def _are_revenue_codes(cells: Sequence[Cell]) -> bool:
    """True for several cells with nothing but a revenue code, its zero printed."""
    texts = [" ".join(atom.text for atom in cell) for cell in cells]
    whole = all(len(text) == _WHOLE_CODE and text in known_revenue_codes() for text in texts)
    return whole and len(texts) >= _FEWEST_CODES


def _are_names(texts: Sequence[str]) -> bool:
    """True where nearly all are clinicians or offices, and a clinician is among them; no figure stands in any."""
    named = sum(is_clinician(text) or is_organization(text) for text in texts)
    plain = not any(mark.isdigit() for text in texts for mark in text)
    return plain and named >= max(_FEWEST_NAMES, _MOSTLY * len(texts)) and any(map(is_clinician, texts))


def _is_read_for_a_note(head: str) -> bool:
    """True for a head that is one letter off the word over keys of notes: "Rcason"."""
    seen = head.lower()
    return any(
        len(seen) == len(word) and sum(a != b for a, b in zip(seen, word, strict=True)) == 1 for word in _OVER_NOTES
    )


_OVER_NOTES = ("reason", "reasons", "remark", "remarks")
# "197,", "CO-45", "M62, N20".
_KEYS = re.compile(r"^(?:(?:[A-Z]{1,2}-?)?[A-Z]?\d{1,3}[,;]?\s?)+$")


def _hold_modifiers(texts: Sequence[str]) -> bool:
    """True where all are modifiers that the tables know."""
    parsed = [parse_modifiers(text) for text in texts]
    return all(modifiers and set(modifiers) <= known_modifiers() for modifiers in parsed)


def _belongs(role: str, fields: Sequence[str]) -> bool:
    """True where the table has what the role is said of: modifiers of codes, units of charges, who did what."""
    if role == "provider" and "description" not in fields and fields.count("") < _WHO_AND_WHAT:
        return False
    return {"modifiers": "code", "units": "charge", "provider": "charge", "remark": "charge"}.get(role, "") in {
        "",
        *fields,
    }


@functools.cache
def known_revenue_codes() -> frozenset[str]:
    """Every revenue code with its leading zero; the other form has three digits that may be anything."""
    keys = [row["key"] for row in read_table("revenue_codes")]
    whole = {key for key in keys if key.isdigit()}
    families = {f"{key[:3]}{digit}" for key in keys if key.endswith("x") for digit in range(10)}
    return frozenset(code for code in whole | families if code.startswith("0"))


def _are_modifiers(head: str, texts: Sequence[str]) -> bool:
    """True where all are modifiers; two digits alone may be a place or a count."""
    return _hold_modifiers(texts) and (
        _MODIFYING.match(head) is not None or any(mark.isalpha() for text in texts for mark in text)
    )


def _are_diagnoses(text: str) -> bool:
    parts = [part for part in re.split(r"[,;\s]+", text) if part]
    return bool(parts) and all(parse_diagnosis(part) is not None for part in parts)


def _are_units(head: str, cells: Sequence[Cell]) -> bool:
    """True where all are counts, as most services are done once; rows that are numbered count up."""
    counts = [_count(cell) for cell in cells]
    known = [count for count in counts if count is not None]
    # The end of a long description may reach into the column: "mg 4".
    over = [cell for cell, count in zip(cells, counts, strict=True) if count is None and _count(cell[-1:]) is None]
    if over or len(known) < _MOSTLY * len(counts) or not all(0 < abs(count) <= _MOST_UNITS for count in known):
        return False
    if _COUNTING.match(head):
        return True
    once = sum(abs(count) == 1 for count in known)
    return len(known) >= _FEWEST_COUNTS and 2 * once >= len(known)


def _count(cell: Cell) -> Decimal | None:
    """The whole number in a cell, a measure ("2 ea") behind it or not."""
    number, *rest = (atom.text for atom in cell)
    if len(rest) > 1 or rest and not _MEASURE.match(rest[0]) or (counted := _COUNT.match(number)) is None:
        return None
    return Decimal(counted[1])
