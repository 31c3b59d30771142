"""PDFs as pages: always a picture, and the words where the file carries a text layer that can be trusted."""

import math
from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING

from plainbill.case import Problem
from plainbill.plugins.records import LoadedPage, PageRange, Picture, SourceFile
from plainbill_files.kinds import is_pdf
from plainbill_files.ranges import nothing_selected, select
from plainbill_files.refusal import refused_page

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage  # type: ignore[import-untyped]  # it ships no types

POINTS_PER_INCH = 72
# 200 dpi gives letters of 10-point print 20 pixels; a scan inside the page is rendered as fine as it is, up to 300 dpi.
LEAST_DPI, MOST_DPI = 200, 300
# Some programs write photos as pages of 4 feet; 12 million pixels are what a phone's photo has.
MOST_PIXELS = 12_000_000
ENCRYPTED = (
    "the PDF is locked with a password and was not read; open it with the password, print it to a new PDF and give that"
)
DAMAGED = "the PDF is damaged and cannot be opened; download or save it again"


def claim_pdf(head: bytes, name: str) -> float:
    """Sure where the bytes begin a PDF, whatever the name says."""
    return 0.95 if is_pdf(head) else 0.0


def load_pdf(file: SourceFile, pages: PageRange) -> Iterator[LoadedPage]:
    """The wanted pages one by one; a locked or damaged file is one page with the reason."""
    import pypdfium2
    from pypdfium2.raw import FPDF_ERR_PASSWORD

    try:
        document = pypdfium2.PdfDocument(file.content)
    except pypdfium2.PdfiumError as fault:
        if fault.err_code == FPDF_ERR_PASSWORD:
            yield refused_page("encrypted", ENCRYPTED)
        else:
            yield refused_page("unreadable", DAMAGED)
        return
    with closing(document):
        # Without its form fields drawn, a filled-in form shows an empty one.
        if document.get_formtype():
            document.init_forms()
        yield from _pages_of(document, pages)


def _pages_of(document: "PdfDocument", pages: PageRange) -> Iterator[LoadedPage]:
    count = len(document)
    if not count:
        yield refused_page("unreadable", DAMAGED)
        return
    selection = select(pages, count)
    if not selection.numbers:
        yield nothing_selected(pages, count)
    for number in selection.numbers:
        yield _page(document, number, selection.problems_of(number))


def _page(document: "PdfDocument", number: int, problems: tuple[Problem, ...]) -> LoadedPage:
    from pypdfium2 import PdfiumError

    from plainbill_files.text_layer import words_of

    try:
        with closing(_open_page(document, number)) as page:
            picture = _render(page)
            words = words_of(page, picture.width, picture.height)
    except PdfiumError:
        text = "this page of the PDF is damaged and was not read; the other pages were; download or save it again"
        reason = Problem(kind="unreadable", text=text)
        return LoadedPage(number=number, width=0, height=0, problems=(reason, *problems))
    return LoadedPage(
        number=number, width=picture.width, height=picture.height, picture=picture, words=words, problems=problems
    )


def _open_page(document: "PdfDocument", number: int) -> "PdfPage":
    page = document[number - 1]
    if page.formenv:
        # What was typed into form fields becomes part of the page, and so of its text; that needs the page anew.
        page.flatten()
        page.close()
        page = document[number - 1]
    return page


def _render(page: "PdfPage") -> Picture:
    import numpy

    width, height = page.get_size()
    scale = _dpi(page) / POINTS_PER_INCH
    scale = min(scale, math.sqrt(MOST_PIXELS / max(width * height, 1)))
    with closing(page.render(scale=scale, rev_byteorder=True, prefer_bgrx=False)) as bitmap:
        pixels = numpy.array(bitmap.to_numpy()[:, :, :3], dtype=numpy.uint8)
    pixels.setflags(write=False)
    return Picture(pixels=pixels)


def _dpi(page: "PdfPage") -> float:
    """As fine as the finest large picture on the page."""
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

    width, _ = page.get_size()
    finest = 0.0
    for image in page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE]):
        left, _, right, _ = image.get_bounds()
        if right - left > width / 2:
            finest = max(finest, image.get_px_size()[0] / (right - left) * POINTS_PER_INCH)
    return min(max(finest, LEAST_DPI), MOST_DPI)
