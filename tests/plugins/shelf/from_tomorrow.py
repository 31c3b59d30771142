"""A plugin that was written for hooks of a later plainbill."""

from plainbill.plugins import hookimpl

HOOK_API = 99


@hookimpl
def describe_lines() -> None:
    """Say nothing."""
