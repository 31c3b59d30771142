"""Letters over the columns and numbers before the rows of a spreadsheet, shown by its program around what it holds."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from plainbill.reading.page import PageWords, Word

_NUMBER = re.compile(r"^\d{1,3}$")
_FEWEST_LETTERS, _FEWEST_NUMBERS = 3, 5
# Of the numbers so many follow each other one by one; the others were not read.
_MOSTLY = 0.8


def without_sheet_margins(page: PageWords) -> PageWords:
    """Return the page without such letters and numbers, where it has both."""
    letters = _letters(page.words)
    numbers = _numbers([word for word in page.words if word not in letters]) if letters else ()
    if not numbers or max(word.box.y1 for word in letters) > min(word.box.middle[1] for word in numbers):
        return page
    around = {*letters, *numbers}
    return replace(page, words=tuple(word for word in page.words if word not in around))


def _letters(words: Sequence[Word]) -> tuple[Word, ...]:
    """The letters A, B, C ... that alone stand above everything else; none without them."""
    alone = sorted((word for word in words if len(word.text) == 1 and word.text.isupper()), key=lambda w: w.box.x0)
    top = min((word.box.middle[1] for word in alone), default=0.0)
    found = tuple(word for word in alone if abs(word.box.middle[1] - top) < max(word.box.height, alone[0].box.height))
    if len(found) < _FEWEST_LETTERS or "".join(word.text for word in found) != _alphabet(len(found)):
        return ()
    bottom = max(word.box.y1 for word in found)
    return found if all(word in found or word.box.middle[1] > bottom for word in words) else ()


def _alphabet(count: int) -> str:
    return "".join(chr(ord("A") + i) for i in range(count))


def _numbers(words: Sequence[Word]) -> tuple[Word, ...]:
    """The numbers that count up below each other left of all other print; none where they do not."""
    ordered = sorted(words, key=lambda word: word.box.x0)
    first = next((i for i, word in enumerate(ordered) if not _NUMBER.match(word.text)), len(ordered))
    edge = ordered[first].box.x0 if first < len(ordered) else 0.0
    found = sorted((word for word in ordered[:first] if word.box.x1 < edge), key=lambda word: word.box.middle[1])
    steps = [int(below.text) - int(above.text) for above, below in pairwise(found)]
    if len(found) < _FEWEST_NUMBERS or min(steps) < 1 or steps.count(1) < _MOSTLY * len(steps):
        return ()
    return tuple(found)
