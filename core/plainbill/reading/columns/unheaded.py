"""Columns over which no head was read: counts beside what stands next to them, and the one amount behind words."""

import re
import statistics
from collections.abc import Sequence
from dataclasses import replace

from plainbill.reading.columns.amount_roles import UNKNOWN
from plainbill.reading.columns.column import Column
from plainbill.reading.heads.head import HeadColumn
from plainbill.reading.heads.head_fields import AMOUNT_FIELDS
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.terms.codes import parse_diagnosis

_COUNT = re.compile(r"^-?\d{1,2}(?:\.\d{1,2})?$")
# "x2" says by itself that it counts.
_SIGN = re.compile(r"^[x\u00d7](?=\d|$)", re.IGNORECASE)
_OF_A_COUNT = re.compile(r"^(?:ea|each|un|units?|hrs?|doses?)\.?$", re.IGNORECASE)
# Nobody counts diagnoses, places or teeth in parts.
_IN_PARTS = re.compile(r"^-?\d{1,2}\.(?:00|0|25|50|5|75)$")
_ONES = frozenset({"1", "1.0", "1.00"})
_FEWEST, _MOSTLY = 3, 0.8
# Of counts about half are one; numbers of teeth or places are not.
_HALF = 0.5
# So wide a blank, in heights of print, parts a count from the amount beside it, and so near are edges that are one.
_GUTTER, _ALIGNED = 1.0, 1.5

_PAIR, _FEWEST_PAIRS = 2, 2

_Cells = list[tuple[Atom, ...]]


def with_unheaded_columns(
    columns: tuple[Column, ...], rows: Sequence[Sequence[Atom]], height: float
) -> tuple[Column, ...]:
    """The columns, one that holds values of two kinds in nearly every row parted where the second head was lost."""
    found: list[Column] = []
    counted = any(column.field in {"units", "counted_code"} for column in columns)
    for i, column in enumerate(columns):
        cells = [cell for row in rows if (cell := column.cell(row))]
        parts = None if counted else _counts_first(column, cells, height) or _counts_last(column, cells, height)
        counted = counted or parts is not None
        found += parts or _amounts_apart(columns, i, cells, height) or (column,)
    return _amounts_last(found, rows, height)


def _counts_first(column: Column, cells: _Cells, height: float) -> tuple[Column, Column] | None:
    """Counts a gutter left of the amounts of a column."""
    if column.field not in AMOUNT_FIELDS:
        return None
    both = [
        (cell[:1], cell[1])
        for cell in cells
        if len(cell) == 2 and _COUNT.match(cell[0].text) and cell[1].kind == "money"
    ]
    counts = [one for (one,), _ in both]
    signed = all("$" in other.text for _, other in both)
    cut = _cut(both, cells, _GUTTER * height)
    sure = _are_mostly_one(counts) and _are_whole(counts) or signed and _are_in_parts(counts)
    return _parted(column, "units", column.field, cut) if cut is not None and sure else None


def _counts_last(column: Column, cells: _Cells, height: float) -> tuple[Column, Column] | None:
    """Counts behind the diagnoses of a column, or a gutter right of its words; or with what was counted, "1 EA"."""
    diagnosed = "diagnosis" in (column.field, *column.head.fields)
    worded = [
        (cell[:-2], cell[-2])
        for cell in cells
        if len(cell) > 2 and _COUNT.match(cell[-2].text) and _OF_A_COUNT.match(cell[-1].text)
    ]
    if column.field in {"description", "provider"} and (cut := _cut(worded, cells, 0.0)) is not None:
        return _parted(column, column.field, "units", cut)
    if not diagnosed and column.field != "description":
        return None
    both = [_before_a_count(cell) for cell in cells if len(cell) > 1 and _COUNT.match(_SIGN.sub("", cell[-1].text))]
    if diagnosed:
        both = [each for each in both if all(parse_diagnosis(atom.text) for atom in each[0])]
    counts = [other for _, other in both]
    cut = _cut(both, cells, 0.0 if diagnosed else _GUTTER * height)
    sure = _are_mostly_one(counts) or diagnosed and _are_in_parts(counts)
    sure = sure or all(_SIGN.match(atom.text) for atom in counts)
    return (
        _parted(column, "diagnosis" if diagnosed else column.field, "units", cut) if cut is not None and sure else None
    )


def _before_a_count(cell: tuple[Atom, ...]) -> tuple[tuple[Atom, ...], Atom]:
    """The words of a cell and where its last count begins: with the sign before it, where that stands by itself."""
    at = -2 if len(cell) > _PAIR and _SIGN.fullmatch(cell[-2].text) else -1
    return cell[:at], cell[at]


