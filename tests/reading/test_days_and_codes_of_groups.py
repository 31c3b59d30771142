"""Days that stand once for several services, and codes that a narrow column or a label sets apart."""

from tests.reading.papers import page_of, read_pages, read_text

LABORATORY = """
Quillback Reference Laboratories                      Invoice 5520 8841
400 Adobe Walk, Mesa Alta, NM 87998                   Printed 05/27/2026
Patient: Ada Lombard

Test                                CPT      No.   List fee   Plan paid   Your part
Specimen collected {first}  Rec'd {first} 21:14  Ordering: BRANDT, L (NPI on file)  Requisition R80177260
(004259) TSH, THIRD KIND            84443    1        86.00       76.00       10.00
(322000) METABOLIC PANEL            80053    1        74.50       60.00       14.50
Specimen collected 04/21/2026  Rec'd 04/22/2026 21:14  Ordering: BRANDT, L (NPI on file)  Requisition R80179944
(140285) CREATININE, URINE          82570    1        33.00       25.00        8.00
Totals                                               193.50      161.00       32.50
"""


def test_the_day_a_specimen_was_collected_is_that_of_the_tests_below() -> None:
    lines = read_text(LABORATORY.format(first="04/18/2026")).lines
    assert [str(line.service_date) for line in lines] == ["2026-04-18", "2026-04-18", "2026-04-21"]


def test_an_item_number_in_parentheses_is_no_word() -> None:
    lines = read_text(LABORATORY.format(first="04/18/2026")).lines
    assert [line.description for line in lines] == ["TSH, THIRD KIND", "METABOLIC PANEL", "CREATININE, URINE"]


MONTH = """
Quarry Lane Kidney Center                      Page {page} of 2
Patient: Ada Lombard         ACCT QH000471     Issued 07/29/2026

SVC DATE     REV    DESCRIPTION              HCPCS     UNITS     AMOUNT
{rows}
"""


def test_a_day_that_a_new_page_repeats_shows_no_other_blank_to_be_missed() -> None:
    one = """06/02/2026   821    HEMODIALYSIS TX          90999     1       1,486.00
             635    DARBEPOETIN PER MCG      J0882     60      1,026.00
06/04/2026   821    HEMODIALYSIS TX          90999     1       1,486.00
             636    IRON SUCROSE 1 MG        J1756     100       188.00
06/07/2026   821    HEMODIALYSIS TX          90999     1       1,486.00"""
    two = """06/07/2026   635    DARBEPOETIN PER MCG      J0882     60      1,026.00
06/09/2026   821    HEMODIALYSIS TX          90999     1       1,486.00
             TOTAL CHARGES                                     8,184.00"""
    pages = [page_of(MONTH.format(page=n + 1, rows=rows), index=n) for n, rows in enumerate((one, two))]
    (parsed,) = read_pages(*pages)
    days = [str(line.service_date)[-2:] for line in parsed.document.lines]
    assert days == ["02", "02", "04", "04", "07", "07", "09"]


def test_a_day_in_a_sidebar_beside_a_wrapped_word_dates_no_service() -> None:
    document = read_text("""
Juniper Infusion Suites          Itemized charges

                       Code     Item                    Qty      Each      Charge
Patient                Visit of Wednesday, May 6, 2026
Ada Lombard            96413    IV INFUSION CHEMO 1ST   1      612.00      612.00
                                HR
Account                96415    IV INFUSION CHEMO ADD   1      148.00      148.00
V-30177                         HR
                       Visit of Wednesday, July 1, 2026
Printed                96413    IV INFUSION CHEMO 1ST   1      612.00      612.00
7/9/2026                        HR
                       96415    IV INFUSION CHEMO ADD   1      148.00      148.00
                       Total charges                                     1,520.00
""")
    assert [str(line.service_date) for line in document.lines] == ["2026-05-06"] * 2 + ["2026-07-01"] * 2


def test_a_second_diagnosis_below_the_first_is_no_word() -> None:
    (first, _) = read_text("""
Juniper Crest Clinic                       Statement date 05/02/2026
Patient: Ada Lombard

Date         Code     Item                  ICD-10     Qty     Charge
03/04/2026   J1200    DIPHENHYDRAMINE       K50.00,    1        14.00
                      UP TO 50 MG           L50.0
03/04/2026   96375    IV PUSH               L50.0      1       131.00
""").lines
    assert (first.description, first.diagnosis_codes) == ("DIPHENHYDRAMINE UP TO 50 MG", ("K50.00", "L50.0"))


def test_reduced_announces_reasons_and_is_no_word_of_the_service() -> None:
    document = read_text("""
Keelson Casualty Mutual                    EXPLANATION OF REVIEW
Injured worker: Ada Lombard                Claim no.: WC-2026-004417        Date reviewed: 04/09/2026

DOS          PROC     SERVICE              UNITS     BILLED     ALLOWED     PAID
03/04/2026   99204    OFFICE VISIT         1         310.00     188.00      188.00
REDUCED: CO-P12 122.00
03/04/2026   73030    XR SHOULDER          1         142.00      60.00       60.00
REDUCED: CO-P12 70.00 CO-45 12.00
BILL TOTALS                                          452.00     248.00      248.00
TOTAL REDUCTIONS                                     204.00
""")
    assert [line.description for line in document.lines] == ["OFFICE VISIT", "XR SHOULDER"]
    assert [[str(each.amount) for each in line.adjustments] for line in document.lines] == [
        ["122.00"],
        ["70.00", "12.00"],
    ]
    assert document.totals is not None
    assert str(document.totals.adjustments) == "204.00"
