"""A plugin that takes all the memory there is."""

import time
from collections.abc import Sequence

from plainbill.case import Line, Translation
from plainbill.plugins import hookimpl

HOOK_API = 1


@hookimpl
def describe_lines(lines: Sequence[Line]) -> Sequence[Translation | None]:
    """Take more and more, up to two billion bytes."""
    eaten = []
    for _ in range(100):
        eaten.append(b"x" * 20_000_000)
        time.sleep(0.02)
    time.sleep(60)
    return [None for _ in lines]
