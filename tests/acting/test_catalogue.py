"""Every kind of the catalogue leads to its question, a next step, and what its answers would mean."""

import pytest

from plainbill.acting.texts import actions_of, names_in, texts
from plainbill.case import CATALOGUE
from tests.acting.making import all_kinds, cases, report_of

KINDS = all_kinds()


def test_our_cases_hold_every_kind() -> None:
    assert set(KINDS) == set(CATALOGUE)


@pytest.mark.parametrize("kind", CATALOGUE)
def test_a_kind_has_a_question_and_a_next_step(kind: str) -> None:
    report = report_of(KINDS[kind])
    places = [place for place, finding in enumerate(report.findings) if finding.kind == kind]

    for place in places:
        question = report.questions[place]
        assert question.ask.text and question.read_out
        assert all(meaning.means for settled in question.settles for meaning in settled.meanings)
        assert [step for step in report.steps if place in step.findings and step.said.text]


@pytest.mark.parametrize("kind", [kind for kind, category in CATALOGUE.items() if category != "info"])
def test_a_kind_that_is_worth_a_question_stands_on_a_call_sheet(kind: str) -> None:
    report = report_of(KINDS[kind])
    asked = {question.finding for sheet in report.call_sheets for question in (*sheet.questions, *sheet.check)}

    assert {place for place, finding in enumerate(report.findings) if finding.kind == kind} <= asked


@pytest.mark.parametrize("kind", CATALOGUE)
def test_letters_and_clocks_of_a_kind_are_there(kind: str) -> None:
    actions = actions_of(kind)

    assert actions.name
    assert set(actions.letters) <= set(names_in("letters")) - {"letter", "hold"}
    assert set(actions.clocks) <= {"appeal", "filing", "estimate", "help"}


def test_each_letter_there_is_comes_of_some_case() -> None:
    written = {letter.name for name in cases() for letter in report_of(name).letters}

    assert written == set(names_in("letters")) - {"letter"}


def test_a_kind_that_a_plugin_brings_has_no_letter_and_goes_by_its_own_name() -> None:
    assert actions_of("acme/odd-thing").name == "acme/odd-thing"
    assert actions_of("acme/odd-thing").letters == ()


def test_texts_that_are_not_there_are_an_empty_list() -> None:
    assert texts("letters", "hold", "rules") == ()
