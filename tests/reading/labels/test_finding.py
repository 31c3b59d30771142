from decimal import Decimal

from plainbill.case import Document
from tests.reading.papers import read_text

BILL = """
Quarrytown Clinic, LLC
8 Slate Street
Elmgrove, NM 87999

Patient: Ada Lombard          Account: QC-10447
Statement Date: 05/01/2025
{more}

Date          Procedure   What was done            Fee
04/02/2025    99213       Office visit          100.00
04/09/2025    99212       Recheck                60.00
Total charges                                  160.00
"""
NOTICE = """
Larchmont Mutual Insurance Company
{more}
Explanation of Benefits                     Processed: 05/09/2025
Provider: Quarrytown Clinic

Date          Procedure   Billed    Allowed    Plan paid   You owe   Remark
04/02/2025    99213       100.00      80.00        60.00     20.00   B7
04/09/2025    99212        60.00      50.00        40.00     10.00   C2
"""


def bill(more: str) -> Document:
    """The bill with more rows in its head."""
    return read_text(BILL.format(more=more))


def member(document: Document) -> str | None:
    """The member number that was read."""
    return document.coverage.member_id if document.coverage else None


def test_a_member_number_behind_the_insurers_name_is_read_with_the_name_cut_before_it() -> None:
    document = bill("Insurance on file: Upland Health Plan, ID UHP-33218")
    assert member(document) == "UHP-33218"
    assert document.payer is not None
    assert document.payer.name == "Upland Health Plan"


def test_a_policy_label_ends_the_insurers_name() -> None:
    document = bill("Insurance: Upland Health Plan Policy: UHP33218-01")
    assert member(document) == "UHP33218-01"
    assert document.payer is not None
    assert document.payer.name == "Upland Health Plan"


def test_the_state_of_idaho_is_no_member_number() -> None:
    assert member(bill("Mail to: Quarrytown Clinic, 8 Slate Street, Boise, ID 83702")) is None


def test_a_label_with_its_colon_apart_is_read() -> None:
    assert member(read_text(NOTICE.format(more="Policy No. :33218W"))) == "33218W"


def test_a_claims_department_is_no_claim_number() -> None:
    assert read_text(NOTICE.format(more="Claims Dept, 600 Slate St, Elmgrove, NM 87999")).claim_number is None


def test_diagnoses_in_a_numbered_list_are_all_read() -> None:
    assert bill("DX: 1) E11.65    2) I10").diagnosis_codes == ("E11.65", "I10")


def test_a_second_diagnosis_with_a_label_of_its_own_is_read() -> None:
    assert bill("Primary diagnosis: E11.65  Secondary: I10").diagnosis_codes == ("E11.65", "I10")


def test_a_patient_is_no_letterhead() -> None:
    text = """
Good Faith Estimate
Quarrytown Surgery Center, 8 Slate Street, Elmgrove, NM 87999
Patient name: Ada Lombard       Date of estimate: 04/02/2025

Service             Code      Expected cost
Knee surgery        29881         3100.00
Anesthesia          01400          900.00
"""
    document = read_text(text)
    assert document.provider is not None
    assert document.provider.name == "Quarrytown Surgery Center"


def test_each_note_of_a_legend_ends_where_the_next_begins() -> None:
    legend = """
B7   The charge is above what the
     plan pays for this service.
C2   The plan has no more to add here.
"""
    remarks = {r.code: r.text for r in read_text(NOTICE.format(more="") + legend).remarks}
    assert remarks["B7"] == "The charge is above what the plan pays for this service."
    assert remarks["C2"] == "The plan has no more to add here."


def test_a_form_prints_values_below_the_labels_of_its_fields() -> None:
    form = """
Quarrytown Hospital
12 HEALTH PLAN ID      13 REL INFO     14 PATIENT ACCT NO     15 PAYER NAME
UHP55                  Y               QH-33218               UPLAND HEALTH PLAN

42 Rev. Cd.   43 Description        44 HCPCS    45 Serv. Date   46 Serv. Units   47 Total Charges
0300          Venipuncture          36415       040225           1                   41.00
0450          Emergency visit       99284       040225           1                 2310.00
"""
    document = read_text(form)
    assert document.payer is not None
    assert document.patient is not None
    assert (document.payer.payer_id, document.payer.name) == ("UHP55", "UPLAND HEALTH PLAN")
    assert document.patient.account_number == "QH-33218"


def test_what_a_form_says_of_how_to_fill_in_a_field_is_part_of_the_label() -> None:
    document = bill("Patient name (last, first): Lombard, Ada")
    assert document.patient is not None
    assert document.patient.name is not None


def test_a_bill_that_says_who_paid_names_the_payer() -> None:
    document = bill("Payments received from Upland Health Plan          -20.00")
    assert document.payer is not None
    assert document.payer.name == "Upland Health Plan"


def test_a_payment_from_a_person_names_no_payer() -> None:
    assert bill("Payments received from Ada Lombard          -20.00").payer is None


