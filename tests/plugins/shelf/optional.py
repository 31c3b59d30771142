"""A plugin that uses a hook of a later plainbill where there is one."""

from plainbill.plugins import hookimpl

HOOK_API = 1


@hookimpl(optionalhook=True)
def read_palms() -> None:
    """Do what this plainbill does not ask for."""


@hookimpl
def describe_lines() -> None:
    """Say nothing."""
