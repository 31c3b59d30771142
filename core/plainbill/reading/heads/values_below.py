"""The columns of values that stand below a head, found from its rows without knowing what they are called."""

import itertools
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from plainbill.reading.rows.atoms import Atom, cells_of

Span = tuple[float, float]
ValueKind = Literal["money", "date", "text"]
# Values of one column stand closer than so many heights of print.
_CLOSE = 0.65
_USUAL = 0.6
# Of the rows below a head so many are looked at, and so many of them may print over a gutter.
_MOST_ROWS = 16
_FEWEST_CELLS = 3
# A list of amounts with words beside them, as of departments.
_A_PAIR, _FEWEST_PAIRS = 2, 3
_FEWEST_ENTRIES = 2
_STRAY = 0.25
_FILLED = 0.6
_COUNT = re.compile(r"^-?\d{1,3}(?:\.\d{1,2})?$")
_MEASURE = re.compile(r"^(?:un|units?|ea|each|hrs?|mins?|days?|ml|mg|mi|bx|pk|tab|cap)\.?$", re.IGNORECASE)
# A day as forms print it, which only its column tells from a number: "031725".
_DENSE_DAY = re.compile(r"^(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:20)?\d{2}$")
_NARROWEST = 0.25


@dataclass(frozen=True, slots=True)
class Values:
    """A column of values: where it stands and what most of its values are, None where they are of several kinds."""

    x0: float
    x1: float
    kind: ValueKind | None


