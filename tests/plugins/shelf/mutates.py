"""A plugin that changes what it is given."""

from collections.abc import Sequence

from plainbill.case import Line, Translation
from plainbill.plugins import hookimpl
from plainbill.plugins.records import Cleaned, Cleaner, Picture
from plainbill.reading.layout import PageLayout
from plainbill.reading.page import PageWords

HOOK_API = 1


def _paint(picture: Picture) -> Cleaned | None:
    picture.pixels[:] = 0
    return None


@hookimpl
def register_cleaners() -> Sequence[Cleaner]:
    """Offer a cleaner that paints over the picture it is given."""
    return [Cleaner(name="paint", clean=_paint)]


@hookimpl
def lay_out_page(page: PageWords) -> PageLayout | None:
    """Take the words away."""
    page.words = ()  # type: ignore[misc]  # what a careless author might do
    return None


@hookimpl
def describe_lines(lines: Sequence[Line]) -> Sequence[Translation | None]:
    """Make everything cost nothing."""
    for line in lines:
        line.charge = None
    return [None for _ in lines]
