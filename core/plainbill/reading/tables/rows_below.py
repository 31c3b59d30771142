"""Rows below the last service of a table: its words and reasons, and the day of services on the next page."""

from collections.abc import Mapping, Sequence

from plainbill.reading.columns.column import Column
from plainbill.reading.columns.table import TableRow
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.reasons import is_reason_row
from plainbill.reading.tables.row_roles import gives_reason, is_code_beside_a_reason
from plainbill.reading.terms.codes import parse_code
from plainbill.reading.terms.running_text import is_whole_sentence
from plainbill.reading.terms.wording import is_detail

# Words below the last service stand as near as those below the others, give or take.
_SAME_STEP = 1.3
# Rows that belong together stand closer than this many heights.
_PITCH = 1.9
_ENTRIES = frozenset({"service", "payment"})
# What may stand right above the day of the next group.
_BEFORE_A_DAY = _ENTRIES | {"words", "subtotal", "carried"}


def is_day_alone(own: Sequence[Atom]) -> bool:
    """Return whether a day, or a range of days, is all that a row prints."""
    return any(atom.date is not None for atom in own) and all(
        atom.date is not None or atom.kind == "dash" for atom in own
    )


def rows_below_the_last(
    found: Sequence[TableRow],
    pending: Sequence[TableRow],
    columns: Sequence[Column],
    *,
    height: float,
    days: Mapping[float, Sequence[Atom]],
) -> list[TableRow]:
    """Return those of the pending rows that belong to the table above; `days` are its rows of a day alone by place."""
    kept = _words_of_the_last(found, pending, columns, height)
    rest = pending[len(kept) :]
    if rest and _heads_the_next_page([*found, *kept], rest[0], height, days):
        kept.append(rest[0])
    return kept


def _heads_the_next_page(
    above: Sequence[TableRow], row: TableRow, height: float, days: Mapping[float, Sequence[Atom]]
) -> bool:
    """True for a day alone where the others that head groups of the table begin, and as near below its rows."""
    bands = [i for i, each in enumerate(above) if each.y in days]
    if not bands or row.y not in days or above[-1].role not in _BEFORE_A_DAY:
        return False
    steps = [above[i].y - above[i - 1].y for i in bands if i]
    level = abs(days[row.y][0].x0 - days[above[bands[-1]].y][0].x0) < max(height, row.height)
    return level and row.y - above[-1].y <= max(
        _PITCH * max(height, row.height), *(_SAME_STEP * step for step in steps), 0
    )


def _says_what_was_done(found: Sequence[TableRow], row: TableRow, columns: Sequence[Column]) -> bool:
    """True for words as near below the last service as those of each before it, where no column describes any."""
    services = [i for i, above in enumerate(found) if above.role == "service"]
    below = [(found[i], found[i + 1]) for i in services[:-1] if found[i + 1].role == "words"]
    if any(column.field == "description" for column in columns) or not below or len(below) < len(services) - 1:
        return False
    if services[0] and found[services[0] - 1].role == "words":
        # They stand above each.
        return False
    return row.y - found[-1].y < _SAME_STEP * max(words.y - own.y for own, words in below)


def _words_of_the_last(
    found: Sequence[TableRow], pending: Sequence[TableRow], columns: Sequence[Column], height: float
) -> list[TableRow]:
    """Words right below the last row belong to it; what stands apart does not."""
    kept: list[TableRow] = []
    if not found or found[-1].role not in _ENTRIES:
        return kept
    last = found[-1]
    for at, row in enumerate(pending):
        said = not at and _says_what_was_done(found, row, columns)
        coded = is_code_beside_a_reason(columns, row.cells)
        reasoned = coded or is_reason_row(row.atoms) or gives_reason(columns, row.cells)
        if said or reasoned and row.y - last.y <= _PITCH * max(height, row.height):
            kept.append(row)
            last = row
            continue
        if is_whole_sentence(row.text):
            # What to do next: "Come back in three months, sooner if the pain gets worse."
            break
        filled = [i for i, cell in enumerate(row.cells) if cell]
        if not filled or row.y - last.y > _PITCH * max(height, row.height) or len(filled) > 2:
            break
        fields = {columns[i].field for i in filled}
        coded = "revenue_code" in fields and parse_code(row.text) is not None
        if not (coded or is_detail(row.text)) and not fields & {"description", "code", "remark", "date", "provider"}:
            break
        kept.append(row)
        last = row
    return kept
