"""Lists of charges without head words: columns are told by what the rows hold and where it stands."""

import statistics
from collections.abc import Sequence

from plainbill.reading.columns.column import Column
from plainbill.reading.columns.unheaded import with_unheaded_columns
from plainbill.reading.heads.head import HeadColumn
from plainbill.reading.rows.atoms import Atom, cells_of
from plainbill.reading.terms.codes import is_glued_code, parse_code

# A column is there where this share of the rows fills it.
_USUAL = 0.5
_FEWEST_UNCODED = 3
_FEWEST_TAKEN_OFF = 2
# A blank so many heights wide parts print beside the list from its own.
_GUTTER = 1.0


def columns_without_head(rows: Sequence[Sequence[Atom]], height: float) -> tuple[Column, ...]:
    """Return the columns that rows ending in an amount have in common; none where they are no list of charges."""
    listed = [row for row in rows if is_charge_like(row)]
    bare = [row for row in rows if is_code_with_amount(row)]
    if len(bare) >= _FEWEST_UNCODED and not any(_is_code(atom) for row in listed for atom in row):
        # What was done stands on a row of its own below each code, or above.
        listed = bare
    if not listed:
        return ()
    coded = [row for row in listed if any(_is_code(atom) for atom in row[:3])]
    below = [row for row in rows if len(row) <= _FEWEST_UNCODED and row[-1].kind == "text" and _is_code(row[-1])]
    if not coded and len(listed) < _FEWEST_UNCODED and not 1 < len(listed) <= len(below):
        return ()
    charges = [row[-1] for row in listed]
    right = max(atom.x1 for atom in charges)
    aligned = [atom for atom in charges if abs(atom.x1 - statistics.median(a.x1 for a in charges)) < 3 * height]
    if len(aligned) < _USUAL * len(charges):
        return ()
    spans = [(min(atom.x0 for atom in aligned) - 0.6 * height, right + height, "charge")]
    for field, holds in (("date", _is_date), ("code", _is_column_code)):
        held = [found for row in listed if (found := next((a for a in row[:3] if holds(a)), None)) is not None]
        if len(held) >= _USUAL * len(listed) or field == "date" and _leads_groups(listed):
            spans.append((min(a.x0 for a in held) - 0.3 * height, max(a.x1 for a in held) + 0.2 * height, field))
    columns = _filled_in(sorted(spans), _left_edge(listed, height) - height)
    return with_unheaded_columns(columns, listed, height) if columns else ()


def with_payments_beside(
    columns: tuple[Column, ...], rows: Sequence[Sequence[Atom]], height: float
) -> tuple[Column, ...]:
    """Return the columns, one more for amounts that rows of payments take off right of the charges, in line."""
    edge = max((column.right for column in columns), default=0.0)
    off = [row[-1] for row in rows if row[-1].money is not None and row[-1].money < 0 and row[-1].x0 > edge - height]
    level = [atom for atom in off if abs(atom.x1 - off[0].x1) < height]
    if len(level) < _FEWEST_TAKEN_OFF or len(level) < len(off) or len(off) < len(rows):
        return columns
    return (*columns, _column(edge, max(atom.x1 for atom in off) + height, "payment"))


def _leads_groups(listed: Sequence[Sequence[Atom]]) -> bool:
    """True where the first row begins with a day and rows without one stand right of it: it holds for them."""
    dated = [row[0] for row in listed if _is_date(row[0])]
    undated = [row[0] for row in listed if not _is_date(row[0])]
    return _is_date(listed[0][0]) and max(day.x1 for day in dated) < min((atom.x0 for atom in undated), default=0.0)


def _left_edge(listed: Sequence[Sequence[Atom]], height: float) -> float:
    """Where the rows begin: words left of where most do, parted by a gutter, are print beside the list."""
    starts = [_starts(row, height) for row in listed]
    usual = max(
        sorted(x for own in starts for x in own),
        key=lambda x: sum(any(abs(other - x) < height for other in own) for own in starts),
    )
    own = [row for row, at in zip(listed, starts, strict=True) if not _has_words_beside(row, at, usual, height)]
    return min((row[0].x0 for row in own), default=usual)


def _starts(row: Sequence[Atom], height: float) -> list[float]:
    """Where the row begins, at its left and behind every gutter; its amount begins no words."""
    return [cell.x0 for cell in cells_of(row[:-1], _GUTTER * height)]


def _has_words_beside(row: Sequence[Atom], starts: Sequence[float], usual: float, height: float) -> bool:
    begins = [x for x in starts[1:] if abs(x - usual) < height]
    beside = [atom for atom in row if atom.x0 < begins[0]] if begins else []
    return bool(beside) and all(atom.kind == "text" and not _is_code(atom) for atom in beside)


def is_charge_like(row: Sequence[Atom]) -> bool:
    """True for words and the one amount that ends a row."""
    worded = any(atom.kind == "text" and sum(map(str.isalpha, atom.text)) > 2 for atom in row)
    # Which of several amounts is the charge only a head can tell.
    alone = sum(atom.kind == "money" for atom in row) == 1 and row[-1].kind == "money"
    return alone and worded and not any(a.text.endswith(":") for a in row)


def is_code_with_amount(row: Sequence[Atom]) -> bool:
    """True for a code and an amount with nothing beside them."""
    return len(row) == 2 and _is_code(row[0]) and row[1].kind == "money"


def _is_date(atom: Atom) -> bool:
    return atom.date is not None


def _is_code(atom: Atom) -> bool:
    return atom.kind == "text" and parse_code(atom.text) is not None and not is_glued_code(atom.text)


def _is_column_code(atom: Atom) -> bool:
    """True where the code may have a column of its own: one in parentheses ends the words it belongs to."""
    return _is_code(atom) and not atom.text.startswith("(")


def _filled_in(spans: Sequence[tuple[float, float, str]], left: float) -> tuple[Column, ...]:
    """The widest stretch between the known columns holds the descriptions."""
    gaps = []
    edge = left
    for x0, x1, _ in spans:
        gaps.append((x0 - edge, edge, x0))
        edge = x1
    width, start, stop = max(gaps)
    if width <= 0:
        return ()
    columns = [_column(x0, x1, field) for x0, x1, field in spans]
    columns.append(_column(start, stop, "description"))
    return tuple(sorted(columns, key=lambda column: column.left))


def _column(left: float, right: float, field: str) -> Column:
    head = HeadColumn(fields=(field,), x0=left, x1=right, tokens=())
    return Column(field=field, head=head, left=left, right=right)
