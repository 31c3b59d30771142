"""A letter as it is printed, or pasted into a portal's message."""

from collections.abc import Iterator

from plainbill.acting.letters import Letter
from plainbill.acting.texts import text, texts
from plainbill.acting.values import day
from plainbill.acting.writing import Blanks, Block, Heading, Listing, Paragraph, Sentence, Style, Writing, plain


def write_letter(letter: Letter, place: int) -> Writing:
    """Return a letter, which is the one at `place`, as it is sent; without a date it has a blank for one."""
    return Writing(
        kind="letter", name=f"{place + 1}-{letter.name}", title=letter.subject, blocks=tuple(_blocks(letter))
    )


def _blocks(letter: Letter) -> Iterator[Block]:
    yield from _paragraph(letter.to, "address")
    if letter.date:
        yield plain(day(letter.date))
    else:
        yield Blanks(labels=(text("letters", "letter", "date"),))
    yield from _paragraph(letter.about, "address")
    if letter.blanks:
        yield Blanks(labels=letter.blanks)
    yield plain(text("letters", "letter", "greeting"))
    yield from _paragraph(letter.opening)
    if letter.points:
        yield Heading(text=text("letters", "letter", "points"))
    for point in letter.points:
        yield Listing(entries=tuple((line,) for line in point.lines))
        if point.said:
            yield from _paragraph((point.said,))
    if letter.own_words:
        yield Heading(text=text("letters", "letter", "own_words"))
        yield Blanks(labels=letter.own_words)
    yield Heading(text=text("letters", "letter", "asks"))
    yield Listing(numbered=True, entries=tuple((ask,) for ask in letter.asks))
    yield from _paragraph(letter.rules)
    yield from _paragraph(letter.closing)
    yield plain(text("letters", "letter", "regards"))
    if letter.signed:
        yield from _paragraph((letter.signed,))
    yield Blanks(labels=texts("letters", "letter", "signature"))
    if letter.enclosures:
        yield Heading(text=text("letters", "letter", "enclosures"))
        yield Listing(entries=tuple((sentence,) for sentence in letter.enclosures))


def _paragraph(sentences: tuple[Sentence, ...], style: Style = "plain") -> Iterator[Block]:
    if sentences:
        yield Paragraph(style=style, sentences=sentences)
