"""One column of a table."""

from collections.abc import Sequence
from dataclasses import dataclass

from plainbill.reading.heads.head import HeadColumn
from plainbill.reading.rows.atoms import Atom


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: what it holds, its head, and the stretch of the page that is its own."""

    field: str
    head: HeadColumn
    left: float
    right: float

    def cell(self, row: Sequence[Atom]) -> tuple[Atom, ...]:
        """Return the atoms of a row whose middles lie in the column."""
        return tuple(atom for atom in row if self.left <= atom.middle < self.right)


def placeless(field: str) -> Column:
    """A column without a place of its own: its values stand above or below the row of the service."""
    return Column(field=field, head=HeadColumn(fields=(field,), x0=0.0, x1=0.0, tokens=()), left=0.0, right=0.0)
