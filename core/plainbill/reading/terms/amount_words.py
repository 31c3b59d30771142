"""What a phrase over or before values means by its words, where no whole phrase is known."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from plainbill.knowledge.tables import read_table
from plainbill.reading.terms.vocabulary import spelled_out

_LONGEST = 7
_MOST_WORDS = 3
_BEHIND_CODE = frozenset({"of", "for", "or", "and", "&", "s", "number", "#", "reason", "key"})
_CONNECTING = frozenset({"of", "or", "and", "&", "the", "for", "#", "number"})
_PAYERS = frozenset({"plan", "insurance", "insurer", "medicare", "medicaid", "payer", "carrier", "hmo", "ppo"})
_LEADING = frozenset(
    {"by", "from", "to", "with", "of", "your", "the", "primary", "secondary", "other", "health", "est", "co"}
)
# What else the words of a column may seem to name.
_BESIDE = {
    "date_to": {"date"},
    "units": {"date"},
    "status": {"percent"},
    "item": {"ndc"},
    "claim_number": {"status"},
    "description": {"remark"},
}


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
    """The column of amounts that the words name, None where they say more or less than the rules know.

    A phrase with one unknown word is not guessed at: "estimated" or "remaining" would change what the amount is.
    """
    return None if _ends_with_payer(spelled_out(words)) else _field("amount_parts", tuple(words))


def _ends_with_payer(pieces: Sequence[str]) -> bool:
    """True where the payer's name begins the next column: "discount plan", but not "paid by plan"."""
    return len(pieces) > 1 and pieces[-1] in _PAYERS and pieces[-2] not in _LEADING


def column_field(words: Sequence[str]) -> str | None:
    """The column of anything but amounts that the words name, None where they say more or less than the rules know.

    Words that name two columns ("Date Rev. Code") stand over two.
    """
    pieces = spelled_out(words)
    if sum(piece not in _CONNECTING for piece in pieces) > _MOST_WORDS or _goes_on_behind_a_code(pieces):
        return None
    field = _field("column_parts", tuple(words))
    return field if field is not None and _named(tuple(words)) <= {field, *_BESIDE.get(field, ())} else None


def _goes_on_behind_a_code(pieces: Sequence[str]) -> bool:
    """True where "code" does not end the words nor leads to what it is a code of: the next column begins behind it."""
    return any(
        singular(piece) == "code" and singular(behind) not in _BEHIND_CODE
        for piece, behind in zip(pieces, pieces[1:], strict=False)
    )


def _named(words: tuple[str, ...]) -> set[str]:
    """The columns that one of the words names by itself."""
    found = {singular(piece) for piece in spelled_out(words)}
    rules, _ = _rules("column_parts")
    return {rule.field for rule in rules if not rule.also and rule.words & found} - {"description"}


@functools.lru_cache(maxsize=1 << 16)
def _field(table: str, words: tuple[str, ...]) -> str | None:
    pieces = spelled_out(words)
    if not 0 < len(pieces) <= _LONGEST or any(piece.isdigit() for piece in pieces):
        return None
    found = frozenset(singular(piece) for piece in pieces)
    rules, plain = _rules(table)
    return next((rule.field for rule in rules if rule.fits(found, plain)), None)


def part_words() -> frozenset[str]:
    """Every word that a rule knows, as it is spelled out and in the singular."""
    tables = [_rules(name) for name in ("amount_parts", "column_parts")]
    known = [rule.words | rule.also for rules, _ in tables for rule in rules]
    return frozenset().union(*known, *(plain for _, plain in tables))


@functools.cache
def _rules(table: str) -> tuple[tuple[_Rule, ...], frozenset[str]]:
    rows = read_table(table)
    rules = tuple(
        _Rule(field=row["field"], words=_set(row["words"]), also=_set(row["also"]), never=_set(row["never"]))
        for row in rows
        if row["field"] != "plain"
    )
    return rules, frozenset().union(*(_set(row["words"]) for row in rows if row["field"] == "plain"))


def _set(cell: str) -> frozenset[str]:
    return frozenset(singular(word) for word in cell.split("|") if word)


def singular(word: str) -> str:
    """Return the word without the s of a plural."""
    return word.removesuffix("s") if len(word) > 3 and not word.endswith(("ss", "us", "is")) else word
