"""A second plugin that describes every line."""

from collections.abc import Sequence

from plainbill.case import Line, Translation
from plainbill.plugins import hookimpl

HOOK_API = 1


@hookimpl
def describe_lines(lines: Sequence[Line]) -> Sequence[Translation | None]:
    """Say the same of every line."""
    return [
        Translation(plain="A thing.", group="other", basis="description", confidence=0.6, vague=False, source="own/1")
        for _ in lines
    ]
