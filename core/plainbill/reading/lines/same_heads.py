"""The same head on several pages: what the page that was understood best says of its columns holds for the others."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from plainbill.reading.columns.amount_roles import UNKNOWN
from plainbill.reading.columns.column import Column
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.heads.head_fields import AMOUNT_FIELDS
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.tokens import Token
from plainbill.reading.terms.vocabulary import plain_key

# A head is the same where so large a share of its words is, and it has so many.
_ALIKE, _FEWEST_WORDS, _FEWEST_COLUMNS = 0.9, 4, 3


def under_same_heads(layouts: Sequence[PageLayout]) -> tuple[PageLayout, ...]:
    """Return the pages of one paper, tables below a head that another page has too under the columns of the best."""
    headed = [table for layout in layouts for table in layout.tables if is_plain(table)]
    return tuple(
        replace(layout, tables=tuple(_as_best(table, headed) for table in layout.tables)) for layout in layouts
    )


def is_plain(table: Table) -> bool:
    """Return whether a table has a row of its own for each service below a head of several columns."""
    plain = not table.is_furniture and not table.is_stacked and not table.is_paired
    return plain and len(table.head) >= _FEWEST_WORDS and len(table.columns) >= _FEWEST_COLUMNS


def _as_best(table: Table, headed: Sequence[Table]) -> Table:
    if not is_plain(table):
        return table
    best = max((other for other in headed if _is_same(table, other)), key=understood)
    laid = _laid_under(table, best) if understood(best) > understood(table) else None
    return laid if laid is not None else table


def _is_same(table: Table, other: Table) -> bool:
    one, two = (Counter(plain_key(token.text) for token in each.head) for each in (table, other))
    return (one & two).total() >= _ALIKE * max(one.total(), two.total())


def understood(table: Table) -> int:
    """Return how well a table was understood: what its columns are called, less those of no name or without values."""
    services = [row for row in table.rows if row.role == "service"]
    filled = [any(row.cells[i] for row in services) for i in range(len(table.columns))]
    named = {column.field for column, full in zip(table.columns, filled, strict=True) if full} - {UNKNOWN, ""}
    unnamed = sum(column.field in {UNKNOWN, ""} for column in table.columns)
    empty = sum(not full and bool(column.head.tokens) for column, full in zip(table.columns, filled, strict=True))
    return len(named) - unnamed - empty


def _laid_under(table: Table, best: Table) -> Table | None:
    """The table with the columns of the best, each made of those whose head has its words; None where they differ."""
    places = _places_of_words(table, best)
    owners = [_owner(column, places) for column in table.columns]
    if None in owners or sorted(owners, key=lambda at: at or 0) != owners or set(owners) != {*range(len(best.columns))}:
        return None
    parts = [[i for i, owner in enumerate(owners) if owner == at] for at in range(len(best.columns))]
    if any(_loses_amounts(table, own, best.columns[at]) for at, own in enumerate(parts)):
        return None
    columns = [_joined([table.columns[i] for i in own], best.columns[at]) for at, own in enumerate(parts)]
    rows = tuple(replace(row, cells=tuple(_cell(row, own) for own in parts)) for row in table.rows)
    return replace(table, columns=tuple(columns), rows=rows)


def _loses_amounts(table: Table, own: Sequence[int], column: Column) -> bool:
    """True where amounts below a head of their own would stand in a column of words: there the head was cut wrongly."""
    if column.field in AMOUNT_FIELDS or column.field == "payment":
        return False
    amounts = [i for i in own if table.columns[i].field in AMOUNT_FIELDS and len(own) > 1]
    return any(atom.money is not None for row in table.rows for i in amounts for atom in row.cells[i])


def _places_of_words(table: Table, best: Table) -> dict[Token, int]:
    """The number of the best table's column for each word of the head: words that recur are told by their order."""
    known: dict[tuple[str, int], int] = {}
    seen: Counter[str] = Counter()
    for at, column in enumerate(best.columns):
        for token in sorted(column.head.tokens, key=lambda token: token.box.x0):
            known[plain_key(token.text), seen[plain_key(token.text)]] = at
            seen[plain_key(token.text)] += 1
    places: dict[Token, int] = {}
    seen.clear()
    for column in table.columns:
        for token in sorted(column.head.tokens, key=lambda token: token.box.x0):
            word = plain_key(token.text)
            if (word, seen[word]) in known:
                places[token] = known[word, seen[word]]
            seen[word] += 1
    return places


def _owner(column: Column, places: dict[Token, int]) -> int | None:
    counted = Counter(places[token] for token in column.head.tokens if token in places)
    return counted.most_common(1)[0][0] if counted else None


def _joined(own: Sequence[Column], best: Column) -> Column:
    tokens = tuple(token for column in own for token in column.head.tokens)
    head = replace(best.head, x0=own[0].head.x0, x1=own[-1].head.x1, tokens=tokens)
    return Column(field=best.field, head=head, left=own[0].left, right=own[-1].right)


def _cell(row: TableRow, own: Sequence[int]) -> tuple[Atom, ...]:
    return tuple(atom for i in own for atom in row.cells[i])
