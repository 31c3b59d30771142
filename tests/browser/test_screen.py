"""A person with a photo, in a real browser, from the start to the explanation and to its deletion."""

import urllib.error
import urllib.request
from datetime import UTC, datetime

import pytest
from playwright.sync_api import FilePayload

from plainbill.case import Answer, ExplainResult, Settling
from plainbill_ui.pictures import case_tag
from tests.browser.browsing import Open
from tests.browser.serving import Served
from tests.browser.sockets import outside, spoken_to
from tests.browser.walking import READING_MS
from tests.plainbill_ui.explanation import HOSTILE, explanation


def test_a_photo_becomes_an_answer_that_names_desk_money_and_every_charge(
    open_as: Open, photographed: str, screen: Served
) -> None:
    reader = open_as(cookie=photographed)
    reader.page.get_by_role("button", name="What to do next").wait_for()
    said = reader.text()
    assert "Ask the billing office" in said
    assert "$148.00" in said
    heading = reader.page.get_by_role("heading", level=1).inner_text()
    reader.page.reload()
    reader.heading(heading)
    reader.press("See every charge in plain words")
    reader.heading("What is each charge?")
    pieces = reader.page.locator(".pb-crops img")
    for piece in pieces.all():
        piece.scroll_into_view_if_needed()
        piece.evaluate("picture => picture.decode()")

    assert [amount in reader.text() for amount in ("$210.00", "$148.00", "$265.00")] == [True] * 3
    reader.says("X-ray")
    assert pieces.count() >= 8
    reader.press("Delete everything")
    reader.press("No, keep it")
    reader.heading(heading)
    assert reader.elsewhere(screen.address) == []


def test_hostile_print_shows_as_text_and_fetches_nothing(open_as: Open, screen: Served) -> None:
    visitor = open_as(cookie=screen.keep(hostile_explanation()))
    visitor.heading("1 thing worth a question")
    visitor.page.get_by_role("heading", name=HOSTILE).wait_for()
    visitor.press("Look at number 1")
    visitor.heading(HOSTILE)
    visitor.page.get_by_role("button", name=HOSTILE).wait_for()
    assert visitor.text().count(HOSTILE) >= 5
    visitor.press("What to say when you call")
    visitor.heading("What to say: Billing office")
    visitor.settled()
    assert visitor.text().count(HOSTILE) >= 3
    visitor.press("Back to the answer")
    visitor.press("See every charge in plain words")
    visitor.heading("What is each charge?")

    visitor.says(HOSTILE)
    assert visitor.page.locator("img[src*='198.51.100.7']").count() == 0
    assert [url for url in visitor.asked if "198.51.100.7" in url] == []


def hostile_explanation() -> ExplainResult:
    """An explanation in which every text that comes from a paper or a plugin is hostile."""
    result = explanation(description=HOSTILE)
    asked = Settling(question=HOSTILE, answers=(Answer(answer=HOSTILE, moves_to="confirmed"),))
    finding = result.findings[0].but(title=HOSTILE, explanation=HOSTILE, ask=HOSTILE, settles=(asked,))
    words = tuple(each.but(plain=HOSTILE) for each in result.translations)
    return result.but(findings=(finding,), translations=words)


def test_deleting_removes_the_case_and_its_pictures(open_as: Open, screen: Served, cookie: str) -> None:
    visitor = open_as(cookie=cookie)
    case = screen.case_of(cookie)
    visitor.press("Delete everything")
    visitor.heading("Delete everything?")
    visitor.press("Yes, delete everything")
    visitor.heading("Everything is deleted")

    assert screen.store.case_of(cookie, now=datetime.now(UTC)) is None
    assert status(f"{screen.address}/page/{case_tag(case.id)}/0", cookie) == 404
    visitor.page.reload()
    visitor.press("Start again")
    visitor.heading("What does your medical bill say?")


def test_the_picture_of_a_page_is_for_its_owner_only(screen: Served, cookie: str) -> None:
    case = screen.case_of(cookie)
    address = f"{screen.address}/page/{case_tag(case.id)}/0"

    assert [status(address, who) for who in (cookie, None, "x" * 43)] == [200, 404, 404]


def status(address: str, cookie: str | None) -> int:
    """The status that an address answers with."""
    headers = {} if cookie is None else {"Cookie": f"plainbill_case={cookie}"}
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=10) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as refused:
        refused.close()
        return refused.code


def test_the_start_page_comes_with_policy_and_cookie(screen: Served) -> None:
    with urllib.request.urlopen(screen.address, timeout=10) as answer:
        headers = answer.headers

    assert headers["Content-Security-Policy"].startswith("default-src 'self'; script-src 'self' blob: 'sha256-")
    assert "HttpOnly" in headers["Set-Cookie"]
    assert headers["Cache-Control"] == "no-store"


@pytest.mark.timeout(180)
def test_the_sample_is_one_tap_away_and_lines_of_its_first_page_stand_there_while_the_second_is_read(
    open_as: Open,
) -> None:
    visitor = open_as()
    visitor.press("Try it with a sample bill")
    visitor.heading("We are reading your papers")
    found = visitor.page.locator("section", has_text="This may change.")
    found.locator("li", has_text="210.00").wait_for(timeout=READING_MS)
    visitor.page.get_by_role("button", name="What to do next").wait_for(timeout=READING_MS)

    assert not found.is_visible()


@pytest.mark.timeout(180)
def test_a_file_that_cannot_be_read_is_named_and_can_be_removed(open_as: Open) -> None:
    visitor = open_as()
    visitor.heading("What does your medical bill say?")
    script = FilePayload(name="photo.jpg", mimeType="image/jpeg", buffer=b"<script>alert(1)</script>" * 9)
    empty = FilePayload(name="empty.jpg", mimeType="image/jpeg", buffer=b"")
    visitor.page.locator("input[type=file]").set_input_files([script, empty])
    visitor.heading("Is that every page?")
    visitor.says("we read what we can.")
    assert "empty.jpg is empty." in visitor.text(), "it stays when the first look at the other file shows all anew"
    visitor.press("Read my papers")
    # It waits its turn behind what other tests have read.
    visitor.page.get_by_role("heading", name="We could not read this").wait_for(timeout=READING_MS)

    visitor.says("photo.jpg: ")
    visitor.press("Remove file 1")
    visitor.heading("What does your medical bill say?")


def test_a_charge_leads_to_its_question_where_words_of_the_trade_are_explained(open_as: Open, cookie: str) -> None:
    visitor = open_as(cookie=cookie)
    visitor.press("See every charge in plain words")
    visitor.heading("What is each charge?")
    visitor.page.get_by_role("link", name="The ankle X-ray is on the bill twice").last.click()
    visitor.heading("The ankle X-ray is on the bill twice")
    closed = visitor.page.get_by_text("A new bill in place of one that had a mistake.")
    assert not closed.first.is_visible()

    visitor.page.get_by_text("Words used here").first.click()

    assert closed.first.is_visible()
    assert visitor.serious() == []


def test_the_server_spoke_to_this_machine_only_until_the_explanation_was_read(
    photographed: str, screen: Served
) -> None:
    assert screen.case_of(photographed).state == "done"
    assert screen.watched is not None, "strace may not watch processes here (ptrace is refused): allow it and run again"

    assert outside(spoken_to(screen.watched)) == []
    assert "127.0.0.1" in {spoken.host for spoken in spoken_to(screen.watched)}
