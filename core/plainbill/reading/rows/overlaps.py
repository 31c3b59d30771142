"""Print that a reader saw twice where two of its boxes overlap."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from plainbill.reading.page import Word

# A word seen twice lies in the other one by this share of its width.
_INSIDE = 0.6


def seen_once(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words without those that are the end of a word they lie in, as the colon of a label is."""
    tallest = max((word.box.height for word in words), default=0.0) or 1.0
    # By height and last letter: hardly any word ends as another one beside it.
    bands: dict[tuple[int, str], list[Word]] = defaultdict(list)
    for word in words:
        bands[int(word.box.middle[1] / tallest), word.text[-1:]].append(word)
    return tuple(word for word in words if not _is_seen_again(word, bands, int(word.box.middle[1] / tallest)))


def _is_seen_again(word: Word, bands: Mapping[tuple[int, str], Sequence[Word]], band: int) -> bool:
    text = word.text
    return any(
        len(other.text) > len(text) and other.text.endswith(text) and _holds(other, word)
        for each in (band - 1, band, band + 1)
        for other in bands.get((each, text[-1:]), ())
    )


def _holds(other: Word, word: Word) -> bool:
    """True where a word lies in another one, whatever their letters."""
    if not other.box.y0 < word.box.middle[1] < other.box.y1:
        return False
    shared = min(other.box.x1, word.box.x1) - max(other.box.x0, word.box.x0)
    return shared >= _INSIDE * word.box.width