def columns_below(rows: Sequence[Sequence[Atom]], height: float) -> tuple[Values, ...]:
    """Where the values of the rows stand in columns, from left to right; nothing where they show none."""
    if (pairs := _pairs(rows, height)) is not None:
        return tuple(_of_kind(x0, x1, pairs) for x0, x1 in _stretches(pairs, _NARROWEST * height))
    if (dated := _dated_entries(rows, height)) is not None:
        return tuple(_of_kind(x0, x1, dated) for x0, x1 in _stretches(dated, _NARROWEST * height))
    several = (
        values
        for atoms in rows
        if any(_kind(atom) in {"money", "date"} for atom in atoms)
        and len(values := _values(atoms, _CLOSE * height)) >= _FEWEST_CELLS
    )
    filled = list(itertools.islice(several, _MOST_ROWS))
    # Rows with far fewer values are sums, or belong to another table.
    most = max((len(values) for values in filled[: _MOST_ROWS // 2]), default=0)
    listed = [values for values in filled if len(values) >= _FILLED * most]
    return tuple(_of_kind(x0, x1, listed) for x0, x1 in _stretches(listed, _NARROWEST * height))


def _pairs(rows: Sequence[Sequence[Atom]], height: float) -> list[list[Values]] | None:
    """The first rows where each of them is an amount with words beside it, on one side; None where few are."""
    found: list[list[Values]] = []
    for atoms in rows:
        values = _values(atoms, _CLOSE * height)
        if found and len(values) == 1 and values[0].kind == "text":
            # It carries on the words above, or prints their code.
            continue
        if len(values) != _A_PAIR or {value.kind for value in values} != {"money", "text"}:
            break
        if found and values[0].kind != found[0][0].kind:
            break
        found.append(values)
    return found if len(found) >= _FEWEST_PAIRS else None


def _dated_entries(rows: Sequence[Sequence[Atom]], height: float) -> list[list[Values]] | None:
    """The first rows where each is a day, words and an amount, and no day is on the next: a short list of payments."""
    found: list[list[Values]] = []
    for atoms in rows:
        values = _values(atoms, _CLOSE * height)
        if [value.kind for value in values] != ["date", "text", "money"]:
            return found if len(found) >= _FEWEST_ENTRIES and not any(map(is_day, atoms)) else None
        found.append(values)
    return None


def _stretches(rows: Sequence[Sequence[Values]], narrowest: float) -> list[Span]:
    """What most rows leave free parts the stretches that they print on; a narrow gap only where values stand beside."""
    found: list[Span] = []
    for x0, x1 in _printed_on(rows):
        if found and x0 - found[-1][1] < narrowest and not _stand_beside(found[-1], (x0, x1), rows):
            found[-1] = (found[-1][0], x1)
        else:
            found.append((x0, x1))
    return sorted([*found, *_filled_seldom(found, rows, narrowest)])


def _filled_seldom(found: Sequence[Span], rows: Sequence[Sequence[Values]], narrowest: float) -> list[Span]:
    """Stretches that few rows print on and that stand apart from all others: of columns that few services fill."""
    apart: list[Values] = []
    for row in rows:
        beside = [
            value for value in row if all(value.x0 >= x1 + narrowest or value.x1 <= x0 - narrowest for x0, x1 in found)
        ]
        # A row with more of them is no service of this table.
        apart += beside if len(beside) <= _STRAY * len(row) else []
    seldom: list[Span] = []
    for value in sorted(apart, key=lambda value: value.x0):
        if seldom and value.x0 < seldom[-1][1]:
            seldom[-1] = (seldom[-1][0], max(seldom[-1][1], value.x1))
        else:
            seldom.append((value.x0, value.x1))
    return seldom


def _printed_on(rows: Sequence[Sequence[Values]]) -> list[Span]:
    """The stretches that more than a few rows print on, touching ones as one."""
    edges = sorted({x for row in rows for value in row for x in (value.x0, value.x1)})
    stretches = list(itertools.pairwise(edges))
    middles = [(x0 + x1) / 2 for x0, x1 in stretches]
    printing: Counter[int] = Counter()
    for row in rows:
        under = (range(bisect_right(middles, value.x0), bisect_left(middles, value.x1)) for value in row)
        printing.update(set(itertools.chain.from_iterable(under)))
    found: list[Span] = []
    for i, (x0, x1) in enumerate(stretches):
        if printing[i] <= _STRAY * len(rows):
            continue
        if found and found[-1][1] == x0:
            found[-1] = (found[-1][0], x1)
        else:
            found.append((x0, x1))
    return found


def _stand_beside(left: Span, right: Span, rows: Sequence[Sequence[Values]]) -> bool:
    """True where most rows that print on either of two stretches print a value on each."""
    filled = [[any(value.x0 < x1 and value.x1 > x0 for value in row) for x0, x1 in (left, right)] for row in rows]
    several = [any(value.x1 <= right[0] and value.x1 > left[0] for value in row) for row in rows]
    both = sum(all(each) and apart for each, apart in zip(filled, several, strict=True))
    return both >= _USUAL * max(1, sum(any(each) for each in filled))


def _of_kind(x0: float, x1: float, rows: Sequence[Sequence[Values]]) -> Values:
    kinds = [value.kind for row in rows for value in row if min(value.x1, x1) > max(value.x0, x0)]
    usual = max(set(kinds), key=kinds.count)
    return Values(x0, x1, usual if kinds.count(usual) >= _USUAL * len(kinds) else None)


def _values(atoms: Sequence[Atom], gutter: float) -> list[Values]:
    """The stretches that amounts, dates, ranges of dates and runs of words take up."""
    runs: list[list[Atom]] = []
    for cell in cells_of(atoms, gutter):
        fresh = True
        for atom in cell.atoms:
            if not fresh and _one_value(runs[-1][-1], atom):
                runs[-1].append(atom)
            else:
                runs.append([atom])
            fresh = False
    return [Values(run[0].x0, run[-1].x1, _kind(run[0])) for run in runs]


def is_day(atom: Atom) -> bool:
    """True for a date, and for digits that may be a day as forms print it."""
    return atom.kind == "date" or atom.kind == "text" and _DENSE_DAY.match(atom.text) is not None


def _kind(atom: Atom) -> ValueKind | None:
    """What kind of value an atom begins; a dash stands for any."""
    if is_day(atom):
        return "date"
    return None if atom.kind == "dash" else atom.kind


def _one_value(left: Atom, right: Atom) -> bool:
    """True where two neighbors may belong to one value: words, or the days of a range; a count stands alone."""
    kinds = {left.kind, right.kind}
    if kinds & {"money", "date"}:
        return kinds <= {"date", "dash"}
    numbers = _COUNT.match(right.text) or right.text.isdigit()
    counted = _COUNT.match(left.text) and not _MEASURE.match(right.text)
    return not counted and not (numbers and any(map(str.isdigit, left.text)))


def column_under(x0: float, x1: float, columns: Sequence[Values]) -> int | None:
    """The column of values that print between `x0` and `x1` stands over most, None where it stands over none."""
    shared = [min(x1, column.x1) - max(x0, column.x0) for column in columns]
    best = max(range(len(columns)), key=lambda i: shared[i], default=None)
    return best if best is not None and shared[best] > 0 else None
