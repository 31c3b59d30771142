"""The few questions: one after the other, each answered or skipped once, asked again on demand."""

from plainbill.case import Story
from plainbill.store import Answers
from plainbill_ui.asking import QUESTIONS, ask_again, next_question, skip, tell


def asked_next(answers: Answers) -> str | None:
    """The field of the next question."""
    following = next_question(answers)
    return None if following is None else following[1].field


def test_every_question_is_asked_until_it_is_answered_or_skipped() -> None:
    answers, seen = Answers(), []
    while (following := next_question(answers)) is not None:
        number, asked = following
        seen.append((number, asked.field))
        value = next(iter(asked.answers.values()), None)
        answers = skip(answers, asked.field) if value is None else tell(answers, asked.field, value)

    assert seen == [(place, each.field) for place, each in enumerate(QUESTIONS, start=1)]


def test_no_is_an_answer() -> None:
    assert asked_next(tell(Answers(), "insured", False)) == "visit_reason"


def test_every_answer_fits_the_story() -> None:
    for asked in QUESTIONS:
        for value in asked.answers.values():
            assert getattr(tell(Answers(), asked.field, value).story, asked.field) == value


def test_asked_again_only_these_answers_go() -> None:
    answers = Answers(
        story=Story(insured=True, signed_waiver=True), skipped=("story.paid", "documents[0].lines[0].charge")
    )

    again = ask_again(answers)

    assert again.story == Story(signed_waiver=True)
    assert again.skipped == ("documents[0].lines[0].charge",)
