"""Rows, tables and labeled values of a page, by the geometry of `plainbill.reading`."""

from plainbill.plugins.hookspecs import hookimpl
from plainbill.reading.layout import PageLayout, lay_out
from plainbill.reading.page import PageWords


@hookimpl(trylast=True)
def lay_out_page(page: PageWords) -> PageLayout | None:
    """The layout of any page."""
    return lay_out(page)
