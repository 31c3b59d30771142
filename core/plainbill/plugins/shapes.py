"""Whether a value is what a type says, down to its last field: what a plugin returns is not believed to be typed."""

import dataclasses
import datetime
import functools
import math
import types
import typing
from collections.abc import Callable, Collection, Mapping
from decimal import Decimal
from typing import Any, Final

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from plainbill.plugins.annotations import hints_of
from plainbill.plugins.records import Picture, SeenWord
from plainbill.reading.page import Box, Word
from plainbill.reading.parsed import ParsedDocument

LONGEST_TEXT: Final = 1_000_000
"""Most characters of one text that a plugin may return."""

MOST_ELEMENTS: Final = 100_000
"""Most elements of one list that a plugin may return."""

Seen = set[int]
Check = Callable[[Any, Seen], str | None]
"""Returns None where a value fits, else the place in it that does not, such as ".words[3].box"; never the value."""


def misfit(value: object, kind: Any) -> str | None:
    """Return the place in `value` that is not what the type `kind` says, "" for the whole; None where all fits."""
    return _check_of(kind)(value, set())


@functools.cache
def _check_of(kind: Any) -> Check:
    if kind in (Any, object):
        return lambda value, seen: None
    if kind is float:
        return _number_check
    if kind in _PLAIN:
        plain = _PLAIN[kind]
        return lambda value, seen: None if plain(value) else ""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin is not None:
        return _check_of_generic(origin, arguments)
    if dataclasses.is_dataclass(kind):
        return _dataclass_check(kind)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return _model_check(kind)
    return lambda value, seen: None if isinstance(value, kind) else ""


def _check_of_generic(origin: Any, arguments: tuple[Any, ...]) -> Check:
    if origin is typing.Annotated:
        return _with_bounds(_check_of(arguments[0]), arguments[1:])
    if origin in (typing.Union, types.UnionType):
        others = [_check_of(each) for each in arguments if each is not type(None)]
        return _optional_check(others) if len(others) < len(arguments) else _union_check(others)
    if origin is typing.Literal:
        return lambda value, seen: None if isinstance(value, str | int) and value in arguments else ""
    if origin is Callable or origin is type:
        return lambda value, seen: None if callable(value) else ""
    if origin is tuple and arguments[-1:] != (Ellipsis,):
        return _row_check([_check_of(each) for each in arguments])
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _mapping_check(_check_of(arguments[0]), _check_of(arguments[1]))
    if isinstance(origin, type) and issubclass(origin, Collection):
        return _list_check(_check_of(arguments[0]), origin)
    return lambda value, seen: None if isinstance(value, origin) else ""


def _number_check(value: Any, seen: Seen) -> str | None:
    # A layout holds thousands of them, nearly all `float`.
    if type(value) is not float and (not isinstance(value, int | float) or isinstance(value, bool)):
        return ""
    return None if math.isfinite(value) else ""


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST_TEXT


_PLAIN: dict[Any, Callable[[Any], bool]] = {
    None: lambda value: value is None,
    type(None): lambda value: value is None,
    str: _is_text,
    int: lambda value: isinstance(value, int) and not isinstance(value, bool),
    bool: lambda value: isinstance(value, bool),
    bytes: lambda value: isinstance(value, bytes),
    Decimal: lambda value: isinstance(value, Decimal) and value.is_finite(),
    datetime.date: lambda value: type(value) is datetime.date,
}


def _with_bounds(check: Check, marks: tuple[object, ...]) -> Check:
    # Bounds of `Field(ge=…, le=…)`: marks that have just this one attribute.
    lowest: Any = next((bound for mark in marks if (bound := getattr(mark, "ge", None)) is not None), None)
    highest: Any = next((bound for mark in marks if (bound := getattr(mark, "le", None)) is not None), None)
    if lowest is None and highest is None:
        return check

    def within(value: Any, seen: Seen) -> str | None:
        place = check(value, seen)
        if place is not None or value is None:
            return place
        return None if (lowest is None or value >= lowest) and (highest is None or value <= highest) else ""

    return within


def _union_check(checks: list[Check]) -> Check:
    def one_of(value: Any, seen: Seen) -> str | None:
        places: list[str] = []
        for check in checks:
            place = check(value, seen)
            if place is None:
                return None
            places.append(place)
        # The deepest place is in the kind that was meant.
        return max(places, key=len)

    return one_of


