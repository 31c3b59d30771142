"""Writes the reference pages of the dictionary: every entry with its plain words, group, source and date."""

import functools
import itertools
import operator
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from plainbill.describing.glossary import Term, glossary, uses_in
from plainbill.dictionary import dictionary_tables, shown_text
from plainbill.knowledge.tables import Row, read_table, table_text

FOLDER = "dictionary"
GLOSSARY = "glossary"
MOST_ENTRIES = 300
"""Where a table has more, it is spread over several pages, by how its keys begin."""

BY_FAMILY = "codes"
"""The table that has a page for each first character in any case: that is how families of codes are told apart."""

_ORIGIN = ("source", "date", "reviewed")
_TEXT = "what it says"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One page: a table, or the part of it whose keys begin with `first` to `last`."""

    table: str
    first: str
    last: str
    rows: Sequence[Row]

    @property
    def page(self) -> str:
        """The name of the page's file."""
        ends = [re.sub(r"\W", "_", end).lower() for end in dict.fromkeys((self.first, self.last)) if end]
        return f"{FOLDER}/{'-'.join((self.table.replace('_', '-'), *ends))}.md"

    @property
    def title(self) -> str:
        """The page's heading."""
        ends = " to ".join(f"{end}…" for end in dict.fromkeys((self.first, self.last)) if end)
        return " ".join(filter(None, (self.table.replace("_", " ").capitalize(), ends)))


@functools.cache
def sections() -> Mapping[str, Section]:
    """All pages of the dictionary by their names; the glossary has a page of its own."""
    found = [
        section
        for table in dictionary_tables()
        if table != GLOSSARY
        for section in _parts(table, "", sorted(read_table(table), key=operator.itemgetter("key")))
    ]
    return {section.page: section for section in found}


def _parts(table: str, beginning: str, rows: Sequence[Row]) -> Sequence[Section]:
    """The pages for the rows whose keys begin so: one, or several where they are too many for one."""
    alike = all(row["key"] == beginning for row in rows)
    if alike or (len(rows) <= MOST_ENTRIES and not (table == BY_FAMILY and not beginning)):
        return [Section(table=table, first=beginning, last=beginning, rows=rows)]
    starts = itertools.groupby(rows, key=lambda row: row["key"][: len(beginning) + 1])
    parts = [part for start, some in starts for part in _parts(table, start, list(some))]
    return parts if table == BY_FAMILY and not beginning else list(_packed(parts))


def _packed(parts: Iterable[Section]) -> Iterator[Section]:
    """Neighbors that are few enough for one page, put together."""
    held: Section | None = None
    for part in parts:
        if held is None or len(held.rows) + len(part.rows) > MOST_ENTRIES:
            if held is not None:
                yield held
            held = part
        else:
            held = Section(table=part.table, first=held.first, last=part.last, rows=[*held.rows, *part.rows])
    if held is not None:
        yield held


def index() -> Iterator[str]:
    """The page that leads to the pages of the dictionary, without its head."""
    yield (
        "Every entry with its plain words, its source and the day it was looked up. "
        "[How to add or mend one](../../how-to/edit-the-dictionary.md). "
        "Words on bills and in letters stand in the [glossary](../glossary.md).\n"
    )
    for table in dictionary_tables():
        parts = [section for section in sections().values() if section.table == table]
        if not parts:
            continue
        yield f"## {table.replace('_', ' ').capitalize()}\n\n{notes(table)}\n"
        for section in parts:
            yield f"- [{section.title}]({section.page.removeprefix(f'{FOLDER}/')}): {len(section.rows):,} entries"
        yield ""


def section_page(section: Section) -> Iterator[str]:
    """The page of one section, without its head."""
    yield f"{notes(section.table)}\n"
    first = section.rows[0]
    columns = [column for column in first if column not in ("key", "plain", "ask", *_ORIGIN)]
    origin = [column for column in _ORIGIN if any(row[column] for row in section.rows)]
    head = ["key", *([_TEXT] if "plain" in first else []), *columns, *origin]
    yield f"| {' | '.join(head)} |\n|{'---|' * len(head)}"
    for row in section.rows:
        said = [shown_text(row)] if "plain" in row else []
        cells = [*said, *(row[column] for column in (*columns, *origin))]
        yield f"| `{_code(row['key'])}` | {' | '.join(map(_cell, cells))} |"


def words() -> Iterator[str]:
    """The page of the glossary, without its head."""
    yield (
        "Words on bills and in letters from plans. The screen lists those that a finding uses below it, and "
        "`plainbill dictionary term WORD` prints one.\n"
    )
    for term in glossary():
        yield f"## {_cell(term.word)}\n\n{_linked(term)}\n"
        if term.spellings[1:]:
            yield f"- Also: {_cell(', '.join(term.spellings[1:]))}"
        yield f"- Source: {_cell(term.source)}, {term.date}\n"


def _linked(term: Term) -> str:
    """What a term means, with each other term in it leading to its own place on the page."""
    said, done = "", 0
    for use in uses_in(term.plain):
        if use.term != term:
            said += (
                f"{_cell(term.plain[done : use.start])}[{_cell(term.plain[use.start : use.end])}](#{_anchor(use.term)})"
            )
            done = use.end
    return said + _cell(term.plain[done:])


def _anchor(term: Term) -> str:
    """The place of a heading, as Markdown's readers name it."""
    return re.sub(r"[^\w -]", "", term.word.lower()).replace(" ", "-")


def notes(table: str) -> str:
    """What the table's head says to its editors."""
    head = itertools.takewhile(lambda line: line.startswith("#"), table_text(table).splitlines())
    return _cell(" ".join(line.removeprefix("#").strip() for line in head))


def _cell(text: str) -> str:
    """Keep a table's words from being read as Markdown."""
    return text.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*")


def _code(key: str) -> str:
    """Keep a key whole within the marks for what is shown letter by letter."""
    return key.replace("|", "\\|").replace("`", "'")
