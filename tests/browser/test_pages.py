"""Pages that `act` writes: nothing is wider than the screen, nothing is fetched, and axe finds nothing serious."""

import itertools
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from plainbill.acting import writings_of
from plainbill_exports.page import write
from tests.acting.making import report_of
from tests.browser.browsing import visit
from tests.browser.looks import SIZES, Look
from tests.plainbill_exports.hostile import report_with


def test_a_page_fits_each_screen_and_axe_finds_nothing_serious(browser: Browser, tmp_path: Path) -> None:
    pages = {writing.name: write(writing) for writing in writings_of(report_of("mixed-ed")) if writing.kind != "letter"}
    for name, page in pages.items():
        (tmp_path / f"{name}.html").write_bytes(page)
    visitor = visit(browser, tmp_path.as_uri(), Look(size="phone"))
    found = {}
    for name, size in itertools.product(pages, SIZES):
        visitor.page.set_viewport_size(SIZES[size])
        visitor.page.goto((tmp_path / f"{name}.html").as_uri())
        width = visitor.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        faults = Axe().run(visitor.page).response["violations"] if size == "phone" else []
        serious = [each["id"] for each in faults if each["impact"] in ("serious", "critical")]
        found[name, size] = (max(width, 0), serious)
    visitor.context.close()

    assert len(pages) > 1
    assert found == dict.fromkeys(found, (0, []))


@pytest.mark.parametrize("name", ["markup", "long"])
def test_hostile_words_fetch_nothing_run_nothing_and_widen_nothing(browser: Browser, tmp_path: Path, name: str) -> None:
    (writing, *_) = writings_of(report_with(name))
    page = tmp_path / "report.html"
    page.write_bytes(write(writing))

    visitor = visit(browser, page.as_uri(), Look(size="phone"))

    assert visitor.asked == [page.as_uri()]
    assert visitor.page.evaluate("document.querySelectorAll('script, img').length") == 0
    assert visitor.page.evaluate("document.documentElement.scrollWidth") == 390
    visitor.context.close()
