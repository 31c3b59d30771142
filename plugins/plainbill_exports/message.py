"""A writing as text to paste into a message; each paragraph is one line, so that the portal wraps it."""

from collections.abc import Iterator

from plainbill.acting import Writing
from plainbill.acting.writing import Blanks, Block, Grid, Heading, Listing, Paragraph

_BLANK = "_" * 30


def write(writing: Writing) -> bytes:
    """Return a writing as UTF-8 text."""
    blocks = "\n\n".join("\n".join(_lines(block)) for block in writing.blocks)
    return f"{writing.title}\n\n{blocks}\n".encode()


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield block.text.upper() if block.level == 2 else block.text
    elif isinstance(block, Paragraph):
        yield from _paragraph(block)
    elif isinstance(block, Listing):
        for place, entry in enumerate(block.entries, start=1):
            mark = f"{place}." if block.numbered else "-"
            yield f"{mark} {' '.join(sentence.text for sentence in entry)}"
    elif isinstance(block, Grid):
        for row in block.rows:
            yield "; ".join(f"{head}: {cell.text}" for head, cell in zip(block.heads, row, strict=True))
    elif isinstance(block, Blanks):
        yield from (f"{label}: {_BLANK}" for label in block.labels)


def _paragraph(block: Paragraph) -> Iterator[str]:
    if block.style == "address":
        yield from (sentence.text for sentence in block.sentences)
        return
    said = " ".join(sentence.text for sentence in block.sentences)
    yield f"“{said}”" if block.style == "say" else said
