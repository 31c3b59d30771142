"""Payers' own words: which kind of issue a note, a legend or a letter tells of where no code is printed.

The tables `denial_words` and `word_groups` say it; the head of each explains how its cells are written.
"""

import functools
import operator
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from plainbill.knowledge.tables import FaultyTable, Row, read_table

TABLE = "denial_words"
GROUPS = "word_groups"
NOTHING = "nothing"
"""What a rule names in place of a kind where a sentence is to be passed over."""

REFUSE_NOTHING = frozenset({"cost-share", "contractual-adjustment", "surprise-balance-bill"})
"""Kinds that words may tell of and that are no refusal."""

# X12 marks remarks that only inform, and never are the reason of a refusal, with this word.
_ONLY_INFORMS = "alert:"
_GAP = ".."
_LONGEST_GAP = 5
_APOSTROPHES = re.compile(r"[\u2018\u2019\u02bc]")
_SENTENCE_END = re.compile(r"(?<=[a-z\d)%][.!?;])\s+")
_LONG_FORMS = (
    (re.compile(r"\bcan(?:'t|not)\b"), "can not"),
    (re.compile(r"\bwon't\b"), "will not"),
    (re.compile(r"n't\b"), " not"),
    (re.compile(r"'ve\b"), " have"),
    (re.compile(r"'re\b"), " are"),
    (re.compile(r"'(?:s|ll|d|m)?(?![a-z])"), ""),
    (re.compile(r"\bw/o\b"), "without"),
    (re.compile(r"\be/m\b"), "em"),
    (re.compile(r"\b(pre|non|co|x)[\s\u2010-\u2015-]+(?=[a-z]{3})"), r"\1"),
    (re.compile(r"\b(re|un|mis)[\u2010-\u2015-]+(?=[a-z]{3})"), r"\1"),
)
_WORD = re.compile(r"[a-z]+|\d[\d,.]*|%")
# Endings, how much of a word they leave at least, and what stands in their place.
_ENDINGS = (("ies", 3, "y"), ("ied", 3, "y"), ("ing", 3, ""), ("ed", 3, ""), ("es", 4, ""), ("s", 3, ""), ("e", 4, ""))
_SHORT = re.compile(r"[^aeiou][aeiou][^aeiouwxy]")


_Phrase = tuple[str, ...]
"""Words in their order. A word is a stem, the beginning of a word ("cert*"), a group ("@not") or a gap ("..")."""

_Span = tuple[int, int]
"""Where a phrase stands in a sentence: from its first word to behind its last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    kind: str
    needs: tuple[frozenset[_Phrase], ...]
    never: frozenset[_Phrase]


class _Entry(NamedTuple):
    """A phrase of several words in the tables, its group ("" for one of a rule), and its words that are no groups."""

    order: int
    phrase: _Phrase
    group: str
    literal: frozenset[str]


@functools.lru_cache(maxsize=1024)
def kind_of_words(text: str) -> str | None:
    """Return the kind of the catalogue that a payer's words tell of, None where they tell of none.

    Each sentence is held against the rules of the table `denial_words`, then, where no sentence tells of anything, all
    of them together. The first rule of the table that fits a sentence counts; a refusal goes before what refuses
    nothing. Capitals, blanks, dashes and endings make no difference, nor does "isn't" for "is not". Words that begin
    with "Alert:" tell of no refusal.
    """
    plain = _plain(text)
    told = [(words, _first_fit(words)) for part in _SENTENCE_END.split(plain) if (words := _words(part))]
    fits = [rule for _, rule in told if rule is not None and _rules()[rule].kind != NOTHING]
    if not fits and len(told) > 1:
        rest = tuple(word for words, rule in told if rule is None for word in words)
        together = _first_fit(rest)
        fits = [together] if together is not None else []
    kinds = [_rules()[rule].kind for rule in sorted(fits)]
    kind = next((kind for kind in kinds if kind not in REFUSE_NOTHING), kinds[0] if kinds else None)
    alert = plain.startswith(_ONLY_INFORMS) and kind not in REFUSE_NOTHING
    return None if kind == NOTHING or alert else kind


def _plain(text: str) -> str:
    plain = _APOSTROPHES.sub("'", unicodedata.normalize("NFKC", text)).lower()
    for short, long in _LONG_FORMS:
        plain = short.sub(long, plain)
    return plain


def _words(plain: str) -> tuple[str, ...]:
    """A text's words; every number is "#"."""
    return tuple("#" if word[0].isdigit() else word for word in _WORD.findall(plain))


@functools.lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    """A word without its ending: "receive", "receives", "received" and "receiving" are one."""
    if word.endswith(("ss", "us", "is", "eed", "thing")):
        return word
    for ending, shortest, instead in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < shortest:
            continue
        if ending in ("ing", "ed"):
            if stem[-1] == stem[-2] and stem[-1] not in "lsz":
                return stem[:-1]
            if _SHORT.fullmatch(stem):
                return stem + "e"
        return stem + instead
    return word


