"""Findings and gaps in another language: the same in the same order, with the same figures and no English sentence."""

import functools
import re

import pytest

from plainbill.case import CheckResult, Finding
from plainbill.checking import check
from plainbill.knowledge.languages import ENGLISH, languages, say_in
from tests.acting.making import cases

OTHERS = [name for name in languages() if name != ENGLISH]
FIGURE = re.compile(r"\d[\d.,-]*\d|\d")
# Two of these in one text are a sentence of ours; a description on a paper may have one.
ENGLISH_WORDS = re.compile(r"\b(?:the|your|you|this|that|which|please|with|does|was|were|are|is|not|than)\b", re.I)
QUOTED = re.compile(r"“[^”]*”|\([^)]*\)")
_WORDS = ("title", "explanation", "ask", "next_step")


@functools.cache
def checked(name: str, language: str) -> CheckResult:
    with say_in(language):
        return check(cases()[name].read())


def facts(finding: Finding) -> dict[str, object]:
    """A finding without its words."""
    return finding.model_dump(exclude={*_WORDS, "settles"})


def words(finding: Finding) -> list[str]:
    asked = [each.question for each in finding.settles] + [a.answer for each in finding.settles for a in each.answers]
    return [*(getattr(finding, part) for part in _WORDS), *asked]


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("name", cases())
def test_findings_are_the_same_in_every_language_but_for_their_words(name: str, language: str) -> None:
    english, other = checked(name, ENGLISH), checked(name, language)

    assert list(map(facts, other.findings)) == list(map(facts, english.findings))
    for one, two in zip(english.findings, other.findings, strict=True):
        assert [FIGURE.findall(each) for each in words(one)] == [
            sorted_as(FIGURE.findall(each), said) for each, said in zip(words(two), words(one), strict=True)
        ]
        assert [[a.moves_to for a in each.answers] for each in two.settles] == [
            [a.moves_to for a in each.answers] for each in one.settles
        ]


def sorted_as(figures: list[str], english: str) -> list[str]:
    """The figures of a text in the order of the English, where both have the same ones."""
    wanted = FIGURE.findall(english)
    return wanted if sorted(wanted) == sorted(figures) else figures


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("name", cases())
def test_no_english_sentence_is_left(name: str, language: str) -> None:
    other = checked(name, language)
    gaps = [part for gap in other.not_assessed for part in (gap.ask, gap.why)]

    said = [QUOTED.sub("", each) for finding in other.findings for each in words(finding)] + gaps

    assert [each for each in said if len(ENGLISH_WORDS.findall(each)) > 1] == []


def test_every_kind_is_looked_at() -> None:
    kinds = {finding.kind for name in cases() for finding in checked(name, ENGLISH).findings}

    assert len(kinds) > 40


def test_gaps_are_the_same_in_every_language_but_for_their_words() -> None:
    for name in cases():
        english, other = checked(name, ENGLISH), checked(name, "es")
        left = [gap.model_dump(exclude={"ask", "why"}) for gap in english.not_assessed]
        assert [gap.model_dump(exclude={"ask", "why"}) for gap in other.not_assessed] == left
