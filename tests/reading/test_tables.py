"""Rows under a head: what belongs to the table, and what each column holds."""

from tests.reading.papers import read_text

CLINIC = """
Quarrytown Clinic, LLC
8 Slate Street
Elmgrove, NM 87999

Patient: Ada Lombard          Account: QC-10447
Statement Date: 05/01/2025
"""


def listed(table: str) -> list[tuple[str | None, str]]:
    """Words and charge of each line."""
    return [(line.description, str(line.charge)) for line in read_text(CLINIC + table).lines]


def test_revenue_centers_in_words_are_what_was_done() -> None:
    table = """
Revenue Center                 Amount
Emergency Room               6,670.75
Anesthesia                   3,119.75
IV Therapy                     820.10
"""
    assert listed(table) == [("Emergency Room", "6670.75"), ("Anesthesia", "3119.75"), ("IV Therapy", "820.10")]


def test_a_row_that_fits_no_column_does_not_end_the_table() -> None:
    table = """
Date         Code     Description            Units    Charge
04/02/2025   99213    Office visit           1        100.00
call about these                             $20.00   today
04/03/2025   85025    Blood count            1         20.00
04/04/2025   80053    Metabolic panel        1         30.00
"""
    assert listed(table) == [("Office visit", "100.00"), ("Blood count", "20.00"), ("Metabolic panel", "30.00")]


def test_a_range_of_days_in_one_word_fits_its_column() -> None:
    table = """
Description                Service date     Charge
Ground mileage             08/09-08/14      425.00
Waiting time               08/09-08/10       40.50
Heart rhythm strip         08/09            106.25
"""
    lines = read_text(CLINIC + table).lines
    assert [str(line.service_date_to) for line in lines[:2]] == ["2024-08-14", "2024-08-10"]


def test_a_list_without_a_head_is_left_unread_where_rows_print_several_amounts() -> None:
    table = """
Blood Bank            1,306.00      (600.43)      (535.46)      170.11
Emergency Room        8,229.75      (100.00)    (2,962.71)    5,167.04
Pharmacy              6,840.25      (923.43)    (3,762.14)    2,154.68
"""
    assert listed(table) == []


def test_a_count_before_dollars_and_cents_is_the_units() -> None:
    table = """
Rev. Cd.   Description        HCPCS    Serv. Date   Serv. Units   Total Charges        Non-Covered
0300       VENIPUNCTURE       36415    04/02/2025           1                 19  00
0301       BASIC METAB PANEL  80048    04/02/2025           2                146  34
0450       IV PUSH            96375    04/02/2025           3               1274  00
"""
    lines = read_text(CLINIC + table).lines
    assert [(str(line.charge), line.units) for line in lines] == [("19.00", 1), ("146.34", 2), ("1274.00", 3)]
