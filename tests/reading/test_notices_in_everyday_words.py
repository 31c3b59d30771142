"""Plans' notices that say what was done and its day in one column, under a logo whose whole name stands below."""

from dataclasses import replace

from plainbill.case import Document
from tests.reading.papers import page_of, read_pages, read_text

COVER = """
Larkmoor                                                     Explanation of Benefits (EOB)
THIS IS NOT A BILL
                                                             Issued  June 24, 2026
Larkmoor Insurance Mutual
P.O. Box 7700, Quarrytown, GA 30999-5187

Your information
Subscriber    CRESSIDA LOMBARD                               CRESSIDA LOMBARD
Member ID     YRP881M99417                                   77 QUAY ST APT 4C
Group no.     W30999                                         MARSH END IN 46999
                                                                                    Page 1 of 2
"""
DETAILS = """
Claim details
Claim     2026041BB9919
Provider  Saint Wren Hospital                Network In your plan's network

Service                               Your plan     Allowed      Your         Your plan     Your total    Reason
Date of service         Charges       discounts     amount       copay        paid          cost          code
Laboratory              $140.00       $40.00        $100.00      $20.00       $80.00        $20.00
5/2/26

Radiology                $60.00       $20.00         $40.00       $0.00       $40.00         $0.00         073
5/2/26

Claim total             $200.00       $60.00        $140.00      $20.00      $120.00        $20.00

If you don't agree, you can appeal within 180 days. Send it to: Grievances and
Appeals, P.O. Box 7799, Quarrytown, GA 30999-5568.
                                                                                    Page 2 of 2
"""


def notice() -> Document:
    page = page_of(COVER)
    logo, *words = page.words
    large = replace(logo, box=replace(logo.box, x1=logo.box.x1 + 100, y1=logo.box.y1 + 30))
    (parsed,) = read_pages(replace(page, words=(large, *words)), page_of(DETAILS, 1))
    return parsed.document


def test_a_day_below_words_in_the_column_of_days_is_no_word_of_the_service() -> None:
    lines = notice().lines
    assert [line.description for line in lines] == ["Laboratory", "Radiology"]
    assert {str(line.service_date) for line in lines} == {"2026-05-02"}


def test_where_appeals_go_is_no_patient() -> None:
    patient = notice().patient
    assert patient is not None
    assert patient.name == "CRESSIDA LOMBARD"


def test_the_whole_name_of_a_logo_stands_above_its_address() -> None:
    payer = notice().payer
    assert payer is not None
    assert payer.name == "Larkmoor Insurance Mutual"


def test_what_stands_behind_the_word_network_says_whether_the_provider_is_of_it() -> None:
    coverage = notice().coverage
    assert coverage is not None
    assert coverage.network_status == "in"


SCHOOL = """
    Fernhill State University Student Health Plan
    Box 1180, Saint Verity, MN 55999

    We processed a claim for you
    Student               Birthdate       Member ID       Plan
    Ada Lombard           Nov 5, 2003     FSU-40077512    SHIP 2024-25 Undergraduate

    Claim                 Visit date      Processed       Provider
    S25-0330917           Mar 12, 2025    Apr 8, 2025     Quarrytown Dermatology Assoc.

    Skin biopsy, first    CPT 11102
    Provider billed                                                   $400.00
    Our allowance                                                     $200.00
    Over allowance, not covered                                       $200.00
    Applied to your deductible                                        $100.00
    Your coinsurance (40%)                                             $40.00
    Plan paid                                                          $60.00
    Your share                                                        $340.00

    New patient visit     CPT 99203
    Provider billed                                                   $310.00
    Our allowance                                                     $168.00
    Over allowance, not covered                                       $142.00
    Your coinsurance (40%)                                             $67.20
    Plan paid                                                         $100.80
    Your share                                                        $209.20
"""


def test_a_plan_of_students_says_what_its_allowance_is_and_what_is_over_it() -> None:
    document = read_text(SCHOOL)
    first, second = document.lines
    assert [first.code, first.allowed, first.not_covered] == ["11102", 200, 200]
    assert [second.code, second.allowed, second.not_covered] == ["99203", 168, 142]
    assert document.patient is not None and document.patient.name == "Ada Lombard"
