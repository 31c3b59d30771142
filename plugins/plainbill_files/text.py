"""Text copied from a portal as pages of words on an even grid."""

import re
from collections.abc import Iterator
from pathlib import PurePath

from plainbill.case import Problem
from plainbill.plugins.records import LoadedPage, PageRange, SourceFile
from plainbill.reading.page import Box, Word
from plainbill_files.columns import align_cells
from plainbill_files.copied_rows import part_copied_rows
from plainbill_files.kinds import PAPER_SUFFIXES, is_pdf, picture_format, text_encoding
from plainbill_files.ranges import nothing_selected, select
from plainbill_files.refusal import ACCEPTED, refused_page
from plainbill_files.stacks import unstack_cells

# One character takes 10 x 20 pixels; the letters themselves are 16 high.
COLUMN, ROW, LETTER = 10, 20, 16
# A bill of 60 pages has some 200,000 characters.
MOST_BYTES = 4_000_000
READER = "text_file"
INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))


def claim_text(head: bytes, name: str) -> float:
    """Half sure where the bytes are text; a name that ends like a text file breaks the tie."""
    if picture_format(head) or is_pdf(head) or text_encoding(head, whole=False) is None:
        return 0.0
    return 0.5 if PurePath(name).suffix.lower() in (".txt", ".text", "") else 0.3


def load_text(file: SourceFile, pages: PageRange) -> Iterator[LoadedPage]:
    """One page for each form feed: blank-separated words, each where it would stand in even type."""
    encoding = text_encoding(file.content, whole=True)
    refusal = _why_not(file, encoding)
    if refusal or not encoding:
        yield refused_page("unreadable", refusal or f"the file is not text all through; {ACCEPTED}")
        return
    sheets = file.content.decode(encoding).translate(INVISIBLE).rstrip("\f\r\n \t").split("\f")
    selection = select(pages, len(sheets))
    if not selection.numbers:
        yield nothing_selected(pages, len(sheets))
    for number in selection.numbers:
        yield _page(sheets[number - 1], number, selection.problems_of(number))


def _why_not(file: SourceFile, encoding: str | None) -> str | None:
    start = file.content[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    suffix = PurePath(file.name).suffix.lower()
    if suffix in PAPER_SUFFIXES:
        kind = "a PDF" if suffix == ".pdf" else "a picture"
        return f"the name says {kind}, but the file holds text; give {kind} itself, or name copied text .txt"
    if start.startswith((b"<!doctype html", b"<html")):
        return "the file is a saved web page; print the page to PDF, or copy its text into a .txt file"
    if start.startswith(b"#!"):
        return f"the file is a program; {ACCEPTED}"
    if len(file.content) > MOST_BYTES:
        return "the text is far longer than a bill; copy only the bill's own pages"
    return None


def _page(sheet: str, number: int, problems: tuple[Problem, ...]) -> LoadedPage:
    rows = align_cells(unstack_cells(part_copied_rows(sheet.splitlines())))
    words = tuple(word for row, text in enumerate(rows) for word in _words(text, row))
    if not words:
        problems = (Problem(kind="no_text", text="the page is blank; give the page that has the charges"), *problems)
    return LoadedPage(
        number=number,
        width=max([len(row) for row in rows], default=1) * COLUMN or COLUMN,
        height=max(len(rows), 1) * ROW,
        words=words,
        problems=problems,
    )


def _words(text: str, row: int) -> Iterator[Word]:
    for found in re.finditer(r"\S+", text):
        top = row * ROW
        box = Box(x0=found.start() * COLUMN, y0=top, x1=found.end() * COLUMN, y1=top + LETTER)
        yield Word(text=found.group(), box=box, source_box=box, confidence=1.0, reader=READER)
