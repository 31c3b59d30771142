"""Processes that read cases while the screen goes on: a hang or a crash costs one case, which says so, and no other.

One more process looks at files as they are added, so that a blurred photo is told while others are being read.
"""

import functools
import json
import queue
import threading
from collections.abc import Sequence

from plainbill.engine.handing import read_found
from plainbill.engine.watching import FoundLines
from plainbill.plugins.containment.ending import Ending
from plainbill.plugins.containment.messages import LINES, WARM, Start, request
from plainbill.plugins.containment.seat import COMMAND, Seat, limits_of
from plainbill.settings import Settings, published_tables_file
from plainbill.store import Store

DIED = (
    "The part of this program that reads papers stopped by itself. Your papers are still here: try again. "
    "If it stops again, read them one at a time."
)
TOO_LONG = (
    "Reading took longer than {minutes} and was stopped. "
    "Your papers are still here: try again with fewer pages at a time."
)
TOO_LARGE = (
    "Reading took more memory than it may and was stopped. "
    "Your papers are still here: try again with fewer pages at a time."
)
MISFIT = (
    "The settings of a plugin do not fit it, so nothing can be read. "
    "Whoever looks after this machine is told what to change by: plainbill plugins"
)
# A photo takes a part of a second; nobody waits for it, and what takes longer is told when the page is read.
GLANCE_DEADLINE_S = 30.0


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
        self._found: dict[str, dict[int, FoundLines]] = {}
        self._deadline_s = settings.screen.deadline_s
        start = Start(settings=settings, tables=published_tables_file(), store=store_url)
        limits = limits_of(settings.plugins)
        self._seats = [Seat(command, start, limits, self._deadline_s) for _ in range(settings.screen.workers)]
        self._threads = [
            threading.Thread(target=self._serve, args=(seat, warm), name=f"plainbill-reading-{i}", daemon=True)
            for i, seat in enumerate(self._seats)
        ]
        self._seen: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        eye = Seat(command, start, limits, GLANCE_DEADLINE_S)
        self._threads.append(
            threading.Thread(target=self._look, args=(eye, warm), name="plainbill-glance", daemon=True)
        )
        self._seats.append(eye)
        for thread in self._threads:
            thread.start()

    def submit(self, case_id: str) -> None:
        """Have a case read as soon as a process is free; returns at once, and the store tells how it goes."""
        self._waiting.put(case_id)

    def found(self, case_id: str) -> tuple[FoundLines, ...]:
        """Return the lines of the pages of a case that are done, while it is being read; they are held nowhere else."""
        found = self._found.get(case_id, {})
        return tuple(found[page] for page in sorted(found))

    def glance(self, case_id: str) -> None:
        """Have the files of a case looked at that nobody has looked at yet; returns at once."""
        self._seen.put(case_id)

    def close(self) -> None:
        """Stop all processes; cases that are not finished stay marked as being read."""
        for _ in self._threads:
            self._waiting.put(None)
        self._seen.put(None)
        for seat in self._seats:
            seat.leave()
        for thread in self._threads:
            thread.join()
        for seat in self._seats:
            seat.clear()

    def _serve(self, seat: Seat, warm: bool) -> None:
        if warm:
            seat.ask(WARM)
        while (case_id := self._waiting.get()) is not None:
            ending = seat.ask(request("case", id=case_id), functools.partial(self._hear, case_id))
            self._found.pop(case_id, None)
            if ending.how != "done" and not seat.left:
                self._store.save_trouble(case_id, [self._trouble(ending)])

    def _hear(self, case_id: str, said: str) -> None:
        word, _, rest = said.strip().partition(" ")
        if word == LINES:
            page = read_found(json.loads(rest))
            # Made anew, for a screen may be looking.
            self._found[case_id] = {**self._found.get(case_id, {}), page.page: page}

    def _look(self, eye: Seat, warm: bool) -> None:
        """Look at files as they come; those of a case that ends the process count as looked at."""
        if warm:
            eye.ask(request("glance", id=""))  # no case has this name: the process starts, and that is all
        while (case_id := self._seen.get()) is not None:
            ended = eye.ask(request("glance", id=case_id)).how != "done"
            for file in self._store.files_to_glance_at(case_id) if ended and not eye.left else ():
                self._store.save_glances(case_id, file.position, ())

    def _trouble(self, ending: Ending) -> str:
        if ending.how == "late":
            return TOO_LONG.format(minutes=_minutes(self._deadline_s))
        if ending.how == "refused":
            return MISFIT
        return TOO_LARGE if ending.how == "large" else DIED


def _minutes(seconds: float) -> str:
    minutes = round(seconds / 60)
    return f"{minutes} minutes" if minutes > 1 else "a minute" if minutes else "it may"
