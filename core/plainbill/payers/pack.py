"""A payer's pack: what is publicly known of one payer's papers, each fact with its source and the day it was read."""

import functools
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from plainbill.case import CATALOGUE, Entry
from plainbill.case.paper import DocumentKind
from plainbill.case.values import NULL_IS_EMPTY, Date, Text, Truth, Whole
from plainbill.knowledge.tables import read_table
from plainbill.payers.wildcards import faults_of_words
from plainbill.reading.print_index import SHORTEST, squeezed

FORMAT = 1
"""The number of the file's format."""

_LONGEST_MEANING = 40


@functools.cache
def column_fields() -> frozenset[str]:
    """Return what a column may hold, as the table of header words names it."""
    return frozenset(row["field"] for row in read_table("header_words"))


def _printed_words(text: str) -> str:
    if faults := tuple(faults_of_words(text)):
        raise ValueError("; ".join(faults))
    return text


def _plain_words(text: str) -> str:
    text = _printed_words(text)
    if "*" in text:
        raise ValueError("holds a star, which only phrases may have; write the words as they are printed")
    if len(squeezed(text)) < SHORTEST:
        raise ValueError(f"has fewer than {SHORTEST} letters; shorter words stand on everybody's paper")
    return text


def _known_kind(kind: str) -> str:
    if kind and kind not in CATALOGUE:
        raise ValueError(f"{kind} is no kind of the catalogue; leave it empty where nothing is refused")
    return kind


def _known_field(field: str) -> str:
    if field not in column_fields():
        raise ValueError(f"{field} is nothing that a column holds; choose one of {', '.join(sorted(column_fields()))}")
    return field


def _told(text: str) -> str:
    if not text.strip():
        raise ValueError("says nothing; write what it means in plain words")
    if len(text.split()) > _LONGEST_MEANING:
        raise ValueError(f"has more than {_LONGEST_MEANING} words; say it shorter")
    return text


def _not_empty(text: str) -> str:
    if not text.strip():
        raise ValueError("is empty; fill it in or take it out")
    return text


Filled = Annotated[Text, AfterValidator(_not_empty)]
PrintedWords = Annotated[Text, AfterValidator(_plain_words), Field(description="as printed; case does not matter")]
Phrase = Annotated[
    Text,
    AfterValidator(_printed_words),
    Field(description="words as printed; a star stands for one to eight words or numbers"),
]
Kind = Annotated[Text, AfterValidator(_known_kind), Field(description="a kind of the catalogue, or empty")]
Meaning = Annotated[Text, AfterValidator(_told), Field(description="in plain words of our own, at most 40")]
SourceKey = Annotated[Filled, Field(description="the key of one of the sources")]


class Source(Entry):
    """A public page that facts were read on."""

    title: Filled
    url: Filled
    read: Annotated[Date, Field(description="the day it was read")]
    dated: Annotated[Filled | None, Field(description="the page's own date or edition, where it has one")] = None


class Fact(Entry):
    """Anything a pack says; `source` is the key of the page that says so."""

    source: SourceKey


class PayerName(Fact):
    """A name that the payer's papers print for it."""

    words: PrintedWords
    not_in: Annotated[
        tuple[PrintedWords, ...], NULL_IS_EMPTY, Field(description="longer names of others that hold this one")
    ] = ()


class Title(Fact):
    """What stands at the head of one of its papers."""

    words: PrintedWords
    kind: DocumentKind
    only_here: Annotated[Truth, Field(description="true where no other payer's paper is headed so")] = False


class Mark(Fact):
    """Other print that tells its papers: a web address, a payer id, a phrase."""

    words: PrintedWords


class Column(Fact):
    """Words over a column of its papers, and what the column holds."""

    words: PrintedWords
    field: Annotated[Text, AfterValidator(_known_field)]


class NoteCode(Fact):
    """A note code of its own and what it means."""

    code: Filled
    kind: Kind = ""
    meaning: Meaning


class NotePhrase(Fact):
    """A phrase of its notes and letters and what it means."""

    words: Phrase
    kind: Kind = ""
    meaning: Meaning


class Contact(Fact):
    """A desk of the payer that public pages name."""

    topic: Literal["member services", "claims", "appeals", "prior approval", "fraud", "other"]
    name: Filled | None = None
    phone: Filled | None = None
    address: Filled | None = None
    web: Filled | None = None
    hours: Filled | None = None


PlanKind = Literal["private", "medicare advantage", "medicaid", "original medicare", "every"]
"""The kinds of plan that a limit may be for."""


class Limit(Fact):
    """A number of days or months within which something has to be done."""

    what: Literal["appeal", "second appeal", "outside review", "claim filing", "decision", "other"]
    who: Literal["patient", "provider", "payer"]
    days: Annotated[Whole, Field(gt=0)] | None = None
    months: Annotated[Whole, Field(gt=0)] | None = None
    counted_from: Filled
    meaning: Meaning
    plans: Annotated[PlanKind, Field(description="the kind of plan it is for; `every` where it holds for all")] = (
        "private"
    )


class Payer(Entry):
    """Whose papers these are; `name` is what people are shown."""

    name: PrintedWords
    about: Meaning
    ask: Annotated[Meaning | None, Field(description="whom to ask where no contact is known")] = None


class Pack(Entry):
    """All that is known of one payer's papers: the contents of `payer.toml`."""

    format: Literal[1]
    payer: Payer
    sources: Annotated[dict[Text, Source], Field(description="pages by a key of your own")]
    names: Annotated[tuple[PayerName, ...], Field(description="the one to show first")]
    titles: Annotated[tuple[Title, ...], NULL_IS_EMPTY] = ()
    marks: Annotated[tuple[Mark, ...], NULL_IS_EMPTY] = ()
    columns: Annotated[tuple[Column, ...], NULL_IS_EMPTY] = ()
    codes: Annotated[tuple[NoteCode, ...], NULL_IS_EMPTY] = ()
    phrases: Annotated[tuple[NotePhrase, ...], NULL_IS_EMPTY] = ()
    contacts: Annotated[tuple[Contact, ...], NULL_IS_EMPTY] = ()
    limits: Annotated[tuple[Limit, ...], NULL_IS_EMPTY] = ()

    def facts(self) -> tuple[tuple[str, Fact], ...]:
        """Return every fact with its path in the file ("codes[2]")."""
        return tuple((f"{section}[{i}]", fact) for section in SECTIONS for i, fact in enumerate(getattr(self, section)))


SECTIONS: Mapping[str, type[Fact]] = {
    "names": PayerName,
    "titles": Title,
    "marks": Mark,
    "columns": Column,
    "codes": NoteCode,
    "phrases": NotePhrase,
    "contacts": Contact,
    "limits": Limit,
}
"""The sections of a pack that hold facts, and what each fact of theirs is."""
