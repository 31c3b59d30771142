"""What the engine tells somebody who waits: each step as it is done, each page as it is loaded, and its lines."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol

from plainbill.plugins.records import LoadedPage


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step that is done; `page` counts the pages of the call from 0, None where it is about all of them."""

    kind: Literal["loaded", "cleaned", "read", "laid_out", "doubted", "reread", "parsed", "described", "checked"]
    file: str = ""
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundLine:
    """One line as it is printed, each part empty where it was not found; the whole paper may still change it."""

    words: str
    day: str
    amount: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundLines:
    """The lines on one page of the call, counted from 0, as the page by itself tells them."""

    page: int
    lines: tuple[FoundLine, ...]


class Watch(Protocol):
    """Somebody who waits for the engine."""

    def on_step(self, step: Step) -> None:
        """Take note of a step that is done."""

    def on_page(self, index: int, file: str, page: LoadedPage) -> None:
        """Keep what is wanted of a page; the engine lets go of its picture afterwards."""

    def on_lines(self, find: Callable[[], FoundLines]) -> None:
        """Take what `find` finds on a page that is done, before the next one is read; an error here costs nothing."""


class NobodyWatches:
    """The watch of somebody who only wants the result."""

    def on_step(self, step: Step) -> None:
        """Take no note."""

    def on_page(self, index: int, file: str, page: LoadedPage) -> None:
        """Keep nothing."""

    def on_lines(self, find: Callable[[], FoundLines]) -> None:
        """Find nothing."""
