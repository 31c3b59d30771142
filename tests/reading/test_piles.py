from dataclasses import replace

from plainbill.reading.layout import lay_out
from plainbill.reading.page import PageWords
from plainbill.reading.piles import group_pages
from tests.reading.papers import page_of, printed_pages, read_pages


def piles(*pages: PageWords) -> tuple[tuple[int, ...], ...]:
    """The papers among the pages."""
    return group_pages(pages, [lay_out(page) for page in pages])


def test_two_pages_of_one_bill_are_one_paper() -> None:
    assert piles(*printed_pages("long-bill")) == ((0, 1),)


def test_pages_given_in_the_wrong_order_are_put_right() -> None:
    assert piles(*reversed(printed_pages("long-bill"))) == ((1, 0),)


def test_a_bill_and_a_notice_are_two_papers() -> None:
    assert piles(*printed_pages("sample-bill"), *printed_pages("sample-eob")) == ((0,), (1,))


def test_a_shop_receipt_is_in_no_pile() -> None:
    assert piles(*printed_pages("sample-bill"), *printed_pages("grocery-receipt")) == ((0,),)


def test_a_page_given_twice_is_read_once() -> None:
    (page,) = printed_pages("sample-bill")
    (once,) = read_pages(page)
    (twice,) = read_pages(page, replace(page, index=1))
    assert twice.document == once.document
    assert [problem.kind for problem in twice.problems] == ["duplicate_page"]


def test_a_missing_page_is_named() -> None:
    (parsed,) = read_pages(printed_pages("long-bill")[0])
    assert [problem.kind for problem in parsed.problems] == ["missing_page"]


def test_statements_of_two_accounts_are_two_papers() -> None:
    text = (
        "Larkspur Clinic\n\nPatient: Ada Lombard\nAccount: {}\n\nDate   Description   Charge\n04/02/2025 Visit  100.00"
    )
    assert piles(page_of(text.format("LC-10447")), page_of(text.format("LC-20999"), 1)) == ((0,), (1,))
