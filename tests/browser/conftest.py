"""A running screen and a browser, shared by all tests here; each test has a window of its own."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.browsing import CASE_COOKIE, Open, Visitor, launched, visit
from tests.browser.looks import Look
from tests.browser.serving import FIXTURES, Served, served
from tests.plainbill_ui.explanation import explanation

READING_MS = 90_000


@pytest.fixture(scope="session")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("screen")) as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    # As long as Playwright runs, no event loop can be started in this thread: the tests here come last of all.
    with launched() as running:
        yield running


@pytest.fixture
def open_as(screen: Served, browser: Browser) -> Iterator[Open]:
    """Opens the screen as somebody whose case was read already, or as a stranger."""
    opened: list[Visitor] = []

    def as_somebody(*, cookie: str | None = None, size: str = "phone") -> Visitor:
        opened.append(visit(browser, screen.address, Look(size=size), cookie))
        return opened[-1]

    yield as_somebody
    for visitor in opened:
        visitor.context.close()


@pytest.fixture
def cookie(screen: Served) -> str:
    """The cookie of somebody whose case was read already."""
    return screen.keep(explanation())


@pytest.fixture(scope="session")
def photographed(screen: Served, browser: Browser) -> str:
    """The cookie of somebody who gave a photo, left while it was read, came back, and has the answer before them."""
    visitor = visit(browser, screen.address, Look(size="phone"))
    visitor.heading("What does your medical bill say?")
    visitor.page.locator("input[type=file]").set_input_files(FIXTURES / "sample" / "bill.jpg")
    visitor.heading("Is that every page?")
    visitor.press("Read my papers")
    visitor.heading("We are reading your papers")
    visitor.page.goto("about:blank")
    visitor.page.goto(screen.address)
    visitor.page.get_by_role("button", name="See every charge in plain words").wait_for(timeout=READING_MS)
    given = next(each["value"] for each in visitor.context.cookies() if each["name"] == CASE_COOKIE)
    visitor.context.close()
    return given
