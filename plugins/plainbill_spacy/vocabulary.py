"""The vocabulary: what the tables know, looked up by words."""

import functools
from collections.abc import Mapping

from plainbill.describing.known_words import Phrase, abbreviations, phrases
from plainbill.knowledge.tables import Row, read_table
from plainbill_spacy.words import Found


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
def longest_from(table: str) -> Mapping[str, int]:
    """Return how many words the longest key of `table` has that begins with a word, by that word."""
    longest: dict[str, int] = {}
    for phrase in phrases(table):
        longest[phrase[0]] = max(longest.get(phrase[0], 0), len(phrase))
    return longest


@functools.cache
def read_out_words() -> frozenset[str]:
    """Return the words that abbreviations are read out as: whole words, not short for anything."""
    return frozenset(word for rows in abbreviations().values() for row in rows for word in row["reading"].split())


@functools.cache
def drug_names() -> frozenset[str]:
    """Return the words of the names of medicines, which are repaired with more care than others."""
    return frozenset(word for phrase in phrases("drugs") for word in phrase)
