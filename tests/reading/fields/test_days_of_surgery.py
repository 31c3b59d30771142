"""Days of surgery and of emergency visits by their labels."""

import pytest

from tests.reading.papers import read_text

ESTIMATE = """
Sandhill Day Surgery
Good faith estimate
Patient: Ansel Pruitt     Estimate number: GFE-4410
Prepared Apr 2, 2026
{label} Apr 29, 2026
Diagnosis M23.21, torn cartilage, right knee
Paying by: Self-pay, no insurance used

Knee scope with trimming                              $1,200.00
Service code 29881 RT, quantity 1
Anesthesia for knee scope                             $700.00
Service code 01400 QZ, quantity 1
Estimated total                                       $1,900.00
"""


@pytest.mark.parametrize("label", ["Planned surgery day", "Date of surgery"])
def test_the_planned_day_of_an_estimate_is_that_of_the_care(label: str) -> None:
    document = read_text(ESTIMATE.format(label=label))
    assert (str(document.service_from), str(document.document_date)) == ("2026-04-29", "2026-04-02")


def test_the_day_below_emergency_visit_on_is_that_of_the_visit() -> None:
    document = read_text("""
Sandhill Medical Center

Patient           Account no.      Bill date         Emergency visit on
Ansel Pruitt      7001182          Oct 21, 2026      Sep 14, 2026

Code     Description              Charge
99284    Emergency room visit     $486.00
70450    Head scan                $122.00
Total charges                     $608.00
""")
    assert (str(document.service_from), str(document.document_date)) == ("2026-09-14", "2026-10-21")
