"""Fails on whatever is not as it should be, and quotes it."""

import logging
from collections.abc import Sequence

from plainbill.plugins import hookimpl
from plainbill.plugins.records import Recognition
from plainbill.reading.layout import PageLayout
from plainbill.reading.page import PageWords

HOOK_API = 1


@hookimpl
def recognize_document(pages: Sequence[PageWords]) -> Recognition | None:
    """Fail on many pages."""
    if len(pages) > 1:
        raise ValueError("too many")
    return None


@hookimpl
def lay_out_page(page: PageWords) -> PageLayout | None:
    """Fail on every page, with its words."""
    words = " ".join(word.text for word in page.words)
    logging.getLogger(__name__).warning("read %s", words)
    raise ValueError(f"cannot lay out {words}")
