"""Rows, tables and labeled values of a page, by the geometry of `plainbill.reading`."""

from typing import TYPE_CHECKING

from plainbill.plugins import hookimpl

if TYPE_CHECKING:
    from plainbill.reading.layout import PageLayout
    from plainbill.reading.page import PageWords

HOOK_API = 1


@hookimpl(trylast=True)
def lay_out_page(page: "PageWords") -> "PageLayout | None":
    """The layout of any page."""
    # Imported here: listing the plugins does not wait for geometry.
    from plainbill.reading.layout import lay_out

    return lay_out(page)
