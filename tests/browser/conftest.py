"""A running screen and a browser, shared by the tests of one module."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.browsing import Open, Visitor, launched, visit
from tests.browser.serving import Served, served
from tests.plainbill_ui.explanation import explanation


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("screen")) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    # As long as Playwright runs, no event loop can be started in this thread: not longer than a module.
    with launched() as running:
        yield running


@pytest.fixture
def open_as(screen: Served, browser: Browser) -> Iterator[Open]:
    """Opens the screen as somebody whose case was read already, or as a stranger."""
    opened: list[Visitor] = []

    def as_somebody(*, cookie: str | None = None, size: str = "phone") -> Visitor:
        opened.append(visit(browser, screen.address, size, cookie))
        return opened[-1]

    yield as_somebody
    for visitor in opened:
        visitor.context.close()


@pytest.fixture
def cookie(screen: Served) -> str:
    """The cookie of somebody whose case was read already."""
    return screen.keep(explanation())
