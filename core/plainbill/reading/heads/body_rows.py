"""Rows of the body of a table whose words are those of heads by chance: "Procedure fee", "Medical supplies"."""

from collections.abc import Sequence

from plainbill.reading.rows.atoms import Atom, Cell
from plainbill.reading.terms.codes import parse_code

# A word carried on may stand between two rows.
_NEAR = 2


def entries(beside: Sequence[Sequence[Cell]]) -> frozenset[int]:
    """The rows that print values alone beside their words, an amount above or below the amount of a row near it.

    `beside` are the cells of each row that cannot be words of a head.
    """
    amounts = [_amounts(cells) for cells in beside]
    pairs = ((i, j) for i, own in enumerate(amounts) if own for j in range(i + 1, min(i + 1 + _NEAR, len(amounts))))
    return frozenset(row for i, j in pairs if _in_one_column(amounts[i], amounts[j]) for row in (i, j))


def _amounts(cells: Sequence[Cell]) -> list[Atom]:
    """The amounts of a row beside whose words nothing but values stands."""
    atoms = [atom for cell in cells for atom in cell.atoms]
    return [a for a in atoms if a.money is not None and "." in a.text] if all(map(_is_value, atoms)) else []


def _in_one_column(above: Sequence[Atom], below: Sequence[Atom]) -> bool:
    return any(a.x0 < b.x1 and b.x0 < a.x1 for a in above for b in below)


def _is_value(atom: Atom) -> bool:
    return atom.kind in {"money", "date"} or parse_code(atom.text) is not None or not atom.text.isalpha()
