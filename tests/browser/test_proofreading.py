"""Photos that are hard to read, and values that nothing confirms: each has its question and its way on."""

import pytest

from plainbill.case import Problem
from plainbill.store import Correction
from tests.browser.browsing import Open, Visitor
from tests.browser.looks import WALKED
from tests.browser.places import in_bad_light
from tests.browser.serving import Served
from tests.plainbill_ui.explanation import doubtful, explanation

CHARGE = "documents[0].lines[2].charge"
WORDS = "documents[0].lines[3].description"


@pytest.fixture(params=WALKED)
def troubled(open_as: Open, screen: Served, request: pytest.FixtureRequest) -> tuple[Visitor, str]:
    """Somebody whose photo was read, but is hard to read; its file waits."""
    cookie = in_bad_light(screen)
    visitor = open_as(cookie=cookie, size=request.param)
    visitor.heading("Is this photo good enough?")
    return visitor, cookie


@pytest.mark.parametrize("size", WALKED)
def test_what_nothing_confirms_is_asked_one_by_one_and_changes_the_answer(
    open_as: Open, screen: Served, size: str
) -> None:
    cookie = screen.keep(doubtful(WORDS, CHARGE))
    visitor = open_as(cookie=cookie, size=size)
    visitor.press("Check 2 places on your photo")
    visitor.heading("Did we read this right?")
    visitor.page.get_by_text("Misc supplies").first.wait_for()
    assert visitor.page.locator(".pb-crops img").count() == 1
    visitor.press("Yes, that is what the paper says")
    visitor.page.get_by_text("1 place left to look at.").wait_for()
    visitor.page.reload()
    visitor.page.get_by_text("1 place left to look at.").wait_for()
    visitor.page.get_by_label("No, it says:").fill("a lot")
    visitor.press("Use what I typed")
    visitor.page.get_by_text("Type an amount").wait_for()
    visitor.page.get_by_label("No, it says:").fill("$48")
    visitor.press("Use what I typed")
    visitor.heading("That is all")
    visitor.press("Show me the answer")
    visitor.page.get_by_text("The charges do not add up to the printed total").wait_for()

    assert "The ankle X-ray is on the bill twice" not in visitor.text()
    assert screen.store.answers(screen.case_of(cookie).id).corrections == (
        Correction(path=WORDS, value="Misc supplies"),
        Correction(path=CHARGE, value="48.00"),
    )


def test_what_nobody_can_read_is_left_out(open_as: Open, screen: Served) -> None:
    visitor = open_as(cookie=screen.keep(doubtful(CHARGE)))
    visitor.press("Check 1 place on your photo")
    visitor.press("Nobody can read this")
    visitor.heading("That is all")
    visitor.press("Show me the answer")
    visitor.press("See every charge in plain words")
    visitor.heading("What is each charge?")

    assert visitor.text().count("$148.00") == 1


def test_what_would_close_a_sum_is_offered_and_taken_with_one_tap_only(open_as: Open, screen: Served) -> None:
    made = doubtful(CHARGE)
    sources = {
        path: source.but(proposal="84.00") if path == CHARGE else source for path, source in made.sources.items()
    }
    cookie = screen.keep(made.but(sources=sources))
    visitor = open_as(cookie=cookie)
    visitor.press("Check 1 place on your photo")
    visitor.page.get_by_text("The sum on the paper would fit if this were $84.00.").wait_for()
    assert screen.store.answers(screen.case_of(cookie).id).corrections == ()
    visitor.press("No, the paper says $84.00")
    visitor.heading("That is all")

    assert screen.store.answers(screen.case_of(cookie).id).corrections == (Correction(path=CHARGE, value="84.00"),)


def test_a_place_can_be_skipped_and_looked_at_later(open_as: Open, screen: Served) -> None:
    visitor = open_as(cookie=screen.keep(doubtful(CHARGE)))
    visitor.press("Check 1 place on your photo")
    visitor.press("Skip this one")
    visitor.heading("That is all")
    visitor.press("Look at what I skipped")
    visitor.heading("Did we read this right?")


def test_a_photo_in_trouble_shows_the_piece_and_is_taken_again(troubled: tuple[Visitor, str], screen: Served) -> None:
    visitor, cookie = troubled
    visitor.page.locator("img.pb-trouble").evaluate("picture => picture.decode()")
    visitor.says("Turn the paper away from the lamp")
    visitor.press("Take it again")
    visitor.heading("Is that every page?")

    visitor.says("bill.jpg")
    assert screen.case_of(cookie).state == "new"


def test_a_missing_page_is_asked_for_and_no_photo_is_taken_again(open_as: Open, screen: Served) -> None:
    missing = Problem(kind="missing_page", text="the paper has 2 pages, and page 2 is missing")
    cookie = in_bad_light(screen)
    made = explanation()
    screen.store.save_result(
        screen.case_of(cookie).id, made.but(pages=(made.pages[0].but(problems=(missing,)),)), keep_files=True
    )
    visitor = open_as(cookie=cookie)
    visitor.heading("Do you have the missing page?")
    visitor.press("Add the missing page")
    visitor.heading("Is that every page?")

    visitor.says("bill.jpg")


def test_a_photo_in_trouble_is_used_as_it_is_and_its_file_goes(troubled: tuple[Visitor, str], screen: Served) -> None:
    visitor, cookie = troubled
    visitor.press("Use it as it is")
    visitor.heading("1 thing worth a question")

    assert screen.store.file_names(screen.case_of(cookie).id) == ()
