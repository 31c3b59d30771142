"""Looks after a process at work: stops it when it is late, too large, or does not come back from a plugin."""

import subprocess
import threading
import time
from dataclasses import dataclass
from typing import Final, Literal

from plainbill.plugins.containment.breadcrumb import KeptTrail
from plainbill.plugins.containment.memory import resident_bytes

_LOOK_EVERY_S: Final = 0.05

Verdict = Literal["late", "hung", "large"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a process may take: seconds for one call of a plugin from outside, bytes of memory.

    `watched` names the plugins from outside; those that came with plainbill may take as long as the whole may.
    """

    plugin_s: float
    memory_bytes: int
    watched: frozenset[str] = frozenset()


class Watchdog(threading.Thread):
    """Watches one process until `leave` is called; `verdict` says why it was stopped, None where it was not."""

    def __init__(
        self, process: subprocess.Popen[str], trail: KeptTrail, limits: Limits, deadline_s: float | None
    ) -> None:
        super().__init__(name="plainbill-watchdog", daemon=True)
        self._process = process
        self._trail = trail
        self._limits = limits
        self._ends = None if deadline_s is None else time.monotonic() + deadline_s
        self._done = threading.Event()
        self._call = (0, 0.0)
        self.verdict: Verdict | None = None

    def run(self) -> None:
        """Look at the process again and again."""
        while not self._done.wait(_LOOK_EVERY_S):
            self.verdict = self._look()
            if self.verdict is not None:
                self._process.kill()
                return

    def leave(self) -> None:
        """Look no more."""
        self._done.set()
        self.join()

    def _look(self) -> Verdict | None:
        now = time.monotonic()
        if self._ends is not None and now > self._ends:
            return "late"
        number, plugin, _ = self._trail.last()
        if number != self._call[0]:
            self._call = (number, now)
        elif plugin in self._limits.watched and now - self._call[1] > self._limits.plugin_s:
            return "hung"
        held = resident_bytes(self._process.pid)
        return "large" if held is not None and held > self._limits.memory_bytes else None
