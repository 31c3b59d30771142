"""Columns whose head nobody knows."""

import pytest

from plainbill.case import Line
from tests.reading.papers import read_text

HEAD = """
Kestrel Hill Medical Group                         Itemized Statement
Patient: Nadine Overholt                Account: 4418823
Statement date: 04/02/2025
"""


def lines_of(head: str, *values: str) -> tuple[Line, ...]:
    codes = ("99213", "85025", "80053", "71046")
    rows = (
        f"03/04/2025   {code}   Service {code[-1]}     {value:<12}  120.0{i}"
        for i, (code, value) in enumerate(zip(codes, values, strict=False))
    )
    return read_text(HEAD + f"\nDate         Code    Description   {head:<12}  Charge\n" + "\n".join(rows)).lines


@pytest.mark.parametrize(
    "values",
    [
        ("1", "1", "2", "1"),
        ("1.00", "3.00", "1.00", "1.00"),
        ("1 ea", "2 ea", "1 ea", "1 ea"),
        ("1 UN", "2UN", "1 UN", "1UN"),
    ],
)
def test_small_counts_are_units(values: tuple[str, ...]) -> None:
    assert [line.units for line in lines_of("Zork", *values)] == [
        float(value.upper().removesuffix("UN").split()[0]) for value in values
    ]


@pytest.mark.parametrize("values", [("1", "2", "3", "4"), ("11", "11", "22", "11"), ("7", "7", "4", "4")])
def test_row_numbers_and_places_are_no_units(values: tuple[str, ...]) -> None:
    assert [line.units for line in lines_of("Zork", *values)] == [None] * 4


def test_a_head_that_may_be_short_for_units_tells_of_counts() -> None:
    assert [line.units for line in lines_of("Un", "4", "4", "7", "4")] == [4, 4, 7, 4]


def test_the_end_of_a_description_may_reach_into_the_column_of_counts() -> None:
    document = read_text("""
        Kestrel Hill Medical Group
        Good Faith Estimate
        Patient: Nadine Overholt
        SERVICE/ITEM                             UN      QUOTED PRICE
        J3301 - Triamcinolone injection, 10      mg 4    $ 88.00
        90471 - Giving of one vaccine            1       $ 34.48
        83036-QW - Three-month sugar level       1       $ 62.89
        93000 - Heart tracing with reading       1       $ 65.06
        36415 - Blood draw                       1       $ 26.75
    """)

    assert [line.units for line in document.lines][1:] == [1, 1, 1, 1]


def test_revenue_codes_with_their_zero_are_known_by_themselves() -> None:
    lines = lines_of("Zork", "0300", "0301", "0305", "0324")

    assert [line.revenue_code for line in lines] == ["0300", "0301", "0305", "0324"]


def test_numbers_like_revenue_codes_that_nobody_knows_are_left_out() -> None:
    assert [line.revenue_code for line in lines_of("Zork", "0300", "0098", "0305", "0324")] == [None] * 4


def test_modifiers_are_known_by_themselves() -> None:
    assert [line.modifiers for line in lines_of("Zork", "25", "LT", "59", "LT")] == [("25",), ("LT",), ("59",), ("LT",)]


def test_two_digits_may_be_a_place_and_are_left_out() -> None:
    assert [line.modifiers for line in lines_of("Zork", "22", "24", "22", "22")] == [()] * 4


def test_diagnoses_are_known_by_themselves() -> None:
    lines = lines_of("Zork", "E11.9", "I10", "E11.9", "R07.9")

    assert [line.diagnosis_codes for line in lines] == [("E11.9",), ("I10",), ("E11.9",), ("R07.9",)]


def test_a_column_at_the_end_of_the_table_counts_too() -> None:
    (first, second) = read_text(
        HEAD
        + """
Un     Code    Description         Charge
 4     97110   Exercises           120.00
 2     97112   Balance             80.00
"""
    ).lines

    assert [first.units, second.units] == [4, 2]


PLAN = """
Larkspur Medical Group
PAYMENT PLAN STATEMENT
Patient: Ada Lombard       Account: 440917
Your plan: 14 monthly payments. 5 payments made.
"""


def test_visits_that_are_phrases_say_what_was_done() -> None:
    lines = read_text(
        PLAN
        + """
Service date    Visit                Encounter    Total charges    Insurance has paid    You have paid    Remaining
11/18/2025      Emergency Dept       E884410          $2,118.00            -$1,640.00         -$160.00      $318.00
12/02/2025      Brain Imaging        E884977          $1,475.00            -$1,120.50          -$90.00      $264.50
"""
    ).lines
    assert [(line.description, str(line.charge), str(line.plan_paid)) for line in lines] == [
        ("Emergency Dept", "2118.00", "1640.00"),
        ("Brain Imaging", "1475.00", "1120.50"),
    ]


