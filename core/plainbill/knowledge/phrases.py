"""Payers' own words: which kind of issue a note, a legend or a letter tells of where no code is printed."""

import functools
import re
import unicodedata
from dataclasses import dataclass

from plainbill.knowledge.tables import FaultyTable, Row, read_table

TABLE = "denial_words"

_DASHES = re.compile(r"[-\u2010-\u2015\u2212]")
_APOSTROPHES = re.compile(r"[\u2018\u2019\u02bc]")
REFUSE_NOTHING = frozenset({"cost-share", "contractual-adjustment", "surprise-balance-bill"})
"""Kinds that words may tell of and that are no refusal."""

# X12 marks remarks that only inform, and never are the reason of a refusal, with this word.
_ONLY_INFORMS = "alert:"
_SENTENCE_END = re.compile(r"(?<=[a-z\d)][.!?]) ")
_CONTRACTIONS = (("can't", "cannot"), ("can not", "cannot"), ("won't", "will not"), ("n't", " not"))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    kind: str
    words: re.Pattern[str]
    also: re.Pattern[str] | None
    never: re.Pattern[str] | None

    def fits(self, text: str) -> bool:
        return bool(
            self.words.search(text)
            and (self.also is None or self.also.search(text))
            and not (self.never is not None and self.never.search(text))
        )


@functools.lru_cache(maxsize=1024)
def kind_of_words(text: str) -> str | None:
    """Return the kind of the catalogue that a payer's words tell of, None where they tell of none.

    All words together are held against the rules of the table `denial_words`, then each sentence, and the first rule
    that fits counts; a refusal goes before what refuses nothing. Capitals, blanks and dashes make no difference, nor
    does "isn't" for "is not". Words that begin with "Alert:" tell of no refusal.
    """
    plain = _plain(text)
    told = [kind for part in (plain, *_SENTENCE_END.split(plain)) if (kind := _kind(part))]
    kind = next((kind for kind in told if kind not in REFUSE_NOTHING), told[0] if told else None)
    return None if plain.startswith(_ONLY_INFORMS) and kind not in REFUSE_NOTHING else kind


def _kind(plain: str) -> str | None:
    return next((rule.kind for rule in _rules() if rule.fits(plain)), None)


def _plain(text: str) -> str:
    straight = _APOSTROPHES.sub("'", unicodedata.normalize("NFKC", text))
    plain = " ".join(_DASHES.sub(" ", straight).lower().split())
    for short, long in _CONTRACTIONS:
        plain = plain.replace(short, long)
    return plain


@functools.cache
def _rules() -> tuple[_Rule, ...]:
    return tuple(_rule(row) for row in read_table(TABLE))


def _rule(row: Row) -> _Rule:
    words = _any_of(row["words"])
    if words is None:
        raise FaultyTable(TABLE, (f"a rule for {row['kind']!r} has no words; fill in the column 'words'",))
    return _Rule(kind=row["kind"], words=words, also=_any_of(row["also"]), never=_any_of(row["never"]))


def _any_of(cell: str) -> re.Pattern[str] | None:
    """A pattern for the alternatives of a cell, each at the start of a word; None for an empty cell."""
    if not cell:
        return None
    return re.compile("|".join((r"(?<!\w)" if one[0].isalnum() else "") + re.escape(one) for one in cell.split("|")))
