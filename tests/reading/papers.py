"""Papers for these tests: text drawn on an even grid, and the printed words of the fixtures."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from plainbill.case import Document
from plainbill.reading.documents import parse
from plainbill.reading.heads.head import Head
from plainbill.reading.heads.headers import find_heads
from plainbill.reading.layout import lay_out
from plainbill.reading.page import Box, PageWords
from plainbill.reading.parsed import ParsedDocument
from plainbill.reading.piles.sorting import group_pages
from plainbill.reading.rows.atoms import atoms_of
from plainbill.reading.rows.forming import Row
from plainbill.testing.doubles import make_page as page_of
from plainbill.testing.doubles import make_word

__all__ = ["SERVICES", "heads_in", "moved", "page_of", "printed_pages", "read_pages", "read_text", "values_of"]

TEXTS = Path(__file__).parent / "texts"
FIXTURES = Path(__file__).parent.parent.parent / "fixtures"
# Two services and their sum, for papers about what stands around them.
SERVICES = """
    Service           Date          Billed    Not covered    Plan paid    You owe
    Office visit      03/02/2026    140.00    20.00          100.00       20.00
    Rapid test        03/02/2026     40.00    10.00           30.00        0.00
    Total                           180.00    30.00          130.00       20.00
"""


def printed_pages(paper: str) -> list[PageWords]:
    """The pages of a fixture by its printed words, without any reader."""
    pages = json.loads((FIXTURES / "words" / f"{paper}.json").read_text(encoding="utf-8"))["pages"]
    return [
        PageWords(
            index=index,
            file=paper,
            number=index + 1,
            width=page["width"],
            height=page["height"],
            words=tuple(make_word(*word) for word in page["words"]),
        )
        for index, page in enumerate(pages)
    ]


def read_pages(*pages: PageWords) -> list[ParsedDocument]:
    """Every paper among the pages."""
    layouts = [lay_out(page) for page in pages]
    found = (parse([pages[i] for i in pile], [layouts[i] for i in pile]) for pile in group_pages(pages, layouts))
    return [parsed for parsed in found if parsed is not None]


def heads_in(rows: Sequence[Row]) -> tuple[Head, ...]:
    """The heads of all tables among the rows of a page."""
    return find_heads(rows, [atoms_of(row) for row in rows])


def read_text(text: str) -> Document:
    """The one paper that the text prints."""
    (parsed,) = read_pages(page_of(text))
    return parsed.document


def values_of(document: Document) -> dict[str, object]:
    """The document as JSON values, without the whole text."""
    written = document.model_dump(mode="json")
    written.pop("text", None)
    return written


def moved(page: PageWords, *, by: float = 0.0, scale: float = 1.0, turn: float = 0.0) -> PageWords:
    """The page with its words shifted, scaled, and with rows that fall by `turn` pixels a pixel."""

    def place(box: Box) -> Box:
        drop = turn * (box.x0 + box.x1) / 2
        x0, x1 = (x * scale + by for x in (box.x0, box.x1))
        y0, y1 = ((y + drop) * scale + by for y in (box.y0, box.y1))
        return Box(x0=x0, y0=y0, x1=x1, y1=y1)

    return replace(page, words=tuple(replace(word, box=place(word.box)) for word in page.words))