def _amounts_apart(columns: Sequence[Column], at: int, cells: _Cells, height: float) -> tuple[Column, Column] | None:
    """Amounts a gutter beside those that stand under the head of a column: whose they are its words do not say.

    Beside another column of amounts they may be its own, printed farther from its head.
    """
    column = columns[at]
    amounts = [[atom for atom in cell if atom.money is not None] for cell in cells]
    both = [own for own in amounts if len(own) == _PAIR]
    if column.field not in AMOUNT_FIELDS or len(both) < _FEWEST_PAIRS or any(len(own) > _PAIR for own in amounts):
        return None
    edge, start = max(own[0].x1 for own in both), min(own[1].x0 for own in both)
    cut = (edge + start) / 2
    alone = [own[0] for own in amounts if len(own) == 1]
    if start <= edge + _GUTTER * height or any(atom.x0 < cut < atom.x1 for atom in alone):
        return None
    before, behind = replace(column, right=cut), replace(column, left=cut)
    if column.head.x0 >= cut and not (at and _is_of_amounts(columns[at - 1])):
        return replace(before, field=UNKNOWN, head=_headless_amounts(column.left, cut)), behind
    if column.head.x1 <= cut and not _is_of_amounts(*columns[at + 1 : at + 2]):
        return before, replace(behind, field=UNKNOWN, head=_headless_amounts(cut, column.right))
    return None


def _is_of_amounts(*columns: Column) -> bool:
    return any(column.field in {*AMOUNT_FIELDS, UNKNOWN} for column in columns)


def _headless_amounts(left: float, right: float) -> HeadColumn:
    return HeadColumn(fields=(), x0=left, x1=right, tokens=())


def _cut(both: Sequence[tuple[Sequence[Atom], Atom]], cells: _Cells, gutter: float) -> float | None:
    """Between the two of nearly every row, None where no such gutter is."""
    if len(both) < _FEWEST or len(both) < _MOSTLY * len(cells):
        return None
    edge, start = max(one[-1].x1 for one, _ in both), min(other.x0 for _, other in both)
    return (edge + start) / 2 if start > edge + gutter else None


def _amounts_last(columns: list[Column], rows: Sequence[Sequence[Atom]], height: float) -> tuple[Column, ...]:
    """The columns, with one of charges at the end of words where no other holds amounts."""
    *before, last = columns
    if last.field != "description" or any(c.field in AMOUNT_FIELDS or c.field == "unknown_amount" for c in before):
        return tuple(columns)
    ends = [row[-1] for row in rows if len(row) > 1 and _ends_in_one_amount(row)]
    if len(ends) < _FEWEST or len(ends) < _MOSTLY * len(rows):
        return tuple(columns)
    right = statistics.median(atom.x1 for atom in ends)
    words = max(atom.x1 for row in rows for atom in row if atom.kind == "text" and atom.middle < last.right)
    start = min(atom.x0 for atom in ends)
    if start <= words or any(abs(atom.x1 - right) > _ALIGNED * height for atom in ends):
        return tuple(columns)
    parted = _parted(replace(last, right=max(last.right, right + height)), last.field, "charge", (words + start) / 2)
    return (*before, *parted)


def _ends_in_one_amount(row: Sequence[Atom]) -> bool:
    return row[-1].kind == "money" and sum(atom.kind == "money" for atom in row) == 1


def _are_mostly_one(atoms: Sequence[Atom]) -> bool:
    return sum(atom.text in _ONES for atom in atoms) >= _HALF * len(atoms)


def _are_whole(atoms: Sequence[Atom]) -> bool:
    """True for counts that nobody could take for amounts."""
    return all("." not in atom.text for atom in atoms)


def _are_in_parts(atoms: Sequence[Atom]) -> bool:
    return sum(_IN_PARTS.match(atom.text) is not None for atom in atoms) >= _MOSTLY * len(atoms)


def _parted(column: Column, one: str, other: str, cut: float) -> tuple[Column, Column]:
    return (
        replace(column, field=one, right=cut, head=column.head if one != "units" else _headless(one, column.left, cut)),
        replace(
            column,
            field=other,
            left=cut,
            head=_headless(other, cut, column.right) if one != "units" else column.head,
        ),
    )


def _headless(field: str, left: float, right: float) -> HeadColumn:
    return HeadColumn(fields=(field,), x0=left, x1=right, tokens=())
