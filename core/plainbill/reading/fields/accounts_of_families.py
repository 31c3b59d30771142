"""Statements of a family: the charges of each below a row of their own with their name and account."""

import re
from collections.abc import Sequence
from decimal import Decimal

from plainbill.reading.fields.persons import is_a_persons_name
from plainbill.reading.labels.name_blocks import is_clinician
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.forming import Row
from plainbill.reading.rows.found import Found, from_atoms
from plainbill.reading.terms.money import parse_money

_ACCOUNT = re.compile(r"^(?:acct|account|chart)\b[.#:]*", re.IGNORECASE)
_WHOSE = frozenset({"patient", "pt", "member"})
_NUMBER = re.compile(r"^(?:no|nr|num|number|id)?[.:#]*$", re.IGNORECASE)
_OWED = frozenset({"balance_due", "total_owed"})
_SHORTEST_NAME = 2


def accounts_opened(page: PageLayout) -> tuple[tuple[int, Found], ...]:
    """Return the rows of a page right above the tables of its services, each by its number, with the person's name.

    None where a table of services stands below no such row.
    """
    heads = [frozenset(table.head) for table in page.tables if any(row.role == "service" for row in table.rows)]
    firsts = [next((i for i, row in enumerate(page.rows) if head & set(row.tokens)), 0) for head in heads]
    names = [(at - 1, _name_before_account(page, at - 1)) for at in firsts]
    found = tuple((at, name) for at, name in names if name is not None)
    return found if len(found) == len(heads) else ()


def account_holder(page: PageLayout) -> Found | None:
    """Return the one person whose charges a page lists in this way, None for nobody and for several."""
    names = accounts_opened(page)
    return names[0][1] if len({str(name.value) for _, name in names}) == 1 else None


def sums_of_families(page: PageLayout, openings: Sequence[int]) -> tuple[Row, ...]:
    """Return the rows below all charges that print what everybody of the family owes together."""
    owed: list[Decimal] = []
    for start, stop in zip(openings, (*openings[1:], len(page.rows)), strict=True):
        printed = {token for row in page.rows[start:stop] for token in row.tokens}
        own = [label.value.value for label in page.labels if label.label[0] in printed and _OWED & set(label.fields)]
        owed += [value for value in own if isinstance(value, Decimal)][:1]
    if len(owed) < len(openings):
        return ()
    whole = sum(owed, Decimal(0))
    below = page.rows[openings[-1] :]
    return tuple(row for row in below if whole != owed[-1] and any(parse_money(t.text) == whole for t in row.tokens))


def _name_before_account(page: PageLayout, at: int) -> Found | None:
    """The name of a person that begins the row, behind the sign of a list, with nothing up to the word for account."""
    atoms = [atom for cell in page.cells[at] for atom in cell.atoms] if at >= 0 else []
    ends = next((i for i, atom in enumerate(atoms) if _ACCOUNT.match(atom.text) or _is_numbered(atoms[i : i + 2])), 0)
    if ends and atoms[ends - 1].text.lower().strip(".,:;-") in _WHOSE:
        ends -= 1
    begins = next((i for i, atom in enumerate(atoms) if len(atom.text.strip(".")) >= _SHORTEST_NAME), 0)
    name = " ".join(atom.text for atom in atoms[begins:ends]).strip(" ,:-")
    if not name or not is_a_persons_name(name) or is_clinician(name):
        return None
    return from_atoms(name, atoms[begins:ends])


def _is_numbered(atoms: Sequence[Atom]) -> bool:
    """True for "Patient no.", which in an office is the number of an account."""
    said = [atom.text.lower() for atom in atoms]
    return len(said) > 1 and said[0] in _WHOSE and _NUMBER.match(said[1]) is not None
