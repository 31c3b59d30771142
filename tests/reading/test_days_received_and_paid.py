"""A notice may print the days on which a claim came in and was paid behind one label."""

from datetime import date

import pytest

from plainbill.case import Document
from tests.reading.papers import read_text

NOTICE = """
Larchmont Mutual Insurance Company                 Explanation of Benefits
                                                   Notice date 06/08/2026
{days}
Provider: Quarrytown Clinic      Patient: Ada Lombard

Date          Procedure   Billed    Allowed    Plan paid   You owe
04/02/2026    99213       100.00      80.00        60.00     20.00
Total                     100.00      80.00        60.00     20.00
"""


def days(printed: str) -> tuple[date | None, date | None]:
    document: Document = read_text(NOTICE.format(days=printed))
    return document.document_date, document.processed_date


@pytest.mark.parametrize("label", ["Claim received / paid", "Received / processed:"])
def test_the_second_day_is_that_of_the_decision(label: str) -> None:
    assert days(f"{label}    05/27/2026 / 06/05/2026") == (date(2026, 6, 8), date(2026, 6, 5))


def test_the_day_of_receipt_alone_decides_nothing() -> None:
    assert days("Claim received    05/27/2026") == (None, date(2026, 6, 8))
