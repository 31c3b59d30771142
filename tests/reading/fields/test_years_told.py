"""The year of services that print their days alone, where no labeled date tells it."""

from datetime import date

import pytest

from tests.reading.papers import read_text

BILL = """
Larkspur Family Practice
{head}

Date     Service                     Code      Charge
10/02    Office visit                99213     118.00
10/13    Recheck                     99212      84.00
Total charges                                  202.00
{foot}
"""


def days(head: str, foot: str = "Thank you.") -> list[date | None]:
    return [line.service_date for line in read_text(BILL.format(head=head, foot=foot)).lines]


def test_a_sentence_tells_the_year_of_all_days() -> None:
    assert days("Patient: Ada Lombard", "All dates are 2026.") == [date(2026, 10, 2), date(2026, 10, 13)]


def test_the_only_full_date_over_the_list_tells_the_year() -> None:
    assert days("Patient: Ada Lombard     Drawn up 31-OCT-2026") == [date(2026, 10, 2), date(2026, 10, 13)]


def test_a_birth_and_dates_of_two_years_tell_none() -> None:
    assert days("Patient: Ada Lombard     DOB: 03/04/1961") == [None, None]
    assert days("Patient: Ada Lombard     Drawn up 31-OCT-2026     Opened 02-MAR-2019") == [None, None]


def test_full_dates_on_both_sides_of_the_new_year_tell_the_year_of_days_before_and_after_it() -> None:
    assert days("Patient: Ada Lombard     Drawn up 24-JAN-2027     Sent 02-DEC-2026") == [
        date(2026, 10, 2),
        date(2026, 10, 13),
    ]


@pytest.mark.parametrize("said", ["Policy effective 01/01/2019", "Form revised 07/01/2018", "Injury of 05/02/2024"])
def test_days_of_policies_forms_and_injuries_tell_none(said: str) -> None:
    assert days(f"Patient: Ada Lombard     {said}") == [None, None]


def test_a_birth_above_its_day_is_not_the_day_of_the_paper() -> None:
    document = read_text(BILL.format(head="Patient: Ada Lombard\nBorn\n03/04/1961", foot="Thank you."))
    assert document.document_date is None
    assert [line.service_date for line in document.lines] == [None, None]


def test_a_ledger_is_listed_through_the_day_of_the_paper() -> None:
    document = read_text("""
Larkspur Family Practice
ACCOUNT LEDGER
Patient: Ada Lombard          Through: 10/31/2026

Posted    Proc     Description       Debit     Credit     Balance
10/02     99213    Office visit      118.00               118.00
10/02              Copay, card                  30.00      88.00
10/13     99212    Recheck            84.00               172.00
Please remit this amount                                  172.00
""")
    assert (document.document_date, document.service_to) == (date(2026, 10, 31), None)
    assert [line.service_date for line in document.lines] == [date(2026, 10, 2), date(2026, 10, 13)]


def test_what_is_authorized_through_a_day_dates_no_ledger() -> None:
    document = read_text("""
Larkspur Family Practice
Patient: Ada Lombard
Coverage effective from 01/01/2020 through 12/31/2026
Authorized through 12/31/2026

Date          Description         Charge     Payment    Balance
03/02/2026    Office visit        $140.00               $140.00
03/12/2026    Check                          $40.00     $100.00
Amount due                                              $100.00
""")
    assert document.document_date is None
