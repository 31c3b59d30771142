"""A second reader's word counts only where it saw the same print, and what it saw alike is no longer in doubt."""

from dataclasses import replace

import pytest

from plainbill.reading.confirming.second import seen_alike
from plainbill.reading.documents import parse
from plainbill.reading.layout import lay_out
from plainbill.reading.page import Box, Piece, Rereading
from plainbill.reading.parsed import ParsedDocument
from tests.reading.papers import page_of

BILL = """
Fernvale Orthopedic Associates
Patient: Marisol Quintero          Account number: 4471-99

Date        Code    Description                     Units    Charge
01/05/2025  99213   Office visit                    1        210.00
01/05/2025  A4565   Sling                           2        56.00

Total charges                                                266.00
"""


def alike(pieces: list[str], text: str) -> bool:
    run = tuple(Piece(page=0, text=piece, box=Box(x0=i, y0=0, x1=i + 1, y1=1)) for i, piece in enumerate(pieces))
    found = seen_alike([Rereading(pieces=run, text=text, reader="other")])
    assert found in (frozenset(), frozenset(piece.box for piece in run))
    return bool(found)


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        (["Office", "visit"], "office visit"),
        (["Office", "visit,"], "Office ' visit"),
        (["E11.9"], "E119"),
        (["1,250.00"], "1250.00"),
        (["$56.00"], "56.00"),
        (["(12.00)"], "-12.00"),
        (["12.00CR"], "12.00-"),
        (["1"], "1"),
    ],
)
def test_the_same_print_is_alike(pieces: list[str], text: str) -> None:
    assert alike(pieces, text)


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        (["1"], "7"),
        (["1"], ""),
        (["1"], "1 2"),
        (["-12.00"], "12.00"),
        (["12.00"], "1200"),
        (["56.00"], "$ 156.00"),
        (["Office", "visit"], "visit Office"),
        (["Office", "visit"], "Office visit established"),
        (["6000.00"], "60000.00"),
        ([","], "."),
    ],
)
def test_other_print_is_not_alike(pieces: list[str], text: str) -> None:
    assert not alike(pieces, text)


def parsed_with(second: dict[str, str]) -> ParsedDocument:
    """The bill, where the second reader saw what the first one did, but for `second`."""
    page = page_of(BILL)
    layout = lay_out(page)
    first = parse([page], [layout])
    assert first is not None
    rereadings = tuple(
        Rereading(
            pieces=run, text=second.get(printed := " ".join(piece.text for piece in run), printed), reader="other"
        )
        for run in first.doubtful
    )
    again = parse([replace(page, rereadings=rereadings)], [layout])
    assert again is not None
    return again


def test_what_two_readers_saw_alike_is_confirmed() -> None:
    parsed = parsed_with({})
    assert parsed.doubtful == ()
    assert parsed.sources["lines[0].units"].confirmed_by == ("second_reader",)
    assert parsed.sources["patient.name"].confirmed_by == ("second_reader",)


def test_what_the_second_reader_saw_otherwise_stays_in_doubt_and_unchanged() -> None:
    parsed = parsed_with({"2": "7", "Marisol Quintero": "Marisol Ouintero"})
    assert parsed.sources["lines[1].units"].confirmed_by == ()
    assert parsed.document.lines[1].units == 2
    assert parsed.sources["patient.name"].confirmed_by == ()
    assert parsed.document.patient is not None
    assert parsed.document.patient.name == "Marisol Quintero"
    assert parsed.sources["lines[0].units"].confirmed_by == ("second_reader",)


def test_what_sums_confirm_is_not_read_again() -> None:
    page = page_of(BILL)
    parsed = parse([page], [lay_out(page)])
    assert parsed is not None
    again = {piece.text for run in parsed.doubtful for piece in run}
    assert "210.00" not in again
    assert "Sling" in again
