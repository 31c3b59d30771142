"""A plugin whose hook is a wrapper around those of others."""

from collections.abc import Generator

from plainbill.plugins import hookimpl

HOOK_API = 1


@hookimpl(wrapper=True)
def describe_lines() -> Generator[None, object, object]:
    """Take what the others say, and say nothing instead."""
    yield
    return None
