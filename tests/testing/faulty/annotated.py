"""Takes and gives other things than the hook, and wants to be first."""

from plainbill.case import Case
from plainbill.plugins import hookimpl
from plainbill.plugins.records import Reader

HOOK_API = 1


@hookimpl(tryfirst=True)
def describe_lines(document: Case) -> list[Reader] | None:
    """Say nothing."""
    return None
