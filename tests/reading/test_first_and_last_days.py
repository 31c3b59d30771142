"""The first and the last day of care behind a label, however they are printed."""

import pytest

from tests.reading.papers import read_text

BILL = """
Granite Shoals Clinic                 BILL SUMMARY
Patient: Beatrix Haverford            Acct: 2080512439
{days}
Office visit (99213)                  100.00
Total charges                         100.00
"""


@pytest.mark.parametrize(
    "days",
    [
        "PAYMENT DUE DATE: 09-14-24      SERVICE DATE(S): 071224 to 071924",
        "PAYMENT DUE DATE: 09-14-24      SERVICE DATE(S): 071224 thru 071924",
        "Payment due date: 09-14-24   Printed: 08-20-2024   Visit date: Jul 12,\n2024 to Jul 19, 2024",
    ],
)
def test_the_last_day_is_read_too(days: str) -> None:
    document = read_text(BILL.format(days=days))
    assert (str(document.service_from), str(document.service_to)) == ("2024-07-12", "2024-07-19")


def test_one_day_alone_is_both() -> None:
    document = read_text(BILL.format(days="PAYMENT DUE DATE: 09-14-24      SERVICE DATE(S): 071224"))
    assert (str(document.service_from), str(document.service_to)) == ("2024-07-12", "2024-07-12")
