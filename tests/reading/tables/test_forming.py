"""Rows under a head: what belongs to the table, and what each column holds."""

from plainbill.reading.columns.finding import columns_of
from plainbill.reading.columns.placing import assign
from plainbill.reading.rows.atoms import atoms_of
from plainbill.reading.rows.forming import rows_of
from tests.reading.papers import heads_in, page_of, read_text

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


def test_sums_of_parts_and_to_date_are_no_services() -> None:
    table = """
Date         Code     Description            Provider          Charge
04/02/2025   99213    Office visit           Dr. Dunleavy      100.00
04/02/2025   85025    Blood count            Dr. Dunleavy       20.00
                      Dept                   Total LABORATORY  120.00
04/03/2025   80053    Metabolic panel        Dr. Dunleavy       30.00
                      Billed to date                           150.00
"""
    assert [charge for _, charge in listed(table)] == ["100.00", "20.00", "30.00"]


def test_a_box_that_reaches_into_a_table_is_read_with_its_whole_words() -> None:
    table = """
           Date         Description                 Charge
           04/02/2025   Office visit                100.00
           04/02/2025   Blood count                  20.00

     Deductible limit   2000.00
     Deductible met to date   70.00
"""
    assert [charge for _, charge in listed(table)] == ["100.00", "20.00"]


def test_a_label_above_its_sum_is_no_service() -> None:
    table = """
Description                                 Charge
Office visit                                100.00
Blood count                                  20.00
Metabolic panel                              30.00
                 TOTAL CHARGES              150.00

                 TOTAL ESTIMATE
                                           $150.00
"""
    assert [charge for _, charge in listed(table)] == ["100.00", "20.00", "30.00"]


def test_a_payment_that_wraps_is_no_heading_of_the_next() -> None:
    document = read_text(
        CLINIC
        + """
Date         Description                     Charge    Amount      Balance
04/02/2025   Office visit                    100.00                 100.00
04/09/2025   BEACON HILL MUTUAL BENEFIT                 60.00        40.00
             ADMINISTRATORS PAYMENT
04/10/2025   Blood count                      20.00                  60.00
"""
    )
    assert [line.description for line in document.lines] == ["Office visit", "Blood count"]
    assert [str(payment.amount) for payment in document.payments] == ["60.00"]


def test_words_behind_the_codes_of_a_column_are_the_description() -> None:
    table = """
CPT Details                     Date         Units   Charge
99283 Emergency room visit,     04/02/2025   1       917.25
moderate
85025 Complete blood count      04/02/2025   1        96.75
L3908 Wrist splint              04/02/2025   1       112.00
"""
    lines = read_text(CLINIC + table).lines
    assert [line.code for line in lines] == ["99283", "85025", "L3908"]
    assert lines[0].description == "Emergency room visit, moderate"


def test_a_column_of_codes_needs_no_head_that_says_so() -> None:
    table = """
Date         Qqxx            Description            Charge
04/02/2025   0450 / 99283    Emergency visit        917.25
04/02/2025   0305 / 85025    Blood count             96.75
"""
    assert [line.code for line in read_text(CLINIC + table).lines] == ["99283", "85025"]


def test_two_numbers_side_by_side_are_no_units() -> None:
    table = """
Date         Description            Units        Charge
04/02/2025   Emergency visit        1 0450       917.25
04/02/2025   Blood count            2             96.75
"""
    assert [line.units for line in read_text(CLINIC + table).lines] == [1, 2]


def test_a_range_that_runs_past_the_last_head_is_read_whole() -> None:
    table = """
Description            Charge     Srvc Date
Emergency visit        917.25     04-02-2025 - 04-05-2025
Blood count             96.75     04-02-2025
"""
    first, _ = read_text(CLINIC + table).lines
    assert [str(first.service_date), str(first.service_date_to)] == ["2025-04-02", "2025-04-05"]


def test_a_column_of_revenue_and_procedure_codes_gives_both() -> None:
    table = """
Date         Units   Rev/Procedure Code   Charge
04/02/2025   1       0450 / 99283         917.25
04/02/2025   2       0305 / 85025          96.75
"""
    lines = read_text(CLINIC + table).lines
    assert [(line.revenue_code, line.code) for line in lines] == [("0450", "99283"), ("0305", "85025")]


def test_a_day_cut_in_two_or_misread_does_not_cost_its_row() -> None:
    table = """
Service date   Description            Charge
04/ 02         Office visit           100.00
04/O3          Blood count             20.00
04/04          Metabolic panel         30.00
"""
    lines = read_text(CLINIC + table).lines
    assert [(str(line.service_date or ""), line.description) for line in lines] == [
        ("2025-04-02", "Office visit"),
        ("", "Blood count"),
        ("2025-04-04", "Metabolic panel"),
    ]


def test_the_column_of_phrases_describes_where_no_head_can_be_read() -> None:
    (first, second) = read_text(
        """
Quarrytown Clinic                                Statement
Patient: Ada Lombard          Account: QH-10447

Date          Zzk                                        Charge
04/02/2025    Office visit, established (99213)          100.00
04/09/2025    Training of balance and movement (97112)    60.00
"""
    ).lines

    assert (first.description, first.code) == ("Office visit, established", "99213")
    assert (second.description, second.code) == ("Training of balance and movement", "97112")


def test_sums_with_their_labels_below_a_table_move_no_column() -> None:
    rows = rows_of(
        page_of("""
Code     Billed     Other insurance         Your total cost
99213    100.00                0.00                  20.00
85025     20.00                0.00                   5.00
80053     30.00                0.00
                                  Adjustments-and-discounts   48.00
                                  Amounts-that-were-allowed  102.00
                                  Payments-to-the-provider    77.00
                                  Patient-responsibilities    25.00
""")
    )
    (head,) = heads_in(rows)
    body = [atoms_of(row) for row in rows[1:]]
    columns = columns_of(head, body, height=rows[0].height)
    others = [[atom.text for atom in assign(columns, row)[2]] for row in body[:3]]
    assert others == [["0.00"], ["0.00"], ["0.00"]]
