"""The few questions that only the person can answer, each of which can be skipped."""

from decimal import Decimal

import pytest

from tests.browser.browsing import Open
from tests.browser.looks import WALKED
from tests.browser.serving import Served

HEADINGS = (
    "Did you have health insurance that day?",
    "Why did you go?",
    "Is there anything that you do not recognize?",
    "Did you pay something already?",
    "Was it because of an accident?",
)
SKIP = "I do not know, or I would rather not say"


@pytest.mark.parametrize("size", WALKED)
def test_answers_are_kept_and_change_the_answer(open_as: Open, screen: Served, cookie: str, size: str) -> None:
    visitor = open_as(cookie=cookie, size=size)
    visitor.press("Answer a few questions")
    visitor.heading(HEADINGS[0])
    visitor.press("Yes")
    visitor.heading(HEADINGS[1])
    visitor.page.reload()
    visitor.heading(HEADINGS[1])
    visitor.press("Something new was wrong")
    visitor.heading(HEADINGS[2])
    assert visitor.serious() == []
    visitor.page.get_by_text("I do not recognize charge 4").click()
    visitor.press("Go on")
    visitor.heading(HEADINGS[3])
    assert visitor.serious() == []
    visitor.page.get_by_label("How much, in dollars?").fill("$40")
    visitor.press("I paid this")
    visitor.heading(HEADINGS[4])
    visitor.press("No")
    visitor.heading("Thank you, that is all")
    visitor.press("Show me the answer")
    visitor.page.get_by_text("A charge that you do not know").wait_for()

    story = screen.store.answers(screen.case_of(cookie).id).story
    assert (story.insured, story.visit_reason, story.unrecognized, story.accident) == (
        True,
        "new_problem",
        ("d1:4",),
        False,
    )
    assert [paid.amount for paid in story.paid] == [Decimal("40.00")]


def test_every_question_fits_a_narrow_phone_can_be_skipped_and_is_asked_again(open_as: Open, cookie: str) -> None:
    visitor = open_as(cookie=cookie, size="narrow")
    visitor.press("Answer a few questions")
    wide = {}
    for heading in HEADINGS:
        visitor.heading(heading)
        visitor.settled()
        wide[heading] = visitor.sideways()
        visitor.press(SKIP)
    visitor.heading("Thank you, that is all")
    visitor.press("Ask me again")
    visitor.heading(HEADINGS[0])

    assert wide == dict.fromkeys(HEADINGS, 0)
