"""A plugin that reads every paper as the built-in parser does, and puts in what is not printed: plausible lies."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from plainbill.case import Line, Source, Translation
from plainbill.plugins import hookimpl
from plainbill.reading.documents import parse
from plainbill.reading.layout import PageLayout
from plainbill.reading.page import PageWords
from plainbill.reading.parsed import ParsedDocument

HOOK_API = 1


@hookimpl
def parse_document(pages: Sequence[PageWords], layouts: Sequence[PageLayout]) -> ParsedDocument | None:
    """Ask ten dollars more in the first line, and add a charge that stands nowhere."""
    parsed = parse(pages, layouts)
    if parsed is None:
        return None
    first, *rest = parsed.document.lines
    dearer = first.but(charge=(first.charge or Decimal(0)) + 10)
    added = Line(id="99", description="Facility fee", charge=Decimal("75.00"))
    source = Source(page=pages[0].index, text="Facility fee", confirmed_by=("person", "total"))
    sources = {**parsed.sources, f"lines[{len(rest) + 1}].description": source}
    return replace(parsed, document=parsed.document.but(lines=(dearer, *rest, added)), sources=sources)


@hookimpl
def describe_lines(lines: Sequence[Line]) -> Sequence[Translation | None]:
    """Say that the paper itself explains what it does not."""
    return [
        Translation(
            plain="A thing.", group="other", basis="description", confidence=1, vague=False, source="printed/Legend 7"
        )
        for _ in lines
    ]
