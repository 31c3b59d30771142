"""Review of the words: a named person approves, edits and rejects; it survives a reload and stands in exports."""

import json

import pytest

from tests.browser.browsing import Open
from tests.browser.looks import WALKED
from tests.browser.serving import Served

ASKED = "Are these words right?"
BETTER = "Pictures of your ankle, made with an X-ray machine."


@pytest.mark.parametrize("size", WALKED)
def test_words_are_approved_edited_and_rejected_under_a_name(
    open_as: Open, screen: Served, cookie: str, size: str
) -> None:
    visitor = open_as(cookie=cookie, size=size)
    visitor.press("See every charge in plain words")
    visitor.press("Check the words, as somebody who knows them")
    visitor.heading("Who checks the words?")
    visitor.page.get_by_label("Your name").fill("Ana **Ruiz**")
    visitor.press("Begin")
    visitor.heading(ASKED)
    assert visitor.serious() == []
    visitor.press("Yes, they are right")
    visitor.page.get_by_text("3 left to check.").wait_for()
    visitor.press("Change the words")
    field = visitor.page.get_by_label("Your words")
    field.press_sequentially(" Debridement", delay=2)
    visitor.page.get_by_text("does not explain “Debridement”").wait_for()
    assert visitor.serious() == []
    field.fill("Radiological examination of the posterior tibiofibular articulation.")
    visitor.page.get_by_text("use shorter words and sentences").wait_for()
    assert visitor.page.get_by_text("reading grade").count() == 1
    field.fill(BETTER)
    visitor.press("Keep my words")
    visitor.page.get_by_text("2 left to check.").wait_for()
    visitor.press("No, they are wrong")
    visitor.page.get_by_text("1 left to check.").wait_for()
    visitor.press("Yes, they are right")
    visitor.heading("All words are checked")
    visitor.page.reload()
    visitor.heading("All words are checked")
    with visitor.page.expect_download() as saved:
        visitor.page.get_by_text("Save the reviews (JSON)").click()
    reviews = [each["review"] for each in json.loads(saved.value.path().read_text())["translations"]]
    visitor.press("Back to the charges")
    visitor.page.get_by_text(BETTER).wait_for()

    assert [each["status"] for each in reviews] == ["approved", "edited", "rejected", "approved"]
    assert {each["by"] for each in reviews} == {"Ana **Ruiz**"}
    assert reviews[1]["plain"] == BETTER
    assert visitor.text().count("Ana **Ruiz**") == 4
    assert len(screen.store.answers(screen.case_of(cookie).id).reviews) == 4


def test_the_field_for_words_is_no_wider_than_a_narrow_phone(open_as: Open, screen: Served, cookie: str) -> None:
    screen.store.change_answers(screen.case_of(cookie).id, lambda answers: answers.but(reviewer="A"))
    visitor = open_as(cookie=cookie, size="narrow")
    visitor.page.goto(f"{screen.address}/review")
    visitor.heading(ASKED)
    visitor.press("Change the words")
    visitor.page.get_by_label("Your words").wait_for()
    visitor.settled()

    assert visitor.sideways() == 0
