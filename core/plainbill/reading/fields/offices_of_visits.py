"""The office that a plan's paper says to be in its network or to have been visited, right beside or below its name."""

import re
from collections.abc import Sequence

from plainbill.reading.fields.payers import cell_value
from plainbill.reading.labels.name_blocks import is_organization
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.atoms import Atom, Cell
from plainbill.reading.rows.found import Found, from_atoms
from plainbill.reading.terms.dates import days_in
from plainbill.reading.terms.running_text import is_running_text

_BADGE = re.compile(r"^(?:(?:in|out)[- ]?(?:of[- ]?)?network|(?:non[- ]?)?participating)(?: provider)?$", re.IGNORECASE)
_VISIT = re.compile(r"^(?:your )?(?:(?:visit|stay|care|services?|seen) (?:of|on|from)|seen|visited)\b", re.IGNORECASE)
# Behind the badge may stand the day: "(in network) on March 5, 2026".
_BADGE_AND_DAY = re.compile(
    r"^\(?(?:in|out)[- ]?(?:of[- ]?)?network(?: provider)?\)?\W+(?:(?:seen|visited|visit) )?(?:on )?", re.IGNORECASE
)
# The heading of a claim in a portal: "Visit to Alder Bay Medical Center".
_HEADED = re.compile(r"^(?:your )?(?:visit|stay|admission) (?:to|at|with) (?=[A-Z])", re.IGNORECASE)
_COUNTED = re.compile(r"^claim \d{1,2} of \d{1,2}\b", re.IGNORECASE)
_OF_A_LABEL = re.compile(r"^(?:provider |plan )?network(?: status)?$", re.IGNORECASE)
_SAYS = re.compile(r"%|^(?:you|your|our|we|the)\b", re.IGNORECASE)
_MARKS = " \u00b7\u2022|,-\u2013"
# A badge stands so many heights below the name, and begins where it does.
_BELOW, _ALIGNED = 3.0, 1.5
_LONGEST_NAME, _LONG_NUMBER = 7, 4


def office_of_visit(page: PageLayout) -> Found | None:
    """Return the name of the office, None where a page says so of none or of several."""
    found: list[Found] = []
    for row, below in zip(page.cells, (*page.cells[1:], ()), strict=False):
        atoms = _behind_a_claim([atom for cell in row for atom in cell.atoms])
        name = next((n for n in range(min(len(atoms), _LONGEST_NAME), 0, -1) if _is_named(atoms[:n], atoms[n:])), 0)
        headed = heads_visit(row)
        if headed is not None:
            found.append(headed)
        elif name:
            found.append(from_atoms(_text(atoms[:name]), atoms[:name]))
        elif len(row) == 1 and below and is_organization(row[0].text) and _BADGE.match(below[0].text):
            near = below[0].y - row[0].y < _BELOW * row[0].height
            if near and abs(below[0].x0 - row[0].x0) < _ALIGNED * row[0].height:
                found.append(cell_value(row[0]))
    return found[0] if len({str(each.value) for each in found}) == 1 else None


def heads_visit(row: Sequence[Cell]) -> Found | None:
    """Return the office that the heading of a visit names, None where the row is no such heading."""
    said = _HEADED.match(row[0].text) if len(row) == 1 else None
    if said is None:
        return None
    name = row[0].atoms[len(said.group().split()) :]
    office = from_atoms(_text([*name]), name)
    return office if len(name) <= _LONGEST_NAME and is_organization(str(office.value)) else None


def _behind_a_claim(atoms: list[Atom]) -> list[Atom]:
    """The atoms behind a claim that is counted and its number: "Claim 1 of 2 · 26H1140057 · Larkspur Clinic"."""
    if not _COUNTED.match(" ".join(atom.text for atom in atoms)):
        return atoms
    numbered = (i for i, atom in enumerate(atoms) if sum(map(str.isdigit, atom.text)) >= _LONG_NUMBER)
    rest = atoms[next(numbered, -1) + 1 :]
    return rest[1:] if rest and not rest[0].text.strip(_MARKS) else rest


def _is_named(name: list[Atom], behind: list[Atom]) -> bool:
    """True for an office's name with nothing behind it but the badge of its network, or the day of the visit."""
    rest = " ".join(atom.text for atom in behind).strip(_MARKS)
    said = _BADGE.match(rest.strip("()")) or any(
        pattern.match(rest) and days_in(pattern.sub("", rest).strip()) for pattern in (_VISIT, _BADGE_AND_DAY)
    )
    words = all(atom.kind == "text" for atom in name) and not any(":" in atom.text for atom in name)
    # "HC-7741-0513  Dana Ruiz, PA": the number of a claim before who treated.
    words = words and not any(sum(map(str.isdigit, atom.text)) >= _LONG_NUMBER for atom in name)
    # "Your plan pays 80% (in network)" and "Emergency care is covered in network or" name nobody.
    words = words and not _SAYS.search(_text(name)) and not is_running_text(_text(name))
    # "Network   In-network": the badge of a label by itself.
    return bool(said) and words and is_organization(_text(name)) and not _OF_A_LABEL.match(_text(name))


def _text(atoms: list[Atom]) -> str:
    return " ".join(atom.text for atom in atoms).strip(_MARKS)
