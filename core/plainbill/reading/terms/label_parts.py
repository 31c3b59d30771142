"""What a label announces by its words together, where no table has it as a whole."""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plainbill.knowledge.tables import Row, read_table
from plainbill.reading.terms.amount_words import singular
from plainbill.reading.terms.vocabulary import spelled_out

_LONGEST = 9
# One word is not two, also where both parts of a rule know it: "Office of".
_FEWEST = 2
# "Number of visits" counts them; "Number of this claim" is that of one.
_COUNTS = frozenset({"number", "total", "count", "quantity"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    field: str
    words: frozenset[str]
    also: tuple[frozenset[str], ...]
    never: frozenset[str]
    last: frozenset[str]
    known: frozenset[str]

    def fits(self, words: frozenset[str], last: str) -> bool:
        if not words <= self.known or not words & self.words or words & self.never:
            return False
        if self.also and len(words & self.words.union(*self.also)) < _FEWEST:
            return False
        return all(words & group for group in self.also) and (not self.last or last in self.last)


def label_field(words: Sequence[str]) -> str | None:
    """The single value of a paper that the words announce together; one word alone announces none by its parts."""
    return _label_field(tuple(words))


@functools.lru_cache(maxsize=1 << 16)
def _label_field(words: tuple[str, ...]) -> str | None:
    pieces = spelled_out(words)
    if not 1 < len(pieces) <= _LONGEST or any(piece.isdigit() for piece in pieces) or _is_count(words, pieces):
        return None
    found = frozenset(map(singular, pieces))
    return next((rule.field for rule in _rules() if rule.fits(found, pieces[-1])), None)


def _is_count(words: Sequence[str], pieces: Sequence[str]) -> bool:
    """True for "Number of visits": so many there are, and none of them has that number."""
    counted = pieces[0] in _COUNTS and len(pieces) > 2 and pieces[1] == "of"
    return counted and words[-1].lower().rstrip(":.").endswith("s")


def holds_only_known_words(words: Sequence[str]) -> bool:
    """True where every word is one of labels: none of them was read wrong, so another label than theirs is none."""
    return all(piece in _known_words() for piece in spelled_out(words))


@functools.cache
def _known_words() -> frozenset[str]:
    listed = (row["phrase"].split() for row in read_table("field_labels"))
    words = {piece for phrase in listed for piece in spelled_out(phrase) if len(piece) > 1}
    return frozenset(words).union(*(rule.known for rule in _rules()))


@functools.cache
def _rules() -> tuple[_Rule, ...]:
    rows = read_table("label_parts")
    classes = {row["field"]: row["words"] for row in rows if row["field"].startswith("@")}
    plain = _set(next(row["words"] for row in rows if row["field"] == "plain"), classes)
    return tuple(_rule(row, classes, plain) for row in rows if row["field"] != "plain" and row["field"] not in classes)


def _rule(row: Row, classes: dict[str, str], plain: frozenset[str]) -> _Rule:
    words = _set(row["words"], classes)
    also = tuple(_set(group, classes) for group in row["also"].split(";") if group)
    return _Rule(
        field=row["field"],
        words=words,
        also=also,
        never=_set(row["never"], classes),
        last=frozenset(row["last"].split("|")) - {""},
        known=words.union(plain, _set(row["beside"], classes), *also),
    )


def _set(cell: str, classes: dict[str, str]) -> frozenset[str]:
    return frozenset(singular(word) for word in _spelled(cell, classes))


def _spelled(cell: str, classes: dict[str, str]) -> Iterator[str]:
    """The words of a cell, those of a class in its place."""
    for word in cell.split("|"):
        if word in classes:
            yield from _spelled(classes[word], classes)
        elif word:
            yield word
