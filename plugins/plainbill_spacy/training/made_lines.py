"""Made lines: charge lines put together from the tables by seed, each with the group it belongs to."""

import functools
import random
from collections.abc import Mapping, Sequence

from plainbill.knowledge.tables import read_table

_STRENGTHS = ("5 MG", "10 MG", "25MG", "100 MG", "250 MG/5 ML", "1 GM", "40 MCG", "1 %", "100 UNIT/ML", "20 MEQ")
_BEFORE = ("", "", "", "HC ", "HB ", "PR ", "ER ", "* ")
_BEHIND = {
    "imaging": ("W CONTRAST", "WO CONTRAST", "W/WO CONTRAST", "2 VIEWS", "COMPLETE", "LIMITED", "MIN 3 VIEWS"),
    "lab": ("SERUM", "URINE", "QUANT", "SCREEN", "LEVEL", "TOTAL"),
    "supply": ("3.5X12", "14FR", "STERILE", "DISP", "SZ 7", "LG", "EA"),
    "equipment": ("RENTAL", "PER MONTH", "ADULT", "STD"),
    "therapy": ("EA 15 MIN", "EVAL", "30 MIN", "INDIV"),
    "visit": ("LEVEL 3", "EST PATIENT", "NEW PATIENT", "30 MIN"),
    "room": ("PER DAY", "1ST HOUR", "EA ADDL 30 MIN"),
    "anesthesia": ("PER MIN", "1ST 30 MIN", "GENERAL"),
    "emergency": ("LEVEL 4", "LVL 2"),
    "procedure": ("INITIAL", "EA ADDL", "SIMPLE", "W IMAGING"),
    "surgery": ("LAPAROSCOPIC", "OPEN", "REVISION"),
}
_WITH_A_PART = frozenset({"imaging", "procedure", "surgery"})
# Groups with few rows are repeated, so that the many do not drown them.
_OF_EACH = 900
_DRUGS = 1_500
_SHORTENED = 0.5
_LONGEST_PHRASE = 4


def make_lines(seed: int) -> list[tuple[str, str]]:
    """Return (line, group) pairs, in an order that mixes the groups; the same for the same seed and tables."""
    chance = random.Random(seed)
    lines = [(_medicine(chance), "drug") for _ in range(_DRUGS)]
    for group, keys in sorted(_keys_by_group().items()):
        lines += [(_line(chance.choice(keys), group, chance), group) for _ in range(_OF_EACH)]
    chance.shuffle(lines)
    return lines


def _line(key: str, group: str, chance: random.Random) -> str:
    words = _short(key.split(), chance)
    if group in _WITH_A_PART and chance.random() < 0.6:
        words += _short(chance.choice(_parts()).split(), chance)
        words += [chance.choice(("RT", "LT", "BILAT", ""))]
    if group in _BEHIND and chance.random() < 0.5:
        words.append(chance.choice(_BEHIND[group]))
    if chance.random() < 0.15:
        chance.shuffle(words)
    return chance.choice(_BEFORE) + " ".join(filter(None, words))


def _medicine(chance: random.Random) -> str:
    name = chance.choice(_names("drugs"))
    form = chance.choice(_names("dose_forms"))
    parts = [name, chance.choice(_STRENGTHS) if chance.random() < 0.8 else "", form if chance.random() < 0.8 else "INJ"]
    return " ".join(filter(None, [*_short(parts[0].split(), chance), parts[1], *_short(parts[2].split(), chance)]))


def _short(words: Sequence[str], chance: random.Random) -> list[str]:
    """Return words as price lists print them: some by an abbreviation of a word or of several."""
    short: list[str] = []
    place = 0
    while place < len(words):
        for length in range(min(_LONGEST_PHRASE, len(words) - place), 0, -1):
            forms = _forms().get(tuple(words[place : place + length]))
            if forms and chance.random() < _SHORTENED:
                short.append(chance.choice(forms))
                break
        else:
            length = 1
            short.append(words[place])
        place += length
    return short


@functools.cache
def _forms() -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """Return the abbreviations that stand for one thing wherever they stand, by what they are read as."""
    forms: dict[tuple[str, ...], list[str]] = {}
    for row in read_table("abbreviations"):
        if not row["context"]:
            forms.setdefault(tuple(row["reading"].split()), []).append(row["key"])
    return {words: tuple(sorted(each)) for words, each in forms.items()}


@functools.cache
def _keys_by_group() -> Mapping[str, tuple[str, ...]]:
    keys: dict[str, list[str]] = {}
    for row in read_table("concepts"):
        if row["rank"] != "4" and not row["key"].startswith("*"):
            keys.setdefault(row["group"], []).append(row["key"])
    return {group: tuple(sorted(each)) for group, each in keys.items()}


@functools.cache
def _names(table: str) -> tuple[str, ...]:
    return tuple(sorted(row["key"] for row in read_table(table)))


@functools.cache
def _parts() -> tuple[str, ...]:
    return _names("body_parts")
