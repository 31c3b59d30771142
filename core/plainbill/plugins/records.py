"""The records that plugins and the engine hand each other; frozen, keyword-only, built once and never changed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from plainbill.case import DocumentKind, Problem
from plainbill.reading.page import Box, Word

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A file as it was given: the name to call it by, and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The picture of one page: rows x columns x RGB, 8 bits, read-only, upright as a viewer shows it, without EXIF."""

    pixels: "NDArray[numpy.uint8]"

    @property
    def width(self) -> int:
        """Pixels from left to right."""
        return int(self.pixels.shape[1])

    @property
    def height(self) -> int:
        """Pixels from top to bottom."""
        return int(self.pixels.shape[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedPage:
    """One page out of a file.

    `number` counts from 1 within the file. `picture` is None where there is none (plain text). `words` are those that
    the file itself carries (a PDF's text layer, a text file), with boxes in pixels of the page of `width` x `height`;
    the page is then not given to a reader. A page that could not be loaded has neither, and a problem that says why.
    """

    number: int
    width: int
    height: int
    picture: Picture | None = None
    words: tuple[Word, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRange:
    """Which pages of a file to load, counted from 1, both ends included, and how many at most."""

    first: int = 1
    last: int | None = None
    limit: int = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Loader:
    """Takes files apart into pages.

    `claim(head, name)` gets the first 4,096 bytes and the file's name and returns how sure it is, 0 to 1; 0 declines.
    The type is judged by content, a name only breaks a tie. `load(file, pages)` yields the pages one by one, in order;
    pages outside the range are named in a problem of a page and not loaded.
    """

    name: str
    claim: Callable[[bytes, str], float]
    load: Callable[[SourceFile, PageRange], Iterator[LoadedPage]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """A picture made easier to read, and the way back.

    `to_source` is the 3 x 3 matrix, row by row, that takes a point (x, y, 1) of this picture to the picture that went
    in, in homogeneous coordinates (divide by the third). A problem's box lies in this picture too.
    """

    picture: Picture
    to_source: tuple[float, float, float, float, float, float, float, float, float]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaner:
    """Makes a picture easier to read: finds the paper, turns it, levels it. None where there is nothing to do."""

    name: str
    clean: Callable[[Picture], Cleaned | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenWord:
    """A word in the frame of the picture that was read."""

    text: str
    box: Box
    confidence: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Reads the words of a picture.

    `unavailable()` returns None where the reader works here, else why not and what to do, in one sentence. `read`
    returns words with boxes in pixels of the picture it was given and confidence 0 to 1. `reread`, where the reader has
    it, returns what it sees in each run of boxes, words side by side from left to right, "" where it sees nothing: the
    second look at what another reader read. `read_frugally` reads with less memory and in more time, where the settings
    ask for that; None where the reader has no such way.
    """

    name: str
    unavailable: Callable[[], str | None]
    read: Callable[[Picture], Sequence[SeenWord]]
    reread: Callable[[Picture, Sequence[Sequence[Box]]], Sequence[str]] | None = None
    read_frugally: Callable[[Picture], Sequence[SeenWord]] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognition:
    """A claim that pages are a paper of one payer.

    `kind` is the kind of paper, None where only the payer is known. `confidence` is 0 to 1. `evidence` are the runs of
    words on the pages that tell, each word as the page has it; without any the engine takes no claim for more than a
    guess. `name` is the run among them that prints the payer's name, and `printed` that name as it stands there; both
    empty where it is not printed. `names` are all names that its papers print for the payer: one of them that was read
    elsewhere on the paper is right too. `plugin` is filled in by the engine.
    """

    payer: str
    kind: DocumentKind | None = None
    confidence: float
    evidence: tuple[tuple[Word, ...], ...]
    name: tuple[Word, ...] = ()
    printed: str = ""
    names: tuple[str, ...] = ()
    plugin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A plugin's failure as a value: who, at what, how; never the exception's message, which may quote the bill.

    `page` is the index of the page it is about, where it is about one.
    """

    plugin: str
    hook: str
    kind: str
    where: str = ""
    page: int | None = field(default=None)
