"""From the answer to a finding, a call, its note, a letter and what next."""

from collections.abc import Iterator

import pytest

from plainbill_ui.pictures import case_tag
from tests.browser.browsing import Open, Visitor
from tests.browser.looks import WALKED
from tests.browser.serving import Served

TWICE = "The ankle X-ray is on the bill twice"


@pytest.fixture(params=WALKED)
def visitor(open_as: Open, cookie: str, request: pytest.FixtureRequest) -> Iterator[Visitor]:
    opened = open_as(cookie=cookie, size=request.param)
    opened.heading("1 thing worth a question")
    yield opened


def test_the_way_from_the_answer_to_a_letter_is_walked(visitor: Visitor) -> None:
    visitor.press("Look at number 1")
    visitor.heading(TWICE)
    visitor.press("What to say when you call")
    visitor.heading("What to say: Billing office, Brightwater Urgent Care")
    visitor.press("Note what they said")
    visitor.heading("What did they say?")
    visitor.press("What to do next")
    visitor.heading("What to do next")
    visitor.press("The bill is right, but I cannot pay it")
    visitor.heading("Is the bill right, but too much to pay?")
    visitor.press("Back to what to do next")
    visitor.press("Write a letter")
    visitor.heading("Which letter do you want?")
    visitor.press("Read letter 1")
    visitor.heading("Please check my bill")
    for said, begins in (("Save to print (PDF)", b"%PDF"), ("Save to change it (Word)", b"PK"), ("Save as plain", b"")):
        with visitor.page.expect_download() as saved:
            visitor.page.get_by_text(said).click()
        content = saved.value.path().read_bytes()
        assert (said, content.startswith(begins), len(content) > 300) == (said, True, True)


def test_a_finding_shows_its_pieces_of_the_photo_and_its_place_on_the_way(visitor: Visitor) -> None:
    visitor.press("Look at number 1")
    visitor.heading(TWICE)
    for piece in visitor.page.locator(".pb-crops img").all():
        piece.evaluate("picture => picture.decode()")

    assert visitor.page.locator(".pb-crops img").count() == 2
    visitor.page.get_by_text("Show it on the whole page").click()
    visitor.page.locator(".pb-whole img").evaluate("picture => picture.decode()")
    assert visitor.page.locator(".pb-mark").count() == 2
    assert visitor.page.locator("[aria-current=step]").inner_text().split() == ["The", "bill", "here"]


def test_an_answer_settles_a_finding_survives_a_reload_and_can_be_taken_back(visitor: Visitor) -> None:
    visitor.press("Look at number 1")
    visitor.press("Yes")
    visitor.heading("This is settled by your answer")
    visitor.page.reload()
    visitor.heading("This is settled by your answer")
    visitor.press("Back to the answer")
    visitor.heading("1 thing to check on your photo first")
    visitor.page.get_by_role("heading", name="Settled by your answers").wait_for()
    visitor.press("Look at settled number 1")
    visitor.press("Change this answer")
    visitor.heading(TWICE)


def test_what_is_doubtful_is_to_be_checked_on_the_photo_first(visitor: Visitor) -> None:
    visitor.press("Look at number 2")
    visitor.heading("One charge does not say what it is")

    visitor.says("check the photo first")


def test_a_call_can_be_dialed_and_its_note_is_kept(visitor: Visitor, screen: Served, cookie: str) -> None:
    visitor.press("Look at number 1")
    visitor.press("What to say when you call")
    visitor.heading("What to say: Billing office, Brightwater Urgent Care")
    assert visitor.page.locator("a.pb-call").get_attribute("href") == "tel:+15035550126"
    visitor.press("Note what they said")
    visitor.page.get_by_label("Whom did you speak to?").fill("Dana **Moreno**")
    visitor.page.get_by_label("Reference number of the call").fill("R-7781")
    visitor.press("Keep this note")
    visitor.page.get_by_text("You called on").wait_for()
    (call,) = screen.store.answers(screen.case_of(cookie).id).calls
    visitor.page.reload()
    visitor.page.get_by_text("R-7781").wait_for()

    assert (call.desk, call.spoke_to, call.reference) == ("billing_office", "Dana **Moreno**", "R-7781")
    visitor.says("Dana **Moreno**")
    visitor.press("What to do next")
    visitor.heading("What to do next")
    visitor.page.get_by_text("R-7781").wait_for()


def test_a_step_that_is_done_stays_done(visitor: Visitor) -> None:
    visitor.press("What to do next")
    visitor.press("Step 2 is done")
    visitor.page.get_by_role("button", name="Step 2 is not done").wait_for()
    visitor.page.reload()
    visitor.page.get_by_role("button", name="Step 2 is not done").wait_for()


def test_files_are_for_their_owner_only(open_as: Open, screen: Served, cookie: str) -> None:
    case = screen.case_of(cookie)
    visitor, stranger = open_as(cookie=cookie), open_as()
    address = f"{screen.address}/file/{case_tag(case.id)}/report.pdf"

    assert visitor.context.request.get(address).status == 200
    assert visitor.context.request.get(f"{screen.address}/file/{case_tag(case.id)}/../../etc/passwd").status != 500
    assert stranger.context.request.get(address).status == 404


def test_a_finding_is_answered_with_the_keyboard_alone(open_as: Open, cookie: str) -> None:
    visitor = open_as(cookie=cookie, size="desk")
    visitor.press("Look at number 1")
    visitor.heading(TWICE)
    visitor.settled()
    for _ in range(30):
        visitor.page.keyboard.press("Tab")
        if visitor.page.evaluate("document.activeElement.innerText") == "Yes":
            break
    visitor.page.keyboard.press("Enter")

    visitor.heading("This is settled by your answer")
