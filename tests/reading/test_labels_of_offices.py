"""Labels that offices and plans print in words of their own."""

from datetime import date

import pytest

from plainbill.case import Document
from tests.reading.papers import read_text

SERVICES = """

Date          Code     Description       Amount
04/02/2026    99213    Office visit      120.00
04/02/2026    87880    Rapid test         40.00
"""


def bill(head: str, foot: str = "") -> Document:
    return read_text(f"Kettle Creek Clinic\n210 Granary St, Kettle Creek, MO 64999\n{head}{SERVICES}{foot}")


def test_a_customer_of_a_supplier_is_the_patient_and_has_a_number() -> None:
    document = bill("Customer    Ada Lombard        Customer no.   NW-66120\n")
    assert document.patient is not None
    assert (document.patient.name, document.patient.account_number) == ("Ada Lombard", "NW-66120")


def test_an_account_goes_before_the_number_of_a_customer() -> None:
    document = bill("Customer number: 40172\nAccount: K-551\nPatient: Ada Lombard\n")
    assert document.patient is not None
    assert document.patient.account_number == "K-551"


def test_birthday_and_date_of_account_are_days() -> None:
    document = bill("Patient    Ada Lombard      Date of account  02.27.2026\nBirthday   08.21.1991\n")
    assert document.patient is not None
    assert (document.patient.date_of_birth, document.document_date) == (date(1991, 8, 21), date(2026, 2, 27))


def test_an_invoice_goes_before_the_number_of_an_order() -> None:
    document = bill("Laboratory invoice INV-26-0099317\nPatient: Ada Lombard\nRequisition: OS5518834\n")
    assert document.patient is not None
    assert document.patient.account_number == "INV-26-0099317"


def test_a_run_has_a_number() -> None:
    document = bill("                                  Run 26-07-11842\nPatient: Ada Lombard\n")
    assert document.patient is not None
    assert document.patient.account_number == "26-07-11842"


@pytest.mark.parametrize("label", ["Total to pay", "Total left to pay"])
def test_what_is_to_be_paid_is_no_copay(label: str) -> None:
    totals = bill("Patient: Ada Lombard\n", f"\nTotal charges          160.00\n{label}         160.00\n").totals
    assert totals is not None
    assert (str(totals.balance_due), totals.copay) == ("160.00", None)


def test_a_doctor_or_clinic_is_the_provider_and_not_a_name() -> None:
    document = read_text("""
Meridia Welfare Fund                                      EXPLANATION OF BENEFITS
15 Quarry Street, Alder Notch, NH 03999

Patient            Ada Lombard            Claim number      2026 092 00418
Doctor or clinic   Saltmarsh Cardiology   Date processed    04/01/2026

Date          Service        Code    Billed    Allowed   We paid   You owe
03/01/2026    Office visit   99213   $180.00   $120.00   $100.00   $20.00
""")
    assert document.payer is not None
    assert document.provider is not None
    assert (document.payer.name, document.provider.name) == ("Meridia Welfare Fund", "Saltmarsh Cardiology")


def test_whoever_cared_for_somebody_is_the_office_of_a_bill_without_another() -> None:
    document = read_text("""
    Who cared for you: Summit Clinic
    Patient: Ada Lombard           Account: 4471902
    Date          Description                      Amount
    03/02/2026    Office visit                     $140.00
    Amount due                                     $140.00
    """)
    assert document.provider is not None and document.provider.name == "Summit Clinic"


def test_the_heading_of_a_department_names_no_office_below_a_letterhead() -> None:
    document = read_text("""
    Summit Ridge Hospital
    12 Main St, Boise, ID 83702
    Patient: Ada Lombard           Account: 4471902
    PHARMACY
    03/02/2026    250     Lisinopril 10 mg         3     $14.00
    03/02/2026    250     Saline 0.9%              1     $24.00
    Pharmacy charges                                     $38.00
    LABORATORY
    03/02/2026    300     Lipid panel              1     $120.00
    Laboratory services charged                          $120.00
    Total charges                                        $158.00
    Balance due                                          $158.00
    """)
    assert document.provider is not None
    assert document.provider.name == "Summit Ridge Hospital"


def test_a_bill_names_the_sex_and_the_number_of_who_is_responsible_in_short() -> None:
    document = bill("Patient: Ada Lombard   M/F: F   Responsible Party ID: 77100451   Account: K-551\n")
    assert document.patient is not None
    assert document.patient.sex == "F"
    assert document.coverage is None or document.coverage.member_id is None


def test_payments_by_the_patient_are_those_of_the_patient() -> None:
    foot = "\nCharges                160.00\nPayments by Patient    $50.00 CR\nBalance due            110.00\n"
    totals = bill("Patient: Ada Lombard   Account: K-551   Stmt Date: 05/02/2026\n", foot).totals
    assert totals is not None
    assert str(totals.patient_paid) == "50.00"


def test_a_summary_says_what_the_visit_was_for() -> None:
    visit = read_text("""
Kettle Creek Clinic
Visit Summary
Patient Name    Ada Lombard
Seen for        New problem
Date of visit   04/02/2026

What we did
99213 - Office visit
""").visit
    assert visit is not None
    assert visit.reason == "new_problem"
