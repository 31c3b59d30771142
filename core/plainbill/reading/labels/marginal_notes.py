"""Numbered notes beside a paper that explain it, as guides to reading one print them: they are no part of it."""

import re
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import replace

from plainbill.reading.labels.values import PHONE
from plainbill.reading.page import PageWords, Word

_NUMBERED = re.compile(r"^\(?(?P<number>[1-9])[).:]?(?:\s|$)")
_AMOUNT = re.compile(r"^[-(]?\$?[\d,]+\.\d{2}\)?-?$")
# Fewer numbered paragraphs may be anything; wider ones are the paper itself.
_FEWEST, _WIDEST, _FARTHEST_LEFT = 3, 0.3, 0.5
# Heights of print: how well notes are aligned, the gutter before them, the step from row to row.
_ALIGNED, _GUTTER, _STEP = 0.6, 1.5, 2.2
_MOSTLY = 0.55
# One sentence may end in an amount; services do one after the other.
_FEWEST_PRICED = 2


def without_marginal_notes(page: PageWords) -> PageWords:
    """Return the page without a narrow column of numbered notes at its right, where it has one."""
    if not page.words:
        return page
    height = statistics.median(word.box.height for word in page.words)
    starts = [word for word in page.words if _NUMBERED.match(word.text) and word.box.x0 > _FARTHEST_LEFT * page.width]
    for edge in sorted({word.box.x0 for word in starts}):
        notes = _notes_at(edge, starts, page, height)
        if notes:
            return replace(page, words=tuple(word for word in page.words if word not in notes))
    return page


def _notes_at(edge: float, starts: Sequence[Word], page: PageWords, height: float) -> frozenset[Word]:
    """The words of notes that begin at an edge; none where what stands there is something else."""
    first = sorted((w for w in starts if abs(w.box.x0 - edge) < _ALIGNED * height), key=lambda word: word.box.y0)
    numbers = [match["number"] for word in first if (match := _NUMBERED.match(word.text)) is not None]
    if len(first) < _FEWEST or numbers != [str(i + 1) for i in range(len(first))]:
        return frozenset()
    right = [word for word in page.words if word.box.x0 > edge - _ALIGNED * height]
    top, bottom = first[0].box.y0 - 0.5 * height, _end(first[-1], right, height)
    block = [word for word in right if top <= word.box.middle[1] <= bottom]
    beside = [word for word in page.words if word not in block and top <= word.box.middle[1] <= bottom]
    apart = all(word.box.x1 < edge - _GUTTER * height for word in beside)
    narrow = max(word.box.x1 for word in block) - edge < _WIDEST * page.width
    rows = list(_rows(block, height))
    told = bool(beside) and apart and narrow and not _belong(rows) and _is_running(" ".join(rows))
    return frozenset(block) if told else frozenset()


def _end(last: Word, right: Sequence[Word], height: float) -> float:
    """Where the last note ends: its rows follow each other closely."""
    end = last.box.y1
    for word in sorted(right, key=lambda word: word.box.y0):
        if end - height < word.box.y0 < end + (_STEP - 1) * height:
            end = max(end, word.box.y1)
    return end


def _rows(words: Sequence[Word], height: float) -> Iterator[str]:
    row: list[Word] = []
    for word in sorted(words, key=lambda word: (word.box.middle[1], word.box.x0)):
        if row and word.box.middle[1] - row[-1].box.middle[1] > 0.5 * height:
            yield " ".join(each.text for each in sorted(row, key=lambda each: each.box.x0))
            row = []
        row.append(word)
    if row:
        yield " ".join(each.text for each in sorted(row, key=lambda each: each.box.x0))


def _belong(rows: Sequence[str]) -> bool:
    """True where the rows are of the paper itself: they list what was charged, or say whom to call."""
    words = [row.split() for row in rows]
    priced = sum(_AMOUNT.match(row[-1]) is not None for row in words)
    alone = any(all(_AMOUNT.match(word) for word in row) for row in words)
    return alone or priced >= _FEWEST_PRICED or any(PHONE.search(row) for row in rows)


def _is_running(text: str) -> bool:
    """True where most words begin small, as those of sentences do."""
    words = [word for word in text.split() if word[0].isalpha()]
    return sum(word[0].islower() for word in words) >= _MOSTLY * len(words)
