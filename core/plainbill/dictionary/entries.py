"""Entries of the dictionary: which tables have them, what names one, and what of it a reader sees."""

import functools
import re
from collections.abc import Iterable, Iterator, Mapping

from plainbill.knowledge.tables import Row, read_entries, table_names, table_text

REVIEWED = "reviewed"
"""The column that makes a table one of the dictionary: who looked at an entry, empty where nobody has."""

_KEYS = ("key", "context", "list", "codes")
_TEXTS = ("plain", "aside", "ask")
# In the texts of `concepts`: where a body part goes, with what stands there without one, and where a level goes.
_BODY_PART = re.compile(r"\{of(?::([^}]*))?\}")
_LEVEL = "{level}"


@functools.cache
def dictionary_tables() -> tuple[str, ...]:
    """Return the names of the built-in tables that make the dictionary, in the order of the alphabet."""
    return tuple(name for name, columns in columns_of_tables().items() if is_of_dictionary(columns))


@functools.cache
def columns_of_tables() -> Mapping[str, tuple[str, ...]]:
    """Return the columns of every built-in table, by its name."""
    return {name: read_entries(table_text(name)).columns for name in table_names()}


def is_of_dictionary(columns: Iterable[str]) -> bool:
    """Return whether a table with these columns holds entries of the dictionary."""
    return REVIEWED in columns


def key_of(row: Row) -> tuple[str, ...]:
    """Return what an entry is found by, which may stand once in its table."""
    return tuple(row[column] for column in _KEYS if column in row)


def texts_of(row: Row) -> Iterator[tuple[str, str]]:
    """Return the columns of an entry that a reader sees, each with its text, empty ones left out."""
    for column in _TEXTS:
        text = _filled(row.get(column, ""))
        if text:
            yield column, text


def shown_text(row: Row) -> str:
    """Return what a reader sees of an entry: its plain words and what to ask."""
    return " ".join(_filled(row.get(column, "")) for column in ("plain", "ask") if row.get(column))


def stands_alone(columns: Iterable[str]) -> bool:
    """Return whether the plain words of a table's entries are all that a reader is told of something.

    The plain words of other tables are pieces of what is told, or names, and may be as short as they like.
    """
    return not {"ask", "hard"}.isdisjoint(columns)


def is_sentence(text: str) -> bool:
    """Return whether `text` is written as a sentence, and not as a piece that goes into one."""
    return text[:1].isupper() and text.endswith(".")


def _filled(text: str) -> str:
    return " ".join(_BODY_PART.sub(lambda place: place.group(1) or "", text).replace(_LEVEL, "").split())
