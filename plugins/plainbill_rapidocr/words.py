"""Cuts a run of print into its words, each with the part of the run's place that it takes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from plainbill.plugins.records import SeenWord
from plainbill.reading.page import Box

Point = tuple[float, float]
# A tall narrow run was turned by a quarter before it was read (RapidOCR's own bound).
SIDEWAYS = 1.5
# Columns between two letters, as share of what is usual in the run and at least, from which on no blank is needed to
# make them two words. One column is a sixth of the run's height.
WIDE_GAP, LEAST_GAP = 2.2, 6
# Nearer letters are two words too where they are so many times the usual step apart, with so many times the usual paper
# between them, and at least this share of the height: the recognizer leaves out blanks beside figures.
FAR, MORE_PAPER, LEAST_PAPER = 1.2, 2.0, 0.28
# Marks that have paper around them within a word.
INNER = ".,:;'/-"
# The recognizer knows Chinese, so it sometimes writes ASCII in full width.
TO_ASCII = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3002: ord("."), 0x3000: ord(" ")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A run of print as it was read.

    `corners` go around the run from its top left. `columns` say at which of the `width` steps along the run each letter
    that is no blank stands; `scores` are of all letters, blanks included. `empty` is the paper from each letter that is
    no blank to the next, as share of the run's height; empty where nobody looked.
    """

    text: str
    corners: tuple[Point, ...]
    columns: tuple[int, ...]
    width: float
    scores: tuple[float, ...]
    empty: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter that is no blank."""

    text: str
    column: int
    score: float
    after_blank: bool
    paper: float


def words_of_run(run: Run, width: int, height: int) -> Iterator[SeenWord]:
    """The run's words with boxes inside a picture of `width` x `height`."""
    letters = _letters(run)
    steps = [after.column - before.column for before, after in zip(letters, letters[1:], strict=False)]
    usual = median(steps) if steps else 1.0
    half = max(usual, 1.0) / 2
    for word in _cut(letters, usual):
        start = (word[0].column + 0.5 - half) / max(run.width, 1.0)
        end = (word[-1].column + 0.5 + half) / max(run.width, 1.0)
        box = _place(run.corners, min(max(start, 0.0), 1.0), min(max(end, 0.0), 1.0), width, height)
        text = "".join(letter.text for letter in word).translate(TO_ASCII)
        confidence = sum(letter.score for letter in word) / len(word)
        yield SeenWord(text=text, box=box, confidence=min(max(confidence, 0.0), 1.0))


def _letters(run: Run) -> list[Letter]:
    letters: list[Letter] = []
    columns, paper = iter(run.columns), iter((0.0, *run.empty))
    blank = False
    for text, score in zip(run.text, run.scores, strict=True):
        if text.isspace():
            blank = True
            continue
        column, before = next(columns), next(paper, 0.0)
        letters.append(Letter(text=text, column=column, score=float(score), after_blank=blank, paper=before))
        blank = False
    return letters


def _cut(letters: Sequence[Letter], usual: float) -> Iterator[list[Letter]]:
    paper = median(letter.paper for letter in letters[1:]) if len(letters) > 1 else 0.0
    word: list[Letter] = []
    for letter in letters:
        if word and (letter.after_blank or _stands_apart(word[-1], letter, usual, paper)):
            yield word
            word = []
        word.append(letter)
    if word:
        yield word


def _stands_apart(before: Letter, letter: Letter, usual: float, paper: float) -> bool:
    """True where a letter is so far from the one before it that no blank is needed to make them two words."""
    step = letter.column - before.column
    if step > max(WIDE_GAP * usual, LEAST_GAP):
        return True
    if before.text in INNER or letter.text in INNER:
        return False
    return step >= FAR * usual and letter.paper >= max(MORE_PAPER * paper, LEAST_PAPER)


def _place(corners: Sequence[Point], start: float, end: float, width: int, height: int) -> Box:
    """The smallest upright box around the part of the run from `start` to `end`, both as share of its length."""
    top_left, top_right, bottom_right, bottom_left = corners
    if _distance(top_left, bottom_left) >= SIDEWAYS * _distance(top_left, top_right):
        top_left, top_right, bottom_right, bottom_left = top_right, bottom_right, bottom_left, top_left
    points = [
        _between(one, other, share)
        for one, other in ((top_left, top_right), (bottom_left, bottom_right))
        for share in (start, end)
    ]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(
        x0=min(max(min(xs), 0.0), width), y0=min(max(min(ys), 0.0), height),
        x1=min(max(max(xs), 0.0), width), y1=min(max(max(ys), 0.0), height),
    )  # fmt: skip


def _between(one: Point, other: Point, share: float) -> Point:
    return one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share


def _distance(one: Point, other: Point) -> float:
    return float(((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5)
