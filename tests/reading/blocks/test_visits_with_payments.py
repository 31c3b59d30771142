"""Lists of services by visit, each with what was paid of it right below, in everyday words."""

from datetime import date
from decimal import Decimal

from tests.reading.papers import read_text

VISITS = """
Larkspur Eye Clinic
4 Rose Street
Elmgrove, NM 87999
Statement for Ada Lombard
Printed June 9, 2026

Visit on May 4, 2026
You saw Dr. Ines Okonjo
Eye exam, complete                                        $165.00
(code 92014)
Pressure map                                               $98.00
(code 92083)
Medicare paid us                                    minus $168.00
You paid by card                                     minus $15.00
You owe for this visit                                     $80.00

Visit on May 20, 2026
You saw Dr. Per Aldous
Retina photo                                              $120.00
(code 92250)
Follow-up visit                                            $79.00
(code 99212)
Medicare paid us                                    minus $143.00
You owe for this visit                                     $56.00

PLEASE PAY                                                $136.00
by July 6, 2026
"""


def test_each_visit_has_its_day_its_clinician_and_its_payments() -> None:
    document = read_text(VISITS)
    assert [(line.service_date, line.rendering_provider, line.code) for line in document.lines] == [
        (date(2026, 5, 4), "Dr. Ines Okonjo", "92014"),
        (date(2026, 5, 4), "Dr. Ines Okonjo", "92083"),
        (date(2026, 5, 20), "Dr. Per Aldous", "92250"),
        (date(2026, 5, 20), "Dr. Per Aldous", "99212"),
    ]
    assert [(paid.description, paid.amount) for paid in document.payments] == [
        ("Medicare paid us", Decimal("168.00")),
        ("You paid by card", Decimal("15.00")),
        ("Medicare paid us", Decimal("143.00")),
    ]


def test_the_day_below_the_words_for_what_is_due_is_when_it_is() -> None:
    assert read_text(VISITS).due_date == date(2026, 7, 6)
