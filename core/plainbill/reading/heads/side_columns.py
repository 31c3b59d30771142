"""A narrow column all down one side of a page that goes its own way: a bar with names and days beside the services."""

import bisect
import itertools
import re
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import replace

from plainbill.reading.heads.headers import find_heads
from plainbill.reading.labels.name_blocks import is_organization
from plainbill.reading.page import PageWords, Word
from plainbill.reading.rows.atoms import atoms_of
from plainbill.reading.rows.forming import Row, rows_of

# Heights of print: the gutter that nothing crosses, how well rows of the column begin below each other, and how far
# apart rows that are one stand.
_GUTTER, _ALIGNED, _LEVEL = 1.2, 1.6, 0.3
# The column takes no more of the print's width than this, and no less of the other's height than that.
_WIDEST, _SHORTEST = 0.45, 0.3
_FEWEST_ROWS, _MOSTLY = 6, 0.7
# Cells of one table stand level with each other, on a slope all by as much, or on rows of their own; where two columns
# go their own ways, print of the one stands half beside, half below print of the other.
_HALF_LEVEL, _FEWEST_HALF_LEVEL = 0.9, 0.25
# No amount, day or code.
_WORD = re.compile(r"[A-Za-z]{3}")
# Room between what was beside each other, in heights of print.
_BETWEEN = 4.0
# Rows of one column follow each other within so many heights.
_STEP = 4.0
# The head of a page may stand over the whole width, in so many rows.
_LONGEST_HEAD = 6
# A bar at the left begins the page though a row or two stand higher.
_FEW_ABOVE = 2

# How high a row of words stands, and where it begins.
Baseline = tuple[float, float]


