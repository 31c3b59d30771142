"""The one place where a plugin's failure is caught; it comes out as a value that names the plugin."""

import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

from plainbill.plugins.records import Failure

Result = TypeVar("Result")


class FaultyPlugin(Exception):
    """A fault in a plugin's own files; `where` is its place in them and may be shown, since it quotes no paper."""

    where: str = ""


def call_guarded(plugin: str, hook: str, function: Callable[[], Result]) -> Result | Failure:
    """Return what `function` returns, or the failure that stands for the exception it raised."""
    try:
        return function()
    except (Exception, SystemExit) as error:  # noqa: BLE001  # the boundary is where it is caught
        return failure_of(plugin, hook, error)


SET_ASIDE: Final = "set aside"
CRASHED, HUNG, MEMORY, SUSPECTED = "crashed", "hung", "memory", "suspected"
"""How a plugin ended a process, as the kind of its failure."""


def failure_of(plugin: str, hook: str, error: BaseException, page: int | None = None) -> Failure:
    """Return the failure that stands for an exception: its type and where it came from, never its message."""
    if isinstance(error, FaultyPlugin):
        return Failure(plugin=plugin, hook=hook, kind=type(error).__name__, where=error.where, page=page)
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return Failure(plugin=plugin, hook=hook, kind=type(error).__name__, where=where, page=page)


_TOLD: Final = {
    "bad return": "the plugin {plugin} returned something else than {hook} asks for{at}; its share is missing",
    "unfounded": "the plugin {plugin} read something in {hook} that the paper does not say{at}; it was left out",
    "unfounded finding": "the plugin {plugin} found in {hook} what the papers do not bear out{at}; it was left out",
    SET_ASIDE: "the plugin {plugin} failed too often in {hook} and is not asked any more",
    CRASHED: "the plugin {plugin} ended this program in {hook}; everything was done again without it",
    HUNG: "the plugin {plugin} did not come back from {hook} in time; everything was done again without it",
    MEMORY: "the plugin {plugin} took too much memory in {hook}; everything was done again without it",
    SUSPECTED: "this program stopped and nobody could see why; it went on without the plugin {plugin}",
}


def describe_failure(failure: Failure) -> str:
    """Return the failure as one sentence for a person."""
    at = f" at {failure.where}" if failure.where else ""
    told = _TOLD.get(failure.kind, "the plugin {plugin} failed in {hook} ({kind}{at}); its share is missing")
    return told.format(plugin=failure.plugin, hook=failure.hook, kind=failure.kind, at=at)
