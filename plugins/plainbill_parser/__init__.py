"""One paper as a Document, by the rules of `plainbill.reading` that hold for any issuer."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from plainbill.plugins import hookimpl

if TYPE_CHECKING:
    from plainbill.plugins.records import Recognition
    from plainbill.reading.layout import PageLayout
    from plainbill.reading.page import PageWords
    from plainbill.reading.parsed import ParsedDocument

HOOK_API = 1


@hookimpl(trylast=True)
def parse_document(
    pages: "Sequence[PageWords]", layouts: "Sequence[PageLayout]", recognition: "Recognition | None"
) -> "ParsedDocument | None":
    """The paper as a Document; None where it is no medical paper."""
    # Imported here: listing the plugins does not wait for what reading knows.
    from plainbill.reading.documents import parse

    return parse(pages, layouts, recognition.kind if recognition else None)
