"""Hooks: functions that the engine can call, with the types that it gives and takes."""

import ast
import inspect
import typing
import warnings
from pathlib import Path
from typing import Any

import plainbill.plugins.hookspecs as specifications
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
        ours = _kinds(getattr(Hooks, marked.hook), _names_of_specifications())
        for name, kinds in _kinds(marked.function, {}).items():
            known = ours.get(name, frozenset())
            if name == "settings" or not kinds or not known:
                continue
            fits = _within(kinds, known) if name == "return" else _within(known, kinds)
            assert fits, f"{marked.hook}: {name} is {_listed(kinds)} here and {_listed(known)} in the hook"


def _within(narrow: frozenset[type], wide: frozenset[type]) -> bool:
    return all(any(issubclass(each, other) for other in wide) for each in narrow)


def _kinds(function: Any, names: dict[str, object]) -> dict[str, frozenset[type]]:
    """The classes that annotations name, by argument; nothing for what does not resolve."""
    spaces = {**getattr(inspect.unwrap(function), "__globals__", {}), **names}
    found = {}
    for name, annotation in getattr(function, "__annotations__", {}).items():
        try:
            resolved = typing.get_type_hints(_One(name, annotation), globalns=spaces)[name]
        except Exception:  # noqa: BLE001  # what an author wrote may fail in any way, and then there is nothing to compare
            continue
        found[name] = frozenset(_leaves(resolved))
    return found


def _One(name: str, annotation: object) -> Any:
    """A class with one annotation, for `get_type_hints`."""
    return type("One", (), {"__annotations__": {name: annotation}})


def _leaves(annotation: Any) -> set[type]:
    arguments = typing.get_args(annotation)
    if arguments:
        return {leaf for each in arguments for leaf in _leaves(each)}
    # Of the standard library and of others, only how they are put together could differ.
    if isinstance(annotation, type) and annotation.__module__.startswith("plainbill"):
        return {annotation}
    return set()


def _names_of_specifications() -> dict[str, object]:
    """What the specifications import for type checkers alone."""
    tree = ast.parse(Path(specifications.__file__).read_text(encoding="utf-8"))
    blocks = [node for node in tree.body if isinstance(node, ast.If)]
    names: dict[str, object] = {}
    for block in blocks:
        exec(compile(ast.Module(body=block.body, type_ignores=[]), specifications.__file__, "exec"), names)
    return names


def _listed(kinds: frozenset[type]) -> str:
    return " | ".join(sorted(each.__name__ for each in kinds))
