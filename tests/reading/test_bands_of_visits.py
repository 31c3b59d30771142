"""Rows that open each visit with its day and who gave the care, among other words."""

import pytest

from tests.reading.papers import read_text

BILL = """
Osprey Valley Health                                          Statement date 06/20/2026
Patient: Ada Lombard     MRN 00482119     Primary coverage: Lakeland PPO, subscriber Odile Quist

                                               Paid by      Insurance
Description                        Billed      insurance    discount     You owe
Imaging - Building B  May 14, 2026                      Service provider: Ines Calder, DO
MRI of the spine (72148)           1,840.00    -611.20      -1,029.55    199.25
Contrast screen                       85.00       0.00         -85.00      0.00
Visit total                        1,925.00    -611.20      -1,114.55    199.25
Professional fees - reading  May 15, 2026               Service provider: Ravi Stroud, MD
MRI reading (72148-26)               292.00    -104.80        -161.00     26.20
Visit total                          292.00    -104.80        -161.00     26.20
Total for this account             2,217.00    -716.00      -1,275.55    225.45
"""


def test_the_day_and_the_clinician_of_a_band_are_those_of_the_services_below() -> None:
    lines = read_text(BILL).lines
    assert [(str(line.service_date), line.rendering_provider) for line in lines] == [
        ("2026-05-14", "Ines Calder, DO"),
        ("2026-05-14", "Ines Calder, DO"),
        ("2026-05-15", "Ravi Stroud, MD"),
    ]


def test_a_day_among_words_between_services_is_not_that_of_those_below() -> None:
    note = "Contrast screen                       85.00       0.00         -85.00      0.00"
    document = read_text(BILL.replace(note, f"Report was sent to your doctor  May 21, 2026 with our thanks\n{note}"))
    assert "2026-05-21" not in {str(line.service_date) for line in document.lines}


def test_whose_plan_it_is_stands_behind_the_name_of_the_plan() -> None:
    document = read_text(BILL)
    assert document.payer is not None and document.coverage is not None
    assert (document.payer.name, document.coverage.subscriber_name) == ("Lakeland PPO", "Odile Quist")


@pytest.mark.parametrize("aside", ["(member LHP20081443)", "(member ID LHP20081443)", "(ID LHP20081443)"])
def test_the_number_of_a_member_stands_in_parentheses_behind_the_name_of_the_plan(aside: str) -> None:
    document = read_text(BILL.replace(", subscriber Odile Quist", f" {aside}"))
    assert document.payer is not None and document.coverage is not None
    assert (document.payer.name, document.coverage.member_id) == ("Lakeland PPO", "LHP20081443")