def test_the_person_an_estimate_was_prepared_for_is_the_patient() -> None:
    text = """
Quarrytown Imaging
8 Slate Street, Elmgrove, NM 87999

Cost estimate
Prepared on April 2, 2026 for Ada Lombard

Service             Code      Standard price
Knee surgery        29881         3100.00
Anesthesia          01400          900.00
"""
    document = read_text(text)
    assert document.patient is not None
    assert document.patient.name == "Ada Lombard"
    assert [line.charge for line in document.lines] == [3100, 900]


def test_a_letter_is_dated_by_the_day_that_stands_alone() -> None:
    text = """
Quarrytown Recovery Services
8 Slate Street
Elmgrove, NM 87999

June 1, 2026

Ada Lombard
4 Rose Street
Elmgrove, NM 87999

Re: Larkspur Medical Clinic
Account number: 4471-LMC
Date of service: 12/11/2025
Balance: $386.20

Dear Ada Lombard,
The account named above has been placed with our office. Our client, Larkspur Medical Clinic,
tells us that $386.20 for medical services remains unpaid. If your insurance should have paid,
send us a copy of your explanation of benefits.
Sincerely,
"""
    document = read_text(text)
    assert document.kind == "letter"
    assert str(document.document_date) == "2026-06-01"


def test_a_greeting_is_no_label() -> None:
    document = read_text("""
Larchmont Mutual Insurance Company
PO Box 812
Elmgrove, NM 87999
Notice of denial of coverage
Date: 05/09/2025          Member ID: UHP33218

Dear Subscriber:
We have reviewed the request for an office visit. You may appeal this denial.
""")
    assert document.coverage is not None
    assert document.coverage.subscriber_name is None


def test_the_letterhead_of_a_denial_is_the_payers() -> None:
    document = read_text("""
Larchmont Mutual Insurance Company
PO Box 812
Elmgrove, NM 87999
Questions? 505-555-0144

Notice of denial of coverage
Date: 05/09/2025          Member ID: UHP33218
Patient: Ada Lombard      Provider: Quarrytown Clinic

Dear Ada Lombard:
We cannot approve the service. You may appeal this decision about your coverage.
Sincerely,
""")
    assert document.payer is not None
    assert document.payer.name == "Larchmont Mutual Insurance Company"
    assert document.payer.phone == "505-555-0144"
    assert document.provider is not None
    assert document.provider.name == "Quarrytown Clinic"
    assert document.provider.phone is None


def test_labels_in_capitals_run_on_in_one_row_of_a_remittance() -> None:
    document = read_text("""
Larchmont Mutual Insurance Company
Remittance Advice                           Processed: 05/09/2025
Provider: Quarrytown Clinic

NAME Ada Lombard ID UHP 3321 8441 PT ACCT QC10447 CLAIM 2107975865
Date          Procedure   Billed    Allowed    Plan paid   You owe
04/02/2025    99213       100.00      80.00        60.00     20.00
04/09/2025    99212        60.00      50.00        40.00     10.00
""")
    assert document.patient is not None
    assert document.patient.name == "Ada Lombard"
    assert document.patient.account_number == "QC10447"
    assert document.coverage is not None
    assert document.coverage.member_id == "UHP 3321 8441"
    assert document.claim_number == "2107975865"


def test_values_stand_below_a_row_of_labels_whatever_stands_beside_it() -> None:
    document = bill(
        "Member ID    Group No.    Coverage             Accumulators\n"
        "UHP33218     40172        Upland Choice PPO    Limit"
    )
    assert document.coverage is not None
    assert document.coverage.plan_name == "Upland Choice PPO"


def test_the_head_of_a_column_is_nobodys_name() -> None:
    patient = bill("").patient
    owes = read_text(BILL.format(more="").replace("Patient: Ada Lombard ", "Patient      Allowed amount    "))
    assert patient is not None
    assert patient.name == "Ada Lombard"
    assert owes.patient is None or owes.patient.name is None


def test_the_person_above_a_street_is_the_patient_of_a_notice() -> None:
    document = read_text("""
Medicare Summary Notice
for Part B (Medical Insurance)

Ada Lombard
12 Quarry Road

Medicare Number: UHP33218          Date of This Notice: 05/09/2025

Date          Procedure   Charged   Approved   Medicare paid   You may be billed
04/02/2025    99213       100.00      80.00            60.00                20.00
""")
    assert document.patient is not None
    assert document.patient.name == "Ada Lombard"


def test_a_birth_year_of_two_digits_lies_before_the_paper() -> None:
    document = bill("Date of Birth: 01/06/43")
    assert document.patient is not None
    assert str(document.patient.date_of_birth) == "1943-01-06"


def test_the_plan_above_the_first_box_of_a_claim_form_is_the_payer() -> None:
    document = read_text("""
HEALTH INSURANCE CLAIM 1500 STYLE             Upland Health Plan
1. MEDICARE MEDICAID                          1a. INSURED'S I.D. NUMBER
X                                             UHP33218
2. PATIENT'S NAME        3. PATIENT'S BIRTH DATE
Ada Lombard              05/10/1952
24. A. DATE     D. CPT/HCPCS    F. $ CHARGES    G. UNITS
04/02/2025      99213                 100.00    1
04/09/2025      99212                  60.00    1
28. TOTAL CHARGE     33. BILLING PROVIDER INFO & PH #
$ 160 00             Quarrytown Clinic
""")
    assert document.payer is not None
    assert document.payer.name == "Upland Health Plan"
    assert document.totals is not None
    assert document.totals.charges == 160