def rows_with_sides_apart(page: PageWords, rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return the rows of the page, those of a column at its side before (left) or behind (right) all others."""
    height = statistics.median(row.height for row in rows) if rows else 0.0
    for above in range(min(_LONGEST_HEAD, len(rows)) + 1):
        top = rows[above - 1].y + height / 2 if above else float("-inf")
        words = [word for word in page.words if word.box.middle[1] > top]
        side = next(_sides(words), None)
        if side is not None:
            return tuple(rows) if _is_within_a_table(rows, side) else _with_side_apart(page, words, side, height)
    return tuple(rows)


def _with_side_apart(page: PageWords, words: Sequence[Word], side: frozenset[Word], height: float) -> tuple[Row, ...]:
    """The rows above the words as they are, then those of the side and of the other words, each by themselves."""
    below = frozenset(words)
    head = rows_of(replace(page, words=tuple(word for word in page.words if word not in below)))
    own = rows_of(replace(page, words=tuple(word for word in words if word in side)))
    others = rows_of(replace(page, words=tuple(word for word in words if word not in side)))
    led = min(word.box.x0 for word in side) <= min(word.box.x0 for word in words)
    begins = sum(row.y < own[0].y - height for row in others) <= _FEW_ABOVE
    # What begins the page is who prints it.
    led = led and begins and (_names_an_office(own) or not _names_an_office(others))
    first, second = (own, others) if led else (others, own)
    down = first[-1].y - second[0].y + _BETWEEN * height
    return (*head, *first, *(_lower(row, down) for row in second))


def _names_an_office(rows: Sequence[Row]) -> bool:
    return is_organization(" ".join(token.text for token in rows[0].tokens))


def _is_within_a_table(rows: Sequence[Row], side: frozenset[Word]) -> bool:
    """True where words of one head stand on both sides: the column is one of a table."""
    edges = min(word.box.x0 for word in side), max(word.box.x1 for word in side)
    heads = find_heads(rows, [atoms_of(row) for row in rows])
    return any(head.x0 < edge < head.x1 for head in heads for edge in edges)


def _lower(row: Row, down: float) -> Row:
    y = row.y + down
    return replace(row, y=y, tokens=tuple(replace(token, y=y) for token in row.tokens))


def _sides(printed: Sequence[Word]) -> Iterator[frozenset[Word]]:
    """The words of such a column at the left or the right of the others."""
    if len(printed) < 2 * _FEWEST_ROWS:
        return
    words = sorted(printed, key=lambda word: word.box.x0)
    edges = [*itertools.accumulate((word.box.x1 for word in words), max)]
    uncrossed = [i for i, edge in enumerate(edges[:-1], start=1) if words[i].box.x0 >= edge]
    if not uncrossed:
        return
    height = statistics.median(word.box.height for word in printed)
    start, width = words[0].box.x0, edges[-1] - words[0].box.x0
    for i in uncrossed:
        share = ((words[i].box.x0 + edges[i - 1]) / 2 - start) / width
        if words[i].box.x0 - edges[i - 1] < _GUTTER * height or min(share, 1 - share) > _WIDEST:
            continue
        side, other = (words[:i], words[i:]) if share < 1 / 2 else (words[i:], words[:i])
        # A column of amounts, days or codes is one of a table, whatever stands beside it.
        if 2 * _worded(side) >= _FEWEST_ROWS:
            yield from _columns_in(side, _baselines(other, height), height)


def _columns_in(side: Sequence[Word], beside: Sequence[Baseline], height: float) -> Iterator[frozenset[Word]]:
    """The longest run of rows on a side that is such a column, by itself and then with its cards."""
    runs = _runs(side, height)
    longest = max(runs, key=lambda run: len(_baselines(run, height)))
    if _goes_its_own_way(longest, beside, height):
        yield frozenset(longest)
    carded = _with_cards(longest, runs, beside, height)
    if len(carded) > len(longest) and _goes_its_own_way(carded, beside, height):
        yield frozenset(carded)


def _runs(words: Sequence[Word], height: float) -> list[list[Word]]:
    """The words of rows that follow each other closely: above the column the page may have a head of its own."""
    runs: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.box.middle[1]):
        if runs and word.box.middle[1] - runs[-1][-1].box.middle[1] < _STEP * height:
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


def _with_cards(
    longest: Sequence[Word], runs: Sequence[Sequence[Word]], beside: Sequence[Baseline], height: float
) -> list[Word]:
    """The words of a run and of those that begin at its edge, as cards below each other: not the head of the page."""
    start = min(word.box.x0 for word in longest)
    levels = [y for y, _ in beside]

    def is_card(run: Sequence[Word]) -> bool:
        if abs(min(word.box.x0 for word in run) - start) >= _ALIGNED * height:
            return False
        ys = [y for y, _ in _baselines(run, height)]
        # The last of several cells beside each other is level with them.
        level = all(abs(_nearest(levels, y) - y) < _LEVEL * height for y in ys)
        return not level and ys[0] > levels[0] + height

    return [word for run in runs if run is longest or is_card(run) for word in run]


def _goes_its_own_way(side: Sequence[Word], beside: Sequence[Baseline], height: float) -> bool:
    """True where the column begins row below row at its edge, is long, and is not level with what stands beside it."""
    own = _baselines(side, height)
    if len(own) < _FEWEST_ROWS or len(beside) < _FEWEST_ROWS:
        return False
    if own[-1][0] - own[0][0] < _SHORTEST * (beside[-1][0] - beside[0][0]):
        return False
    edge = statistics.median(x for _, x in own)
    aligned = sum(abs(x - edge) < _ALIGNED * height for _, x in own)
    within = [y for y, _ in own if beside[0][0] <= y <= beside[-1][0]]
    if aligned < _MOSTLY * len(own) or len(within) < _FEWEST_ROWS:
        return False
    if _worded(side) < len(own) / 2:
        return False
    return _half_level(within, [y for y, _ in beside], height) >= _FEWEST_HALF_LEVEL * len(within)


def _worded(side: Sequence[Word]) -> int:
    """How many of its words are none of the values that columns of a table hold."""
    return sum(_WORD.search(word.text) is not None for word in side)


def _half_level(own: Sequence[float], beside: Sequence[float], height: float) -> int:
    """How many rows overlap one beside them in height and are not level with it, nor off it by what most rows are."""
    steps = [_nearest(beside, y) - y for y in own]
    usual = (0.0, statistics.median(steps))
    return min(sum(_LEVEL < abs(step - middle) / height < _HALF_LEVEL for step in steps) for middle in usual)


def _nearest(levels: Sequence[float], y: float) -> float:
    """The nearest of levels in order, the upper of two that are as near."""
    at = bisect.bisect_left(levels, y)
    return min(levels[max(at - 1, 0) : at + 1], key=lambda level: abs(level - y))


def _baselines(words: Sequence[Word], height: float) -> list[Baseline]:
    found: list[Baseline] = []
    for y, x0 in sorted((word.box.middle[1], word.box.x0) for word in words):
        if found and y - found[-1][0] < height / 2:
            found[-1] = (found[-1][0], min(found[-1][1], x0))
        else:
            found.append((y, x0))
    return found
