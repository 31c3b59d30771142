"""What a page is to the reading room: words with their places, in a frame where rows run level."""

from dataclasses import dataclass

from plainbill.case import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle in pixels, origin top left, x to the right, y down; `x1` and `y1` lie just outside."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """Pixels from left to right."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Pixels from top to bottom."""
        return self.y1 - self.y0

    @property
    def middle(self) -> tuple[float, float]:
        """The point in the middle."""
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2

    def around(self, other: "Box") -> "Box":
        """Return the smallest box that holds both."""
        return Box(
            x0=min(self.x0, other.x0), y0=min(self.y0, other.y0), x1=max(self.x1, other.x1), y1=max(self.y1, other.y1)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A printed word or run of words, as one reader saw it.

    `box` lies in the cleaned picture, where the paper is flat and rows run level: geometry uses it.
    `source_box` is the same place in the picture as a viewer shows it: people are shown it.
    `confidence` is 0 to 1, None where the reader gives none.
    """

    text: str
    box: Box
    source_box: Box
    confidence: float | None
    reader: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of print as the first reader saw it, on the page of that index, and its place in the cleaned picture."""

    page: int
    text: str
    box: Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Rereading:
    """What another reader saw in pieces of print that stand side by side, from left to right."""

    pieces: tuple[Piece, ...]
    text: str
    reader: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWords:
    """The words of one page in any order.

    `index` counts the pages of the call from 0, `number` those of the file from 1; `width` and `height` are pixels of
    the cleaned picture. `part` counts the papers that one photo shows, from 0. `text_layer` is true where the words
    came from the file itself and not from a picture. `rereadings` are second looks at print that nothing else on the
    page confirms.
    """

    index: int
    file: str
    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    part: int = 0
    text_layer: bool = False
    rereadings: tuple[Rereading, ...] = ()
    problems: tuple[Problem, ...] = ()

    def __hash__(self) -> int:
        """By its place alone: layouts are looked up by page, and no other page of a call stands there."""
        return hash((self.file, self.index, self.part, len(self.words)))
