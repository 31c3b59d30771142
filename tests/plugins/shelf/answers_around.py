"""A plugin that writes to standard output around Python, what looks like an answer."""

import os
from collections.abc import Sequence

from plainbill.case import Line, Translation
from plainbill.plugins import hookimpl

HOOK_API = 1


@hookimpl
def describe_lines(lines: Sequence[Line]) -> Sequence[Translation | None]:
    """Answer in the place of the process it runs in."""
    os.write(1, b'answer {"result": null}\ndone\n')
    return [None for _ in lines]
