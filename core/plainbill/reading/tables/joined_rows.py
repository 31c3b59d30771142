"""Rows of a table that are one row of print: amounts below their words, and halves that curled paper set apart."""

from collections.abc import Sequence
from dataclasses import replace

from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.heads.head_fields import AMOUNT_FIELDS
from plainbill.reading.terms.codes import parse_code
from plainbill.reading.terms.wording import is_total, summary_field

# Rows of print stand further apart than so many heights, halves of one that curls do not.
_ONE_ROW = 0.85
# No two rows of one table stand closer than this.
_ONE_HEIGHT = 0.6
_NEAR, _WRAPPED = 2.2, 1.8


def joined_rows(table: Table) -> tuple[TableRow, ...]:
    """Return the rows of a table, those put together that are one."""
    rows: list[TableRow] = []
    closed = hung = False
    for row in _begun_above(table, _halves_joined(table)):
        closed = row.role == "total" or closed and row.role != "service"
        near = bool(rows) and rows[-1].role == "words" and row.y - rows[-1].y < _NEAR * row.height
        if row.role == "amounts" and near and _says_what(table, rows[-1]):
            if closed and not hung and not _is_named(rows[-1]):
                # Below the sums of services that hold their amounts, words stand beside what is to be paid.
                continue
            # Amounts on a row of their own are the service whose words stand on the row above them.
            rows.append(_joined(rows.pop(), row))
            hung = True
        elif row.role != "amounts":
            rows.append(row)
    return tuple(rows)


def _steps_joined(table: Table) -> Sequence[TableRow]:
    """The rows, pieces of one put together that stand a little lower the further right they are, amounts last."""
    rows: list[TableRow] = []
    for row in table.rows:
        start = len(rows)
        if row.role == "amounts" or row.role == "service" and not _says_anything(table, row):
            below = row
            while start and rows[start - 1].role == "words" and _is_step(rows[start - 1], below):
                start -= 1
                below = rows[start]
        pieces = [*rows[start:], row]
        text = " ".join(piece.text for piece in pieces)
        named = any(_says_anything(table, piece) for piece in pieces)
        if len(pieces) > 1 and named and (summary_field(text) is None or is_total(text)):
            whole = pieces[0]
            for piece in pieces[1:]:
                whole = _joined(whole, piece)
            rows[start:] = [replace(whole, role="total" if is_total(text) else "service", y=pieces[0].y)]
        else:
            rows.append(row)
    return rows


def _says_anything(table: Table, row: TableRow) -> bool:
    return bool(table.cell(row, "description", "code", "item"))


def _is_step(above: TableRow, below: TableRow) -> bool:
    """True where two rows overlap in height, and the lower one fills none but columns right of the upper one's."""
    if below.y - above.y > _ONE_ROW * min(above.height, below.height):
        return False
    filled = [[i for i, cell in enumerate(row.cells) if cell] for row in (above, below)]
    return all(filled) and filled[0][-1] < filled[1][0]


def _halves_joined(table: Table) -> Sequence[TableRow]:
    rows: list[TableRow] = []
    for row in _steps_joined(table):
        halves = bool(rows) and {rows[-1].role, row.role} == {"service", "words"}
        if halves and (_are_halves(rows[-1], row) or _is_its_code(table, rows[-1], row)):
            rows.append(_joined(rows.pop(), row))
        else:
            rows.append(row)
    return rows


def _begun_above(table: Table, rows: Sequence[TableRow]) -> Sequence[TableRow]:
    """The rows, a service put together with its day and first words on the row above its amounts.

    Amounts stand in the middle of words that wrap. The other services print their day beside their amounts, so that
    no day above is one of a group.
    """
    services = [i for i, row in enumerate(rows) if row.role == "service"]
    undated = {i for i in services if not _is_dated(rows[i])}
    begun = {i for i in undated if i and _begins(table, rows[i - 1], rows[i])}
    if not begun or begun != undated or len(begun) == len(services):
        return rows
    joined: list[TableRow] = []
    for i, row in enumerate(rows):
        joined.append(_joined(joined.pop(), _with_words_together(table, row)) if i in begun else row)
    return joined


def _begins(table: Table, above: TableRow, row: TableRow) -> bool:
    """True for a day and words right above a row whose words carry them on."""
    placed = zip(table.columns, above.cells, strict=True)
    named = {column.field for column, cell in placed if cell and cell[0].kind == "text"}
    said = above.role == "words" and above.atoms and above.atoms[0].date is not None and "description" in named
    near = row.y - above.y < _WRAPPED * max(above.height, row.height)
    return bool(said) and near and row.text[:1].islower() and not _is_named(row)


def _is_dated(row: TableRow) -> bool:
    return any(atom.date is not None for atom in row.atoms)


def _with_words_together(table: Table, row: TableRow) -> TableRow:
    """The row, its first words below the day with those behind them: one head stands over both."""
    fields = [column.field for column in table.columns]
    if not {"date", "description"} <= {*fields}:
        return row
    day, words = fields.index("date"), fields.index("description")
    cells = list(row.cells)
    cells[day], cells[words] = (), (*cells[day], *cells[words])
    return replace(row, cells=tuple(cells))


def _are_halves(above: TableRow, below: TableRow) -> bool:
    """True where two rows overlap in height, fill other columns each, and both have more than one."""
    if below.y - above.y > _ONE_ROW * min(above.height, below.height):
        return False
    filled = [[bool(cell) for cell in row.cells] for row in (above, below)]
    return all(sum(own) > 1 for own in filled) and not any(one and other for one, other in zip(*filled, strict=True))


def _is_its_code(table: Table, above: TableRow, below: TableRow) -> bool:
    """True where one of two rows is a code alone at the height of the other, which has none: it was set apart."""
    if below.y - above.y > _ONE_HEIGHT * min(above.height, below.height):
        return False
    words, service = (above, below) if above.role == "words" else (below, above)
    alone = len(words.atoms) == 1 and bool(table.cell(words, "code")) and parse_code(words.text) is not None
    return alone and not table.cell(service, "code") and bool(table.cell(service, "description"))


def _joined(above: TableRow, below: TableRow) -> TableRow:
    cells = tuple(one + other for one, other in zip(above.cells, below.cells, strict=True))
    return TableRow(role="service", cells=cells, y=below.y, height=below.height)


def _is_named(row: TableRow) -> bool:
    return any(atom.date is not None or parse_code(atom.text) is not None for atom in row.atoms)


def _says_what(table: Table, row: TableRow) -> bool:
    """True where words say what the amounts below are for: they are no labels of sums and stand under no amounts."""
    if is_total(row.text) or summary_field(row.text) is not None:
        return False
    return not any(
        cell and column.field in AMOUNT_FIELDS for column, cell in zip(table.columns, row.cells, strict=True)
    )
