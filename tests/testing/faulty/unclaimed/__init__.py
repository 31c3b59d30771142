"""Has a sample that it does not recognize, and no golden file for it."""

from plainbill.plugins import hookimpl

HOOK_API = 1


@hookimpl
def recognize_document() -> None:
    """Recognize nothing."""
