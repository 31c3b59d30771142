"""What a phrase over or before an amount means by its words, where no whole phrase is known."""

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from plainbill.knowledge.tables import read_table

_LONGEST = 5
_WORD = re.compile(r"[a-z][a-z'-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    field: str
    words: frozenset[str]
    also: frozenset[str]
    never: frozenset[str]

    def fits(self, words: frozenset[str], plain: frozenset[str]) -> bool:
        if not words & self.words or words & self.never or (self.also and not words & self.also):
            return False
        return words <= self.words | self.also | plain


def amount_field(words: Sequence[str]) -> str | None:
    """The column that the words name, None where they say more or less than the rules know.

    A phrase with one unknown word is not guessed at: "estimated" or "remaining" would change what the amount is.
    """
    text = " ".join(words).lower()
    if len(words) > _LONGEST or any(mark.isdigit() for mark in text):
        return None
    found = frozenset(_singular(word) for word in _WORD.findall(text.replace("non-", "non ")))
    rules, plain = _rules()
    return next((rule.field for rule in rules if rule.fits(found, plain)), None)


@functools.cache
def _rules() -> tuple[tuple[_Rule, ...], frozenset[str]]:
    rows = read_table("amount_parts")
    rules = tuple(
        _Rule(field=row["field"], words=_set(row["words"]), also=_set(row["also"]), never=_set(row["never"]))
        for row in rows
        if row["field"] != "plain"
    )
    return rules, frozenset().union(*(_set(row["words"]) for row in rows if row["field"] == "plain"))


def _set(cell: str) -> frozenset[str]:
    return frozenset(_singular(word) for word in cell.split("|") if word)


def _singular(word: str) -> str:
    return word.removesuffix("s") if len(word) > 3 and not word.endswith(("ss", "'s")) else word
