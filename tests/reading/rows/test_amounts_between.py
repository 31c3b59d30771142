"""Amounts set in the middle of the two rows of print beside them."""

from dataclasses import replace

from plainbill.reading.page import PageWords
from plainbill.reading.rows.amounts_between import with_amounts_between
from plainbill.reading.rows.forming import rows_of
from tests.reading.papers import page_of

BOXES = """
Artery line                           .
Date 03/07/2025

Guide for a vein                      .
Date 03/07/2025
"""


def page(*amounts: str) -> PageWords:
    """Boxes of a service each, with the amounts in the middle of their two rows."""
    words = [word for word in page_of(BOXES).words if word.text != "."]
    for i, amount in enumerate(amounts):
        (word,) = page_of("\n" * (1 + 3 * i) + " " * 40 + amount).words
        words.append(replace(word, box=replace(word.box, y0=word.box.y0 + 10, y1=word.box.y1 + 10)))
    return replace(page_of(BOXES), words=tuple(words))


def printed(page: PageWords) -> list[str]:
    return [" ".join(token.text for token in row.tokens) for row in with_amounts_between(rows_of(page))]


def test_an_amount_in_the_middle_of_two_rows_is_put_on_the_upper() -> None:
    assert printed(page("$310.00", "$188.00")) == [
        "Artery line $310.00",
        "Date 03/07/2025",
        "Guide for a vein $188.00",
        "Date 03/07/2025",
    ]


def test_one_amount_alone_between_two_rows_stays_where_it_is() -> None:
    assert "$310.00" in printed(page("$310.00"))
