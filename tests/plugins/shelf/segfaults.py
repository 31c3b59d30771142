"""A plugin that brings the interpreter down."""

import ctypes
from collections.abc import Sequence

from plainbill.case import Line, Translation
from plainbill.plugins import hookimpl

HOOK_API = 1


@hookimpl
def describe_lines(lines: Sequence[Line]) -> Sequence[Translation | None]:
    """Read what may not be read."""
    ctypes.string_at(0)
    return [None for _ in lines]
