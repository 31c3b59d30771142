"""Rows, tables and labeled values of a page, by the geometry of `plainbill.reading`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plainbill.plugins.hookspecs import hookimpl

if TYPE_CHECKING:
    from plainbill.reading.layout import PageLayout
    from plainbill.reading.page import PageWords


@hookimpl(trylast=True)
def lay_out_page(page: PageWords) -> PageLayout | None:
    """The layout of any page."""
    from plainbill.reading.layout import lay_out

    return lay_out(page)
