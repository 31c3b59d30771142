"""Departments by their revenue codes: on a heading above their services, or beside each of them."""

from plainbill.reading.columns.table import TableRow
from plainbill.reading.tables.sections import section_code
from tests.reading.papers import read_text

TOP = """
TAMARACK COUNTY HOSPITAL                          ITEMIZED STATEMENT
PATIENT NAME: ODILE FENWICK        ACCOUNT: 77312045

SVC DATE   ITEM NO    DESCRIPTION                 QTY      AMOUNT
"""
SECTIONS = """
0300 LABORATORY
04-02-25   5120041    BLOOD COUNT AUTOMATED        1        88.00
04-03-25   5120052    LIPID PANEL                  1       112.50
                      SUBTOTAL LABORATORY                  200.50
0270 MED-SUR SUPPLIES
04-02-25   6120013    SUTURE TRAY                  2        64.00
                      SUBTOTAL MED-SUR SUPPLIES             64.00
04-03-25   7120024    PARKING VOUCHER              1        10.00
                      TOTAL CHARGES                        274.50
"""
BELOW_EACH = """
04-02-25   5120041    BLOOD COUNT AUTOMATED        1        88.00
0300 LABORATORY
04-03-25   6120013    SUTURE TRAY                  2        64.00
0270 SUPPLIES
                      TOTAL CHARGES                        152.00
"""
FORM = """
TAMARACK COUNTY HOSPITAL                          STATEMENT
PATIENT NAME: ODILE FENWICK        ACCOUNT: 77312045

REV CD    DESCRIPTION     HCPCS     SERV DATE    UNITS    TOTAL CHARGES
0450      EMERG ROOM      99283     040225       1        975.00
0270      MED-SUR                   040225       2        128.90
          SUPPLIES
0320      DX X-RAY        73110     040225       1        342.50
"""


def test_a_heading_with_a_revenue_code_names_it_for_its_services_up_to_their_sum() -> None:
    lines = read_text(TOP + SECTIONS).lines
    assert [line.revenue_code for line in lines] == ["0300", "0300", "0270", None]
    assert [line.description for line in lines] == [
        "BLOOD COUNT AUTOMATED",
        "LIPID PANEL",
        "SUTURE TRAY",
        "PARKING VOUCHER",
    ]
    assert str(lines[1].service_date) == "2025-04-03"


def test_codes_below_every_service_head_nothing() -> None:
    lines = read_text(TOP + BELOW_EACH).lines
    assert lines[1].revenue_code != "0300"


def test_a_department_wrapped_beside_revenue_codes_is_no_heading() -> None:
    lines = read_text(FORM).lines
    assert [(line.revenue_code, line.description) for line in lines] == [
        ("0450", "EMERG ROOM"),
        ("0270", "MED-SUR SUPPLIES"),
        ("0320", "DX X-RAY"),
    ]


def test_a_row_outside_every_column_is_no_heading() -> None:
    row = TableRow(role="words", cells=((), ()), y=100.0, height=10.0)
    assert section_code(row) is None
