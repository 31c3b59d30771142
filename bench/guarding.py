"""What the boundary around plugins costs: a guarded call against a direct one, and listing the plugins."""

import tempfile
import timeit
from collections.abc import Callable
from importlib.metadata import EntryPoint
from pathlib import Path

from bench.screen import tell
from plainbill.plugins.asking import Plugins
from plainbill.plugins.containment.breadcrumb import NO_TRAIL, KeptTrail, Trail
from plainbill.plugins.loading import load_plugins
from plainbill.reading.page import PageWords

CALLS = 20_000
ROUNDS = 7
PAGE = PageWords(index=0, file="bill.jpg", number=1, width=100, height=100, words=())
SILENT = EntryPoint(name="silent", value="bench.silent", group="plainbill")


def microseconds(function: Callable[[], object]) -> float:
    """Return the shortest time of one call over several rounds."""
    return min(timeit.repeat(function, number=CALLS, repeat=ROUNDS)) / CALLS * 1e6


def guarded(trail: Trail) -> float:
    """Return what asking one plugin that says None takes, from the engine's question to its answer."""
    plugins = Plugins(load_plugins(entries=[SILENT]), lambda failure: None, trail=trail)
    return microseconds(lambda: plugins.lay_out_page(PAGE))


def main() -> None:
    """Print the figures."""
    hook = load_plugins(entries=[SILENT]).manager.hook.lay_out_page
    direct = microseconds(lambda: hook(page=PAGE, recognition=None, settings=None))
    without = guarded(NO_TRAIL)
    with tempfile.NamedTemporaryFile() as file:
        trail = KeptTrail(Path(file.name))
        along = guarded(trail)
        trail.close()
    tell(f"a direct pluggy call: {direct:.2f} µs")
    tell(f"guarded: {without - direct:.2f} µs more, with a breadcrumb {along - direct:.2f} µs more (bar 5 µs)")


if __name__ == "__main__":
    main()
