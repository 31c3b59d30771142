"""Hooks: functions that the engine can call, with the types that it gives and takes."""

import inspect
import typing
import warnings
from collections.abc import Mapping
from typing import Any

from plainbill.plugins.annotations import resolved, typing_names
from plainbill.plugins.hookspecs import Hooks
from plainbill.plugins.signatures import marked_in, misfits
from plainbill.testing.subject import Subject


def test_every_function_it_marks_fits_its_hook(subject: Subject) -> None:
    """An unknown hook or argument, a default, a keyword-only argument, a wrapper: the message says what to write."""
    assert subject.is_loaded, subject.status.reason
    assert misfits(subject.module()) == ()


def test_it_implements_a_hook(loaded: Subject) -> None:
    """A plugin without a hook does nothing."""
    assert loaded.status.hooks, "mark its functions with `hookimpl` from plainbill.plugins"


def test_nothing_asks_to_be_first(loaded: Subject) -> None:
    """`tryfirst` has no meaning here: settings, then who recognized the paper, decide who is asked first."""
    for marked in marked_in(loaded.module()):
        if marked.options["tryfirst"]:
            warnings.warn(f"{marked.hook}: tryfirst has no meaning; take it out", stacklevel=1)


def test_its_annotations_are_those_of_the_hooks(loaded: Subject) -> None:
    """Where they resolve; an argument may be annotated more widely, an answer more narrowly."""
    for marked in marked_in(loaded.module()):
        if not hasattr(Hooks, marked.hook):
            continue
        ours = _kinds(getattr(Hooks, marked.hook), typing_names(Hooks.__module__))
        for name, kinds in _kinds(marked.function, _names_of(marked.function)).items():
            known = ours.get(name, frozenset())
            if name == "settings" or not kinds or not known:
                continue
            fits = _within(kinds, known) if name == "return" else _within(known, kinds)
            assert fits, f"{marked.hook}: {name} is {_listed(kinds)} here and {_listed(known)} in the hook"


def _within(narrow: frozenset[type], wide: frozenset[type]) -> bool:
    # Not issubclass: protocols do not take it.
    return all(any(other in each.__mro__ for other in wide) for each in narrow)


def _kinds(function: Any, names: Mapping[str, object]) -> dict[str, frozenset[type]]:
    """The classes that annotations name, by argument; nothing for what does not resolve."""
    spaces = {**getattr(inspect.unwrap(function), "__globals__", {}), **names}
    annotations = getattr(function, "__annotations__", {})
    return {name: frozenset(_leaves(resolved(each, spaces))) for name, each in annotations.items()}


def _names_of(function: Any) -> Mapping[str, object]:
    try:
        return typing_names(inspect.unwrap(function).__module__)
    except (ImportError, KeyError, OSError, TypeError):  # a module that is no file, or imports what is not there
        return {}


def _leaves(annotation: Any) -> set[type]:
    arguments = typing.get_args(annotation)
    if arguments:
        return {leaf for each in arguments for leaf in _leaves(each)}
    # Of the standard library and of others, only how they are put together could differ.
    if isinstance(annotation, type) and annotation.__module__.startswith("plainbill"):
        return {annotation}
    return set()


def _listed(kinds: frozenset[type]) -> str:
    return " | ".join(sorted(each.__name__ for each in kinds))
