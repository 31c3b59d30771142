"""The breadcrumb: which plugin is at work at which hook, kept where it outlives the process that leaves it."""

import mmap
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

_SIZE: Final = 256
_COUNT: Final = 8


class Trail:
    """Leaves a breadcrumb wherever a plugin is called; this one leaves none."""

    def enter(self, plugin: str, hook: str) -> bytes:
        """Say that `plugin` begins with `hook`; return what was at work before, to say it again with `leave`."""
        return b""

    def leave(self, before: bytes) -> None:
        """Say that it came back."""

    @contextmanager
    def at(self, plugin: str, hook: str) -> Iterator[None]:
        """Say who is at work for as long as the block runs."""
        before = self.enter(plugin, hook)
        try:
            yield
        finally:
            self.leave(before)


NO_TRAIL: Final = Trail()


class KeptTrail(Trail):
    """Breadcrumbs in a file that two processes share: one is written by the child, and read by its parent.

    The file holds a number that grows with every call, and then "plugin hook", padded with zeros.
    """

    def __init__(self, file: Path) -> None:
        with file.open("r+b") as opened:
            opened.truncate(_SIZE)
            self._shared = mmap.mmap(opened.fileno(), _SIZE)
        self._calls = 0

    def enter(self, plugin: str, hook: str) -> bytes:
        """Write who begins; return what stood there."""
        before = self._shared[_COUNT:]
        self._write(f"{plugin} {hook}".encode()[: _SIZE - _COUNT])
        return before

    def leave(self, before: bytes) -> None:
        """Write again what stood there."""
        self._write(before)

    def _write(self, words: bytes) -> None:
        self._calls += 1
        self._shared[:] = self._calls.to_bytes(_COUNT, "little") + words.ljust(_SIZE - _COUNT, b"\0")

    def last(self) -> tuple[int, str, str]:
        """Return the number of the last call, and which plugin is at which hook, "" where none is."""
        seen = self._shared[:]
        plugin, _, hook = seen[_COUNT:].rstrip(b"\0").decode("utf-8", "replace").rpartition(" ")
        return int.from_bytes(seen[:_COUNT], "little"), plugin, hook

    def close(self) -> None:
        """Let go of the file."""
        self._shared.close()