def test_a_plan_to_pay_bit_by_bit_insures_nobody() -> None:
    document = read_text(
        PLAN
        + """
Service date    Description       Charges
11/18/2025      Emergency visit    118.00
"""
    )
    assert document.coverage is None or document.coverage.plan_name is None


def test_words_behind_days_under_one_head_say_what_was_done() -> None:
    lines = read_text(
        HEAD
        + """
    Dt of Svc Service                  Diag       Units      Unit Cost    Billed Charges
    Jul 03    Diagnostic services      H61.23     1          116.00          116.00
              Treatment room           H61.23     1           83.20           83.20
              Treatment room           H61.23    -1           83.20          -83.20
    """
    ).lines
    assert [(line.description, str(line.charge)) for line in lines] == [
        ("Diagnostic services", "116.00"),
        ("Treatment room", "83.20"),
        ("Treatment room", "-83.20"),
    ]


ESTIMATE = """
Marlow Bone & Joint                           Good faith estimate
For: Ada Lombard                              May 2, 2026

Whose                  Your care           Code     How many    Each      Estimated cost
Corin Vale, MD         Knee MRI reading    73721    1           245.00    245.00
Marlow Imaging         Knee MRI, scan      73721    1           980.00    980.00
Lena Ruiz, PT          Evaluation          97162    1           210.00    210.00
Lena Ruiz, PT          Exercise            97110    2            72.00    144.00
Marlow Bone & Joint    Follow-up visit     99213    1           165.00    165.00
Total of this estimate                                                  1,744.00

Care is planned to start on May 18, 2026. Diagnosis: S83.241A. Extra visits are not included.
"""


def test_a_column_of_clinicians_and_offices_says_who_gives_the_care() -> None:
    lines = read_text(ESTIMATE).lines
    assert [line.rendering_provider for line in lines[:3]] == ["Corin Vale, MD", "Marlow Imaging", "Lena Ruiz, PT"]
    assert lines[0].description == "Knee MRI reading"


def test_what_an_estimate_says_of_the_planned_care_is_its_day_and_diagnosis() -> None:
    document = read_text(ESTIMATE)
    assert str(document.service_from) == "2026-05-18"
    assert document.diagnosis_codes == ("S83.241A",)


def test_a_payment_plan_that_starts_on_a_day_is_no_care() -> None:
    document = read_text(ESTIMATE.replace("Care is planned", "Your payments are planned"))
    assert document.service_from is None


DENIED = """
Kestrel Mutual Insurance Company              Explanation of Benefits
Patient: Ada Lombard                          Claim number: 25-0222-77310

Date         Code     Service        Billed      Allowed    Paid      You may owe    Status    {head}
07/08/2026   64635    Nerve block    2,140.00    0.00       0.00      2,140.00       DENIED    197, M62
07/08/2026   64636    Each added     1,482.00    0.00       0.00      1,482.00       DENIED    197
Total                                3,622.00    0.00       0.00      3,622.00

197: Approval was needed before this service.
M62: The approval number is missing.
"""


def test_a_head_one_letter_off_the_word_for_reasons_is_over_reasons() -> None:
    first, second = read_text(DENIED.format(head="Rcason")).lines
    assert [note.code for note in first.remarks] == ["197", "M62"]
    assert [note.code for note in second.remarks] == ["197"]


@pytest.mark.parametrize("head", ["Pl", "PI", "P1"])
def test_places_stand_under_a_short_head_whose_small_letter_was_read_as_another(head: str) -> None:
    assert [line.place_of_service for line in lines_of(head, "11", "11", "22", "11")] == ["11", "11", "22", "11"]


@pytest.mark.parametrize("values", [("1", "1", "2", "1"), ("A1", "A2", "A1", "A1")])
def test_what_has_not_two_digits_is_no_place(values: tuple[str, ...]) -> None:
    assert [line.place_of_service for line in lines_of("PI", *values)] == [None] * 4


def test_minutes_that_a_service_took_are_no_count_of_it() -> None:
    assert [line.units for line in lines_of("Time", "118 min", "95 min", "40min")] == [None, None, None]
    assert [line.units for line in lines_of("Times", "1", "2", "1")] == [1, 2, 1]
