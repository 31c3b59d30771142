"""What is written for a person, apart from any format: titles, paragraphs, lists, tables and blanks to fill in."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from plainbill.case import Entry, Evidence, TableUse
from plainbill.case.values import NULL_IS_EMPTY, Text, Truth
from plainbill.describing.words import readable
from plainbill.knowledge.languages import ENGLISH

WritingKind = Literal["report", "call_sheet", "letter", "comparison"]
Style = Literal["plain", "say", "note", "address"]

# No character at all, and refused by XML.
_NO_CHARACTERS = str.maketrans("", "", "\ufffe\uffff")


def _printable(text: str) -> str:
    return readable(text.translate(_NO_CHARACTERS))


Words = Annotated[Text, AfterValidator(_printable)]
"""Words to print as they are: single blanks, nothing that no paper prints, and no markup of any format."""


class Sentence(Entry):
    """One sentence with the facts it rests on, and the table entries it names; `phone` is a number in it to call."""

    text: Words
    phone: Text | None = None
    facts: Annotated[tuple[Evidence, ...], NULL_IS_EMPTY] = ()
    tables: Annotated[tuple[TableUse, ...], NULL_IS_EMPTY] = ()


class Heading(Entry):
    """A heading; level 2 is the first below the title."""

    block: Literal["heading"] = "heading"
    level: Literal[2, 3] = 2
    text: Words


class Paragraph(Entry):
    """Sentences that stand together; in the style `say` they are words to say aloud, in `address` one a row."""

    block: Literal["paragraph"] = "paragraph"
    style: Style = "plain"
    sentences: tuple[Sentence, ...]


class Listing(Entry):
    """A list of one or more sentences an entry."""

    block: Literal["listing"] = "listing"
    numbered: Truth = False
    entries: tuple[tuple[Sentence, ...], ...]


class Cell(Entry):
    """One cell of a table; a marked one differs from its neighbors and says so in its text."""

    text: Words
    facts: Annotated[tuple[Evidence, ...], NULL_IS_EMPTY] = ()
    marked: Truth = False


class Grid(Entry):
    """A table with a head row; the first cell of a row names it. `amounts` are the columns set to the right."""

    block: Literal["grid"] = "grid"
    caption: Words
    heads: tuple[Words, ...]
    rows: tuple[tuple[Cell, ...], ...]
    amounts: Annotated[tuple[int, ...], NULL_IS_EMPTY] = ()


class Blanks(Entry):
    """Rows to fill in by hand, each with its label."""

    block: Literal["blanks"] = "blanks"
    labels: tuple[Words, ...]


Block = Annotated[Heading | Paragraph | Listing | Grid | Blanks, Field(discriminator="block")]


class Writing(Entry):
    """Something to print, send or read; `name` is made of plain letters, digits and hyphens, and is fit for a file.

    `language` is the one it is written in, such as "en".
    """

    kind: WritingKind
    name: Text
    title: Words
    blocks: tuple[Block, ...]
    language: Text = ENGLISH


def plain(*texts: str, style: Style = "plain") -> Paragraph:
    """Return a paragraph of sentences that rest on no fact."""
    return Paragraph(style=style, sentences=tuple(Sentence(text=text) for text in texts))
