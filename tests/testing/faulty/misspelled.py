"""A hook that there is none of."""

from plainbill.plugins import hookimpl

HOOK_API = 1


@hookimpl
def describe_line() -> None:
    """Do nothing."""
