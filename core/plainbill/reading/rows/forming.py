"""Tokens to rows: baselines are made level along the page's slope and curl, then words of one height are a row."""

import itertools
import math
import statistics
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from plainbill.reading.page import PageWords, Word
from plainbill.reading.rows.dollar_signs import with_dollar_signs
from plainbill.reading.rows.leveling import level_heights
from plainbill.reading.rows.tokens import Token, tokens_of

_SAME_ROW = 0.45
# Parts of one row stand closer than this many heights of print, and so much nearer to each other than to other rows.
_PARTED_ROW, _CLEARLY_NEARER = 0.65, 0.5
# Words of one phrase: how far apart, and how far up or down, in heights of print.
_PHRASE_GAP = 1.2
_PHRASE_RISE = 0.4
# Print is at most so many times as high as its letters are wide.
_TALLEST = 2.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Tokens side by side, from left to right; `y` is their middle on the level page, `height` that of print."""

    tokens: tuple[Token, ...]
    y: float
    height: float


def rows_of(page: PageWords) -> tuple[Row, ...]:
    """Return the rows of the page from top to bottom."""
    words = [(word, tokens) for word, tokens in tokens_of(page) if tokens]
    if signs := with_dollar_signs([token for _, tokens in words for token in tokens]):
        words = [(word, tuple(signs.get(token, token) for token in tokens)) for word, tokens in words]
    if not words:
        return ()
    typical = statistics.median(word.box.height for word, _ in words)
    heights = level_heights([word for word, _ in words], typical)
    leveled = sorted(
        ((height, word, tokens) for height, (word, tokens) in zip(heights, words, strict=True)),
        key=lambda entry: (entry[0], entry[1].box.x0, entry[1].text),
    )
    return tuple(_row(group) for group in _grouped(leveled, typical))


Leveled = tuple[float, Word, tuple[Token, ...]]


def _grouped(leveled: Sequence[Leveled], typical: float) -> list[list[Leveled]]:
    """Phrases of one height, side by side; words that touch stay together whatever stands at the other side."""
    phrases = [_Group.of(phrase, typical) for phrase in _phrases(leveled, typical)]
    groups: list[_Group] = []
    for phrase in sorted(phrases, key=lambda phrase: (phrase.middle, phrase.entries[0][1].box.x0)):
        best: int | None = None
        nearest = 1.0
        for i in range(max(len(groups) - 6, 0), len(groups)):
            group = groups[i]
            apart = abs(phrase.middle - group.middle) / (_SAME_ROW * min(phrase.tallness, group.tallness))
            if apart < nearest and not any(_overlaps(word, group.entries) for _, word, _ in phrase.entries):
                best, nearest = i, apart
        if best is None:
            groups.append(phrase)
        else:
            groups[best] = _Group.of([*groups[best].entries, *phrase.entries], typical)
    return _reunited([group.entries for group in sorted(groups, key=lambda group: group.middle)], typical)


def _reunited(groups: Sequence[list[Leveled]], typical: float) -> list[list[Leveled]]:
    """Groups from top to bottom, two put together that are parts of one row of a page whose curl was not followed.

    They stand side by side, and much nearer to each other than to what stands above and below them.
    """
    heights = [_middle(group) for group in groups]
    kept: list[list[Leveled]] = []
    i = 0
    while i < len(groups):
        step = heights[i + 1] - heights[i] if i + 1 < len(groups) else float("inf")
        above = heights[i] - heights[i - 1] if i else float("inf")
        below = heights[i + 2] - heights[i + 1] if i + 2 < len(groups) else float("inf")
        nearest = min(_PARTED_ROW * typical, _CLEARLY_NEARER * above, _CLEARLY_NEARER * below)
        if step < nearest and _apart(groups[i], groups[i + 1]):
            kept.append([*groups[i], *groups[i + 1]])
            i += 2
        else:
            kept.append(list(groups[i]))
            i += 1
    return kept


def _apart(one: Sequence[Leveled], other: Sequence[Leveled]) -> bool:
    """True where all print of one group stands left of all print of the other."""
    spans = [(min(w.box.x0 for _, w, _ in group), max(w.box.x1 for _, w, _ in group)) for group in (one, other)]
    (left, right), (other_left, other_right) = spans
    return right <= other_left or other_right <= left


def _middle(group: Sequence[Leveled]) -> float:
    return statistics.median([entry[0] for entry in group])


def _tallness(group: Sequence[Leveled], typical: float) -> float:
    return max(min(statistics.median([entry[1].box.height for entry in group]), 1.6 * typical), 0.6 * typical)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """Words of one row with what is asked of them again and again."""

    entries: list[Leveled]
    middle: float
    tallness: float

    @classmethod
    def of(cls, entries: list[Leveled], typical: float) -> "_Group":
        return cls(entries=entries, middle=_middle(entries), tallness=_tallness(entries, typical))


def _phrases(leveled: Sequence[Leveled], typical: float) -> list[list[Leveled]]:
    """Words that follow each other closely on one baseline."""
    phrases: list[list[Leveled]] = []
    tallest, near, touching = 1.3 * typical, _PHRASE_GAP * typical, -0.4 * typical
    # The phrases by the height where they end: no word goes on with one farther off than in the next band.
    farthest = _PHRASE_RISE * tallest or 1.0
    bands: defaultdict[int, list[int]] = defaultdict(list)
    for entry in sorted(leveled, key=lambda entry: (entry[1].box.x0, entry[0], entry[1].text)):
        y, word, _ = entry
        best: int | None = None
        nearest = _PHRASE_RISE * min(word.box.height, tallest)
        x0, band = word.box.x0, math.floor(y / farthest)
        for i in sorted(itertools.chain.from_iterable(bands[each] for each in (band - 1, band, band + 1))):
            last_y, last, _ = phrases[i][-1]
            if abs(y - last_y) < nearest and touching < x0 - last.box.x1 < near and x0 > last.box.x0:
                best, nearest = i, abs(y - last_y)
        if best is None:
            best = len(phrases)
            phrases.append([entry])
        else:
            bands[math.floor(phrases[best][-1][0] / farthest)].remove(best)
            phrases[best].append(entry)
        bands[band].append(best)
    return phrases


def _overlaps(word: Word, group: Sequence[Leveled]) -> bool:
    """True where the word stands on another word of the group: then it is of another row."""
    for _, other, _ in group:
        shared = min(word.box.x1, other.box.x1) - max(word.box.x0, other.box.x0)
        if shared > 0.5 * min(word.box.width, other.box.width):
            return True
    return False


def _row(group: Sequence[Leveled]) -> Row:
    y = _middle(group)
    tokens = sorted((token for _, _, cut in group for token in cut), key=lambda token: (token.box.x0, token.text))
    return Row(
        tokens=tuple(replace(token, y=y) for token in tokens),
        y=y,
        height=_print_height([word for _, word, _ in group]),
    )


def _print_height(words: Sequence[Word]) -> float:
    """The height of the print: readers pad their boxes differently, so letters' width bounds it."""
    widths = [word.box.width / len(word.text) for word in words if len(word.text) > 1]
    height = statistics.median(word.box.height for word in words)
    return min(height, _TALLEST * statistics.median(widths)) if widths else height
