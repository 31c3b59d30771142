"""Lists of charges without head words: columns are told by what the rows hold and where it stands."""

import statistics
from collections.abc import Sequence

from plainbill.reading.atoms import Atom
from plainbill.reading.codes import is_glued_code, parse_code
from plainbill.reading.column import Column
from plainbill.reading.head import HeadColumn

# A column is there where this share of the rows fills it.
_USUAL = 0.5
_FEWEST_UNCODED = 3


def columns_without_head(rows: Sequence[Sequence[Atom]], height: float) -> tuple[Column, ...]:
    """Return the columns that rows ending in an amount have in common; none where they are no list of charges."""
    listed = [row for row in rows if _is_charge_like(row)]
    if not listed:
        return ()
    coded = [row for row in listed if any(_is_code(atom) for atom in row[:3])]
    if not coded and len(listed) < _FEWEST_UNCODED:
        return ()
    charges = [row[-1] for row in listed]
    right = max(atom.x1 for atom in charges)
    aligned = [atom for atom in charges if abs(atom.x1 - statistics.median(a.x1 for a in charges)) < 3 * height]
    if len(aligned) < _USUAL * len(charges):
        return ()
    spans = [(min(atom.x0 for atom in aligned) - 0.6 * height, right + height, "charge")]
    for field, holds in (("date", _is_date), ("code", _is_column_code)):
        held = [found for row in listed if (found := next((a for a in row[:3] if holds(a)), None)) is not None]
        if len(held) >= _USUAL * len(listed):
            spans.append((min(a.x0 for a in held) - 0.3 * height, max(a.x1 for a in held) + 0.2 * height, field))
    left = min(atom.x0 for row in listed for atom in row) - height
    return _filled_in(sorted(spans), left)


def _is_charge_like(row: Sequence[Atom]) -> bool:
    worded = any(atom.kind == "text" and sum(m.isalpha() for m in atom.text) > 2 for atom in row)
    # Which of several amounts is the charge only a head can tell.
    alone = sum(atom.kind == "money" for atom in row) == 1 and row[-1].kind == "money"
    return alone and worded and not any(a.text.endswith(":") for a in row)


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
