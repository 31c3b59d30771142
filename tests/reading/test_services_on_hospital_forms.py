"""Rows of a hospital's claim form: days without strokes tell the columns, and no row of services is a head."""

from decimal import Decimal

from tests.reading.papers import read_text

FORM = """
42 REV.  CD.  43 DESCRIPTION         44 HCPCS  / RATE   45 SERV. DATE     46 SERV.  UNITS   47 TOTAL CHARGES

0250         PHARMACY                                   041826              6                184 20
0301         LAB/CHEMISTRY           80053              041826              1                287 50
0636         DRUGS/DETAIL  CODE      J2405              041826              4                 58 40
0450         EMERG ROOM              9928425            041926              1               2266 00
0636         DRUGS/DETAIL  CODE      J1885              041926              2                 44 60
"""


def test_every_row_of_the_form_is_a_service_of_its_day() -> None:
    lines = read_text(FORM).lines
    assert [line.charge for line in lines] == [
        Decimal("184.20"), Decimal("287.50"), Decimal("58.40"), Decimal("2266.00"), Decimal("44.60"),
    ]  # fmt: skip
    assert [str(line.service_date) for line in lines] == ["2026-04-18"] * 3 + ["2026-04-19"] * 2
    assert [line.code for line in lines] == [None, "80053", "J2405", "99284", "J1885"]
