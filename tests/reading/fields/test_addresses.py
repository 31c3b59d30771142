"""Whose address it is: letters to an office must not be sent to the patient."""

import pytest

from plainbill.case import Document
from tests.reading.papers import read_text

TABLE = """
Date        Code    Description             Charge
04/02/2025  99213   Office visit            100.00
04/02/2025  36415   Blood draw               24.00
Total charges                               124.00
"""


def _provider_address(document: Document) -> str | None:
    return document.provider.address if document.provider else None


def test_the_address_below_a_persons_name_is_not_that_of_the_office_above() -> None:
    for person in ("Mr. Ambrose Tillinghast", "AMBROSE TILLINGHAST"):
        document = read_text(f"""
Larchmont Imaging Physicians, P.C.
NPI 1720099988
{person}
3310 Copperline Dr
Saint Verity, MN 55999
Patient: Ambrose Tillinghast      Statement date 01/21/2026
{TABLE}""")
        assert document.provider is not None
        assert document.provider.name == "Larchmont Imaging Physicians, P.C."
        assert _provider_address(document) is None


def test_the_address_below_the_office_is_its_own() -> None:
    document = read_text(f"""
Larchmont Imaging Physicians, P.C.
3310 Copperline Dr
Saint Verity, MN 55999
Patient: Ambrose Tillinghast      Statement date 01/21/2026
{TABLE}""")
    assert _provider_address(document) == "3310 Copperline Dr, Saint Verity, MN 55999"


def test_the_mailing_address_of_the_patient_is_not_that_of_the_office() -> None:
    document = read_text(f"""
Granary Square Orthopedics
Patient name: Leopold Strand      Statement date 01/21/2026
Patient mailing address: 221 Causey Street, Harrow Mills, UT 84999
{TABLE}""")
    assert _provider_address(document) is None


def test_an_office_before_the_title_of_its_paper_is_the_provider() -> None:
    document = read_text("""
Estuary Health System \u2014 Price Estimate

Estimate created on April 3, 2026 for Sunniva Calloway
Account 5510-882

Procedure code    Description                    Price
74183             MRI abdomen with contrast      $2,840.00
A9579             Contrast per ml                $212.00
Total price                                      $3,052.00
""")
    assert document.provider is not None
    assert document.provider.name == "Estuary Health System"
    assert [str(line.charge) for line in document.lines] == ["2840.00", "212.00"]


def test_a_desk_or_a_second_line_of_the_office_above_its_street_is_no_person() -> None:
    for desk in ("PATIENT ACCOUNTS", "BUSINESS OFFICE", "EAST WING", "LAKE VISTA", "CLAIMS PROCESSING"):
        document = read_text(f"""
LAKE VISTA IMAGING PHYSICIANS
{desk}
3310 Copperline Dr
Saint Verity, MN 55999
Account 5510-882      Statement date 01/21/2026
{TABLE}""")
        assert _provider_address(document) == "3310 Copperline Dr, Saint Verity, MN 55999"
        assert document.patient is None or document.patient.name in {None, "LAKE VISTA"}


def test_the_street_below_the_patients_name_is_not_the_address_of_whoever_writes() -> None:
    document = read_text(f"""
brightwell                                              Statement date: Apr 9, 2026
Hi Noelle, here's your bill.                            Account number: BW-2284-0917

Noelle Vandersloot
41 Cranberry Street, Apt 6
Maple Shore, WI 53999

(608) 555-0136
{TABLE}""")
    assert _provider_address(document) is None


def test_the_plans_own_address_is_no_providers() -> None:
    document = read_text("""
Chesapeake Health Plan                                  Explanation of Benefits
P.O. Box 14116, Catonport, MD 21999                     This is not a bill.
Member Name: ISADORA LOMBARD                            Membership #: XIK904477102
Claim number: 2026-118                                  Processed: 03/10/2026

Service           Date          Billed    Plan paid    You owe
Office visit      03/02/2026    140.00    120.00       20.00
Rapid test        03/02/2026     40.00     40.00        0.00
""")
    assert _provider_address(document) is None
    assert document.coverage is not None
    assert document.coverage.member_id == "XIK904477102"
    # The member may not be whom the care was for.
    assert document.patient is None


NOTICE = """
Harrow Mutual Auto
{address}     1-877-555-0175

Claim number 13-4417-K90        Date processed 03-26-2025
Injured person Ada Lombard
Explanation of Medical Bill Payment

Service date   CPT      Submitted   Amount paid
02-24-2025     98941       $85.00        $72.00
02-26-2025     72040      $160.00       $118.50
"""


@pytest.mark.parametrize(
    "address",
    [
        "Medical Claims, PO Box 3120, Saint Verity, MN 55999",
        "Utilization Review, PO Box 41, Saint Verity, MN 55999",
        "Appeals Department, 12 Slate Street, Saint Verity, MN 55999",
    ],
)
def test_who_opens_the_mail_of_a_plan_is_part_of_its_address(address: str) -> None:
    payer = read_text(NOTICE.format(address=address)).payer
    assert payer is not None
    assert (payer.name, payer.address) == ("Harrow Mutual Auto", address)


def test_an_address_in_the_care_of_somebody_else_is_not_that_of_whom_they_act_for() -> None:
    document = read_text("""
Medicare Summary Notice
for Part B (Medical Insurance)
Notice for Ada Lombard
Medicare Number 2TJ7-QF1-NP54          Date of This Notice March 31, 2025

Service Provided & Billing Code     Amount Charged    Medicare Approved    Medicare Paid    You May Be Billed
Office visit (99214)                       $240.00              $128.43          $102.74               $25.69

Medicare Claims Office, c/o Harrow Contractors, PO Box 5550, Saint Verity, MN 55999
""")
    assert document.payer is not None and (document.payer.name, document.payer.address) == ("Medicare", None)


GRID = """
Harrow Dental of Wisconsin                            DENTAL BENEFIT EXPLANATION
P.O. Box 828, Stevens Point, WI 54481                 Claim 2025 063 00417 2
                                                      Processed 05-MAR-25

Paul Lombard             Subscriber: Paul Lombard         Patient: Tess Lombard
{street}    Subscriber ID: 8820-55173    Relationship: Child
Kaukauna, WI 54130       Group: 61002-0001                Dentist: Gary Achterberg DDS

Date        Proc     Description          Submitted    Approved    Plan payment    Patient payment
02/20/25    D0120    Periodic exam            62.00       41.00           41.00               0.00
02/20/25    D1110    Cleaning, adult         118.00       79.00           79.00               0.00
"""


@pytest.mark.parametrize("street", ["W4417 County Road D ", "N64W23110 Main Clinic Rd"])
def test_a_house_numbered_by_a_grid_begins_an_address_and_names_no_office(street: str) -> None:
    provider = read_text(GRID.format(street=street)).provider
    assert provider is not None
    assert (provider.name, provider.address) == ("Gary Achterberg DDS", None)
