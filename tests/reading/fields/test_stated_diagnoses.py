"""Diagnosis codes beside what they stand for, without a label of their own."""

from tests.reading.papers import read_text

VISIT = """
LARKSPUR DERMATOLOGY                 After Visit Summary
Patient: Ada Lombard                 DOB: 06/06/1982
MRN: LD-11843                        Visit: 12/04/2025

{heading}
1. Neoplasm of uncertain behavior - D48.5
2. Type 2 diabetes mellitus without
complications (E11.9)
3. Viral warts (B07.9)

What was done today
Office visit, established patient            99213
Destruction of warts                         17110

Medicines
Vitamin D with supper (D3.5)
"""


def test_codes_in_a_list_of_problems_are_diagnoses() -> None:
    for heading in ("ASSESSMENT", "Problems we talked about"):
        assert read_text(VISIT.format(heading=heading)).diagnosis_codes == ("D48.5", "E11.9", "B07.9")


def test_codes_below_another_heading_are_none() -> None:
    assert read_text(VISIT.format(heading="Places on the map")).diagnosis_codes == ()


def test_the_code_before_the_words_of_a_reason_is_one() -> None:
    document = read_text("""
Larkspur Surgery Center              Good Faith Estimate
Prepared for: Ada Lombard            Created: 05/01/2026
Reason: R10.13 Epigastric pain

Code      What it is for             Price
43239     Upper endoscopy            2,890.00
00731     Anesthesia                   690.00
Total                                3,580.00
""")
    assert document.diagnosis_codes == ("R10.13",)


def test_what_an_office_reports_as_diagnosis_is_read_behind_its_label() -> None:
    document = read_text("""
Pine County Ambulance                                 bill printed 06/17/2026
patient      Ada Lombard

code      what                           qty      amount
A0429     BLS emergency transport        1        940.00
A0422     Oxygen                         1         52.00
total charges                                     992.00
diagnosis reported: M54.5, R42
""")
    assert document.diagnosis_codes == ("M54.5", "R42")


def test_diagnoses_with_no_blank_behind_the_comma_are_two() -> None:
    document = read_text("""
Larkspur Clinic, LLC
Patient: Ada Lombard          Account: LC-10447          Statement Date: 05/01/2025
Dx: E11.65,I10

Date        Code    Description         Charge
04/02/2025  99213   Office visit        100.00
""")
    assert document.diagnosis_codes == ("E11.65", "I10")


def test_an_x_before_a_code_elsewhere_chooses_none_of_those_that_are_named() -> None:
    document = read_text("""
Harbor Clinic
Statement    Patient: Ada Lombard     Account: 77123
Diagnosis: J02.9, I10
Box 12 signed  X  E11.9
Date         Code    Description                  Amount
03/02/2026   99213   Office visit                 140.00
Amount due                                        140.00
""")
    assert document.diagnosis_codes == ("J02.9", "I10")
