"""Headings of visits that name the day and who gave the care, and columns that say why something was done."""

from tests.reading.papers import read_text


def test_the_clinician_behind_the_day_of_a_visit_is_that_of_its_lines() -> None:
    lines = read_text("""
Larkspur Infusion, LLC                       Statement date: 05/20/2026
Patient: Ada Lombard                         Account: LI-10447

HCPCS    Service                              Quantity    Amount
Date of service 05/05/2026    Attending: Marguerite Ilves, MD
96413    Chemo infusion, first hour           1           742.00
J9271    Pembrolizumab                        200      11,640.00
Date of service 05/12/2026    Attending: Jules Kilbride, MD
96413    Chemo infusion, first hour           1           742.00
J9271    Pembrolizumab                        200      11,640.00
Total charges                                          24,764.00
""").lines
    assert [line.rendering_provider for line in lines] == ["Marguerite Ilves, MD"] * 2 + ["Jules Kilbride, MD"] * 2


def test_a_column_of_reasons_by_diagnosis_code_holds_diagnoses() -> None:
    lines = read_text("""
Larkspur Labs, LLC                           Bill date: 03/11/2026
Patient: Ada Lombard                         Collected: 02/17/2026

Test                   CPT        Reason (ICD-10)       Price
Lipid panel            80061      E78.5                 96.20
Metabolic panel        80053      E11.9, E78.5          88.75
Total charges                                          184.95
""").lines
    assert [line.diagnosis_codes for line in lines] == [("E78.5",), ("E11.9", "E78.5")]


def test_the_day_of_a_visit_to_come_dates_no_service_below_it() -> None:
    lines = read_text("""
Harbor Clinic
Statement    Patient: Ada Lombard     Account: 77123
Description                Code       Amount
03/02/2026
Office visit               99213      140.00
Rapid test                 87880       40.00
Next visit   06/01/2026    Ngozi Halvorsen, MD
Strep culture              87081       30.00
Total                                 210.00
""").lines
    assert [(str(line.service_date), line.rendering_provider) for line in lines] == [("2026-03-02", None)] * 3
