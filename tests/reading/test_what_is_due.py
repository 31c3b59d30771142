"""What is asked for, and of whom: invoices with a total and a balance, a laboratory's client, a plan that is silent."""

import pytest

from tests.reading.papers import read_text

PAPER = """
Canyon Ambulance District                              Invoice date: 05/19/2026
9 Assay Park, Velmont, NJ 07899                        Run number: 26-003318

Patient: Ada Lombard

Code       Service rendered             Quantity      Each      Extended
A0427      ALS1 emergency base rate            1    184.00        184.00
A0422      Oxygen and supplies                 1     68.00         68.00
                                         Invoice total            252.00
                                         Resident credit          -50.00
                                         Balance due by 06/18/2026    202.00
{}
"""


def test_the_balance_goes_before_the_total_of_the_invoice() -> None:
    totals = read_text(PAPER.format("")).totals
    assert totals is not None
    assert (str(totals.charges), str(totals.balance_due)) == ("252.00", "202.00")


def test_a_plan_that_has_not_answered_leaves_the_bill_pending() -> None:
    assert read_text(PAPER.format("Your plan has not yet answered this claim.")).insurance_pending is True
    unheard = "Your claim was sent to Blue Fjord Trust and we have not yet heard from them."
    assert read_text(PAPER.format(unheard)).insurance_pending is True
    assert read_text(PAPER.format("Your plan has answered this claim.")).insurance_pending is None


def test_the_doctor_for_whom_a_laboratory_works_is_not_the_patient() -> None:
    document = read_text("""
SummitLine Diagnostics, Inc.                 Bill no. 660-1840-22
77 Quarry Pike, Dunmore Flats, PA 18999      Statement date: 03/20/2026

Client: Dr. W. Sefton #4471

Ada Lombard        Birth date 08/30/1979        Sex F

Date          Code     Test                      Our fee
01/19/2026    84460    Alanine aminotransferase    31.50
01/19/2026    36415    Venipuncture                15.00
Sum of fees                                        46.50
""")
    assert document.patient is not None
    assert document.patient.name == "Ada Lombard"


def test_what_is_asked_for_is_no_sum_of_charges_where_nothing_was_paid() -> None:
    totals = read_text("""
Canyon Pathology Laboratory                            Invoice date: 05/19/2026
9 Assay Park, Velmont, NJ 07899

Patient: Ada Lombard

Test                 CPT        Price
IRON                 83540      41.00
URINE CULTURE        87086      58.50
Amount due upon receipt        $99.50
""").totals
    assert totals is not None
    assert (str(totals.balance_due), totals.charges) == ("99.50", None)


def test_the_sum_of_what_was_paid_today_is_no_charge() -> None:
    totals = read_text("""
Harbor Clinic
Receipt of payment    Patient: Ada Lombard   Account: 77123
Date 03/02/2026
Previous balance       100.00
Paid today  Visa        40.00
Total today             40.00
Balance owing           60.00
""").totals
    assert totals is not None
    assert (totals.charges, str(totals.patient_paid), str(totals.balance_due)) == (None, "40.00", "60.00")


@pytest.mark.parametrize(("until", "due"), [("June 10", "2025-06-10"), ("January 12", "2026-01-12")])
def test_a_day_to_pay_by_without_its_year_comes_after_the_day_of_the_bill(until: str, due: str) -> None:
    document = read_text(f"""
Quarrytown Clinic, LLC
8 Slate Street
Elmgrove, NM 87999
Patient: Ada Lombard          Account: QC-10447
Statement date: 05/11/2025
Please pay $140.00 by {until}

Date          Code     Service            Charge
04/02/2025    99213    Office visit      $140.00
""")
    assert str(document.due_date) == due
