"""Whether the functions a plugin marks fit the hooks: their names, their arguments, no wrappers."""

import difflib
import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pluggy

from plainbill.plugins import GROUP
from plainbill.plugins.deprecations import former_arguments, hook_today
from plainbill.plugins.hookspecs import Hooks

_SPECIFICATIONS = {name: function for name, function in vars(Hooks).items() if not name.startswith("_")}
HOOKS = tuple(_SPECIFICATIONS)
"""The names of all hooks, in the order of the way through the house."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A function that a plugin marks with `hookimpl`: the hook it is for, and what it was marked with."""

    hook: str
    function: Callable[..., object]
    options: pluggy.HookimplOpts


def arguments_of(hook: str) -> tuple[str, ...]:
    """Return the arguments that a hook offers, in their order."""
    return tuple(name for name in inspect.signature(_SPECIFICATIONS[hook]).parameters if name != "self")


def signature_of(hook: str) -> str:
    """Return how a hook is written with all its arguments."""
    return f"def {hook}({', '.join(arguments_of(hook))})"


def marked_in(plugin: object) -> Iterator[Marked]:
    """Yield every function of a plugin that is marked as an implementation."""
    reader = pluggy.PluginManager(GROUP)
    for name in dir(plugin):
        options = reader.parse_hookimpl_opts(plugin, name)
        if options is not None:
            # pluggy fills in what the marker leaves out only on registration.
            filled: Any = {"optionalhook": False, "wrapper": False, "hookwrapper": False, "specname": None, **options}
            yield Marked(hook=filled["specname"] or name, function=getattr(plugin, name), options=filled)


def misfits(plugin: object) -> tuple[str, ...]:
    """Return what is wrong with the functions that a plugin marks, each with the signature to write instead."""
    return tuple(fault for marked in marked_in(plugin) for fault in _faults(marked))


def _faults(marked: Marked) -> Iterator[str]:
    hook = hook_today(marked.hook)
    if hook not in _SPECIFICATIONS:
        if not marked.options["optionalhook"]:
            yield _unknown(marked.hook)
        return
    if marked.options["wrapper"] or marked.options["hookwrapper"]:
        yield f"{marked.hook} is a wrapper, which plugins may not be; write {signature_of(hook)}"
    known = (*arguments_of(hook), *former_arguments(hook))
    for parameter in inspect.signature(marked.function).parameters.values():
        fault = _fault_of(parameter, known)
        if fault:
            yield f"{marked.hook}: {fault}; write {signature_of(hook)}, or leave arguments out"


def _unknown(name: str) -> str:
    near = difflib.get_close_matches(name, HOOKS, n=1)
    if near:
        return f"there is no hook {name}; did its author mean {signature_of(near[0])}?"
    return f"there is no hook {name}; hooks are {', '.join(HOOKS)}"


def _fault_of(parameter: inspect.Parameter, known: tuple[str, ...]) -> str:
    kind = parameter.kind
    if kind in (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD):
        return f"the argument {parameter} takes anything"
    if kind is inspect.Parameter.KEYWORD_ONLY:
        return f"the argument {parameter.name} is keyword-only"
    if parameter.default is not inspect.Parameter.empty:
        return f"the argument {parameter.name} has a default"
    if parameter.name not in known:
        return f"there is no argument {parameter.name}"
    return ""
