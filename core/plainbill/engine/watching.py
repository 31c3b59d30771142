"""What the engine tells somebody who waits: each step as it is done, and each page as it is loaded."""

from dataclasses import dataclass
from typing import Literal, Protocol

from plainbill.plugins.records import LoadedPage


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step that is done; `page` counts the pages of the call from 0, None where it is about all of them."""

    kind: Literal["loaded", "cleaned", "read", "laid_out", "doubted", "reread", "parsed", "described", "checked"]
    file: str = ""
    page: int | None = None


class Watch(Protocol):
    """Somebody who waits for the engine."""

    def on_step(self, step: Step) -> None:
        """Take note of a step that is done."""

    def on_page(self, index: int, file: str, page: LoadedPage) -> None:
        """Keep what is wanted of a page; the engine lets go of its picture afterwards."""


class NobodyWatches:
    """The watch of somebody who only wants the result."""

    def on_step(self, step: Step) -> None:
        """Take no note."""

    def on_page(self, index: int, file: str, page: LoadedPage) -> None:
        """Keep nothing."""
