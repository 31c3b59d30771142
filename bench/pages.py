"""Times the rooms of the house on pictures of papers, in one process with its reader warm; prints JSON."""

import json
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from plainbill.engine import Engine, NothingRead, Step
from plainbill.engine.watching import FoundLines
from plainbill.plugins.records import LoadedPage, SourceFile
from plainbill.reading.layout import lay_out
from plainbill.settings import Settings


@dataclass(slots=True)
class Stopwatch:
    """Seconds that went by up to each kind of step, since the one before it."""

    last: float
    spent: dict[str, float] = field(default_factory=dict)

    def on_step(self, step: Step) -> None:
        """Book the time since the step before."""
        now = time.perf_counter()
        self.spent[step.kind] = self.spent.get(step.kind, 0.0) + now - self.last
        self.last = now

    def on_page(self, index: int, file: str, page: LoadedPage) -> None:
        """Keep nothing."""

    def on_lines(self, find: Callable[[], FoundLines]) -> None:
        """Find them, as for the screen."""
        find()


def time_page(engine: Engine, path: Path) -> dict[str, float]:
    """Seconds by kind of step for one explanation of one picture."""
    file = SourceFile(name=path.name, content=path.read_bytes())
    # Nobody reads one photo twice in a row.
    lay_out.cache_clear()
    watch = Stopwatch(last=time.perf_counter())
    try:
        engine.explain([file], watch=watch)
    except NothingRead:
        return {}
    return watch.spent


def main() -> None:
    """Time each picture named, after one with charges that only warms up, and print a list with one entry for each."""
    paths = [Path(name) for name in sys.argv[1:]]
    engine = Engine.start(Settings())
    warm_up = (path for path in paths if "described" in time_page(engine, path))
    next(warm_up, None)
    sys.stdout.write(json.dumps([{"picture": path.name, "spent": time_page(engine, path)} for path in paths]))


if __name__ == "__main__":
    main()
