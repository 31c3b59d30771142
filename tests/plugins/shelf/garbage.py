"""A plugin that returns the wrong things."""

from collections.abc import Sequence

from plainbill.case import Line
from plainbill.plugins import hookimpl

HOOK_API = 1


@hookimpl
def describe_lines(lines: Sequence[Line]) -> Sequence[str]:
    """Return words where translations are wanted."""
    return ["a thing" for _ in lines]


@hookimpl
def register_readers() -> Sequence[object]:
    """Return something that is no reader."""
    return ["reader", None]


@hookimpl
def lay_out_page() -> str:
    """Return something that is no layout."""
    return "rows"
