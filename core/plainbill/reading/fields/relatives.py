"""People of a family whom a paper names without a label: beside how they are related, or by the family's name."""

import re
from collections.abc import Iterator, Sequence

from plainbill.reading.fields.persons import is_a_persons_name
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.atoms import Atom, Cell
from plainbill.reading.rows.found import Found, from_atoms
from plainbill.reading.rows.tokens import Token
from plainbill.reading.terms.vocabulary import plain_key

_RELATION = re.compile(
    r"^\(?(?:self|spouse|wife|husband|(?:domestic )?partner|child|son|daughter|step(?:child|son|daughter)|dependent|"
    r"subscriber|employee|policyholder)\)?$",
    re.IGNORECASE,
)
_OF_A_CLAIM = frozenset({"coverage.member_id", "claim_number"})
_MARKS = " ,;\u00b7\u2022|-\u2013"
# Their claim stands on the row that names them or on one of the next.
_CLAIM_WITHIN = 2


def relatives_of(page: PageLayout) -> Iterator[tuple[int, Found]]:
    """Return the rows of a page that open the claim of such a person, each by its number, with the person's name."""
    claims = {label.label[0] for label in page.labels if label.field == "claim_number"}
    families = frozenset(_last_word(label.value) for label in page.labels if label.field == "subscriber")
    labels = {label.label[0] for label in page.labels}
    taken = {token for label in page.labels for token in label.value.tokens}
    # "Subscriber" may end the head words of a table: "Other Subscriber" over "Insurance Liability".
    taken |= {token for table in page.tables for token in table.head}
    for at, cells in enumerate(page.cells):
        near = {token for row in page.rows[at : at + 1 + _CLAIM_WITHIN] for token in row.tokens}
        name = _named(cells, families, claims, labels) if cells and claims & near else None
        name = name or _above_a_claim(page, at)
        if name is not None and not taken & set(name.tokens):
            yield at, name


def only_relative(page: PageLayout) -> Found | None:
    """Return the one person whom the rows of a page name in this way, None for none and for several."""
    found = [name for _, name in relatives_of(page)]
    return found[0] if len({plain_key(str(name.value)) for name in found}) == 1 else None


def _named(cells: Sequence[Cell], families: frozenset[str], claims: set[Token], labels: set[Token]) -> Found | None:
    """The name that begins a row, before how they are related to the member or before the claim of a namesake.

    A namesake may also stand by themselves, above their claim.
    """
    atoms = [atom for cell in cells for atom in cell.atoms]
    related = next((i for i, atom in enumerate(atoms) if _RELATION.match(atom.text.strip(_MARKS))), 0)
    if related and _goes_on(atoms[related:], labels):
        return None
    if related and is_a_persons_name(_text(atoms[:related])):
        return from_atoms(_text(atoms[:related]), atoms[:related])
    claimed = next((i for i, atom in enumerate(atoms) if claims & set(atom.tokens)), len(atoms))
    name = from_atoms(_text(atoms[:claimed]), atoms[:claimed]) if claimed else None
    if name is not None and is_a_persons_name(str(name.value)) and _last_word(name) in families:
        return name
    return None


def _above_a_claim(page: PageLayout, at: int) -> Found | None:
    """The name alone on a row above the one that begins with their member or claim number, and above a table's head."""
    cells = page.cells[at]
    if len(cells) != 1 or at + 1 >= len(page.rows) or not is_a_persons_name(cells[0].text):
        return None
    below = page.rows[at + 1].tokens
    opens = [label for label in page.labels if label.field in _OF_A_CLAIM and label.label[0] in below[:1]]
    heads = {token for table in page.tables if any(row.role == "service" for row in table.rows) for token in table.head}
    headed = any(heads & set(row.tokens) for row in page.rows[at + 2 : at + 2 + _CLAIM_WITHIN])
    beside = any(label.value.tokens[0] in below for label in opens)
    return from_atoms(cells[0].text, cells[0].atoms) if headed and beside else None


def _goes_on(atoms: Sequence[Atom], labels: set[Token]) -> bool:
    """True where such a word is part of a name or one of several heads: "Blue Larch Employee Benefit Plan"."""
    behind = next((atom for atom in atoms[1:] if atom.text.strip(_MARKS)), None)
    aside = atoms[0].text.strip(_MARKS).startswith("(")
    return behind is not None and behind.kind == "text" and not aside and behind.tokens[0] not in labels


def _last_word(name: Found) -> str:
    return plain_key(str(name.value).split()[-1])


def _text(atoms: Sequence[Atom]) -> str:
    return " ".join(atom.text for atom in atoms).strip(_MARKS)
