"""Heads of which a page lacks some words that another page of the paper prints: on a photo they were not read."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from statistics import linear_regression, median

from plainbill.reading.columns.finding import columns_of
from plainbill.reading.columns.table import Table
from plainbill.reading.heads.head import Head, HeadColumn
from plainbill.reading.heads.head_fields import AMOUNT_FIELDS
from plainbill.reading.layout import PageLayout, laid_out
from plainbill.reading.lines.same_heads import is_plain, understood
from plainbill.reading.rows.atoms import Atom, atoms_of
from plainbill.reading.rows.forming import Row
from plainbill.reading.rows.tokens import Token
from plainbill.reading.tables.forming import rows_under
from plainbill.reading.terms.vocabulary import plain_key

# So many words tell that a head is a part of another, of which so much at most was read.
_FEWEST_WORDS, _MOST_READ = 4, 0.9
# So many of the amounts of services stand in columns of amounts where these are their own.
_MOST = 0.8

# A word of the same head may stand so many heights from where the others tell.
_ASTRAY = 1.0

Places = Mapping[tuple[str, int], Token]


def with_whole_heads(layouts: Sequence[PageLayout]) -> tuple[PageLayout, ...]:
    """Return the pages of one paper, tables below a part of another page's head laid out below all of it."""
    headed = [table for layout in layouts for table in layout.tables if is_plain(table)]
    return tuple(_with_whole_heads(layout, headed) for layout in layouts)


def _with_whole_heads(layout: PageLayout, headed: Sequence[Table]) -> PageLayout:
    tables = [_below_all_of_it(layout, table, headed) or table for table in layout.tables]
    return laid_out(layout.rows, tables, layout.height) if tables != [*layout.tables] else layout


def _below_all_of_it(layout: PageLayout, table: Table, headed: Sequence[Table]) -> Table | None:
    others = [other for other in headed if other not in layout.tables and _is_part(table, other)]
    whole = max(others, key=understood, default=None)
    if whole is None:
        return None
    height = median(token.box.height for token in table.head)
    rows = _rows_below(layout, table)
    atoms = [atoms_of(row) for row in rows]
    services = {row.y for row in table.rows if row.role == "service"}
    body = [own for row, own in zip(rows, atoms, strict=True) if row.y in services]
    head = _whole_head(table, whole, height)
    columns = columns_of(head, body, height) if head is not None else ()
    if len(columns) != len(whole.columns):
        return None
    named = [replace(own, field=other.field) for own, other in zip(columns, whole.columns, strict=True)]
    found = replace(table, columns=tuple(named), rows=rows_under(tuple(named), rows, atoms, height))
    fits = _count(found) >= _count(table) and _fits(found) and _filled(whole) <= _filled(found)
    return found if fits else None


def _is_part(table: Table, other: Table) -> bool:
    """True where a head has no other words than another one and not all of them."""
    one, two = (Counter(plain_key(token.text) for token in each.head) for each in (table, other))
    fewer = len(table.columns) < len(other.columns) and _FEWEST_WORDS <= one.total() < _MOST_READ * two.total()
    return fewer and is_plain(table) and one <= two and _count(table) > 0


def _whole_head(table: Table, whole: Table, height: float) -> Head | None:
    """The whole head where it stands on the page: words that were read tell where the others would be.

    None where they stand in other places to each other than in the whole head: another table has some of its words.
    """
    mine, theirs = _places(table), _places(whole)
    pairs = [(theirs[word].box.x0, mine[word].box.x0) for word in theirs if word in mine]
    slope, shift = linear_regression(*zip(*pairs, strict=True))
    if any(abs(x * slope + shift - own) > _ASTRAY * height for x, own in pairs):
        return None
    words = {token: word for word, token in theirs.items()}
    columns: list[HeadColumn] = []
    for column in whole.columns:
        own = [mine[words[token]] for token in column.head.tokens if words.get(token) in mine]
        if own and len(own) == len(column.head.tokens):
            x0, x1 = min(token.box.x0 for token in own), max(token.box.x1 for token in own)
        else:
            x0, x1 = column.head.x0 * slope + shift, column.head.x1 * slope + shift
        columns.append(replace(column.head, x0=x0, x1=x1))
    return Head(columns=tuple(columns), first_row=0, last_row=0, score=0.0)


def _places(table: Table) -> Places:
    """The words of a head, those that recur told by their order from left to right."""
    seen: Counter[str] = Counter()
    places: dict[tuple[str, int], Token] = {}
    for token in sorted(table.head, key=lambda token: token.box.x0):
        word = plain_key(token.text)
        places[word, seen[word]] = token
        seen[word] += 1
    return places


def _rows_below(layout: PageLayout, table: Table) -> tuple[Row, ...]:
    """The rows from below the head to the next one."""
    top = max(token.y for token in table.head)
    others = [token.y for other in layout.tables if other is not table for token in other.head if token.y > top]
    end = min(others, default=float("inf"))
    heads = set(table.head)
    return tuple(row for row in layout.rows if top < row.y < end and not heads.intersection(row.tokens))


def _filled(table: Table) -> frozenset[int]:
    """Which columns hold something of a service: those that a page leaves out have no head that it lost."""
    services = [row for row in table.rows if row.role == "service"]
    return frozenset(i for i in range(len(table.columns)) if any(row.cells[i] for row in services))


def _count(table: Table) -> int:
    return sum(row.role == "service" for row in table.rows)


def _fits(table: Table) -> bool:
    """True where amounts of its services stand each alone in columns of amounts."""
    placed = [
        column.field in AMOUNT_FIELDS and _is_alone(cell)
        for row in table.rows
        if row.role == "service"
        for column, cell in zip(table.columns, row.cells, strict=True)
        for atom in cell
        if atom.kind == "money"
    ]
    return bool(placed) and sum(placed) >= _MOST * len(placed)


def _is_alone(cell: Sequence[Atom]) -> bool:
    return all(atom.kind in {"money", "dash"} for atom in cell)
