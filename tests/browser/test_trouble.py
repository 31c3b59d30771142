"""What goes wrong around a case: each has its sentence and its way on, and nothing already given is lost."""

from pathlib import Path

from PIL import Image, ImageEnhance
from playwright.sync_api import FilePayload

from tests.browser.browsing import Open
from tests.browser.serving import FIXTURES, Served
from tests.plainbill_ui.explanation import explanation

PHOTO = FIXTURES / "sample" / "bill.jpg"


def test_a_case_that_is_gone_says_so_on_every_screen_and_begins_again(
    open_as: Open, screen: Served, cookie: str
) -> None:
    visitor = open_as(cookie=cookie)
    visitor.heading("1 thing worth a question")
    screen.store.delete_case(screen.case_of(cookie).id)
    for name in ("answer", "review", "reading"):
        visitor.page.goto(f"{screen.address}/{name}")
        visitor.heading("What does your medical bill say?")

        visitor.page.get_by_text("Your papers are not here any more.").wait_for()


def test_the_back_button_leads_back_and_loses_nothing(open_as: Open, cookie: str) -> None:
    visitor = open_as(cookie=cookie)
    visitor.press("Look at number 1")
    visitor.heading("The ankle X-ray is on the bill twice")
    visitor.press("What to say when you call")
    visitor.heading("What to say: Billing office, Brightwater Urgent Care")
    visitor.settled()
    visitor.page.go_back()
    visitor.heading("The ankle X-ray is on the bill twice")
    visitor.press("Back to the answer")
    visitor.heading("1 thing worth a question")
    visitor.settled()
    visitor.page.go_back()
    visitor.heading("The ankle X-ray is on the bill twice")


def test_what_one_tab_answers_the_other_knows(open_as: Open, cookie: str) -> None:
    one, other = open_as(cookie=cookie), open_as(cookie=cookie)
    other.heading("1 thing worth a question")
    one.press("Look at number 1")
    one.press("Yes")
    one.heading("This is settled by your answer")
    other.press("Look at number 1")

    other.page.get_by_role("heading", name="Settled by your answers").wait_for()


def test_the_same_file_twice_is_kept_once_and_said(open_as: Open) -> None:
    visitor = open_as()
    visitor.heading("What does your medical bill say?")
    visitor.page.locator("input[type=file]").set_input_files(PHOTO)
    visitor.heading("Is that every page?")
    visitor.settled()
    visitor.page.locator("input[type=file]").set_input_files(PHOTO)
    visitor.page.get_by_text("bill.jpg is here already. We keep it once.").wait_for()

    visitor.settled()
    other = FilePayload(name="again.jpg", mimeType="image/jpeg", buffer=PHOTO.read_bytes())
    visitor.page.locator("input[type=file]").set_input_files(
        [other, FilePayload(name="and again.jpg", mimeType="image/jpeg", buffer=PHOTO.read_bytes())]
    )
    visitor.page.get_by_text("2 of these files are here already. We keep each once.").wait_for()

    assert visitor.page.get_by_role("button", name="Remove file").count() == 1


def test_a_photo_in_trouble_is_seen_before_anything_is_read(open_as: Open, screen: Served, tmp_path: Path) -> None:
    dark = tmp_path / "dark.jpg"
    ImageEnhance.Brightness(Image.open(PHOTO)).enhance(0.1).save(dark)
    visitor, stranger = open_as(), open_as()
    visitor.heading("What does your medical bill say?")
    visitor.page.locator("input[type=file]").set_input_files([PHOTO, dark])
    visitor.page.get_by_text("Too dark.").wait_for()
    visitor.page.get_by_text("Looks readable.").wait_for()
    pictures = visitor.page.get_by_role("img", name="Small picture of")
    for picture in pictures.all():
        picture.evaluate("picture => picture.decode()")
    address = f"{screen.address}{pictures.first.get_attribute('src')}"
    assert visitor.serious() == []
    visitor.press("Remove file 2")
    visitor.page.get_by_text("Too dark.").wait_for(state="detached")

    assert visitor.page.get_by_text("Looks readable.").count() == 1
    assert visitor.context.request.get(address).status == 200
    assert stranger.context.request.get(address).status == 404


def test_another_paper_is_added_to_a_case_that_was_read(open_as: Open, screen: Served) -> None:
    cookie = screen.keep(explanation())
    visitor = open_as(cookie=cookie)
    visitor.press("Add another paper")
    visitor.heading("Is that every page?")
    visitor.page.locator("input[type=file]").set_input_files(FIXTURES / "sample" / "eob.jpg")
    visitor.page.get_by_role("button", name="Remove file 2").wait_for()

    assert [name for _, name in screen.store.file_names(screen.case_of(cookie).id)] == ["bill.jpg", "eob.jpg"]
