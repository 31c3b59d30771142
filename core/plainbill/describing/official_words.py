"""Official words: the names of public code lists written out, short forms and words of the trade in plain ones."""

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from plainbill.describing.short_forms import without_short_forms
from plainbill.knowledge.tables import Row, read_table

_TOKEN = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?|\d+(?:[.,]\d+)*|\s+|.", re.DOTALL)
_NUMBER = re.compile(r"\d[\d.,]*")
_EXPLANATION = re.compile(r"(?<=\S) \([^)]*\)")
_LEFT_OUT = "-"
_AFTER_NUMBER = "number"
_ENDING = re.compile(r"(?<=[a-z])s\b")
_IRREGULAR = (("inches", "inch"), ("feet", "foot"))
_WITHOUT_VOWEL = re.compile(r"[B-DF-HJ-NP-TV-XZ]{2,}")
_MARKS_BETWEEN = frozenset("-–—'’")

Phrase = tuple[str, ...]


Listed = Literal["codes", "diagnoses"]
"""The list that a name is from: HCPCS Level II or ICD-10-CM. Many words mean different things in the two."""


def write_out(name: str, listed: Listed = "codes") -> str:
    """Return an official name in plainer words, with every short form that the tables know written out.

    Numbers, names and words that no table has stay as they are, in their order.
    """
    text, own = without_short_forms(" ".join(name.split()))
    text = re.sub(r"s?\(s\)", "s", text)
    text = re.sub(r"\((?:ies|es)\)", "", text)
    tokens = _TOKEN.findall(text)
    return _tidied("".join(_read(tokens, own, listed)))


def _read(tokens: Sequence[str], own: Mapping[str, str], listed: Listed) -> Iterator[str]:
    place = 0
    explained: set[str] = set()
    while place < len(tokens):
        length, plain = _at(tokens, place, listed)
        if length == 0:
            word = tokens[place]
            length, plain = 1, write_out(own[word.lower()], listed) if word.lower() in own else _rest(word)
        place += length
        # What stands in brackets explains a word; once is enough.
        yield _EXPLANATION.sub("", plain) if plain in explained else plain
        if plain[-1:].isalpha() and place < len(tokens) and tokens[place].isdecimal() and tokens[place - 1] != plain:
            yield " "
        explained.add(plain)


def _at(tokens: Sequence[str], place: int, listed: Listed) -> tuple[int, str]:
    """Return how many tokens the longest entry at `place` covers, 0 where there is none, and what is written for it."""
    for phrase, row in _entries(listed).get(tokens[place].lower(), ()):
        end = place + len(phrase)
        if tuple(_spelled(token) for token in tokens[place:end]) != phrase or _is_part(tokens, place, end):
            continue
        number = _number_before(tokens, place)
        if row["context"] == _AFTER_NUMBER and number is None:
            continue
        plain = "" if row["plain"] == _LEFT_OUT else row["plain"]
        if row["context"] == _AFTER_NUMBER:
            glued = "" if tokens[place - 1].isspace() else " "
            plain = glued + (_one(plain) if number == "1" else plain)
        return len(phrase), plain
    return 0, ""


def _spelled(token: str) -> str:
    return " " if token.isspace() else token.lower().replace("’", "'")


def _is_part(tokens: Sequence[str], start: int, end: int) -> bool:
    """Return whether the tokens are only a part of a longer word: MESYLATE-FLOW, TC-99M."""
    before = start >= 2 and tokens[start - 1] in _MARKS_BETWEEN and tokens[start - 2].isalnum()
    after = end + 1 < len(tokens) and tokens[end] in _MARKS_BETWEEN and tokens[end + 1].isalnum()
    runs_on = end < len(tokens) and (
        (tokens[end - 1].isdecimal() and tokens[end].isalpha())
        or (tokens[end - 1].isalpha() and tokens[end].isdecimal())
    )
    return before or after or runs_on


def _number_before(tokens: Sequence[str], place: int) -> str | None:
    at = place - 1
    while at >= 0 and (tokens[at].isspace() or tokens[at] == "-"):
        at -= 1
    return tokens[at] if at >= 0 and _NUMBER.fullmatch(tokens[at]) else None


def _one(units: str) -> str:
    """Return "milligram" for "milligrams"."""
    for several, one in _IRREGULAR:
        units = units.replace(several, one)
    return _ENDING.sub("", units, count=1)


def _rest(word: str) -> str:
    """Return what price lists mean by a word without a vowel that the table of official words does not have."""
    rows = _short_on_price_lists().get(word.upper(), ()) if _WITHOUT_VOWEL.fullmatch(word.upper()) else ()
    always = [row["reading"].lower() for row in rows if not row["context"]]
    return always[0] if always else word


def _tidied(text: str) -> str:
    text = re.sub(r"\(\s*[;,.]*\s*\)", "", text)
    text = re.sub(r"\b([A-Za-z]+)(?: \1\b)+", r"\1", text)
    text = re.sub(r"\s+([;,.:)])", r"\1", " ".join(text.split()))
    text = re.sub(r"\(\s+", "(", text).replace(".)", ")")
    text = re.sub(r"\b([Aa]) (?=[aeio](?!ne\b))", r"\1n ", text)
    text = re.sub(r"\b([Aa])n (?=(?:[BCDFGJ-NP-TV-Zb-df-gj-np-tv-z]|h(?!our))[a-z])", r"\1 ", text)
    text = re.sub(r"([;,:])(?:\s*[;,])+", r"\1", text)
    return text.strip(" ,;")


@functools.cache
def _entries(listed: Listed) -> Mapping[str, tuple[tuple[Phrase, Row], ...]]:
    """Return the entries of a list by the first token of their key: the longest first, those for numbers in front."""
    entries: dict[str, list[tuple[Phrase, Row]]] = {}
    for row in (each for each in read_table("official_words") if each["list"] in ("", listed)):
        phrase = tuple(_spelled(token) for token in _TOKEN.findall(row["key"]))
        entries.setdefault(phrase[0], []).append((phrase, row))
    return {
        first: tuple(sorted(each, key=lambda entry: (-len(entry[0]), not entry[1]["context"])))
        for first, each in entries.items()
    }


@functools.cache
def _short_on_price_lists() -> Mapping[str, tuple[Row, ...]]:
    rows: dict[str, list[Row]] = {}
    for row in read_table("abbreviations"):
        rows.setdefault(row["key"], []).append(row)
    return {key: tuple(each) for key, each in rows.items()}