def _first_fit(words: Sequence[str]) -> int | None:
    """The first rule that fits the words of a sentence."""
    said = _phrases_in(words)
    for i, rule in enumerate(_rules()):
        if rule.never.isdisjoint(said) and not any(need.isdisjoint(said) for need in rule.needs):
            return i
    return None


def _phrases_in(words: Sequence[str]) -> set[_Phrase]:
    """What the tables name of a sentence: words, beginnings of words, groups and phrases."""
    at: dict[str, list[_Span]] = {}
    for place, word in enumerate(words):
        for name in _names(word):
            at.setdefault(name, []).append((place, place + 1))
    said: set[_Phrase] = set()
    index = _index()
    likely = [entry for name in ("", *at) for entry in index.get(name, ()) if entry.literal <= at.keys()]
    for entry in sorted(likely, key=_order):
        spans = _spans(entry.phrase, at)
        if spans and entry.group:
            at.setdefault(entry.group, []).extend(spans)
        elif spans:
            said.add(entry.phrase)
    said.update((name,) for name in at)
    return said


_order = operator.attrgetter("order")


def _spans(phrase: _Phrase, at: Mapping[str, list[_Span]]) -> list[_Span]:
    """The places where a phrase stands, given those of its words."""
    spans: list[_Span] = []
    reach = 0
    for word in phrase:
        if word == _GAP:
            reach = _LONGEST_GAP
            continue
        here = at.get(word, ())
        spans = [(a, d) for a, b in spans for c, d in here if b <= c <= b + reach] if spans else list(here)
        if not spans:
            break
        reach = 0
    return spans


@functools.lru_cache(maxsize=4096)
def _names(word: str) -> tuple[str, ...]:
    """What tables may call a word: its stem, beginnings of words that they use, groups that hold it by itself."""
    stem = _stem(word)
    beginnings = tuple(one for one in _beginnings() if word.startswith(one[:-1]))
    own = {stem, *beginnings}
    return (stem, *beginnings, *(group for group, words in _single_words().items() if own & words))


@functools.cache
def _rules() -> tuple[_Rule, ...]:
    return tuple(_rule(row) for row in read_table(TABLE))


def _rule(row: Row) -> _Rule:
    if not row["words"]:
        raise FaultyTable(TABLE, (f"a rule for {row['kind']!r} has no words; fill in the column 'words'",))
    cells = [part for column in ("words", "also") for part in row[column].split(" & ") if part]
    needs = tuple(frozenset(_phrases(part)) for part in cells)
    return _Rule(kind=row["kind"], needs=needs, never=frozenset(_phrases(row["never"])))


def _phrases(cell: str) -> Iterator[_Phrase]:
    return (tuple(_token(word) for word in one.split()) for one in cell.split("|") if one)


def _token(word: str) -> str:
    if word == _GAP or word[0] in "@#" or word[-1] in "*%":
        return word
    return _stem(word)


@functools.cache
def _groups() -> Mapping[str, tuple[_Phrase, ...]]:
    """What each group holds, in the order of the table, groups that stand by themselves in it opened."""
    groups: dict[str, tuple[_Phrase, ...]] = {}
    for row in read_table(GROUPS):
        held = list(_phrases(row["words"]))
        unknown = {word for phrase in held for word in phrase if word[0] == "@" and word not in groups}
        if unknown:
            raise FaultyTable(GROUPS, (f"{row['group']!r} names {sorted(unknown)}; put those rows above it",))
        groups["@" + row["group"]] = tuple(
            phrase for one in held for phrase in (groups[one[0]] if len(one) == 1 and one[0] in groups else (one,))
        )
    return groups


@functools.cache
def _single_words() -> Mapping[str, frozenset[str]]:
    """The groups that hold a word, or the beginning of words, by themselves."""
    return {
        group: frozenset(phrase[0] for phrase in phrases if len(phrase) == 1) for group, phrases in _groups().items()
    }


@functools.cache
def _index() -> Mapping[str, tuple[_Entry, ...]]:
    """The phrases of several words by a word they hold, "" where they hold groups alone; those of groups come first."""
    written = [(phrase, group) for group, phrases in _groups().items() for phrase in phrases]
    ruled = {phrase for rule in _rules() for some in (*rule.needs, rule.never) for phrase in some}
    written += [(phrase, "") for phrase in sorted(ruled)]
    index: dict[str, list[_Entry]] = {}
    for order, (phrase, group) in enumerate(written):
        if len(phrase) > 1:
            literal = frozenset(word for word in phrase if word[0] not in "@.")
            key = max(sorted(literal), key=len, default="")
            index.setdefault(key, []).append(_Entry(order, phrase, group, literal))
    return {word: tuple(entries) for word, entries in index.items()}


@functools.cache
def _beginnings() -> tuple[str, ...]:
    """The beginnings of words that the tables use."""
    cells = [row["words"] for row in read_table(GROUPS)]
    cells += [row[column] for row in read_table(TABLE) for column in ("words", "also", "never")]
    return tuple(sorted({word for cell in cells for word in re.findall(r"[a-z]+\*", cell)}))
