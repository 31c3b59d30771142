"""What is written for a person, shown on a screen: headings, paragraphs, words to say aloud, lists and tables."""

from collections.abc import Iterable, Sequence

from plainbill.acting.dialing import dialed
from plainbill.acting.writing import Blanks, Block, Cell, Grid, Heading, Listing, Paragraph, Sentence, Style
from plainbill_ui.markup import Markup, join, tag

_CLASSES: dict[Style, str] = {"plain": "", "say": "pb-say", "note": "pb-quiet", "address": "pb-address"}


def write_blocks(blocks: Iterable[Block]) -> Markup:
    """Return the blocks one below the other; rows to fill in by hand are left out, since a screen has fields."""
    return join(*(_block(block) for block in _without_blanks(blocks)))


def _without_blanks(blocks: Iterable[Block]) -> list[Heading | Paragraph | Listing | Grid]:
    """Return the blocks without rows to fill in, and without the headings that stand right above such rows."""
    kept: list[Heading | Paragraph | Listing | Grid] = []
    for block in blocks:
        if not isinstance(block, Blanks):
            kept.append(block)
        elif kept and isinstance(kept[-1], Heading):
            kept.pop()
    return kept


def _block(block: Heading | Paragraph | Listing | Grid) -> Markup:
    if isinstance(block, Heading):
        return tag(f"h{block.level}", block.text)
    if isinstance(block, Paragraph):
        return _paragraph(block)
    if isinstance(block, Listing):
        entries = (tag("li", *_sentences(entry)) for entry in block.entries)
        return tag("ol" if block.numbered else "ul", *entries)
    return _grid(block)


def _paragraph(block: Paragraph) -> Markup:
    style = _CLASSES[block.style]
    if block.style == "address":
        rows = (join(*_sentences((sentence,)), tag("br")) for sentence in block.sentences)
        return tag("p", *rows, class_=style)
    return tag("p", *_sentences(block.sentences), class_=style)


def _sentences(sentences: Sequence[Sentence]) -> Iterable[str]:
    for place, sentence in enumerate(sentences):
        if place:
            yield " "
        yield _sentence(sentence)


def _sentence(sentence: Sentence) -> str:
    """Return a sentence; a number that begins it can be tapped to dial."""
    number, printed = dialed(sentence), sentence.phone
    if number is None or printed is None:
        return sentence.text
    return join(tag("a", printed, href=f"tel:{number}", class_="pb-call"), sentence.text.removeprefix(printed))


def _grid(block: Grid) -> Markup:
    heads = (tag("th", head, scope="col") for head in block.heads)
    rows = (tag("tr", *_cells(row, block)) for row in block.rows)
    table = tag("table", tag("caption", block.caption), tag("thead", tag("tr", *heads)), tag("tbody", *rows))
    return tag("div", table, class_="pb-table", tabindex="0", role="region", aria_label=block.caption)


def _cells(row: Sequence[Cell], block: Grid) -> Iterable[Markup]:
    for column, cell in enumerate(row):
        if not column:
            yield tag("th", cell.text, scope="row")
        else:
            yield tag("td", cell.text, class_="pb-right" if column in block.amounts else "")