def _optional_check(others: list[Check]) -> Check:
    """None is what most fields that may be empty hold."""
    check = others[0] if len(others) == 1 else _union_check(others)
    return lambda value, seen: None if value is None else check(value, seen)


def _row_check(checks: list[Check]) -> Check:
    def row(value: Any, seen: Seen) -> str | None:
        if not isinstance(value, tuple) or len(value) != len(checks):
            return ""
        for i, check in enumerate(checks):
            place = check(value[i], seen)
            if place is not None:
                return f"[{i}]{place}"
        return None

    return row


def _list_check(check: Check, origin: type) -> Check:
    takes = (list, tuple) if not issubclass(origin, tuple | set | frozenset) else origin

    def elements(value: Any, seen: Seen) -> str | None:
        if not isinstance(value, takes) or len(value) > MOST_ELEMENTS:
            return ""
        for i, each in enumerate(value):
            place = check(each, seen)
            if place is not None:
                return f"[{i}]{place}"
        return None

    return elements


def _mapping_check(key_check: Check, value_check: Check) -> Check:
    def entries(value: Any, seen: Seen) -> str | None:
        if not isinstance(value, Mapping) or len(value) > MOST_ELEMENTS:
            return ""
        if any(key_check(key, seen) is not None for key in value):
            return ""
        for each in value.values():
            place = value_check(each, seen)
            if place is not None:
                return f"[…]{place}"
        return None

    return entries


def _dataclass_check(kind: Any) -> Check:
    """Each record once: geometry shares its words between rows, tables and labels."""
    checks: list[tuple[str, Check]] = []
    further = _FURTHER.get(kind)

    def fill() -> None:
        if kind is not Picture:  # its array is looked at by `_FURTHER`
            hints = hints_of(kind)
            checks.extend((each.name, _check_of(hints[each.name])) for each in dataclasses.fields(kind))

    def record(value: Any, seen: Seen) -> str | None:
        if not isinstance(value, kind):
            return ""
        if id(value) in seen:
            return None
        seen.add(id(value))
        if not checks:
            fill()
        for name, check in checks:
            place = check(getattr(value, name), seen)
            if place is not None:
                return f".{name}{place}"
        # A subclass may work its fields out when somebody looks.
        return further(value) if further and type(value) is kind else None

    return record


def _model_check(kind: type[BaseModel]) -> Check:
    """A model's fields were checked when it was built, unless somebody went around that; its bounds too."""
    checks: list[tuple[str, Check]] = []

    def record(value: Any, seen: Seen) -> str | None:
        if not isinstance(value, kind):
            return ""
        if not checks:
            checks.extend(
                (name, _with_bounds(_check_of(_annotation(each)), tuple(each.metadata)))
                for name, each in kind.model_fields.items()
            )
        held = vars(value)
        for name, check in checks:
            place = check(held.get(name), seen) if name in held else ""
            if place is not None:
                return f".{name}{place}"
        return None

    return record


def _annotation(field: FieldInfo) -> Any:
    return field.annotation


def _sure_enough(value: SeenWord | Word) -> str | None:
    return None if value.confidence is None or 0 <= value.confidence <= 1 else ".confidence"


def _in_order(box: Box) -> str | None:
    return None if box.x0 <= box.x1 and box.y0 <= box.y1 else ""


def _rows_of_colors(picture: Picture) -> str | None:
    import numpy

    pixels = picture.pixels
    if not isinstance(pixels, numpy.ndarray) or pixels.dtype != numpy.uint8 or pixels.shape[2:] != (3,):
        return ".pixels"
    # Whoever is handed it next may look and not touch.
    pixels.flags.writeable = False
    return None


def _one_paper(parsed: ParsedDocument) -> str | None:
    ids = [line.id for line in parsed.document.lines]
    if len(set(ids)) < len(ids):
        return ".document.lines"
    return ".document.visit" if parsed.document.visit and parsed.document.kind != "visit_summary" else None


_FURTHER: Final[dict[Any, Callable[[Any], str | None]]] = {
    Box: _in_order,
    ParsedDocument: _one_paper,
    Picture: _rows_of_colors,
    SeenWord: _sure_enough,
    Word: _sure_enough,
}
