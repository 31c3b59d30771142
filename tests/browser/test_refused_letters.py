"""A letter of denial alone: the answer says so, and leads to the call, the letter and the days."""

import pytest

from plainbill.case import ExplainResult, read_as
from tests.acting.test_appeals import letter
from tests.browser.browsing import Open
from tests.browser.serving import Served

WORDS = "Your colonoscopy was denied because it is not medically necessary."


def result(*confirmed_by: str) -> ExplainResult:
    """A plan's letter that refuses something, and nothing else; its plan's name was read and confirmed as said."""
    paper = letter(f"{WORDS} You may appeal until June 2, 2025.", payer={"name": "Harbor Plan", "phone": "555-0142"})
    page = {"file": "letter.jpg", "page": 1, "document": "letter", "width": 1950, "height": 2600}
    name = {"page": 0, "text": "Harbor Plan", "confirmed_by": confirmed_by}
    written = {"case": {"documents": [paper]}, "pages": [page], "sources": {"documents[0].payer.name": name}}
    return read_as(ExplainResult, written | dict.fromkeys(("translations", "findings", "not_assessed"), ()))


@pytest.mark.timeout(120)
def test_a_denial_letter_alone_leads_to_its_call_letter_and_days(open_as: Open, screen: Served) -> None:
    visitor = open_as(cookie=screen.keep(result("text_layer")))
    visitor.heading("Your plan says no to something")
    assert WORDS in visitor.text() and "Check the photo first." not in visitor.text()
    assert visitor.page.get_by_role("button", name="See every charge").count() == 0, "there is none to see"

    visitor.press("What to do next")
    visitor.heading("What to do next")
    visitor.says("June 2, 2025")
    visitor.press("What to say when you call")
    visitor.heading("What to say: Your insurance, Harbor Plan")
    visitor.says("How do I appeal")
    visitor.press("Note what they said")
    visitor.heading("What did they say?")
    visitor.press("Keep this note")
    visitor.page.get_by_text("Noted").wait_for()
    assert "Did they answer a question?" not in visitor.text()
    visitor.press("What to do next")
    visitor.heading("What to do next")
    visitor.press("Write a letter")
    visitor.press("Read letter 1")
    visitor.heading("Please look at this decision again")
    said = " ".join(visitor.text().split())
    assert "Fill in by hand: Patient; Member number; Claim number; Date of care;" in said


@pytest.mark.timeout(120)
def test_a_denial_letter_in_a_picture_is_to_be_read_before_the_call(open_as: Open, screen: Served) -> None:
    visitor = open_as(cookie=screen.keep(result("second_reader")))
    visitor.heading("1 thing to check on your photo first")
    visitor.says("Check the photo first.")
    assert "Your plan says no" not in visitor.text(), "a letter that may be misread says nothing for sure"

    visitor.press("What to do next")
    visitor.heading("What to do next")
    visitor.says("Read your plan's letter yourself first.")
    visitor.press("What to say when you call")
    visitor.heading("What to say: Your insurance, Harbor Plan")
    visitor.says("Look at your paper first.")
