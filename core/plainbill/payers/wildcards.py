"""Phrases with stars: how they are written, and whether a text holds one; no regular expression of an author is run."""

import functools
import re
from collections.abc import Iterator

from plainbill.reading.print_index import squeezed

MOST_SKIPPED = 8
"""So many words or numbers a star stands for at most."""

_STAR = "*"
_PIECES = re.compile(r"\*|[^\s/,;:()*]+")
_PATTERN_SIGNS = re.compile(r"[\\\[\]{}|^+]|\(\?|\.\*|\$$")
_SHORTEST = 2


def faults_of_words(text: str) -> Iterator[str]:
    """Yield what is wrong with a phrase as it is written."""
    if found := _PATTERN_SIGNS.search(text):
        yield (
            f"holds {found.group()!r}, which is a sign of patterns; write plain words, in which a star stands for up to"
            f" {MOST_SKIPPED} words"
        )
        return
    pieces = _pieces(text)
    if not any(piece != _STAR for piece in pieces):
        yield "has no words; write what is printed"
    elif _STAR in (pieces[0], pieces[-1]):
        yield "begins or ends with a star; begin and end with a word"
    if any(one == other == _STAR for one, other in zip(pieces, pieces[1:], strict=False)):
        yield "has two stars beside each other; one is enough"
    if any(_STAR in word and word != _STAR for word in text.split()):
        yield "has a star within a word; a star stands for whole words"


def holds(text: str, phrase: str) -> bool:
    """Tell whether `text` holds `phrase`, whatever its capitals, blanks and marks."""
    said = _plain_pieces(text)
    wanted = _pieces_of_phrase(phrase)
    if not wanted or len(said) < _SHORTEST and len(wanted) > 1:
        return False
    places = {i + 1 for i, word in enumerate(said) if word == wanted[0]}
    reach = 0
    for piece in wanted[1:]:
        if piece == _STAR:
            reach = MOST_SKIPPED
            continue
        first = 1 if reach else 0
        places = {
            at + skipped + 1
            for at in places
            for skipped in range(first, reach + 1)
            if at + skipped < len(said) and said[at + skipped] == piece
        }
        reach = 0
    return bool(places)


def _pieces(text: str) -> list[str]:
    return [piece for piece in _PIECES.findall(text) if piece == _STAR or squeezed(piece)]


@functools.lru_cache(maxsize=1 << 12)
def _pieces_of_phrase(phrase: str) -> tuple[str, ...]:
    return tuple(piece if piece == _STAR else squeezed(piece) for piece in _pieces(phrase))


@functools.lru_cache(maxsize=1 << 10)
def _plain_pieces(text: str) -> tuple[str, ...]:
    return tuple(squeezed(piece) for piece in _pieces(text) if piece != _STAR)
