"""The one place where a plugin's failure is caught; it comes out as a value that names the plugin."""

import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

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
        return _failure(plugin, hook, error)


def iterate_guarded(plugin: str, hook: str, function: Callable[[], Iterator[Result]]) -> Iterator[Result | Failure]:
    """Yield what the iterator of `function` yields; where it raises, yield the failure and stop."""
    rest = call_guarded(plugin, hook, function)
    if isinstance(rest, Failure):
        yield rest
        return
    while True:
        element = call_guarded(plugin, hook, lambda: next(rest, _END))
        if element is _END:
            return
        yield element  # type: ignore[misc]  # the marker of the end was told apart above
        if isinstance(element, Failure):
            return


_END = object()


def _failure(plugin: str, hook: str, error: BaseException) -> Failure:
    if isinstance(error, FaultyPlugin):
        return Failure(plugin=plugin, hook=hook, kind=type(error).__name__, where=error.where)
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return Failure(plugin=plugin, hook=hook, kind=type(error).__name__, where=where)


def describe_failure(failure: Failure) -> str:
    """Return the failure as one sentence for a person."""
    where = f" at {failure.where}" if failure.where else ""
    return f"the plugin {failure.plugin} failed in {failure.hook} ({failure.kind}{where}); its share is missing"
