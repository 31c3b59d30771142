"""Services each in a block of its own whose head begins with what was done: "Office visit | Billed | Plan paid"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from plainbill.reading.columns.column import Column
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.heads.head_fields import AMOUNT_FIELDS
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.tokens import Token
from plainbill.reading.terms.codes import is_key_of_a_note, parse_code

_FEWEST_BLOCKS, _FEWEST_AMOUNTS = 2, 2
_MAY_HOLD_WORDS = frozenset({"", "description"})


def with_titles_in_heads(tables: Sequence[Table], atoms: Sequence[Sequence[Atom]]) -> list[Table]:
    """Return the tables, those of one service that share all words of their heads but the first with these as words.

    No column is called otherwise from service to service.
    """
    blocks = [table for table in tables if _is_block(table)]
    found = []
    for table in tables:
        alike = [other for other in blocks if _amount_words(other) == _amount_words(table)]
        titles = {_texts(other.columns[0]) for other in alike}
        named = table in alike and len(alike) >= _FEWEST_BLOCKS and len(titles) == len(alike)
        found.append(_named(table, alike, atoms) if named else table)
    return found


def _is_block(table: Table) -> bool:
    """True for one service below a head of words that nobody knows and of several amounts."""
    plain = bool(table.head) and not (table.is_furniture or table.is_stacked or table.is_paired)
    single = plain and [row.role for row in table.rows] == ["service"]
    amounts = sum(column.field in AMOUNT_FIELDS for column in table.columns)
    return single and table.columns[0].field in _MAY_HOLD_WORDS and amounts >= _FEWEST_AMOUNTS


def _amount_words(table: Table) -> tuple[tuple[str, ...], ...]:
    return tuple(map(_texts, table.columns[1:]))


def _texts(column: Column) -> tuple[str, ...]:
    return tuple(token.text.lower() for token in column.head.tokens)


def _named(table: Table, alike: Sequence[Table], atoms: Sequence[Sequence[Atom]]) -> Table:
    """The table with the first words of its head before those of its service."""
    first, *others = table.columns
    title = _atoms_of(first.head.tokens, atoms)
    columns = (replace(first, field="description"), *(_as_keys(column, i, alike) for i, column in enumerate(others, 1)))
    rows = tuple(part for row in table.rows for part in _parted(row, title))
    head = tuple(token for token in table.head if token not in first.head.tokens)
    return replace(table, columns=columns, rows=rows, head=head)


def _parted(row: TableRow, title: tuple[Atom, ...]) -> Iterator[TableRow]:
    """The row with the words of the head for its own, and below it what stands before its amounts."""
    words, *amounts = row.cells
    yield replace(row, cells=(title, *amounts), y=title[0].y)
    if words:
        yield TableRow(role="words", cells=(words, *(() for _ in amounts)), y=row.y, height=row.height)


def _atoms_of(tokens: Sequence[Token], atoms: Sequence[Sequence[Atom]]) -> tuple[Atom, ...]:
    return tuple(atom for row in atoms for atom in row if atom.tokens and set(atom.tokens) <= {*tokens})


def _as_keys(column: Column, at: int, alike: Sequence[Table]) -> Column:
    """The column, one of codes behind the amounts as that of notes where it holds keys alone."""
    held = [atom.text for table in alike for row in table.rows for atom in row.cells[at]]
    keys = column.field == "code" and held and all(is_key_of_a_note(text) and not parse_code(text) for text in held)
    return replace(column, field="remark") if keys else column
