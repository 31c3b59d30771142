"""A plugin that raises in a hook, with words of the bill in its message."""

from collections.abc import Sequence

from plainbill.case import Line, Translation
from plainbill.plugins import hookimpl

HOOK_API = 1


@hookimpl
def describe_lines(lines: Sequence[Line]) -> Sequence[Translation | None]:
    """Raise, quoting the bill."""
    raise ValueError(f"cannot read {lines[0].description}")
