"""A plugin that says nothing, for the cost of asking it."""

from plainbill.plugins import hookimpl
from plainbill.reading.layout import PageLayout
from plainbill.reading.page import PageWords

HOOK_API = 1


@hookimpl
def lay_out_page(page: PageWords) -> PageLayout | None:
    """Say nothing."""
    return None
