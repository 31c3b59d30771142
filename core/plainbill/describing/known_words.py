"""Known words: every word that the tables of the dictionary have keys for; a name or an address is none of them."""

import functools
from collections.abc import Mapping
from typing import Final

from plainbill.knowledge.tables import Row, read_table

Phrase = tuple[str, ...]

TABLES: Final = ("concepts", "body_parts", "details", "dose_forms", "drugs")
"""The tables whose entries are looked for in the words of a line."""
UNITS: Final = frozenset(
    {"MG", "MCG", "MEQ", "UNIT", "UNITS", "IU", "MG/ML", "MCG/ML", "UNIT/ML", "MEQ/L", "MG/HR", "MCG/HR"}
)
"""Units of strength: a number before one shows a medicine."""
WEAK_UNITS: Final = frozenset({"ML", "GRAM", "GRAMS", "GM", "%", "CC", "G", "L", "MMOL"})
"""Units that medicines share with other goods."""


@functools.cache
def phrases(table: str) -> Mapping[Phrase, Row]:
    """Return the entries of `table` by the words of their key."""
    return {tuple(row["key"].split()): row for row in read_table(table)}


@functools.cache
def abbreviations() -> Mapping[str, tuple[Row, ...]]:
    """Return the rows of each abbreviation, in the order of the table."""
    rows: dict[str, list[Row]] = {}
    for row in read_table("abbreviations"):
        rows.setdefault(row["key"], []).append(row)
    return {key: tuple(each) for key, each in rows.items()}


@functools.cache
def known_words() -> frozenset[str]:
    """Return every word of every key, and the vague words, in capitals."""
    words = {word for table in TABLES for phrase in phrases(table) for word in phrase}
    vague = {word for row in read_table("vague_words") for word in row["key"].split()}
    return frozenset(words | vague | abbreviations().keys() | UNITS | WEAK_UNITS)


@functools.cache
def known_phrases() -> frozenset[Phrase]:
    """Return the keys of two words or more, and the vague ones."""
    keyed = {phrase for table in TABLES for phrase in phrases(table)}
    vague = {tuple(row["key"].split()) for row in read_table("vague_words")}
    return frozenset(phrase for phrase in keyed | vague if len(phrase) > 1)


def is_also_a_name(word: str) -> bool:
    """Return whether people are called so too, as by "Foley" and by every single letter."""
    return len(word) == 1 or word in _name_words()


@functools.cache
def _name_words() -> frozenset[str]:
    return frozenset(row["key"] for row in read_table("name_words"))
