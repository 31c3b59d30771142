"""What findings and gaps say: complete, plain, and without a figure that is not in the evidence."""

import re

import pytest

from plainbill.case import CATALOGUE
from plainbill.checking import check
from plainbill.checking.rules import RULES
from plainbill.checking.texts import Wording, wording, wordings
from tests.checking.making import bill, checked, found
from tests.example_cases import OWN, WorkedCase, worked_cases

# Records that were sent and do not carry the code are the clinician's to complete (CARC 250, 251).
MOVED = {("documentation-requested", "coding")}
BUILT = {kind for rule in RULES for kind in rule.kinds}
# An office worker says these anyway; a grade by syllables cannot know that.
_KNOWN_WORDS = re.compile(r"(?i)\b(itemized|procedure|insurance|billing|deductible|explanation|financial)\b")
_SENTENCE = re.compile(r"[.!?:]+(?:\s|$)")


def syllables(word: str) -> int:
    """Groups of vowels, a silent e at the end left out, as the Flesch-Kincaid formula is mostly computed."""
    groups = len(re.findall(r"[aeiouy]+", word.lower()))
    silent = word.lower().endswith("e") and not word.lower().endswith(("le", "ee"))
    return max(1, groups - (1 if silent else 0))


def grade(text: str) -> float:
    """The Flesch-Kincaid reading grade."""
    plain = _KNOWN_WORDS.sub("paper", re.sub(r"\{\w+\}", "bill", text))
    words = re.findall(r"[A-Za-z']+", plain)
    sentences = max(1, len([part for part in _SENTENCE.split(plain) if part.strip()]))
    return 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def parts(text: Wording) -> list[str]:
    return [text.title, text.explanation, text.ask, text.next_step]


@pytest.mark.parametrize(("kind", "name"), wordings())
def test_a_wording_is_plain_and_holds_no_figure_of_its_own(kind: str, name: str) -> None:
    text = wording(kind, name)

    assert grade(f"{text.explanation} {text.ask} {text.next_step}") <= 8
    assert not [part for part in parts(text) if re.search(r"[0-9]", part.replace("UB-04", ""))]


@pytest.mark.parametrize(("kind", "name"), wordings())
def test_a_wording_has_a_question_whose_answers_differ(kind: str, name: str) -> None:
    settles = wording(kind, name).settles

    assert settles
    assert all(len({str(answer.moves_to) for answer in question.answers}) > 1 for question in settles)


def test_each_kind_that_is_built_has_a_wording_and_each_wording_a_kind() -> None:
    assert {kind for kind, _ in wordings()} == BUILT
    assert set(CATALOGUE) >= BUILT


def test_answers_move_to_kinds_of_the_catalogue_in_their_category() -> None:
    moves = [
        answer.moves_to
        for kind, name in wordings()
        for question in wording(kind, name).settles
        for answer in question.answers
        if not isinstance(answer.moves_to, str)
    ]

    assert moves
    assert {(move.kind, move.category) for move in moves if CATALOGUE[move.kind] != move.category} <= MOVED


@pytest.mark.parametrize("case", worked_cases(OWN), ids=lambda case: case.name)
def test_every_figure_that_is_said_stands_in_the_evidence(case: WorkedCase) -> None:
    for finding in check(case.read()).findings:
        said = " ".join((finding.title, finding.explanation, finding.ask, finding.next_step)).replace("UB-04", "")
        known = " ".join((*(entry.value for entry in finding.evidence), str(finding.amount)))
        assert set(re.findall(r"[0-9][0-9.]*[0-9]|[0-9]", said)) <= set(re.findall(r"[0-9][0-9.]*[0-9]|[0-9]", known))


def test_words_of_a_paper_cannot_fill_in_a_text() -> None:
    provider = {"name": "{amount} {0.__class__} Clinic"}

    finding = found(checked(bill(totals={"charges": "210.00"}, provider=provider)), "arithmetic-error")

    assert "{amount} {0.__class__} Clinic" in finding.next_step
