"""One paper as a Document, by the rules of `plainbill.reading` that hold for any issuer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from plainbill.plugins.hookspecs import hookimpl
from plainbill.plugins.records import Recognition

if TYPE_CHECKING:
    from plainbill.reading.layout import PageLayout
    from plainbill.reading.page import PageWords
    from plainbill.reading.parsed import ParsedDocument


@hookimpl(trylast=True)
def parse_document(
    pages: Sequence[PageWords], layouts: Sequence[PageLayout], recognition: Recognition | None
) -> ParsedDocument | None:
    """The paper as a Document; None where it is no medical paper."""
    from plainbill.reading.documents import parse

    return parse(pages, layouts, recognition.kind if recognition else None)
