"""A plugin that does not say which hooks it was written for."""

from plainbill.plugins import hookimpl


@hookimpl
def describe_lines() -> None:
    """Say nothing."""
