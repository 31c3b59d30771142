"""Scores how official names that our own words do not cover are explained: how hard it reads, what is shared."""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bench.screen import tell
from plainbill.case import Reading
from plainbill.describing.codes import describe_code
from plainbill.describing.readability import explained_names, reading_grade, words_a_sentence
from plainbill.knowledge.published import NothingImported, PublishedCode

GRADE_BAR, EASY_BAR, WORDS_BAR = 6.0, 0.95, 6.0
_EDITION = datetime.date(2025, 1, 1)


@dataclass(frozen=True, slots=True)
class Names(NothingImported):
    """An imported list that holds these names by code."""

    names: Mapping[str, str]

    def code(self, code: str) -> PublishedCode | None:
        """Return the code with its name."""
        if code not in self.names:
            return None
        return PublishedCode(
            code=code, descriptor=self.names[code], table="HCPCS Level II", source="CMS", edition_from=_EDITION
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How many names are explained, the share of them at grade 6, of too few words, and of a text that others have."""

    names: int
    easy: float
    clipped: float
    shared: int
    same_names: int


def score(names: Mapping[str, str]) -> Score:
    """What is said of each name that our own words do not cover."""
    said = {code: reading.plain for code in names if (reading := _composed(code, names)) is not None}
    texts = Counter(said.values())
    own = Counter(names[code].casefold() for code in said)
    return Score(
        names=len(said),
        easy=_share(reading_grade(plain, explained_names(plain)) <= GRADE_BAR for plain in said.values()),
        clipped=_share(words_a_sentence(plain) < WORDS_BAR for plain in said.values()),
        shared=sum(texts[plain] > 1 for plain in said.values()),
        same_names=sum(own[names[code].casefold()] > 1 for code in said),
    )


def tell_official_names(names: Mapping[str, str]) -> None:
    """Print the score."""
    found = score(names)
    tell(
        f"{found.names} official names: {found.easy:.1%} at grade {GRADE_BAR:g} (bar {EASY_BAR:.0%}),"
        f" {found.clipped:.1%} of fewer than {WORDS_BAR:g} words a sentence (bar 0);"
        f" {found.shared} share their text with another, {found.same_names} share their name"
    )


def _composed(code: str, names: Mapping[str, str]) -> Reading | None:
    reading = describe_code(code, (), Names(names))
    return reading if reading is not None and "The code list says: " in reading.plain else None


def _share(of: Iterable[bool]) -> float:
    answers = [*of]
    return sum(answers) / len(answers)
