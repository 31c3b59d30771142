"""A plugin whose reader is not available here."""

from collections.abc import Sequence

from plainbill.plugins import hookimpl
from plainbill.plugins.records import Picture, Reader, SeenWord

HOOK_API = 1


def _read(picture: Picture) -> Sequence[SeenWord]:
    raise AssertionError("a reader that is not available was asked")


@hookimpl
def register_readers() -> Sequence[Reader]:
    """Offer a reader that says why it cannot."""
    return [Reader(name="blind", unavailable=lambda: "its program is missing; install it", read=_read)]
