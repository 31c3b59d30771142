"""A process that does what it is asked, started anew without the plugin that stopped the last one.

Each process is started as a program of its own. Neither fork (it copies the threads' locks of image libraries) nor
multiprocessing's spawn (it would run Streamlit's script again, which stands in `__main__` there) is safe in the screen.
"""

import contextlib
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO, Final

from plainbill.plugins.boundary import CRASHED, HUNG, MEMORY, SUSPECTED
from plainbill.plugins.containment.breadcrumb import KeptTrail
from plainbill.plugins.containment.ending import Ending
from plainbill.plugins.containment.messages import DONE, READY, REFUSED, Start
from plainbill.plugins.containment.watchdog import Limits, Watchdog
from plainbill.plugins.finding import outside_plugins
from plainbill.plugins.records import Failure
from plainbill.settings import PluginSettings

# Without -P the working folder would come first among the places where modules are looked for.
COMMAND: Final = (sys.executable, "-P", "-m", "plainbill.engine.worker")

# Loading the programs that read takes seconds, on a slow disk a minute; this is not the case's time.
START_DEADLINE_S: Final = 180.0

_KINDS: Final = {"died": CRASHED, "hung": HUNG, "late": HUNG, "large": MEMORY}


def limits_of(chosen: PluginSettings) -> Limits:
    """Return what a process may take by the settings."""
    return Limits(
        plugin_s=chosen.deadline_s,
        memory_bytes=chosen.memory_mb * 1_000_000,
        watched=frozenset(outside_plugins(chosen)),
    )


class Seat:
    """One process at a time. `stopped` are the plugins that ended a process here, which later ones do without."""

    def __init__(self, command: Sequence[str], start: Start, limits: Limits, deadline_s: float | None) -> None:
        self._command = tuple(command)
        self._start = start
        self._limits = limits
        self._deadline_s = deadline_s
        self._process: subprocess.Popen[str] | None = None
        self._lock = threading.Lock()
        with tempfile.NamedTemporaryFile(prefix="plainbill-trail-", delete=False) as file:
            self._trail_file = Path(file.name)
        self._trail = KeptTrail(self._trail_file)
        self._ready: subprocess.Popen[str] | None = None
        self.stopped: tuple[Failure, ...] = ()
        self.left = False

    def ask(self, request: str, hear: Callable[[str], None] = lambda line: None) -> Ending:
        """Have one request done, if need be again without a plugin that ended the process; `hear` gets what it says."""
        while True:
            ending = self._ask_once(request, hear)
            blamed = self._blamed(ending)
            if not blamed:
                return ending
            self.stopped += blamed

    def leave(self) -> None:
        """Stop the process and start no other."""
        with self._lock:
            self.left = True
            if self._process is not None:
                self._process.kill()

    def clear(self) -> None:
        """Let go of the process that was stopped; nobody may be talking to it any more."""
        if self._process is not None:
            _let_go(self._process)
        self._trail.close()
        self._trail_file.unlink(missing_ok=True)

    def _ask_once(self, request: str, hear: Callable[[str], None]) -> Ending:
        process = self._running()
        if process is None:
            return Ending(how="left")
        if process is not self._ready:
            first = self._start.line(self.stopped, self._trail_file)
            ending = self._talk(process, first, READY, START_DEADLINE_S, hear)
            if ending.how != "done":
                return ending
            self._ready = process
        return self._talk(process, f"{request}\n", DONE, self._deadline_s, hear)

    def _blamed(self, ending: Ending) -> tuple[Failure, ...]:
        """The plugins to go on without: the one at work, or all from outside where nobody can tell."""
        if ending.how not in _KINDS:
            return ()
        gone = {failure.plugin for failure in self.stopped}
        if ending.plugin and ending.plugin not in gone:
            return (Failure(plugin=ending.plugin, hook=ending.hook, kind=_KINDS[ending.how]),)
        if ending.how != "died":
            return ()
        return tuple(
            Failure(plugin=plugin, hook="the background", kind=SUSPECTED)
            for plugin in sorted(self._limits.watched - gone)
        )

    def _running(self) -> subprocess.Popen[str] | None:
        """Return a process, a new one where there is none; None where none is wanted any more."""
        with self._lock:
            if self.left:
                return None
            if self._process is not None and self._process.poll() is None:
                return self._process
            if self._process is not None:
                _let_go(self._process)
            # A session of its own: Ctrl-C at the terminal ends the screen, which then ends this.
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                encoding="utf-8",
                start_new_session=True,
            )
            return self._process

    def _talk(
        self,
        process: subprocess.Popen[str],
        line: str,
        awaited: str,
        deadline_s: float | None,
        hear: Callable[[str], None],
    ) -> Ending:
        """Send a line and wait for the word that ends it; a process that ends badly is stopped."""
        watchdog = Watchdog(process, self._trail, self._limits, deadline_s)
        watchdog.start()
        refused = None
        try:
            for said in _lines(process.stdout) if _say(process.stdin, line) else ():
                word, _, rest = said.strip().partition(" ")
                if word == awaited:
                    return Ending(how="done")
                if word == REFUSED:
                    refused = Ending(how="refused", told=rest)
                    break
                hear(said)
        finally:
            watchdog.leave()
        process.kill()
        process.wait()
        _, plugin, hook = self._trail.last()
        self._trail.leave(b"")
        if refused is not None:
            return refused
        at_work = plugin in self._limits.watched
        return Ending(how=watchdog.verdict or "died", plugin=plugin if at_work else "", hook=hook if at_work else "")


def _lines(pipe: IO[str] | None) -> Iterator[str]:
    # Not the pipe's own iterator: it may read ahead.
    return iter(()) if pipe is None else iter(pipe.readline, "")


def _say(pipe: IO[str] | None, line: str) -> bool:
    try:
        if pipe is not None:
            pipe.write(line)
            pipe.flush()
    except OSError:  # the process is gone
        return False
    return True


def _let_go(process: subprocess.Popen[str]) -> None:
    process.wait()
    for pipe in (process.stdin, process.stdout):
        with contextlib.suppress(OSError):  # what was not sent yet cannot be sent any more
            if pipe is not None:
                pipe.close()
