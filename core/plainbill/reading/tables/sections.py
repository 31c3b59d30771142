"""Headings that print the codes of every service below them: "0250 PHARMACY", "Skilled nursing - G0299 - rev. 0551"."""

from collections.abc import Sequence

from plainbill.reading.columns.table import TableRow
from plainbill.reading.columns.value_columns import known_revenue_codes
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.found import Found, from_atoms
from plainbill.reading.terms.codes import parse_code, parse_revenue_code

_LONGEST = 8
_REVENUE = frozenset({"rev", "rev.", "rev:", "revenue"})
_BETWEEN = frozenset({"code", "code:", "cd", "cd.", "no.", "#"})


def section_code(row: TableRow) -> Found | None:
    """The revenue code that a heading prints with the name of its department, None where the row is none."""
    if row.role != "words" or not row.atoms:
        return None
    first, *rest = row.atoms
    words = [atom.text for atom in rest if any(map(str.isalnum, atom.text))]
    named = any(mark.isalpha() for text in words for mark in text)
    if not named or len(words) > _LONGEST or any(atom.kind not in {"text", "dash"} for atom in rest):
        return None
    return from_atoms(first.text, [first]) if first.text in known_revenue_codes() else _labeled(row.atoms)


def procedure_code(row: TableRow) -> Found | None:
    """The procedure code that a heading prints beside its revenue code, None where it prints none or several."""
    revenue = section_code(row)
    beside = [atom for atom in row.atoms if revenue is not None and not set(atom.tokens) & set(revenue.tokens)]
    codes = [(atom, code) for atom in beside[1:] if (code := parse_code(atom.text)) is not None]
    return from_atoms(codes[0][1].code, [codes[0][0]]) if len(codes) == 1 and not codes[0][1].modifiers else None


def _labeled(atoms: Sequence[Atom]) -> Found | None:
    """The code behind "rev." in a heading that ends with it, or that begins with it: "** REV 250 PHARMACY"."""
    opened = [atom for atom in atoms if any(map(str.isalnum, atom.text))]
    if opened and opened[0].text.lower() in _REVENUE:
        first, *_ = [atom for atom in opened[1:] if atom.text.lower() not in _BETWEEN] or opened
        code = parse_revenue_code(first.text)
        return from_atoms(code, [first]) if code in known_revenue_codes() else None
    at = next((i for i, atom in enumerate(atoms) if atom.text.lower() in _REVENUE), 0)
    behind = [atom for atom in atoms[at + 1 :] if atom.text.lower() not in _BETWEEN]
    code = parse_revenue_code(behind[0].text) if at and len(behind) == 1 else None
    return from_atoms(code, behind) if code in known_revenue_codes() else None


def has_sections(rows: Sequence[TableRow]) -> bool:
    """True where such rows head what follows: below every service they would say more of it."""
    services = [i for i, row in enumerate(rows) if row.role == "service"]
    codes = [i for i, row in enumerate(rows) if section_code(row) is not None]
    if not services or not codes or codes[-1] > services[-1]:
        return False
    return codes[0] < services[0] or len(codes) < len(services)
