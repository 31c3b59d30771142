"""What a person adds changes the explanation: corrections, answers, reviews."""

from decimal import Decimal

import pytest

from plainbill.case import FaultyFile, Problem, Review, Story
from plainbill.engine import Engine
from plainbill.engine.amending import answered, correct, key_of
from plainbill.engine.retaking import pages_to_retake
from plainbill.settings import Settings
from plainbill.store import Answers, Correction, Settlement
from tests.plainbill_ui.explanation import explanation, in_trouble

CHARGE = "documents[0].lines[2].charge"


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine.start(Settings())


def test_without_answers_nothing_changes(engine: Engine) -> None:
    assert answered(explanation(), Answers(), engine, None).result == explanation()


def test_a_correction_is_kept_as_confirmed_by_a_person_and_changes_the_answer(engine: Engine) -> None:
    corrections = (Correction(path=CHARGE, value="48.00"),)
    before = answered(explanation(), Answers(corrections=(Correction(path=CHARGE, value="148.00"),)), engine, None)

    after = answered(explanation(), Answers(corrections=corrections), engine, None)

    assert after.result.case.documents[0].lines[2].charge == Decimal("48.00")
    assert "person" in after.result.sources[CHARGE].confirmed_by
    assert "duplicate-line" in {each.kind for each in before.result.findings}
    assert "duplicate-line" not in {each.kind for each in after.result.findings}


def test_what_nobody_can_read_is_absent() -> None:
    known = correct(explanation(), (Correction(path=CHARGE),))

    assert known.case.documents[0].lines[2].charge is None
    assert CHARGE not in known.sources


@pytest.mark.parametrize("correction", [(CHARGE, "a lot"), ("documents[7].lines[0].charge", "1.00"), ("", "1")])
def test_a_correction_that_does_not_fit_is_a_fault(correction: tuple[str, str]) -> None:
    path, value = correction
    with pytest.raises(FaultyFile):
        correct(explanation(), (Correction(path=path or "x", value=value),))


def test_a_corrected_description_is_put_in_plain_words_anew(engine: Engine) -> None:
    fix = Correction(path="documents[0].lines[3].description", value="Walking boot")

    words = answered(explanation(), Answers(corrections=(fix,)), engine, None).result.translations

    assert words[3].plain != explanation().translations[3].plain
    assert words[:3] == explanation().translations[:3]


def test_an_answer_that_settles_a_finding_sets_it_aside(engine: Engine) -> None:
    finding = explanation().findings[0]
    said = Settlement(finding=key_of(finding), title=finding.title, question="Twice?", answer="Yes", aside=True)

    known = answered(explanation(), Answers().settle(said, {}), engine, None)

    assert known.aside == (finding,)
    assert finding not in known.result.findings


def test_an_answer_fills_the_story_and_taken_back_leaves_nothing() -> None:
    said = Settlement(finding="a", title="t", question="Insured?", answer="No", sets=("insured",))

    told = Answers().settle(said, {"insured": False})

    assert told.story == Story(insured=False)
    assert told.unsettle("a", "Insured?").story.insured is None
    assert told.unsettle("a", "Insured?").settled == ()


def test_a_review_stands_with_the_words(engine: Engine) -> None:
    review = Review(by="Ana Ruiz", at="2026-11-28T10:00:00Z", status="approved")

    known = answered(explanation(), Answers(reviews={"d1:2": review}), engine, None)

    assert [each.review for each in known.result.translations] == [None, review, None, None]


def test_a_page_in_trouble_keeps_its_kinds_that_a_new_photo_helps() -> None:
    pages = in_trouble().pages
    turned = pages[0].but(problems=(Problem(kind="turned", text="it stood on its head"),))

    assert [each.kind for each in pages_to_retake(pages)[0]] == ["glare"]
    assert pages_to_retake((turned,)) == {}
