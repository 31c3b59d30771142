"""Processes that read cases while the screen goes on: a hang or a crash costs one case, which says so, and no other.

Each process is started as a program of its own. Neither fork (it copies the threads' locks of image libraries) nor
multiprocessing's spawn (it would run Streamlit's script again, which stands in `__main__` there) is safe in the screen.
"""

import contextlib
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from typing import IO, Literal

from plainbill.engine.worker import DONE, READY, WARM, start_message
from plainbill.settings import Settings
from plainbill.store import Store

COMMAND = (sys.executable, "-m", "plainbill.engine.worker")

# Loading the programs that read takes seconds, on a slow disk a minute; this is not the case's time.
START_DEADLINE_S = 180.0

DIED = (
    "The part of this program that reads papers stopped by itself. Your papers are still here: try again. "
    "If it stops again, read them one at a time."
)
TOO_LONG = (
    "Reading took longer than {minutes} and was stopped. "
    "Your papers are still here: try again with fewer pages at a time."
)


class ReadingPool:
    """Reads the cases it is given, one after another in each of its processes.

    `store` and `store_url` are the same store. `command` starts a process; one that is `warm` loads what it needs
    before the first case comes.
    """

    def __init__(
        self, settings: Settings, store: Store, store_url: str, *, command: Sequence[str] = COMMAND, warm: bool = True
    ) -> None:
        self._store = store
        self._waiting: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._seats = [
            _Seat(command, start_message(settings, store_url), settings.screen.deadline_s)
            for _ in range(settings.screen.workers)
        ]
        self._threads = [
            threading.Thread(target=self._serve, args=(seat, warm), name=f"plainbill-reading-{i}", daemon=True)
            for i, seat in enumerate(self._seats)
        ]
        for thread in self._threads:
            thread.start()

    def submit(self, case_id: str) -> None:
        """Have a case read as soon as a process is free; returns at once, and the store tells how it goes."""
        self._waiting.put(case_id)

    def close(self) -> None:
        """Stop all processes; cases that are not finished stay marked as being read."""
        for _ in self._threads:
            self._waiting.put(None)
        for seat in self._seats:
            seat.leave()
        for thread in self._threads:
            thread.join()
        for seat in self._seats:
            seat.clear()

    def _serve(self, seat: "_Seat", warm: bool) -> None:
        if warm:
            seat.ask(WARM)
        while (case_id := self._waiting.get()) is not None:
            trouble = seat.ask(case_id)
            if trouble is not None and not seat.left:
                self._store.save_trouble(case_id, [trouble])


class _Seat:
    """One process at a time, started anew when the last one died."""

    def __init__(self, command: Sequence[str], first_line: str, deadline_s: float) -> None:
        self._command = tuple(command)
        self._first_line = first_line
        self._deadline_s = deadline_s
        self._process: subprocess.Popen[str] | None = None
        self._lock = threading.Lock()
        self.left = False

    def ask(self, request: str) -> str | None:
        """Have one request done; return None, or in a sentence what went wrong."""
        process = self._running()
        if process is None:
            return DIED
        ending = _talk(process, f"{request}\n", DONE, self._deadline_s)
        if ending == "done":
            return None
        _let_go(process)
        return TOO_LONG.format(minutes=_minutes(self._deadline_s)) if ending == "late" else DIED

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

    def _running(self) -> subprocess.Popen[str] | None:
        """Return a process that is ready, a new one where there is none; None where it cannot be had."""
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
            process = self._process
        return process if _talk(process, self._first_line, READY, START_DEADLINE_S) == "done" else None


def _talk(
    process: subprocess.Popen[str], line: str, awaited: str, deadline_s: float
) -> Literal["done", "died", "late"]:
    """Send a line and wait for the word that ends it; a process that is late is stopped."""
    late = threading.Event()
    clock = threading.Timer(deadline_s, _end_late, (process, late))
    clock.start()
    try:
        if _say(process.stdin, line) and any(each.strip() == awaited for each in _lines(process.stdout)):
            return "done"
    finally:
        clock.cancel()
    process.kill()
    process.wait()
    return "late" if late.is_set() else "died"


def _lines(pipe: IO[str] | None) -> Iterator[str]:
    # Not the pipe's own iterator: it may read ahead.
    return iter(()) if pipe is None else iter(pipe.readline, "")


def _end_late(process: subprocess.Popen[str], late: threading.Event) -> None:
    late.set()
    process.kill()


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


def _minutes(seconds: float) -> str:
    minutes = round(seconds / 60)
    return f"{minutes} minutes" if minutes > 1 else "a minute" if minutes else "it may"
