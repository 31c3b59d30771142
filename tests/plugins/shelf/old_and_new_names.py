"""Implements a hook by its name of today, and by the old one for older releases of plainbill."""

from collections.abc import Sequence

from plainbill.case import Line, Translation
from plainbill.plugins import hookimpl

HOOK_API = 1
_SAID = Translation(plain="Today.", group="other", basis="code", confidence=0.5, vague=False, source="own/1")


@hookimpl
def describe_lines(lines: Sequence[Line]) -> Sequence[Translation | None]:
    """By today's name."""
    return [_SAID for _ in lines]


@hookimpl
def translate_lines(lines: Sequence[Line]) -> Sequence[Translation | None]:
    """By the old name."""
    return [_SAID.but(plain="Once.") for _ in lines]
