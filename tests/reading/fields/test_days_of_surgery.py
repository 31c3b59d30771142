"""Days of surgery and of emergency visits by their labels."""

import pytest

from tests.reading.papers import read_text

ESTIMATE = """
Sandhill Day Surgery
Good faith estimate
Patient: Ansel Pruitt     Estimate number: GFE-4410
Prepared Apr 2, 2026
{label} Apr 29, 2026

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
