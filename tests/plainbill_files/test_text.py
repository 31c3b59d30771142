"""Copied text becomes words on an even grid, whatever its encoding."""

import pytest

from plainbill.plugins.records import LoadedPage, PageRange
from tests.plainbill_files.writing import kinds, loaded

BILL = "Café Clinic\n02/06/2025  99213  $125.00\n"


def texts(page: LoadedPage) -> list[str]:
    return [word.text for word in page.words]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_every_usual_encoding_is_read(encoding: str) -> None:
    (page,) = loaded("portal.txt", BILL.encode(encoding))
    assert texts(page) == ["Café", "Clinic", "02/06/2025", "99213", "$125.00"]


def test_words_stand_where_they_stand_in_even_type() -> None:
    (page,) = loaded("portal.txt", BILL.encode())
    amount = page.words[-1]
    assert (amount.box.x0, amount.box.y0, amount.box.x1, amount.box.y1) == (190, 20, 260, 36)
    assert (page.width, page.height, page.picture) == (260, 40, None)


def test_cells_set_apart_by_tabs_stand_below_each_other() -> None:
    (page,) = loaded("portal.txt", b"Code\tDescription\tAmount\n99213\tOffice visit, level 3\t$125.00\n")
    left = {word.text: word.box.x0 for word in page.words}
    assert left["Code"] == left["99213"]
    assert left["Description"] == left["Office"]
    assert left["Amount"] == left["$125.00"]


def test_cells_set_apart_by_strokes_stand_below_each_other_and_one_stroke_is_print() -> None:
    (page,) = loaded(
        "portal.txt", b"Code | Description | Amount\n99213 | Office visit, level 3 | $125.00\nOffice | Billing\n"
    )
    left = {word.text: word.box.x0 for word in page.words}
    assert left["Code"] == left["99213"]
    assert left["Amount"] == left["$125.00"]
    assert "|" in left


def test_a_form_feed_starts_a_page() -> None:
    pages = loaded("portal.txt", b"one\ftwo\fthree\n\f")
    assert [(page.number, texts(page)) for page in pages] == [(1, ["one"]), (2, ["two"]), (3, ["three"])]


def test_only_the_wanted_pages_are_loaded() -> None:
    pages = loaded("portal.txt", b"one\ftwo\fthree", PageRange(first=2, limit=1))
    assert [texts(page) for page in pages] == [["two"]]
    assert "page 3 was not read" in pages[0].problems[0].text


def test_a_blank_page_says_so() -> None:
    first, second = loaded("portal.txt", b"  \n\fCharge\n")
    assert (kinds(first), kinds(second)) == (["no_text"], [])


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("photo.jpg", b"#!/bin/sh\nexit 0\n", "holds text"),
        ("bill.pdf", b"just some words", "a PDF"),
        ("portal.html", b"<!DOCTYPE html><html><body>Bill</body></html>", "web page"),
        ("install", b"#!/bin/sh\nexit 0\n", "a program"),
    ],
)
def test_text_that_is_no_copied_bill_is_refused_with_what_to_do(name: str, content: bytes, word: str) -> None:
    (page,) = loaded(name, content)
    assert (page.words, kinds(page)) == ((), ["unreadable"])
    assert word in page.problems[0].text


def test_text_far_longer_than_a_bill_is_refused() -> None:
    (page,) = loaded("log.txt", b"99213 125.00\n" * 400_000)
    assert kinds(page) == ["unreadable"]
