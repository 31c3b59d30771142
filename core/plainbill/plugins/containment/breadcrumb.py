"""The breadcrumb: which plugin is at work at which hook, kept where it outlives the process that leaves it."""

import functools
import mmap
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

# The number of the call, and who is at work.
_FORM: Final = struct.Struct("<Q248s")


@functools.cache
def _crumb(plugin: str, hook: str) -> bytes:
    return f"{plugin}\n{hook}".encode()


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

    The file holds a number that grows with every call, and then plugin and hook on lines of their own.
    """

    def __init__(self, file: Path) -> None:
        with file.open("r+b") as opened:
            opened.truncate(_FORM.size)
            self._shared = mmap.mmap(opened.fileno(), _FORM.size)
        self._calls = 0
        self._now = b""

    def enter(self, plugin: str, hook: str) -> bytes:
        """Write who begins; return what stood there."""
        before = self._now
        self.leave(_crumb(plugin, hook))
        return before

    def leave(self, before: bytes) -> None:
        """Write again what stood there."""
        self._now = before
        self._calls += 1
        _FORM.pack_into(self._shared, 0, self._calls, before)

    def last(self) -> tuple[int, str, str]:
        """Return the number of the last call, and which plugin is at which hook, "" where none is."""
        number, words = _FORM.unpack_from(self._shared)
        plugin, _, hook = words.rstrip(b"\0").decode("utf-8", "replace").partition("\n")
        return number, plugin, hook

    def close(self) -> None:
        """Let go of the file."""
        self._shared.close()
