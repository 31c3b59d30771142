"""Hooks and arguments that have another name today: plugins that use the old one go on working, and are told.

An entry here is all it takes to rename one; it stays for two minor releases.
"""

import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from plainbill.plugins import hookspec
from plainbill.plugins.hookspecs import Hooks


@dataclass(frozen=True, slots=True, kw_only=True)
class Deprecation:
    """A hook, or an argument of one, that is called `instead` since a release, and gone in another.

    `hook` is the hook's old name; where `argument` is given, today's name of the hook that it belongs to.
    """

    hook: str
    argument: str = ""
    instead: str
    since: str
    removed_in: str


DEPRECATED: tuple[Deprecation, ...] = ()
"""Everything that is going away."""


def hook_today(name: str) -> str:
    """Return what a hook is called today."""
    return next((each.instead for each in DEPRECATED if each.hook == name and not each.argument), name)


def former_names(hook: str) -> tuple[str, ...]:
    """Return the names that a hook had before and may still be implemented by."""
    return tuple(each.hook for each in DEPRECATED if each.instead == hook and not each.argument)


def argument_today(hook: str, name: str) -> str:
    """Return what an argument of a hook is called today."""
    own = (each for each in DEPRECATED if each.argument == name and each.hook == hook)
    return next((each.instead for each in own), name)


def former_arguments(hook: str) -> tuple[str, ...]:
    """Return the names that arguments of a hook had before and may still be asked for by."""
    return tuple(each.argument for each in DEPRECATED if each.hook == hook and each.argument)


def notices(functions: Iterable[tuple[str, Callable[..., object]]]) -> Iterator[str]:
    """Yield what the author of a plugin should change, by its functions with the hook that each is for.

    Nothing is said of an old function beside one for today's hook: it is there for older releases of plainbill.
    """
    given = dict(functions)
    for hook, function in given.items():
        if hook_today(hook) in given and hook_today(hook) != hook:
            continue
        asked = inspect.signature(function).parameters
        for each in DEPRECATED:
            if each.argument and each.hook == hook_today(hook) and each.argument in asked:
                what, do = f"the argument {each.argument} of {hook}", "take"
            elif not each.argument and each.hook == hook:
                what, do = f"the hook {hook}", "implement"
            else:
                continue
            yield f"{what} goes away in plainbill {each.removed_in}; its author should {do} {each.instead} instead"


def specifications() -> type:
    """Return the specifications of all hooks, by their old names and with their old arguments too."""
    more = {hook: _with(hook, former_arguments(hook)) for hook in {each.hook for each in DEPRECATED if each.argument}}
    renamed = [each for each in DEPRECATED if not each.argument]
    more |= {each.hook: _with(each.instead, former_arguments(each.instead)) for each in renamed}
    return type("Specifications", (Hooks,), more) if more else Hooks


def _with(hook: str, arguments: tuple[str, ...]) -> object:
    """A specification with more arguments; its names are ours, from the table above."""
    names = [name for name in inspect.signature(getattr(Hooks, hook)).parameters if name != "self"]
    made: dict[str, Any] = {}
    exec(f"def {hook}({', '.join((*names, *arguments))}): ...", made)
    return staticmethod(hookspec(made[hook]))
