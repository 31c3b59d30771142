"""Says something else each time, prints, writes, calls out, reads the clock, draws lots, cannot all be sent on."""

import contextlib
import random
import socket
import time
from collections.abc import Sequence
from pathlib import Path

from plainbill.case import Line, Translation
from plainbill.plugins import hookimpl
from plainbill.plugins.records import Recognition
from plainbill.reading.page import PageWords

HOOK_API = 1
_asked: list[float] = []


@hookimpl
def recognize_document(pages: Sequence[PageWords]) -> Recognition:
    """Claim a little, with a record that only this function knows."""

    class Own(Recognition):
        """A record of its own."""

    return Own(payer="Impure Health", confidence=0.1, evidence=())


@hookimpl
def describe_lines(lines: Sequence[Line]) -> Sequence[Translation | None]:
    """Count how often it was asked."""
    _asked.append(time.time() + random.random())
    print(len(_asked))  # noqa: T201  # what it should not do
    Path("/dev/null").write_text("kept", encoding="utf-8")
    with contextlib.suppress(OSError), socket.socket() as outside:
        outside.connect(("127.0.0.1", 9))
    said = Translation(
        plain=f"A thing, for the {len(_asked)}th time.", group="other", basis="code", confidence=0.1, vague=False,
        source="own/1",
    )  # fmt: skip
    return [said for _ in lines]
