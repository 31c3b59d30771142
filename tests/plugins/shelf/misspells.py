"""A plugin that misspells a hook."""

from plainbill.plugins import hookimpl

HOOK_API = 1


@hookimpl
def describe_line() -> None:
    """Implement a hook that does not exist."""
