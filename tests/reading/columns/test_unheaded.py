"""Columns whose head was lost in a photo: counts beside amounts or diagnoses, and the amounts of a list of prices."""

from decimal import Decimal

import pytest

from tests.reading.papers import read_text

COUNTED = """
    Juniper Bay Hospital               Statement
    40 Tern Lane
    Juniper Bay, OR 97420
    Patient Name: Ivo Quenby         Account Number: 55-20881

    Date        Code     Description                                              Charge
    08/21/25    99284    Emergency visit                     {0}                    910.00
    08/21/25    80053    Metabolic panel                     1                    120.00
    08/21/25    J1885    Ketorolac                           2                     64.00
    08/22/25    93005    Heart tracing                       1                    188.00
    08/22/25    73110    Picture of the wrist                {1}                    240.00
    Total charges                                                               1,522.00
"""


def test_counts_left_of_the_charges_are_counts_though_nothing_heads_them() -> None:
    lines = read_text(COUNTED.format("1", "3")).lines
    assert [line.units for line in lines] == [1, 1, 2, 1, 3]
    assert sum(line.charge or 0 for line in lines) == Decimal("1522.00")


def test_numbers_of_which_few_are_one_may_be_anything() -> None:
    text = COUNTED.format("14", "3").replace("    1        ", "    8        ")
    assert [line.units for line in read_text(text).lines] == [None] * 5


DIAGNOSED = """
    Juniper Bay Hospital               Statement
    40 Tern Lane
    Juniper Bay, OR 97420
    Patient Name: Ivo Quenby         Account Number: 55-20881

    Date        Rev.    Service                            Diag                Charges
    08/21/25    0636    Ketorolac (J1885)                  S52.501A    2.00     $64.00
    08/21/25    0301    Metabolic panel (80053)            S52.501A    1.00    $120.00
    08/21/25    0272    Gauze                              S52.501A    4.00     $12.00
    08/22/25    0272    Splint                             S52.501A    3.00     $90.00
    08/22/25    0271    Sling                              S52.501A    1.00     $20.00
    Total charges                                                           $306.00
"""


def test_counts_in_parts_behind_diagnoses_are_counts() -> None:
    lines = read_text(DIAGNOSED).lines
    assert [line.units for line in lines] == [2, 1, 4, 3, 1]
    assert {line.diagnosis_codes for line in lines} == {("S52.501A",)}


def test_an_amount_that_lost_its_cents_leaves_a_service_without_a_charge() -> None:
    lines = read_text(DIAGNOSED.replace("1.00    $120.00", "1.00    $120.  ")).lines
    assert [(line.code, line.charge) for line in lines][:2] == [("J1885", Decimal("64.00")), ("80053", None)]


PRICED = """
    Heron Point Imaging                Good Faith Estimate
    77 Marsh Road
    Heron Point, GA 31305
    Patient: Ivo Quenby              Estimate ID: 4420917

    CPT-4    Service
    73564    X-ray knee, four views          212.25
    76830    Ultrasound                      385.00
    70553    MRI head                      1,990.75
    {}
"""


def test_amounts_behind_words_are_charges_where_no_head_names_any() -> None:
    lines = read_text(PRICED.format("Estimated total    2,588.00")).lines
    assert [(line.code, line.description, line.charge) for line in lines] == [
        ("73564", "X-ray knee, four views", Decimal("212.25")),
        ("76830", "Ultrasound", Decimal("385.00")),
        ("70553", "MRI head", Decimal("1990.75")),
    ]


@pytest.mark.parametrize("shift", [0, 3])
def test_amounts_that_do_not_stand_below_each_other_are_words(shift: int) -> None:
    text = PRICED.format("").replace("Ultrasound  ", "Ultrasound" + "  " * (shift > 0) + " " * (1 - shift // 3))
    charged = [line.charge is not None for line in read_text(text).lines]
    assert all(charged) if not shift else True


THERAPY = """
    Amber Coast Rehabilitation          Statement date: 06/15/2024
    Patient: Beatrix Dovecote           Account number: 5635558

    Date          Code     Charge     Charge Description          Rend Prov Un
    05/05/2024    92507    161.00     SPEECH TX INDIV             Ashgrove, A 1 EA
    05/05/2024    97161    215.50     PT EVAL LOW COMPLEX         Ashgrove, A 1 EA
    05/09/2024    97530    126.00     THER ACTIVITIES             Dovecote, S 2 EA
    Total                  502.50
"""


def test_a_count_with_its_unit_behind_the_name_of_who_did_it_is_a_count() -> None:
    lines = read_text(THERAPY).lines
    assert [(line.rendering_provider, line.units) for line in lines] == [
        ("Ashgrove, A", 1),
        ("Ashgrove, A", 1),
        ("Dovecote, S", 2),
    ]
