"""Tables that run over several pages: what the head of one page tells holds for the others too."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations, product

from plainbill.reading.columns.amount_roles import UNKNOWN, named_by_reasons
from plainbill.reading.columns.column import Column
from plainbill.reading.columns.table import Table
from plainbill.reading.heads.head_fields import AMOUNT_FIELDS
from plainbill.reading.layout import PageLayout, laid_out
from plainbill.reading.lines.cut_heads import with_whole_heads
from plainbill.reading.lines.groups_over_pages import with_groups_closed
from plainbill.reading.lines.quoted_prices import with_quoted_prices
from plainbill.reading.lines.same_heads import under_same_heads
from plainbill.reading.lines.told_columns import named_by_told_sums
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.forming import Row
from plainbill.reading.tables.forming import continued
from plainbill.reading.tables.services import entries_of
from plainbill.reading.terms.vocabulary import plain_key

# So many of a page's amounts stand in columns of amounts where the columns of the page before are its own.
_MOST = 0.8
# Two photos of one paper differ by no more than this in scale.
_SCALES = (0.75, 1.33)
_SAME_EDGE = 0.5

Frame = tuple[float, float]


def carried_on(layouts: Sequence[PageLayout]) -> tuple[PageLayout, ...]:
    """Return the pages of one paper, those without head words laid out under the last head before them."""
    done: list[PageLayout] = []
    last: Table | None = None
    for layout in with_whole_heads(layouts):
        carried = _carried(layout, last) if last is not None else None
        layout = carried if carried is not None else layout
        done.append(layout)
        last = next((table for table in reversed(layout.tables) if _lists(table)), last)
    named = [replace(layout, tables=tuple(named_by_reasons(table) for table in layout.tables)) for layout in done]
    return with_groups_closed(with_quoted_prices(named_by_told_sums(_named_alike(under_same_heads(named)))))


def _named_alike(layouts: Sequence[PageLayout]) -> tuple[PageLayout, ...]:
    """The pages, a column of amounts that nobody could name called as that under the same words on another page."""
    told: dict[str, set[str]] = {}
    for column in (column for layout in layouts for table in layout.tables for column in table.columns):
        if column.head.tokens and column.field in AMOUNT_FIELDS:
            told.setdefault(_head_words(column), set()).add(column.field)
    named: list[PageLayout] = []
    before: Table | None = None
    for layout in layouts:
        tables = tuple(_named_in_order(_named(table, told), before) for table in layout.tables)
        before = next((table for table in reversed(tables) if _lists(table)), before)
        named.append(replace(layout, tables=tables))
    return tuple(named)


def _named_in_order(table: Table, before: Table | None) -> Table:
    """The table, its columns of amounts without a name called as in the table before where all others are the same."""
    if before is None or len(before.columns) != len(table.columns) or UNKNOWN not in table.fields:
        return table
    pairs = [*zip(table.columns, before.columns, strict=True)]
    if any(own.field not in {other.field, UNKNOWN, ""} for own, other in pairs):
        return table
    same = sum(own.field == other.field for own, other in pairs)
    named = (
        replace(own, field=other.field) if own.field == UNKNOWN and other.field in AMOUNT_FIELDS else own
        for own, other in pairs
    )
    return replace(table, columns=tuple(named)) if 2 * same > len(pairs) else table


def _named(table: Table, told: Mapping[str, set[str]]) -> Table:
    columns = []
    for column in table.columns:
        meant = told.get(_head_words(column), set()) - table.fields if column.field == UNKNOWN else set()
        columns.append(replace(column, field=meant.pop()) if len(meant) == 1 else column)
    return replace(table, columns=tuple(columns))


def _head_words(column: Column) -> str:
    return plain_key("".join(token.text for token in column.head.tokens))


def _lists(table: Table) -> bool:
    return not table.is_furniture and len(table.columns) > 1 and bool(entries_of(table))


def _carried(layout: PageLayout, before: Table) -> PageLayout | None:
    """The page under the columns of the table before; None where it has a head of its own or nothing fits them."""
    headed = [table for table in layout.tables if table.head and entries_of(table)]
    rows = _above(layout.rows, headed)
    columns = _in_frame(before, _amounts(layout, rows))
    table = continued(replace(before, columns=columns), rows) if rows else None
    if table is None:
        return None
    if (headed or _begins_with_the_total(table, before)) and not _is_told(table):
        return None
    if any(entries_of(each) for each in layout.tables) and not _fits(table):
        return None
    kept = [each for each in layout.tables if each.head]
    return laid_out(layout.rows, [table, *kept], layout.height)


def _above(rows: Sequence[Row], headed: Sequence[Table]) -> tuple[Row, ...]:
    """The rows above the first head of the page, all where it has none."""
    first = min((token.y for table in headed for token in table.head), default=None)
    return tuple(row for row in rows if first is None or row.y < first - row.height)


def _begins_with_the_total(table: Table, before: Table) -> bool:
    """True where the table before ends in its total and this page begins with that: what follows is due of it."""
    summed = [row for row in before.rows if any(atom.money is not None for atom in row.atoms)]
    first = next((row for row in table.rows if any(atom.money is not None for atom in row.atoms)), None)
    if first is None or not summed or {first.role, summed[-1].role} != {"total"}:
        return False
    return [atom.money for atom in first.atoms][-1:] == [atom.money for atom in summed[-1].atoms][-1:]


def _is_told(table: Table) -> bool:
    """True where lines carry a date or a code, which sums and boxes above a head do not."""
    return any(table.cell(row, "date", "code", "revenue_code") for row in table.rows if row.role == "service")


def _amounts(layout: PageLayout, rows: Sequence[Row]) -> list[Atom]:
    kept = {row.y for row in rows}
    cells = [cell for row, cells in zip(layout.rows, layout.cells, strict=True) if row.y in kept for cell in cells]
    return [atom for cell in cells for atom in cell.atoms if atom.kind == "money"]


def _fits(table: Table) -> bool:
    """True where amounts of its lines stand in columns of amounts."""
    rows = [row for row in table.rows if row.role == "service"]
    placed = [
        column.field in AMOUNT_FIELDS
        for row in rows
        for column, cell in zip(table.columns, row.cells, strict=True)
        for atom in cell
        if atom.kind == "money"
    ]
    return bool(placed) and sum(placed) >= _MOST * len(placed)


def _in_frame(before: Table, amounts: Sequence[Atom]) -> tuple[Column, ...]:
    """The columns where they stand on a page whose frame may differ a little, as two photos of one paper do."""
    if not amounts or _placed(before.columns, amounts) >= _MOST * len(amounts):
        return before.columns
    edges = sorted({round(atom.x1) for row in before.rows for atom in row.atoms if atom.kind == "money"})
    height = before.rows[0].height
    scale, shift = _frame(_apart(edges, height), _apart(sorted(round(a.x1) for a in amounts), height), height)
    moved = tuple(
        replace(
            column,
            left=column.left * scale + shift,
            right=column.right * scale + shift,
            head=replace(column.head, x0=column.head.x0 * scale + shift, x1=column.head.x1 * scale + shift),
        )
        for column in before.columns
    )
    return moved if _placed(moved, amounts) > _placed(before.columns, amounts) else before.columns


def _placed(columns: Sequence[Column], amounts: Sequence[Atom]) -> int:
    ours = [column for column in columns if column.field in AMOUNT_FIELDS]
    return sum(any(column.left < atom.middle < column.right for column in ours) for atom in amounts)


def _apart(edges: Sequence[int], height: float) -> list[float]:
    """Where columns of amounts end, each once."""
    found: list[float] = []
    for edge in edges:
        if not found or edge - found[-1] > height:
            found.append(float(edge))
    return found


def _frame(mine: Sequence[float], theirs: Sequence[float], height: float) -> Frame:
    """The scale and shift that bring most edges of the page before to edges of this one."""
    best, most = (1.0, 0.0), 0
    for (a, b), (c, d) in product(combinations(mine, 2), combinations(theirs, 2)):
        scale = (d - c) / (b - a)
        if not _SCALES[0] < scale < _SCALES[1]:
            continue
        shift = c - a * scale
        met = sum(any(abs(x * scale + shift - y) < _SAME_EDGE * height for y in theirs) for x in mine)
        if met > most:
            best, most = (scale, shift), met
    return best
