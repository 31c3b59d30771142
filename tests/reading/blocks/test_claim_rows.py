"""Claim forms whose heads glare or blur has taken: the order of the values tells the services."""

from tests.reading.papers import read_text

PROFESSIONAL = """
    HEALTH INSURANCE CLAIM     1500 STYLE                          Redwood Trust Life & Health
    2 PATWENT'S NARNE                      3 RATENTS BRITHDATE     4 INSURED'S NAME
    Zelda Achterberg                       122740        F         Zelda Achterberg
    ZL DUAGNOSIS OR NATURE
    A. Z12.31     B. E11.9
    MADCEN     t0       B.PLACEOF    D.PROCEDURES. SENVICES         E.DIAGNOSIN   ES             nisa
    082625     082625   22           84443                          A              100  50    1    2113600911
    082625     082625   22           88305    26  59                AB             144  00    2    8027686570
    082625     082625   22           87086                          B               77.00     1    1690391396
"""
HOSPITAL = """
    Port Ellery Medical Center           3a PAY CNTE               4 TYPE OF HILL
    1084 Elm Street                      2133853                   0111
    42 REV   43 DESCRIPTION              44 HCPCS/RATE    45 SERV OATE   ME SER           48 NON-COVERED
    258      SOD CHLORIDE 0.9%                            08/15/2025     2       81  00
    260      HYDRATION IV INF            96360            08/15/2025     1      394  93
    450      EMERG DEPT VST              99285 25         08/17/2025     1     2698  00
    0001     PAGE 1 OF 1                 CREATION DATE    10/05/2025   TOTALS  {total}
"""


def test_services_of_a_professional_form_are_told_by_the_order_of_their_values() -> None:
    lines = read_text(PROFESSIONAL).lines
    assert [(str(line.service_date), line.code, line.modifiers, str(line.charge)) for line in lines] == [
        ("2025-08-26", "84443", (), "100.50"),
        ("2025-08-26", "88305", ("26", "59"), "144.00"),
        ("2025-08-26", "87086", (), "77.00"),
    ]
    assert [line.diagnosis_codes for line in lines] == [("Z12.31",), ("Z12.31", "E11.9"), ("E11.9",)]
    assert [(line.place_of_service, float(line.units or 0)) for line in lines] == [("22", 1), ("22", 2), ("22", 1)]


def test_charges_of_a_hospitals_form_are_told_where_its_last_row_sums_them_up() -> None:
    lines = read_text(HOSPITAL.format(total="3173  93")).lines
    assert [(line.revenue_code, line.code, str(line.charge)) for line in lines] == [
        ("0258", None, "81.00"),
        ("0260", "96360", "394.93"),
        ("0450", "99285", "2698.00"),
    ]
    assert [line.modifiers for line in lines] == [(), (), ("25",)]


def test_row_numbers_and_cents_glued_over_their_rule_are_told_by_the_sum() -> None:
    numbered = HOSPITAL.format(total="3173  93").replace("    258  ", "1   0258 ").replace("    260  ", "10  0260 ")
    numbered = numbered.replace("    0001  ", "23  0001  ").replace("394  93", "39493  ")
    lines = read_text(numbered).lines
    assert [(line.revenue_code, str(line.charge)) for line in lines] == [
        ("0258", "81.00"),
        ("0260", "394.93"),
        ("0450", "2698.00"),
    ]
    assert {line.charge for line in read_text(numbered.replace("3173  93", "3143  93")).lines} <= {None}


def test_counts_may_be_missing_where_a_box_sums_the_charges_up() -> None:
    uncounted = PROFESSIONAL.replace("100  50    1    2113600911", "100  50").replace(
        "144  00    2    8027686570", "144  00"
    )
    lines = read_text(uncounted + "    35-4561547     601263                321  50\n").lines
    assert [(line.code, str(line.charge), line.units) for line in lines] == [
        ("84443", "100.50", None),
        ("88305", "144.00", None),
        ("87086", "77.00", 1),
    ]


def test_a_dotted_zero_that_a_reader_took_for_a_sign_is_one_in_cents_of_their_own_too() -> None:
    lines = read_text(HOSPITAL.format(total="3173  93").replace("81  00", "81  0日")).lines
    assert [str(line.charge) for line in lines] == ["81.00", "394.93", "2698.00"]


def test_charges_that_the_last_row_does_not_sum_up_are_left_out() -> None:
    assert {line.charge for line in read_text(HOSPITAL.format(total="3143  93")).lines} <= {None}


def test_a_head_of_which_another_columns_words_alone_were_read_names_no_charges() -> None:
    head = "    BREY     43 DESCRIP           44 HOP CSI        45 5 ERIV     4 SERV      48 NON-COVERED"
    written = HOSPITAL.splitlines()
    written[3] = head
    lines = read_text("\n".join(written).format(total="3173  93")).lines
    assert [(line.revenue_code, str(line.charge), line.not_covered) for line in lines] == [
        ("0258", "81.00", None),
        ("0260", "394.93", None),
        ("0450", "2698.00", None),
    ]


def test_a_row_whose_day_was_misread_keeps_its_charge() -> None:
    lines = read_text(HOSPITAL.format(total="3173  93").replace("08/15/2025     1", "08/38/2025     1")).lines
    assert [str(line.charge) for line in lines] == ["81.00", "394.93", "2698.00"]


def test_days_whose_parts_stand_in_boxes_of_their_own_are_days() -> None:
    text = PROFESSIONAL.replace("082625     082625   22", "08 26 25   08 26 25   22")
    assert [(str(line.service_date), line.code, str(line.charge)) for line in read_text(text).lines] == [
        ("2025-08-26", "84443", "100.50"),
        ("2025-08-26", "88305", "144.00"),
        ("2025-08-26", "87086", "77.00"),
    ]


def test_rows_with_all_their_values_right_above_the_forms_sum_are_services_though_a_charge_was_misread() -> None:
    more = HOSPITAL.replace(
        "    0001 ", "    636      CEFTRIAXONE                   J0696         08/17/2025     1       17  88\n    0001 "
    )
    lines = read_text(more.format(total="3191  31")).lines
    assert [(line.revenue_code, str(line.charge)) for line in lines] == [
        ("0258", "81.00"),
        ("0260", "394.93"),
        ("0450", "2698.00"),
        ("0636", "17.88"),
    ]
