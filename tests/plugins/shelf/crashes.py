"""A plugin that ends the whole process."""

import os
from collections.abc import Sequence

from plainbill.case import Line, Translation
from plainbill.plugins import hookimpl

HOOK_API = 1


@hookimpl
def describe_lines(lines: Sequence[Line]) -> Sequence[Translation | None]:
    """End it without a word."""
    os._exit(3)