def test_the_days_of_a_notice_and_of_its_decision_are_told_apart() -> None:
    document = read_text(
        NOTICE.replace("     Processed: 05/09/2025", "").format(
            more="Date of This Notice     05/09/2025\nDate claim was processed     05/02/2025"
        )
    )
    assert str(document.document_date) == "2025-05-09"
    assert str(document.processed_date) == "2025-05-02"


def test_a_member_number_in_three_groups_of_digits_is_no_phone_number() -> None:
    assert member(bill("Member ID: 900 118 2237")) == "900 118 2237"
    assert member(bill("Member ID: (900) 118-2237")) is None


def test_a_birth_date_behind_the_patients_name_needs_no_colon() -> None:
    document = read_text(BILL.format(more="").replace("Patient: Ada Lombard ", "Patient: Ada Lombard DOB 06/30/1979 "))
    assert document.patient is not None
    assert (document.patient.name, str(document.patient.date_of_birth)) == ("Ada Lombard", "1979-06-30")


def test_a_clinician_named_in_the_line_of_the_claim_is_the_provider() -> None:
    notice = NOTICE.format(more="Claim 01250290077311. Services by Dr. Wren Castellane, received 05/02/2025")
    document = read_text(notice.replace("Provider: Quarrytown Clinic\n", ""))
    assert document.provider is not None
    assert document.provider.name == "Dr. Wren Castellane"


def test_the_period_of_processing_is_not_the_day_of_the_decision() -> None:
    more = "Claims Processed Between June 15 - September 15, 2025\nDate of This Notice September 20, 2025"
    document = read_text(NOTICE.format(more=more).replace("Processed: 05/09/2025", ""))
    assert str(document.processed_date) == "2025-09-20"


def test_the_last_day_for_an_appeal_is_no_day_of_the_notice() -> None:
    more = "Date of This Notice September 20, 2025\nWe must receive your appeal by: January 26, 2026"
    document = read_text(NOTICE.format(more=more).replace("Processed: 05/09/2025", ""))
    assert str(document.processed_date) == "2025-09-20"


def test_a_day_that_stands_alone_on_an_eob_is_the_day_of_the_decision() -> None:
    document = read_text(NOTICE.format(more="April 9, 2025").replace("Processed: 05/09/2025", ""))
    assert str(document.processed_date) == "2025-04-09"


def test_a_line_with_an_account_number_is_no_letterhead() -> None:
    notice = NOTICE.format(more="Group number 55501")
    document = read_text(notice.replace("Larchmont Mutual Insurance Company", "Cedar & Shield of Marlow"))
    assert document.payer is not None
    assert document.payer.name == "Cedar & Shield of Marlow"


def test_values_close_together_below_several_labels_each_have_their_own() -> None:
    document = read_text("""
Quarrytown Clinic, LLC                  STATEMENT DATE    PAY THIS AMOUNT    ACCT. #
8 Slate Street                          05/01/2025               $160.00 QC-10447
Elmgrove, NM 87999

Date          Procedure   What was done            Fee
04/02/2025    99213       Office visit          160.00
""")
    assert document.totals is not None
    assert document.patient is not None
    assert (document.totals.balance_due, document.patient.account_number) == (Decimal("160.00"), "QC-10447")


def test_the_label_of_an_employers_group_stands_before_its_name_or_its_number() -> None:
    numbered = read_text(NOTICE.format(more="Employer Group: 160548")).coverage
    named = read_text(NOTICE.format(more="Employer Group: Sable Paper Works")).coverage
    assert numbered is not None
    assert numbered.group_number == "160548"
    assert named is None or named.group_number is None


def test_a_label_is_no_letterhead() -> None:
    document = read_text("""
Cost Estimate
Maple Hollow Infirmary
3343 Commerce Drive, Maple Hollow, ME 03411
Services provided to       Birth Date      Estimate ID
Ada Lombard                01/02/1980      7227-92867

Code      What was done       Estimate
99213     Office visit          100.00
99212     Recheck                60.00
""")
    assert document.provider is not None
    assert document.provider.name == "Maple Hollow Infirmary"


def test_the_number_of_a_house_is_no_account() -> None:
    paper = BILL.format(more="").replace("8 Slate Street", "Patient Accounts, 220 Slate Street")
    patient = read_text(paper).patient
    assert patient is not None
    assert patient.account_number == "QC-10447"


def test_a_phone_number_is_no_part_of_a_longer_number() -> None:
    document = read_text("""
Larchmont Secondary Health                     Explanation of Benefits
Claim S-2026-119-0043                          Processed: 03/30/2026
Patient: Ada Lombard
""")
    assert document.payer is None or document.payer.phone is None
