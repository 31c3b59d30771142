"""Concepts: which entries of the tables the words of a line name."""

from collections.abc import Iterator, Sequence

from plainbill.describing.known_words import TABLES, known_words, phrases
from plainbill_spacy.vocabulary import endings, longest_from, phrases_with
from plainbill_spacy.words import Found, Word

# A phrase whose words stand apart or in another order still counts where the line is short enough to be one thing.
_ONE_THING = 12


def find(words: Sequence[Word]) -> tuple[Found, ...]:
    """Return the table entries that `words` name, longest first within one place, by table and place."""
    flat = [(word, token) for token, each in enumerate(words) for word in each.reading]
    found = [each for table in TABLES for each in _in_a_row(flat, table)]
    found += _by_ending(flat)
    if len(flat) <= _ONE_THING:
        found += _scattered(flat, {each.key for each in found})
    return tuple(found)


def _in_a_row(flat: Sequence[tuple[str, int]], table: str) -> Iterator[Found]:
    """Yield the longest entry at each place; entries of one table do not overlap."""
    known, longest = phrases(table), longest_from(table)
    words = tuple(word for word, _ in flat)
    place = 0
    while place < len(words):
        most = longest.get(words[place])
        if most is None:
            # By far most words begin nothing in most tables.
            place += 1
            continue
        for length in range(min(most, len(words) - place), 0, -1):
            row = known.get(words[place : place + length])
            if row is not None:
                yield Found(table=table, key=row["key"], tokens=_tokens(flat[place : place + length]))
                break
        else:
            length = 1
        place += length


def _by_ending(flat: Sequence[tuple[str, int]]) -> Iterator[Found]:
    """Yield what the end of a word tells where no table has the word: what ends in -SCOPY is a look inside."""
    for word, token in flat:
        ending = next((each for each in endings() if len(word) > len(each) + 2 and word.endswith(each)), None)
        if ending is not None and word not in known_words():
            yield Found(table="concepts", key=f"*{ending}", tokens=(token,))


def _scattered(flat: Sequence[tuple[str, int]], already: set[str]) -> Iterator[Found]:
    present = {word for word, _ in flat}
    named = {phrase for word in present for phrase in phrases_with(word) if present.issuperset(phrase)}
    for phrase in sorted(named):
        key = " ".join(phrase)
        if key not in already:
            tokens = _tokens([each for each in flat if each[0] in phrase])
            # A token that is read out as more words than the phrase has is another thing: BONE beside a CT SCAN.
            if all(word in phrase for word, token in flat if token in tokens):
                yield Found(table="concepts", key=key, tokens=tokens)


def _tokens(flat: Sequence[tuple[str, int]]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(token for _, token in flat))
