"""Printed words as readers give them: boxes a little off, neighbors glued, tokens cut in two, the page not flat."""

import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from source.render import Word

# RapidOCR glues about two of a hundred codes to a neighbor; most neighbors in a row of text stand this near.
GLUED, NEAR = 0.05, 1 / 3
CUT = 0.01
JITTER_PX = 2
TILT = math.radians(0.5)
CURL = 0.004
_CUTS = "$,.-/(:"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Curve:
    """How far a point of the page lies below where it is printed: a slope and one long wave."""

    tilt: float
    lift: float
    phase: float
    width: int
    height: int

    def drop(self, x: float, y: float) -> float:
        across, down = x / self.width, y / self.height
        wave = math.sin(math.pi * across + self.phase * 0.2) * math.cos(2 * math.pi * down + self.phase)
        return self.tilt * (x - self.width / 2) + self.lift * wave


def as_readers_give(words: "Sequence[Word]", size: tuple[int, int], seed: int) -> "tuple[Word, ...]":
    """The words of a page of `size` with the faults of a good reader, the same for the same seed."""
    chance = random.Random(seed)
    width, height = size
    curve = _Curve(
        tilt=chance.uniform(-TILT, TILT), lift=chance.uniform(0, CURL) * width, phase=chance.uniform(0, 2 * math.pi),
        width=width, height=height,
    )  # fmt: skip
    tokens = [token for word in _glued(words, chance) for token in _cut(word, chance)]
    return tuple(_placed(token, curve, chance) for token in tokens)


def _glued(words: "Sequence[Word]", chance: random.Random) -> "Iterator[Word]":
    """Words in the order of print, some joined with the word to their right."""
    held: Word | None = None
    for word in words:
        if held is not None and _near(held, word) and chance.random() < GLUED:
            held = (held[0] + word[0], held[1], min(held[2], word[2]), word[3], max(held[4], word[4]))
            continue
        if held is not None:
            yield held
        held = word
    if held is not None:
        yield held


def _near(left: "Word", right: "Word") -> bool:
    tall = left[4] - left[2]
    return abs(left[2] - right[2]) < tall / 4 and 0 <= right[1] - left[3] < NEAR * tall


def _cut(word: "Word", chance: random.Random) -> "Iterator[Word]":
    text, x0, y0, x1, y1 = word
    places = [at + 1 for at, mark in enumerate(text[:-1]) if mark in _CUTS]
    if not places or chance.random() >= CUT:
        yield word
        return
    at = chance.choice(places)
    middle = round(x0 + (x1 - x0) * at / len(text))
    yield text[:at], x0, y0, middle, y1
    yield text[at:], middle, y0, x1, y1


def _placed(word: "Word", curve: _Curve, chance: random.Random) -> "Word":
    text, x0, y0, x1, y1 = word
    drop = curve.drop((x0 + x1) / 2, (y0 + y1) / 2)
    off = [chance.randint(-JITTER_PX, JITTER_PX) for _ in range(4)]
    left, top = x0 + off[0], round(y0 + drop) + off[1]
    return text, left, top, max(x1 + off[2], left + 2), max(round(y1 + drop) + off[3], top + 2)
