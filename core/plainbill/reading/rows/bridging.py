"""How high print stands beyond a wide blank, where the slope of a bent page is not seen: as it meets most rows best.

A receipt prints its words at the left edge and its amounts at the right one. On a photo of bent paper the slope in
between is a guess, and half a row is enough to put each amount beside the words of another.
"""

import bisect
from collections.abc import Iterator, Sequence

from plainbill.reading.page import Word

# A blank is wide from so many heights of print on; words of one phrase stand closer than this.
_WIDE, _PHRASE = 5.0, 1.5
# Print meets a row within so many heights; what is so far up or down at most is of the same row.
_MEETS, _SAME = 0.3, 0.5
# How far print may be moved, in heights: all of it, and the lowest against the middle; and the steps between.
_FARTHEST, _MOST_TURNED, _STEP = 1.3, 0.5, 0.1
_FEWEST = 6
# Where so many phrases stand level with a row, and nearly all others clearly between rows, print is where it belongs:
# moved by a whole row of small print, second rows that stand alone would meet the rows of the next entry.
_LEVEL, _BETWEEN, _MANY, _NEARLY_ALL = 0.15, 0.6, 0.4, 0.8
# So well each phrase meets its row, of one; so much better than where it stood; so much worse any other place is.
_GOOD, _CLEARLY_BETTER, _CLEARLY_WORSE = 0.6, 1.6, 0.85
# Places that differ by less, in heights of print, are one.
_OTHER_PLACE = 0.45


def bridged(words: Sequence[Word], heights: Sequence[float], typical: float) -> list[float]:
    """Return the heights, with those of print right of wide blanks moved where it meets the rows left of them."""
    far = _phrases_beyond(words, heights, typical)
    if len(far) < _FEWEST:
        return list(heights)
    beyond = {i for phrase in far for i in phrase}
    rows = sorted(heights[i] for i in range(len(words)) if i not in beyond)
    places = [sum(heights[i] for i in phrase) / len(phrase) for phrase in far]
    top, tall = min(heights), (max(heights) - min(heights)) or 1.0
    downs = [(place - top) / tall * 2 - 1 for place in places]
    move = _best_move(places, downs, rows, typical)
    moved = list(heights)
    for phrase, down in zip(far, downs, strict=True):
        for i in phrase:
            moved[i] += typical * (move[0] + move[1] * down)
    return moved


def _best_move(
    places: Sequence[float], downs: Sequence[float], rows: Sequence[float], typical: float
) -> tuple[float, float]:
    """How far all print is moved, and how much farther the lowest than the middle; nothing where that is not clear."""
    stood = _met(places, downs, rows, typical, (0.0, 0.0))
    if _CLEARLY_BETTER * stood >= len(places) or _stands_level(places, rows, typical):
        return 0.0, 0.0
    tried = [(_met(places, downs, rows, typical, move), move) for move in _moves()]
    best, (far, turn) = max(tried, key=lambda entry: (entry[0], -abs(entry[1][0]), -abs(entry[1][1])))
    others = (
        met
        for met, (all_of_it, lowest) in tried
        if max(abs(all_of_it - far + (lowest - turn) * down) for down in downs) > _OTHER_PLACE
    )
    clear = best > _GOOD * len(places) and best > _CLEARLY_BETTER * stood
    return (far, turn) if clear and max(others, default=0.0) < _CLEARLY_WORSE * best else (0.0, 0.0)


def _stands_level(places: Sequence[float], rows: Sequence[float], typical: float) -> bool:
    """True where every phrase is level with a row or the second of two rows that have nothing left of the second."""
    away = [_away(place, rows) / typical for place in places]
    level, between = sum(each < _LEVEL for each in away), sum(each > _BETWEEN for each in away)
    return level >= _MANY * len(away) and level + between >= _NEARLY_ALL * len(away)


def _away(place: float, rows: Sequence[float]) -> float:
    """How far the nearest row is."""
    i = bisect.bisect(rows, place)
    return min((abs(place - row) for row in rows[max(i - 1, 0) : i + 1]), default=float("inf"))


def _moves() -> Iterator[tuple[float, float]]:
    steps, turns = round(_FARTHEST / _STEP), round(_MOST_TURNED / _STEP)
    for step in range(-steps, steps + 1):
        for turn in range(-turns, turns + 1):
            yield step * _STEP, turn * _STEP


def _met(
    places: Sequence[float],
    downs: Sequence[float],
    rows: Sequence[float],
    typical: float,
    move: tuple[float, float],
) -> float:
    """How well the phrases meet rows once they are moved: up to one for each."""
    met = 0.0
    for place, down in zip(places, downs, strict=True):
        at = place + typical * (move[0] + move[1] * down)
        met += max(0.0, 1 - _away(at, rows) / (_MEETS * typical))
    return met


def _phrases_beyond(words: Sequence[Word], heights: Sequence[float], typical: float) -> list[list[int]]:
    """The phrases at the right, with a wide blank or nothing at all left of them, as places in `words`."""
    middle = (min(word.box.x0 for word in words) + max(word.box.x1 for word in words)) / 2
    by_height = sorted(range(len(words)), key=heights.__getitem__)
    order, same = [heights[i] for i in by_height], _SAME * typical
    phrases: list[list[int]] = []
    phrase_of: dict[int, list[int]] = {}
    for i in sorted(range(len(words)), key=lambda i: words[i].box.x0):
        start, height = words[i].box.x0, heights[i]
        row = by_height[bisect.bisect_left(order, height - same) : bisect.bisect_right(order, height + same)]
        left = ((start - words[j].box.x1, j) for j in row if words[j].box.x0 < start)
        gap, nearest = min(left, default=(float("inf"), i))
        if nearest in phrase_of and gap < _PHRASE * typical:
            phrase_of[i] = phrase_of[nearest]
            phrase_of[i].append(i)
        elif gap > _WIDE * typical and start > middle:
            phrase_of[i] = [i]
            phrases.append(phrase_of[i])
    return phrases
