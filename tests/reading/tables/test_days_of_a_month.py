"""Days by their number alone: below the month and the year that head their column."""

from tests.reading.papers import read_text

PAPER = """
Ferncross Kidney Center                                      Patient: Ada Lombard
9 Assay Park, Velmont, NJ 07899                              Account: LC-10447

Statement date  June 9, 2026

May
2026   Treatment, drug or test         Qty      Rev / HCPCS      Charges ($)
1      Hemodialysis, in-center           1      0821/90999          1,450.00
       Epoetin alfa 1000 units           4      0634/Q5106            126.00
3      Hemodialysis, in-center           1      0821/90999          1,450.00
       Epoetin alfa 1000 units           5      0634/Q5106            157.50
15     Hemodialysis, in-center           1      0821/90999          1,450.00
       Total charges                                                4,633.50
"""


def test_numbers_below_a_month_and_its_year_are_days() -> None:
    days = [str(line.service_date) for line in read_text(PAPER).lines]
    assert days == ["2026-05-01", "2026-05-01", "2026-05-03", "2026-05-03", "2026-05-15"]


def test_numbers_that_go_back_are_no_days() -> None:
    lines = read_text(PAPER.replace("\n15 ", "\n2  ")).lines
    assert [line.service_date for line in lines] == [None] * 5


def test_numbers_below_a_year_alone_are_no_days() -> None:
    lines = read_text(PAPER.replace("\nMay\n", "\n\n")).lines
    assert [line.service_date for line in lines] == [None] * 5
