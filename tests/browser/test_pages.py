"""Pages that `act` writes: nothing is wider than the screen, nothing is fetched, and axe finds nothing serious."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from plainbill.acting import writings_of
from plainbill_exports.page import write
from tests.acting.making import report_of
from tests.browser.browsing import visit
from tests.plainbill_exports.hostile import report_with


@pytest.mark.parametrize("size", ["phone", "narrow", "desk"])
def test_a_page_fits_the_screen_and_axe_finds_nothing_serious(browser: Browser, tmp_path: Path, size: str) -> None:
    for writing in writings_of(report_of("mixed-ed")):
        if writing.kind == "letter":
            continue
        page = tmp_path / f"{writing.name}.html"
        page.write_bytes(write(writing))

        visitor = visit(browser, page.as_uri(), size)

        width = visitor.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        found = Axe().run(visitor.page).response["violations"]
        assert width <= 0
        assert [each["id"] for each in found if each["impact"] in ("serious", "critical")] == []
        visitor.context.close()


@pytest.mark.parametrize("name", ["markup", "long"])
def test_hostile_words_fetch_nothing_run_nothing_and_widen_nothing(browser: Browser, tmp_path: Path, name: str) -> None:
    (writing, *_) = writings_of(report_with(name))
    page = tmp_path / "report.html"
    page.write_bytes(write(writing))

    visitor = visit(browser, page.as_uri(), "phone")

    assert visitor.asked == [page.as_uri()]
    assert visitor.page.evaluate("document.querySelectorAll('script, img').length") == 0
    assert visitor.page.evaluate("document.documentElement.scrollWidth") == 390
    visitor.context.close()
