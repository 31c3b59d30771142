"""Totals whose words stand on the row above their amounts, whatever is printed beside or below these."""

from collections.abc import Sequence

from plainbill.reading.columns.table import TableRow
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.forming import Row
from plainbill.reading.terms.wording import is_total

# Rows that belong together stand closer than this many heights.
_PITCH = 1.9


def carries_a_total(above: TableRow, row: Row, own: Sequence[Atom]) -> bool:
    """True where the row above announces a total, and this one prints its amounts beside the number of the claim."""
    words = [atom.text for atom in own if atom.kind == "text"]
    numbered = len(words) == 1 and any(map(str.isdigit, words[0]))
    return numbered and _is_near_total(above, row)


def leads_to_amounts(above: TableRow, row: Row, cells: Sequence[Sequence[Atom]]) -> bool:
    """True where words beside the columns of the amounts announce these as a total; words over them are heads."""
    return _is_near_total(above, row) and not any(a and b for a, b in zip(above.cells, cells, strict=True))


def _is_near_total(above: TableRow, row: Row) -> bool:
    """True where the words right above a row announce a total."""
    return is_total(above.text) and row.y - above.y < _PITCH * row.height
