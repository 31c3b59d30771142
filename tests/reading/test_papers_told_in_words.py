"""What sentences and titles of papers tell: numbers, days, parties, visits, and what kind of paper it is."""

from datetime import date

from tests.reading.papers import read_text

CHARGES = """
Date         Code    Description           Charges
03/02/2026   82728   Ferritin               61.65
03/02/2026   84439   Free T4                56.33
Total charges                              117.98
"""


def test_a_plan_may_say_which_claim_it_handled_and_from_whom() -> None:
    document = read_text("""
Lakeshore Preferred                                   Explanation of Benefits
83 Quince Street
Bangor, ME 04401

Ines Falk
46 Larch Lane
Eau Claire, WI 54701

Dear member: this statement explains how we handled claim K671316156 from Silver Birch Imaging for
Ines Falk. It was processed on 8/14/2026.

Service           Date          Billed    Not covered    Plan paid    You owe
Office visit      03/02/2026    140.00    20.00          100.00       20.00
Rapid test        03/02/2026     40.00    10.00           30.00        0.00
Total                           180.00    30.00          130.00       20.00
""")
    assert document.claim_number == "K671316156"
    assert document.provider is not None and document.provider.name == "Silver Birch Imaging"
    assert document.patient is not None and document.patient.name == "Ines Falk"


def test_what_your_plan_paid_names_no_insurer() -> None:
    document = read_text(
        "Alder Bay Clinic           Statement\nPatient: Ines Falk    Account: 40917\n"
        + CHARGES
        + "\nPayments From Your Plan      -88.00\nPay this amount               29.98\n"
    )
    assert document.payer is None
    assert document.totals is not None and document.totals.insurance_paid == 88


def test_a_program_in_parentheses_belongs_to_the_name_of_a_plan() -> None:
    document = read_text("""
    Ridge State Medical Assistance Program (Medicaid)      Explanation of Benefits
    Patient: Ines Falk        Member ID: TBH-40917

    Service           Date          Billed    Not covered    Plan paid    You owe
    Office visit      03/02/2026    140.00    20.00          100.00       20.00
    Rapid test        03/02/2026     40.00    10.00           30.00        0.00
    """)
    assert document.payer is not None
    assert document.payer.name == "Ridge State Medical Assistance Program (Medicaid)"


def test_a_bill_may_say_in_a_sentence_when_it_was_prepared() -> None:
    document = read_text(
        "Alder Bay Laboratory\n\nThis bill, prepared on 4/17/26, is for laboratory work done for Ines Falk on 3/2/26.\n"
        + CHARGES
    )
    assert document.document_date == date(2026, 4, 17)


def test_the_day_of_a_run_beside_the_letterhead_is_that_of_the_paper() -> None:
    document = read_text(
        """
ALDER BAY HOSPITAL                              PAGE    1
684 PECAN CT                                    RUN 04/25/26
BANGOR, ME 04401

PATIENT NAME        PATIENT NO     ADMITTED     DISCHARGED
FALK, INES          618-341237     02/24/26     02/26/26

SERV DT      CHG NO     DESCRIPTION                QTY        AMOUNT
02/24/26     9568476    TROPONIN QUANT               1        318.60
02/25/26     4659835    URINALYSIS                   1         91.59
TOTAL CHARGES                                                 410.19
"""
        + "\n" * 30
        + "PLEASE KEEP THIS COPY\n"
    )
    assert document.document_date == date(2026, 4, 25)


def test_a_quote_may_say_for_which_day_it_was_asked() -> None:
    document = read_text("""
Alder Bay Imaging                                  Good Faith Estimate
March 29, 2026
Patient: Ines Falk

You asked what your imaging on April 12, 2026 will cost without insurance.

Service                             Our price
Chest X-ray (71046)                   213.10
Mammogram (77067)                     339.80
Total estimated cost                  552.90
""")
    assert document.service_from == date(2026, 4, 12)


def test_a_letter_about_help_lists_what_it_takes_off_and_is_no_bill() -> None:
    document = read_text("""
Alder Bay Hospital
764 Old Mill Rd, Bangor, ME 04401

August 11, 2026

Ines Falk
43 Quay Lane
Bangor, ME 04401

Subject: Your application for financial assistance
Dear Ines Falk:
Based on your income you have been approved for 90% assistance on account 75-8351-77,
date of service May 20, 2026.

      Total charges                      $6,842.15
      Financial assistance discount     -$6,157.93
      Remaining balance due                $684.22

The approval covers necessary care for six months.
With best wishes,
Patient Financial Counseling
""")
    assert document.kind == "letter"
    assert document.patient is not None and document.patient.account_number == "75-8351-77"
    assert document.totals is not None and document.totals.balance_due is not None


def test_sentences_of_a_visit_tell_its_minutes_its_problems_and_that_the_patient_is_known() -> None:
    visit = read_text("""
Alder Bay Family Care                          After Visit Summary
Patient: Ines Falk
Your visit on February 17, 2026

You were seen for a sore throat. Visit type: Follow-up, established patient. Time with
the clinician: 32 minutes. Problems addressed: 2.

Problems addressed
1. Sore throat (J02.9)
2. Tiredness (R53.83)

What was done today
Office visit level 4 (99214)
Rapid test (87880)
""").visit
    assert visit is not None
    assert (visit.minutes, visit.problems_addressed, visit.new_patient) == (32, 2, False)
