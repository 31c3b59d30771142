"""Headings of departments that print the revenue code of every service below them: "0250 PHARMACY"."""

from collections.abc import Sequence

from plainbill.reading.found import Found, from_atoms
from plainbill.reading.table import TableRow
from plainbill.reading.value_columns import known_revenue_codes

_LONGEST = 8


def section_code(row: TableRow) -> Found | None:
    """The revenue code that a heading prints before the name of its department, None where the row is none."""
    if row.role != "words" or not row.atoms:
        return None
    first, *rest = row.atoms
    words = [atom.text for atom in rest if any(mark.isalnum() for mark in atom.text)]
    named = any(mark.isalpha() for text in words for mark in text)
    if first.text not in known_revenue_codes() or not named or len(words) > _LONGEST:
        return None
    return from_atoms(first.text, [first]) if all(atom.kind in {"text", "dash"} for atom in rest) else None


def has_sections(rows: Sequence[TableRow]) -> bool:
    """True where such rows head what follows: below every service they would say more of it."""
    services = [i for i, row in enumerate(rows) if row.role == "service"]
    codes = [i for i, row in enumerate(rows) if section_code(row) is not None]
    if not services or not codes or codes[-1] > services[-1]:
        return False
    return codes[0] < services[0] or len(codes) < len(services)
