"""The days of a paper by their labels: what was printed, what was processed, and what is only a period."""

from datetime import date

from plainbill.case import Document
from tests.reading.papers import read_text

NOTICE = """
Larchmont Mutual Insurance Company
Explanation of Benefits
{head}
Provider: Quarrytown Clinic      Patient: Ada Lombard

Date          Procedure   Billed    Allowed    Plan paid   You owe
04/02/2026    99213       100.00      80.00        60.00     20.00
Total                     100.00      80.00        60.00     20.00
"""


def notice(head: str) -> Document:
    return read_text(NOTICE.format(head=head))


def test_a_period_in_which_claims_were_processed_is_no_day_of_processing() -> None:
    document = notice("Date of This Notice   May 16, 2026\nClaims Processed   February 15 -\nBetween   May 15, 2026")
    assert document.processed_date == date(2026, 5, 16)


def test_the_run_date_of_a_remittance_is_no_day_of_service() -> None:
    document = notice("RUN DATE 05/14/2026      PAYMENT DATE 05/17/2026")
    assert (document.service_from, document.processed_date) == (None, date(2026, 5, 17))


def test_the_word_processed_leads_to_its_day_within_a_heading() -> None:
    document = notice("Your explanation of benefits Processed May 21, 2026")
    assert document.processed_date == date(2026, 5, 21)


def test_the_first_day_of_a_stay_alone_is_not_the_day_of_every_line() -> None:
    bill = """
Larkspur Hospital
Patient: Ada Lombard          Account: LC-10447
{days}

Code     Description         Amount
99213    Office visit        120.00
87880    Strep test           30.00
Total charges                150.00
"""
    alone = read_text(bill.format(days="Admission date: 04/02/2026"))
    both = read_text(bill.format(days="Admission date: 04/02/2026    Discharge date: 04/02/2026"))
    assert [line.service_date for line in alone.lines] == [None, None]
    assert [line.service_date for line in both.lines] == [date(2026, 4, 2)] * 2


def test_a_day_amid_a_sentence_is_not_that_of_the_letter() -> None:
    document = read_text("""
Corbel & Finch Recovery Services                                      April 27, 2026
PO Box 3361, Ashdown, IN 46999

Corbel & Finch Recovery Services is a debt collector. You owe Oakhaven Clinic.

As of January 15, 2026, you owed:                                           $486.20
Total amount of the debt now:                                               $420.55
""")
    assert str(document.document_date) == "2026-04-27"


def test_a_day_of_birth_without_a_year_is_left_out() -> None:
    document = read_text("""
Larkspur Clinic, LLC
Patient: Ada Lombard          Birth Date: Mar 3
Statement date: 04/20/2025

Date          Code     Description       Charge
04/02/2025    99213    Office visit      100.00
""")
    assert document.patient is not None
    assert document.patient.date_of_birth is None


def test_claims_that_were_decided_on_days_of_their_own_leave_the_notice_none() -> None:
    claim = """
Claim {number}          Quarrytown Clinic          Processed {day}
Date          Procedure   Billed    Allowed    Plan paid   You owe
04/02/2026    99213       100.00      80.00        60.00     20.00
Claim total               100.00      80.00        60.00     20.00
"""
    head = "\nLarchmont Mutual Insurance Company\nExplanation of benefits for Ada Lombard"
    head += "       Statement date 05/21/2026\n"
    apart = [claim.format(number=f"LM-2608-0041{day[-6]}", day=day) for day in ("05/17/2026", "05/19/2026")]
    document = read_text(head + "".join(apart))
    assert (document.document_date, document.processed_date) == (date(2026, 5, 21), None)


def test_a_day_below_its_caption_may_have_its_year_on_the_next_row() -> None:
    document = read_text("""
    After Visit Summary
    Ada Lombard     DOB: 5/17/1990     MRN: 4400192

    Visit                  Where                     With
    Monday, March 30,      Quarrytown Lung Clinic    Per Aldous, MD
    2026, 2:20 PM          8 Slate Street

    Done today
    Office visit, follow-up     99214
    Breathing test              94010
    """)
    assert str(document.service_from) == "2026-03-30"


def test_the_day_on_which_an_office_reviewed_something_is_no_day_of_a_decision() -> None:
    visit = read_text("""
Harbor Clinic
After visit summary
Patient: Ada Lombard
Visit date: 03/02/2026
Date reviewed: 03/05/2026
""")
    assert visit.kind == "visit_summary"
    assert (visit.processed_date, str(visit.service_from)) == (None, "2026-03-02")


def test_the_day_of_the_next_visit_is_none_of_the_care() -> None:
    document = read_text("""
    Larkhaven Dental
    Statement
    Patient: Imogen Thackeray       Statement date: 05/04/2026
    Next visit: August 4, 2026
    """)
    assert (document.service_from, document.service_to) == (None, None)
