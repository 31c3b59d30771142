"""A plugin that ends the whole process from a thread of its own, when its hook has long come back."""

import os
import threading
from collections.abc import Sequence

from plainbill.case import Line, Translation
from plainbill.plugins import hookimpl

HOOK_API = 1


@hookimpl
def register_readers() -> None:
    """Offer none."""


@hookimpl
def describe_lines(lines: Sequence[Line]) -> Sequence[Translation | None]:
    """Say nothing, and end everything a little later."""
    threading.Timer(0.05, os._exit, (3,)).start()
    return [None for _ in lines]
