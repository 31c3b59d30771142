"""Charges that no head announces."""

import pytest

from tests.reading.papers import read_text

RECEIPT = """
            Harbor Walk-In Clinic
       12 Pier Road, Lexmoor, KY 40999
    ------------------------------------
    Receipt                      H-20117
    Patient                  Ada Lombard
    Visit                       4/3/2026


    Office visit, level 2
    99212                         $85.00

    Ear wash, both sides
    69209                         $44.00

    Urine dip test
    81002                         $11.00


    Total charges                $140.00
    Balance                      $140.00
"""


def test_words_above_a_code_and_its_amount_say_what_was_done() -> None:
    document = read_text(RECEIPT)
    assert [(line.code, line.description, str(line.charge)) for line in document.lines] == [
        ("99212", "Office visit, level 2", "85.00"),
        ("69209", "Ear wash, both sides", "44.00"),
        ("81002", "Urine dip test", "11.00"),
    ]


def test_words_below_a_code_and_its_amount_say_what_was_done() -> None:
    below = """
    99212                         $85.00
    Office visit, level 2

    69209                         $44.00
    Ear wash, both sides

    81002                         $11.00
    Urine dip test
"""
    head, rest = RECEIPT.split("\n\n\n", 1)
    closing = rest.split("\n\n\n")[-1]
    document = read_text(f"{head}\n\n{below}\n\n{closing}")
    assert [(line.code, line.description) for line in document.lines] == [
        ("99212", "Office visit, level 2"),
        ("69209", "Ear wash, both sides"),
        ("81002", "Urine dip test"),
    ]


LABORATORY = """
QUILLON LABS
Invoice 88102237      Invoice date 02/08/2026
Patient MARTIN ESPOSITO

01/19/2026  83036  HEMOGLOBIN A1C              {}   $58.00
01/19/2026  80053  COMP METABOLIC PANEL        {}   $64.00
01/19/2026  82043  MICROALBUMIN, URINE         {}   $37.00
            Insurance: Harborstone paid             -$74.10
Amount due                                   $84.90
"""


def test_small_numbers_in_line_before_the_amounts_are_counts() -> None:
    document = read_text(LABORATORY.format(1, 2, 1))
    assert [(line.description, line.units) for line in document.lines] == [
        ("HEMOGLOBIN A1C", 1),
        ("COMP METABOLIC PANEL", 2),
        ("MICROALBUMIN, URINE", 1),
    ]


def test_two_figures_before_every_amount_may_be_the_place_of_service() -> None:
    assert [line.units for line in read_text(LABORATORY.format(11, 11, 11)).lines] == [None, None, None]


def test_numbers_that_end_the_words_are_no_counts() -> None:
    text = LABORATORY.replace("HEMOGLOBIN A1C              {}", "OFFICE VISIT LEVEL 3         ").format(1, 1)
    assert read_text(text).lines[0].description == "OFFICE VISIT LEVEL 3"


@pytest.mark.parametrize(
    ("band", "day"),
    [
        ("Hospital visit - Patient: Ingrid Solveig - Account 7750012 - Sep 3, 2026", "2026-09-03"),
        ("Hospital visit - Sep 3, 2026 - Patient: Ingrid Solveig - Account 7750012", "2026-09-03"),
        # The day of a payment is none of the care.
        ("Paid for last visit - Patient: Ingrid Solveig - Sep 3, 2026", None),
    ],
)
def test_the_day_in_the_words_over_a_visit_is_that_of_its_services(band: str, day: str | None) -> None:
    document = read_text(
        f"""
Marigold Regional Health
Guarantor name: Ingrid Solveig   Guarantor ID: 20077123
Statement date: Nov 12, 2026   Due date: Dec 3, 2026

{band}
Laboratory services                              $412.00
Radiology services                             $1,105.00
Emergency room                                 $2,240.00
Balance for this account: $250.00
"""
    )
    assert [line.service_date and str(line.service_date) for line in document.lines] == [day] * 3
