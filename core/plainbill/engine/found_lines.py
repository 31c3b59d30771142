"""The lines of one page as they are printed, for somebody who waits while other pages are still read."""

from collections.abc import Iterator

from plainbill.engine.watching import FoundLine
from plainbill.reading.parsed import ParsedDocument

# What tells a line best comes first; the first that is printed is shown.
_WORDS = ("description", "code", "revenue_code")
_DAYS = ("service_date",)
_AMOUNTS = ("charge", "allowed", "patient_responsibility")


def lines_printed(parsed: ParsedDocument, page: int) -> Iterator[FoundLine]:
    """Yield the lines of a paper that have words or an amount on this page, counted from 0, as printed there."""
    printed = {path: source.text for path, source in parsed.sources.items() if source.page == page}
    for i in range(len(parsed.document.lines)):
        words, day, amount = (
            next((printed[f"lines[{i}].{field}"] for field in fields if f"lines[{i}].{field}" in printed), "")
            for fields in (_WORDS, _DAYS, _AMOUNTS)
        )
        if words or amount:
            yield FoundLine(words=words, day=day, amount=amount)
