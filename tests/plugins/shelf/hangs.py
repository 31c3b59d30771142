"""A plugin whose regular expression does not come back."""

import re
from collections.abc import Sequence

from plainbill.case import Line, Translation
from plainbill.plugins import hookimpl

HOOK_API = 1


@hookimpl
def describe_lines(lines: Sequence[Line]) -> Sequence[Translation | None]:
    """Match for longer than anybody lives."""
    re.match(r"(a+)+$", "a" * 64 + "b")
    return [None for _ in lines]
