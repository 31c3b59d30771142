from dataclasses import replace
from decimal import Decimal

import pytest

from plainbill.reading.confirming.proposals import is_small_misreading
from plainbill.reading.documents import parse
from plainbill.reading.layout import lay_out
from plainbill.reading.page import Rereading
from plainbill.reading.parsed import ParsedDocument
from tests.reading.papers import page_of, read_pages

BILL = """
Larkspur Clinic, LLC                 Statement Date: 05/01/2025
Patient: Ada Lombard                 Account: LC-10447

Date        Code    Description         Charge
04/02/2025  99213   Office visit        {first:>8}
04/02/2025  36415   Blood draw          {second:>8}
04/02/2025  71046   Chest x-ray         {third:>8}

Total charges                           {total:>8}
"""


def parsed(first: str, second: str, third: str, total: str) -> ParsedDocument:
    """The bill with these amounts."""
    (paper,) = read_pages(page_of(BILL.format(first=first, second=second, third=third, total=total)))
    return paper


@pytest.mark.parametrize(
    ("read", "needed"),
    [
        ("128.00", "123.00"),  # changed
        ("60000.00", "6000.00"),  # doubled
        ("23.00", "123.00"),  # dropped
        ("12345.00", "123.45"),  # the point lost
        ("40.00", "-40.00"),  # the sign lost
        ("549.21", "49.21"),  # the dollar sign read as a digit
    ],
)
def test_one_small_slip_is_a_misreading(read: str, needed: str) -> None:
    assert is_small_misreading(Decimal(read), Decimal(needed))


@pytest.mark.parametrize(
    ("read", "needed"), [("128.00", "132.00"), ("100.00", "100.00"), ("51.00", "170.00"), ("149.21", "49.21")]
)
def test_anything_more_is_none(read: str, needed: str) -> None:
    assert not is_small_misreading(Decimal(read), Decimal(needed))


def test_the_only_amount_whose_misreading_would_close_the_sum_gets_a_proposal_and_keeps_its_value() -> None:
    paper = parsed("60000.00", "1524.00", "75.50", "7599.50")
    assert paper.sources["lines[0].charge"].proposal == "6000.00"
    assert paper.document.lines[0].charge == 60000
    others = [path for path, source in paper.sources.items() if source.proposal and path != "lines[0].charge"]
    assert others == []


def test_a_slip_in_the_sum_that_explains_as_much_leaves_both_open() -> None:
    paper = parsed("60000.00", "24.00", "75.50", "6099.50")
    assert all(source.proposal is None for source in paper.sources.values())


def test_two_amounts_that_would_close_the_sum_get_none() -> None:
    paper = parsed("100.00", "200.00", "300.00", "610.00")
    assert all(source.proposal is None for source in paper.sources.values())


def test_a_sum_that_closes_and_one_far_off_propose_nothing() -> None:
    for total in ("199.50", "741.13"):
        assert all(source.proposal is None for source in parsed("100.00", "24.00", "75.50", total).sources.values())


def test_an_amount_that_something_confirms_is_not_proposed_to_be_another() -> None:
    text = BILL.format(first="60000.00", second="1524.00", third="75.50", total="7599.50")
    with_units = text.replace("Charge\n", "Charge      Price   Units\n")
    with_units = with_units.replace("60000.00\n", "60000.00    60000.00    1\n").replace(
        " 1524.00\n", " 1524.00     1524.00    1\n"
    )
    with_units = with_units.replace("   75.50\n", "   75.50       75.50    1\n")
    (paper,) = read_pages(page_of(with_units))
    assert "unit_price" in paper.sources["lines[0].charge"].confirmed_by
    assert paper.sources["lines[0].charge"].proposal is None


def seen_again(text: str) -> ParsedDocument:
    """The bill with print that a second reader saw as the first did."""
    page = page_of(text)
    layout = lay_out(page)
    first = parse([page], [layout])
    assert first is not None
    rereadings = tuple(
        Rereading(pieces=run, text=" ".join(piece.text for piece in run), reader="other") for run in first.doubtful
    )
    again = parse([replace(page, rereadings=rereadings)], [layout])
    assert again is not None
    return again


def test_what_two_readers_saw_alike_is_doubtful_where_its_misreading_alone_would_close_the_sum() -> None:
    paper = seen_again(BILL.format(first="210.58", second="24.03", third="75.51", total="310.04"))
    assert (paper.sources["lines[0].charge"].confirmed_by, paper.sources["lines[0].charge"].proposal) == ((), "210.50")
    assert paper.sources["lines[1].charge"].confirmed_by == ("second_reader",)


def test_what_two_readers_saw_alike_stays_where_more_would_have_to_differ() -> None:
    paper = seen_again(BILL.format(first="210.58", second="24.00", third="75.50", total="399.11"))
    assert paper.sources["lines[0].charge"].confirmed_by == ("second_reader",)
