"""A plugin that asks for an argument that its hook does not have."""

from plainbill.plugins import hookimpl

HOOK_API = 1


@hookimpl
def describe_lines(lines: object, bank_account: object) -> None:
    """Ask for too much."""
