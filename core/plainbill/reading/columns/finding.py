"""The columns of a table: where one ends and the next begins, found from head words, print and gutters."""

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from plainbill.reading.columns.amount_roles import UNKNOWN, named_by_sums
from plainbill.reading.columns.column import Column
from plainbill.reading.columns.joined_heads import (
    amounts_beside_shares,
    day_apart,
    heads_apart,
    several_apart,
    words_moved_on,
)
from plainbill.reading.columns.placing import assign
from plainbill.reading.columns.settling import settled
from plainbill.reading.columns.unheaded import with_unheaded_columns
from plainbill.reading.heads.hanging_heads import cuts_before_heads
from plainbill.reading.heads.head import Head, HeadColumn
from plainbill.reading.heads.head_fields import AMOUNT_FIELDS
from plainbill.reading.heads.values_below import columns_below
from plainbill.reading.rows.atoms import Atom

# Print may stand this far outside the outermost head words, in heights of print.
_MARGIN = 3.0
_TEXT_MARGIN = 14.0
_RANGE_MARGIN = 8.0
_HEAD_WEIGHT = 2.0


def columns_of(head: Head, body: Sequence[Sequence[Atom]], height: float) -> tuple[Column, ...]:
    """Return the columns under a head; `body` holds the atoms of the rows below it."""
    # Where amounts stand side by side, rows of one sum and its label tell nothing of where one column ends.
    listed = [row for row in body if sum(atom.kind == "money" for atom in row) > 1]
    if not any("date" in column.fields[:1] for column in head.columns):
        parts = [day_apart(column, body) or (column,) for column in head.columns]
        head = replace(head, columns=tuple(itertools.chain.from_iterable(parts)))
    for i in range(len(head.columns) - 1):
        if (moved := words_moved_on(head.columns[i], head.columns[i + 1], listed, height)) is not None:
            head = replace(head, columns=(*head.columns[:i], *moved, *head.columns[i + 2 :]))
    of_listed, of_all = _spans(listed), _spans(body)
    cuts = [
        _cut(one, other, of_listed if len(listed) > 1 and _are_amounts(one, other) else of_all, height)
        for one, other in zip(head.columns, head.columns[1:], strict=False)
    ]
    first, last = head.columns[0], head.columns[-1]
    right = last.x1 + _outer(last, height)
    below = columns_below(body, height)
    if (hanging := cuts_before_heads(head.columns, cuts, right, below, height)) is not None:
        cuts, right = hanging, max(right, below[-1].x1 + height)
    edges = [first.x0 - _outer(first, height), *cuts, right]
    columns = tuple(
        Column(field=column.fields[0] if column.fields else "", head=column, left=edges[i], right=edges[i + 1])
        for i, column in enumerate(head.columns)
    )
    for i, column in enumerate(columns):
        place = column.head, column.left, column.right, listed
        apart = heads_apart(*place) or several_apart(*place, height)
        if apart is None and all(each.fields or each.tokens for each in head.columns):
            # Once: amounts that still stand beside percentages would be taken apart without end.
            apart = amounts_beside_shares(*place)
        if apart is not None:
            whole = (*head.columns[:i], *apart, *head.columns[i + 1 :])
            return columns_of(replace(head, columns=whole), body, height)
    priced = [row for row in body if any(atom.kind == "money" for atom in row)]
    found = with_unheaded_columns(settled(columns, [assign(columns, row) for row in priced]), priced, height)
    if any(column.field == UNKNOWN and not column.head.tokens for column in found):
        # What a lost head was over, the sums of the others may tell.
        return tuple(named_by_sums([*found], [assign(found, row) for row in priced]))
    return found


def _are_amounts(*columns: HeadColumn) -> bool:
    known = [column.fields[0] for column in columns if column.fields]
    return bool(known) and AMOUNT_FIELDS.issuperset(known)


def _outer(column: HeadColumn, height: float) -> float:
    """How far the outermost column may reach beyond its head word: words run on, values do not."""
    if {"description", "remark"} & set(column.fields):
        return _TEXT_MARGIN * height
    # A range of days is as long as two.
    return (_RANGE_MARGIN if "date" in column.fields else _MARGIN) * height


def _spans(body: Sequence[Sequence[Atom]]) -> list[tuple[float, float]]:
    """From where to where each piece of print reaches."""
    return [(atom.x0, atom.x1) for row in body for atom in row]


def _cut(one: HeadColumn, other: HeadColumn, printed: Sequence[tuple[float, float]], height: float) -> float:
    """The gutter between two neighbors: the widest stretch that the fewest rows print over."""
    start, stop = one.middle, other.middle
    # Print that begins left of the one's middle and ends right of the other's belongs to neither alone.
    weighted = [(x0, x1, 1.0) for x0, x1 in printed if x1 > start and x0 < stop]
    # The blanks of a phrase are no gutters.
    weighted += [(column.x0, column.x1, _HEAD_WEIGHT) for column in (one, other)]
    shrink = 0.1 * height
    marks = sorted(
        {start, stop, *(x for x0, x1, _ in weighted for x in (x0 + shrink, x1 - shrink) if start < x < stop)}
    )
    best, fewest, widest = (one.x1 + other.x0) / 2, float("inf"), 0.0
    merged = _merged_stretches(marks, weighted, shrink)
    for x0, x1, load in merged:
        if load < fewest - 1e-9 or (abs(load - fewest) < 1e-9 and x1 - x0 > widest + 1e-6):
            best, fewest, widest = (x0 + x1) / 2, load, x1 - x0
    return best


def _merged_stretches(
    marks: Sequence[float], weighted: Sequence[tuple[float, float, float]], shrink: float
) -> list[tuple[float, float, float]]:
    """The stretches between marks with the weight of what is printed on each, neighbors of one weight put together."""
    between = list(itertools.pairwise(marks))
    middles = [(x0 + x1) / 2 for x0, x1 in between]
    # By how much the weight changes from the stretch before to this one.
    changes = [0.0] * (len(between) + 1)
    for a, b, weight in weighted:
        first, end = bisect_right(middles, a + shrink), bisect_left(middles, b - shrink)
        if first < end:
            changes[first] += weight
            changes[end] -= weight
    stretches: list[tuple[float, float, float]] = []
    for (x0, x1), load in zip(between, itertools.accumulate(changes), strict=False):
        if stretches and abs(stretches[-1][2] - load) < 1e-9:
            stretches[-1] = (stretches[-1][0], x1, load)
        else:
            stretches.append((x0, x1, load))
    return stretches
