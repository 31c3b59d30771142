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


WHOLE = """
8 PATIENT NAME    a                       9 PATIENT ADDRESS   a
b     LOMBARD, ADELINE M                  14 COTTON GIN ST

{form}
23    0001     PAGE 1 OF 1     CREATION DATE     050226     TOTALS     4040 70

50 PAYER NAME                 51 HEALTH PLAN ID    52 REL INFO
A     CEDAR PREFERRED PPO     60554                Y
"""


def test_the_letters_of_lines_within_a_field_are_no_names() -> None:
    document = read_text(WHOLE.format(form=FORM))
    assert document.patient is not None and document.patient.name == "LOMBARD, ADELINE M"
    assert document.payer is not None and document.payer.name == "CEDAR PREFERRED PPO"


def test_numbers_of_rows_and_pages_beside_a_total_are_no_ages() -> None:
    row = f"{'23    0001    PAGE    1    OF    1    TOTALS':99}3156 70"
    text = f"{FORM}\n{row}"
    document = read_text(text)
    assert document.totals is not None
    assert document.totals.charges == Decimal("3156.70")
