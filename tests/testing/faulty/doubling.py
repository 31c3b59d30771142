"""Reads every charge twice, and one that is not printed."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from plainbill.plugins import hookimpl
from plainbill.reading.documents import parse
from plainbill.reading.layout import PageLayout
from plainbill.reading.page import PageWords
from plainbill.reading.parsed import ParsedDocument

HOOK_API = 1


@hookimpl
def parse_document(pages: Sequence[PageWords], layouts: Sequence[PageLayout]) -> ParsedDocument | None:
    """Read as the built-in parser does, and then once more."""
    parsed = parse(pages, layouts)
    if parsed is None or not parsed.document.lines:
        return parsed
    lines = parsed.document.lines
    again = tuple(line.but(id=f"{line.id}b") for line in lines)
    sources = dict(parsed.sources)
    for path, source in parsed.sources.items():
        if path.startswith("lines["):
            number, _, rest = path.removeprefix("lines[").partition("]")
            sources[f"lines[{int(number) + len(lines)}]{rest}"] = source
    first = lines[0].but(allowed=Decimal("1.23"))
    return replace(parsed, document=parsed.document.but(lines=(first, *lines[1:], *again)), sources=sources)
