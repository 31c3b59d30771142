"""A running screen and a browser, shared by all tests here.

Each visitor has a window alone, with a tab and cookies of their own. A window is handed on when it was left: what the
screen serves to everybody is there already then, which halves the time until it stands.
"""

from collections.abc import Iterator, Mapping

import pytest
from playwright.sync_api import Browser

from tests.browser.browsing import CASE_COOKIE, Open, Visitor, launched, visit
from tests.browser.looks import SIZES, Look
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


@pytest.fixture(scope="session")
def left() -> Mapping[str, list[Visitor]]:
    """The windows that visitors left, by their size."""
    return {size: [] for size in SIZES}


@pytest.fixture
def open_as(screen: Served, browser: Browser, left: Mapping[str, list[Visitor]]) -> Iterator[Open]:
    """Opens the screen, or another one by its address, as somebody whose case was read already, or as a stranger."""
    opened: list[tuple[str, Visitor]] = []

    def as_somebody(*, cookie: str | None = None, size: str = "phone", address: str = screen.address) -> Visitor:
        look, windows = Look(size=size), left[size]
        if windows:
            visitor = windows.pop().next_visitor(address, look, cookie)
        else:
            visitor = visit(browser, address, look, cookie)
        opened.append((size, visitor))
        return visitor

    yield as_somebody
    for size, visitor in opened:
        visitor.leave()
        left[size].append(visitor)


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
    # What is said of the photo draws the screen once more, and a tap in that moment may be lost.
    visitor.says("Looks readable.")
    visitor.press("Read my papers")
    visitor.heading("We are reading your papers")
    visitor.page.goto("about:blank")
    visitor.page.goto(screen.address)
    visitor.page.get_by_role("button", name="See every charge in plain words").wait_for(timeout=READING_MS)
    given = next(each["value"] for each in visitor.context.cookies() if each["name"] == CASE_COOKIE)
    visitor.context.close()
    return given
