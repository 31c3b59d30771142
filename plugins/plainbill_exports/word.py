"""A writing as a Word file: headings, lists and table heads are what they are called, and text is only text."""

import datetime
import io
import zipfile
from typing import TYPE_CHECKING

from plainbill.acting import Writing
from plainbill.acting.writing import Blanks, Block, Grid, Heading, Listing, Paragraph

if TYPE_CHECKING:
    from docx.document import Document

_MADE = datetime.datetime(2000, 1, 1)  # the format has no zone here, and the clock stays out
_ZIPPED = (1980, 1, 1, 0, 0, 0)
_BLANK = "_" * 40
_LONGEST_TITLE = 255  # of a property in this format; the heading has all of it


def write(writing: Writing) -> bytes:
    """Return a writing as a DOCX file, the same bytes for the same writing."""
    import docx

    document = docx.Document()
    properties = document.core_properties
    properties.title, properties.language = writing.title[:_LONGEST_TITLE], f"{writing.language}-US"
    properties.author = ""
    properties.comments, properties.created, properties.modified = "", _MADE, _MADE
    document.add_heading(writing.title, level=1)
    for block in writing.blocks:
        _add(document, block)
    out = io.BytesIO()
    document.save(out)
    return _without_clock(out.getvalue())


def _add(document: "Document", block: Block) -> None:
    if isinstance(block, Heading):
        document.add_heading(block.text, level=block.level)
    elif isinstance(block, Paragraph):
        _add_paragraph(document, block)
    elif isinstance(block, Listing):
        style = "List Number" if block.numbered else "List Bullet"
        for entry in block.entries:
            document.add_paragraph(" ".join(sentence.text for sentence in entry), style=style)
    elif isinstance(block, Grid):
        _add_grid(document, block)
    elif isinstance(block, Blanks):
        for label in block.labels:
            document.add_paragraph(f"{label}: {_BLANK}")


def _add_paragraph(document: "Document", block: Paragraph) -> None:
    if block.style != "address":
        style = "Intense Quote" if block.style == "say" else None
        document.add_paragraph(" ".join(sentence.text for sentence in block.sentences), style=style)
        return
    paragraph = document.add_paragraph()
    for place, sentence in enumerate(block.sentences):
        run = paragraph.add_run()
        if place:
            run.add_break()
        run.add_text(sentence.text)


def _add_grid(document: "Document", block: Grid) -> None:
    from docx.oxml import OxmlElement

    table = document.add_table(rows=1, cols=len(block.heads), style="Table Grid")
    for cell, head in zip(table.rows[0].cells, block.heads, strict=True):
        cell.text = head
    # python-docx has no name for it: a head row is read out as one, and stands again on each page.
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row in block.rows:
        for cell, written in zip(table.add_row().cells, row, strict=True):
            cell.text = written.text


def _without_clock(content: bytes) -> bytes:
    """The same archive with one time on all its parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as read, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as written:
        for name in read.namelist():
            written.writestr(zipfile.ZipInfo(name, _ZIPPED), read.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
