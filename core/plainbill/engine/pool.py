"""Processes that read cases while the screen goes on: a hang or a crash costs one case, which says so, and no other."""

import queue
import threading
from collections.abc import Sequence

from plainbill.plugins.containment.ending import Ending
from plainbill.plugins.containment.messages import WARM, Start, request
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
        self._deadline_s = settings.screen.deadline_s
        start = Start(settings=settings, tables=published_tables_file(), store=store_url)
        limits = limits_of(settings.plugins)
        self._seats = [Seat(command, start, limits, self._deadline_s) for _ in range(settings.screen.workers)]
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

    def _serve(self, seat: Seat, warm: bool) -> None:
        if warm:
            seat.ask(WARM)
        while (case_id := self._waiting.get()) is not None:
            ending = seat.ask(request("case", id=case_id))
            if ending.how != "done" and not seat.left:
                self._store.save_trouble(case_id, [self._trouble(ending)])

    def _trouble(self, ending: Ending) -> str:
        if ending.how == "late":
            return TOO_LONG.format(minutes=_minutes(self._deadline_s))
        if ending.how == "refused":
            return MISFIT
        return TOO_LARGE if ending.how == "large" else DIED


def _minutes(seconds: float) -> str:
    minutes = round(seconds / 60)
    return f"{minutes} minutes" if minutes > 1 else "a minute" if minutes else "it may"
