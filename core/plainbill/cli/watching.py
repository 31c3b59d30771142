"""Progress on standard error for somebody at a terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from plainbill.engine import Step, Watch
from plainbill.engine.watching import FoundLines
from plainbill.plugins.records import LoadedPage

if TYPE_CHECKING:
    from rich.status import Status


class _Progress:
    def __init__(self, status: "Status") -> None:
        self._status = status

    def on_step(self, step: Step) -> None:
        """Show what is being done."""
        if step.kind == "read" and step.page is not None:
            self._status.update(f"{step.page + 1} {'page' if step.page == 0 else 'pages'} read")
        elif step.kind in ("parsed", "described", "checked"):
            self._status.update("putting it in plain words")

    def on_page(self, index: int, file: str, page: LoadedPage) -> None:
        """Show which page is being read."""
        self._status.update(f"reading page {index + 1}")

    def on_lines(self, find: Callable[[], FoundLines]) -> None:
        """Find nothing: the answer is printed when it is whole."""


@contextmanager
def progress_of(files: int) -> Iterator[Watch | None]:
    """Yield a watch that shows progress at a terminal, None where nobody looks."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console

    with Console(stderr=True).status(f"opening {files} {'file' if files == 1 else 'files'}") as status:
        yield _Progress(status)
