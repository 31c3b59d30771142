"""Rows of hospital forms that look like heads, or whose cents nobody can read; sums beside page numbers."""

from decimal import Decimal

from tests.reading.papers import read_text

FORM = """
ALDER BAY HOSPITAL                              PAT. CNTL #  AB26-0081443
PATIENT NAME  LOMBARD, ADA                      TYPE OF BILL  0111

42 REV. CD.   43 DESCRIPTION        44 HCPCS / RATE    45 SERV. DATE    46 SERV. UNITS    47 TOTAL CHARGES

0300          LAB                   36415              08/17/26         2                    62.00
0360          OR SERVICES           27130LT            08/17/26         1                 18240 \u65e50
0636          DRUGS/DETAIL CODE     J0690              08/17/26         4                    38.40
0710          RECOVERY ROOM                            08/17/26         2                  1116.00
0001          PAGE    1    OF    1                     08/28/26         TOTALS            19456.40
"""


def test_a_service_in_words_of_heads_ends_no_table() -> None:
    lines = read_text(FORM).lines
    assert [line.revenue_code for line in lines] == ["0300", "0360", "0636", "0710"]
    assert lines[2].description == "DRUGS/DETAIL CODE"


def test_a_charge_whose_cents_are_lost_is_left_open() -> None:
    line = read_text(FORM).lines[1]
    assert (line.code, line.modifiers, line.charge) == ("27130", ("LT",), None)


def test_page_numbers_beside_a_sum_are_no_ages_of_a_balance() -> None:
    totals = read_text(FORM).totals
    assert totals is not None
    assert totals.charges == Decimal("19456.40")
