"""A bill of thirty pages on a phone: every page is read, and each charge stands under its page."""

import pytest
from playwright.sync_api import FilePayload

from tests.browser.browsing import Open
from tests.plainbill_files.writing import pdf, text_page

PAGES = 30
READING_MS = 90_000


def bill() -> bytes:
    """A bill as a PDF with words, one charge on each page: $101.00 on the first, a dollar more on each after it."""
    columns = (60, 150, 230, 480)
    pages = []
    for number in range(1, PAGES + 1):
        charge = (f"01/{number:02}/2025", "99213", "OFFICE VISIT", f"${100 + number}.00")
        head = [(60, 740, "Brightwater Clinic"), (60, 715, "Statement"), (400, 740, f"Page {number} of {PAGES}")]
        table = zip(columns, ("Date", "Code", "Description", "Charge"), strict=True)
        row = zip(columns, charge, strict=True)
        pages.append(text_page(*head, *((x, 650, said) for x, said in table), *((x, 625, said) for x, said in row)))
    return pdf(pages)


# Reading takes some seconds of a quiet machine, and it may wait behind what other tests have read.
@pytest.mark.timeout(180)
def test_a_bill_of_thirty_pages_is_read_to_its_last_charge(open_as: Open) -> None:
    visitor = open_as()
    visitor.heading("What does your medical bill say?")
    paper = FilePayload(name="bill.pdf", mimeType="application/pdf", buffer=bill())
    visitor.page.locator("input[type=file]").set_input_files(paper)
    visitor.press("Read my papers", leads_to="We are reading your papers")
    visitor.page.get_by_role("button", name="What to do next").wait_for(timeout=READING_MS)
    visitor.press("See every charge in plain words", leads_to="What is each charge?")

    assert visitor.page.locator(".pb-boxed").count() == PAGES
    assert visitor.page.locator(".pb-amount").all_inner_texts() == [f"${100 + n}.00" for n in range(1, PAGES + 1)]
    assert visitor.sideways() == 0
