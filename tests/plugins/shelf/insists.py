"""A plugin whose hooks take arguments in ways that the engine cannot give them."""

from plainbill.plugins import hookimpl

HOOK_API = 1


@hookimpl
def describe_lines(lines: object, *, document: object) -> None:
    """Take an argument by name only."""


@hookimpl
def lay_out_page(page: object = None) -> None:
    """Take an argument that need not be given."""


@hookimpl
def parse_document(*everything: object) -> None:
    """Take anything."""
