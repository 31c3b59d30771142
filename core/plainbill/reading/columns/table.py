"""What a table of a page is: columns, and rows that are each a service, a payment, a sum, a heading or a detail."""

import functools
from dataclasses import dataclass, replace
from typing import Literal

from plainbill.reading.columns.column import Column
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.tokens import Token

# A "day" heads the services below it; "carried" is a balance brought forward.
Role = Literal["service", "payment", "total", "subtotal", "carried", "summary", "amounts", "words", "day"]


_PAID = frozenset({"paid", "amount paid"})
_OF_A_PLAN = frozenset(
    {"allowed", "adjustment", "not_covered", "deductible", "copay", "coinsurance", "patient_responsibility"}
    | {"patient_paid", "other_paid"}
)


# Without slots: the atoms and the words of a row are asked for in every step that a table goes through.
@dataclass(frozen=True, kw_only=True)
class TableRow:
    """One row of a table: what it is, and its atoms by column."""

    role: Role
    cells: tuple[tuple[Atom, ...], ...]
    y: float
    height: float

    @functools.cached_property
    def atoms(self) -> tuple[Atom, ...]:
        """All atoms from left to right."""
        return tuple(sorted((atom for cell in self.cells for atom in cell), key=lambda atom: atom.x0))

    @functools.cached_property
    def text(self) -> str:
        """The words of the row without its amounts."""
        return " ".join(atom.text for atom in self.atoms if atom.kind not in {"money", "dash"})

    def with_cell(self, at: int, cell: tuple[Atom, ...]) -> "TableRow":
        """Return the row with other atoms in one column."""
        return replace(self, cells=(*self.cells[:at], cell, *self.cells[at + 1 :]))


# Without slots: what its columns hold is asked for each service.
@dataclass(frozen=True, kw_only=True)
class Table:
    """A table: its columns and the rows below their head.

    `pieced` are amounts put together from dollars and cents. In a stacked table the amounts of a service stand below
    the row that says when and what; its last columns have no place on the page (`plainbill.reading.tables.stacked`).
    In a paired one every service takes two rows, and its columns are those of the first row, then those of the second
    (`plainbill.reading.tables.paired_rows`). `captions` are the words beside the amounts of each service. One that
    is told stands in the sentences of a letter.
    """

    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    head: tuple[Token, ...]
    is_furniture: bool = False
    is_stacked: bool = False
    is_paired: bool = False
    pieced: tuple[Atom, ...] = ()
    captions: tuple[Token, ...] = ()
    is_told: bool = False

    def cell(self, row: TableRow, *fields: str) -> tuple[Atom, ...]:
        """The atoms of the first column that holds one of the fields and is filled in the row."""
        for column, cell in zip(self.columns, row.cells, strict=True):
            if column.field in fields and cell:
                return cell
        return ()

    def leaves_payer_open(self, column: Column) -> bool:
        """True where "Paid" alone heads a column and no other tells of a plan: whoever paid, it is not said."""
        words = " ".join(token.text for token in column.head.tokens).lower()
        return column.field == "plan_paid" and words in _PAID and not self.fields & _OF_A_PLAN

    @functools.cached_property
    def is_claim_form(self) -> bool:
        """True for box 24 of a professional claim form: days from and to, the place, and no words."""
        return self.fields >= {"date", "date_to", "place"} and not self.fields & {
            "description",
            "plan_paid",
            *_OF_A_PLAN,
        }

    @functools.cached_property
    def fields(self) -> frozenset[str]:
        """What the columns hold."""
        return frozenset(column.field for column in self.columns)

    @functools.cached_property
    def tokens(self) -> frozenset[Token]:
        """Every token of the table."""
        return frozenset(self.head) | {t for row in self.rows for atom in row.atoms for t in atom.tokens}
