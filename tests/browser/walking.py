"""The whole way of a person, tapped from screen to screen: from the photo to the call, the letter and the deletion."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.browser.browsing import Visitor

READING_MS = 120_000
ON_SCREEN = "element => (top => top >= 0 && top < innerHeight / 2)(element.getBoundingClientRect().top)"


def walk(visitor: Visitor, photos: Sequence[Path]) -> Iterator[str]:
    """Go the way from the start to the deletion with these photos, and name each screen when it stands."""
    visitor.heading("What does your medical bill say?")
    yield "start"
    visitor.page.locator("input[type=file]").set_input_files(photos)
    visitor.heading("Is that every page?")
    visitor.page.get_by_text("Looks readable.").nth(len(photos) - 1).wait_for(timeout=READING_MS)
    yield "papers"
    visitor.press("Read my papers", leads_to="We are reading your papers")
    yield "reading"
    visitor.page.get_by_role("button", name="What to do next").wait_for(timeout=READING_MS)
    yield "answer"
    yield from _to_a_letter(visitor)
    yield from _to_every_word(visitor)
    visitor.press("Delete everything", leads_to="Delete everything?")
    yield "delete"
    visitor.press("Yes, delete everything", leads_to="Everything is deleted")
    yield "deleted"


def walk_in_doubt(visitor: Visitor) -> Iterator[str]:
    """Go the way of somebody whose photo is hard to read and has one doubtful place; name each screen."""
    visitor.heading("Is this photo good enough?")
    visitor.page.locator(".pb-trouble").first.wait_for()
    yield "readable"
    visitor.press("Use it as it is")
    visitor.press("Check 1 place on your photo", leads_to="Did we read this right?")
    visitor.page.locator(".pb-crops img").first.wait_for()
    visitor.page.get_by_label("No, it says:").wait_for()
    yield "proofreading"


def _to_a_letter(visitor: Visitor) -> Iterator[str]:
    visitor.press("Look at number 1")
    visitor.page.get_by_role("heading", name="Where it may have gone wrong").wait_for()
    yield "finding"
    visitor.press("What to say when you call")
    visitor.page.locator(".pb-sheet").wait_for()
    yield "calls"
    visitor.press("Note what they said", leads_to="What did they say?")
    yield "noting"
    visitor.press("What to do next", leads_to="What to do next")
    yield "next"
    visitor.press("The bill is right, but I cannot pay it", leads_to="Is the bill right, but too much to pay?")
    yield "help"
    visitor.press("Back to what to do next")
    visitor.press("Write a letter", leads_to="Which letter do you want?")
    yield "letters"
    visitor.press("Read letter 1")
    visitor.page.locator(".pb-letter").wait_for()
    yield "letter"
    visitor.press("Another letter", leads_to="Which letter do you want?")
    visitor.press("Back to what to do next", leads_to="What to do next")


def _to_every_word(visitor: Visitor) -> Iterator[str]:
    visitor.press("Back to the answer")
    visitor.press("Answer a few questions", leads_to="Did you have health insurance that day?")
    yield "story"
    visitor.press("Show me the answer")
    visitor.press("See every charge in plain words", leads_to="What is each charge?")
    _to_a_box_and_back(visitor)
    yield "charges"
    visitor.press("Check the words, as somebody who knows them")
    visitor.page.get_by_label("Your name").fill("Ana Ruiz")
    visitor.press("Begin", leads_to="Are these words right?")
    visitor.press("Change the words")
    visitor.page.get_by_label("Your words").wait_for()
    yield "review"


def _to_a_box_and_back(visitor: Visitor) -> None:
    visitor.settled()
    visitor.page.locator(".pb-boxed img").first.evaluate("picture => picture.decode()")
    box = visitor.page.locator(".pb-box").nth(1)
    box.locator("span").first.click()
    row = visitor.page.locator(".pb-card:target")
    row.wait_for()
    assert "#" + str(row.get_attribute("id")) == box.get_attribute("href")
    assert row.evaluate(ON_SCREEN), "the row of a box that was tapped is not on the screen"
    row.get_by_role("link", name="Show it on the photo").click()
    visitor.page.locator(".pb-box:target").wait_for()
    assert box.evaluate(ON_SCREEN), "the box of a row that was tapped is not on the screen"
