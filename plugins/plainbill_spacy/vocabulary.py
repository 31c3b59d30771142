"""The vocabulary: what the tables know, looked up by words."""

import functools
from collections.abc import Mapping

from plainbill.knowledge.tables import Row, read_table
from plainbill_spacy.words import Found

Phrase = tuple[str, ...]

TABLES = ("concepts", "body_parts", "details", "dose_forms", "drugs")
"""The tables whose entries are looked for in the words of a line."""

UNITS = frozenset({"MG", "MCG", "MEQ", "UNIT", "UNITS", "IU", "MG/ML", "MCG/ML", "UNIT/ML", "MEQ/L", "MG/HR", "MCG/HR"})
"""Units of strength: a number before one shows a medicine."""
WEAK_UNITS = frozenset({"ML", "GRAM", "GRAMS", "GM", "%", "CC", "G", "L", "MMOL"})
"""Units that medicines share with other goods."""


@functools.cache
def phrases(table: str) -> Mapping[Phrase, Row]:
    """Return the entries of `table` by the words of their key."""
    return {tuple(row["key"].split()): row for row in read_table(table)}


def entry(found: Found) -> Row:
    """Return the row of the table that `found` names."""
    return phrases(found.table)[tuple(found.key.split())]


@functools.cache
def endings() -> Mapping[str, Row]:
    """Return the concepts that are known by the end of a word, "*SCOPY", by that end."""
    return {row["key"][1:]: row for row in read_table("concepts") if row["key"].startswith("*")}


def phrases_with(word: str) -> tuple[Phrase, ...]:
    """Return the concepts of two words or more that `word` is one of."""
    return _phrases_by_word().get(word, ())


@functools.cache
def _phrases_by_word() -> Mapping[str, tuple[Phrase, ...]]:
    index: dict[str, list[Phrase]] = {}
    for phrase in phrases("concepts"):
        for word in phrase if len(phrase) > 1 else ():
            index.setdefault(word, []).append(phrase)
    return {word: tuple(each) for word, each in index.items()}


@functools.cache
def longest(table: str) -> int:
    """Return how many words the longest key of `table` has."""
    return max(map(len, phrases(table)))


@functools.cache
def abbreviations() -> Mapping[str, tuple[Row, ...]]:
    """Return the rows of each abbreviation, in the order of the table."""
    rows: dict[str, list[Row]] = {}
    for row in read_table("abbreviations"):
        rows.setdefault(row["key"], []).append(row)
    return {key: tuple(each) for key, each in rows.items()}


@functools.cache
def known_words() -> frozenset[str]:
    """Return every word of every key, and the vague words: nothing of it is ever repaired."""
    words = {word for table in TABLES for phrase in phrases(table) for word in phrase}
    vague = {word for row in read_table("vague_words") for word in row["key"].split()}
    return frozenset(words | vague | abbreviations().keys() | UNITS | WEAK_UNITS)


@functools.cache
def read_out_words() -> frozenset[str]:
    """Return the words that abbreviations are read out as: whole words, not short for anything."""
    return frozenset(word for rows in abbreviations().values() for row in rows for word in row["reading"].split())


@functools.cache
def drug_names() -> frozenset[str]:
    """Return the words of the names of medicines, which are repaired with more care than others."""
    return frozenset(word for phrase in phrases("drugs") for word in phrase)
