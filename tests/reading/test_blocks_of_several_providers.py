"""Papers that name several people and offices: whose name, phone and number is the provider's."""

from tests.reading.papers import SERVICES, read_text

ESTIMATE = """
Good Faith Estimate for Health Care Items and Services
Patient First Name                 Patient Last Name
Ada                                Lombard
Patient Mailing Address, Phone Number, and Email Address
Street or PO Box
59 Heron Terrace
City               State           ZIP Code
Palmyra Cove       NJ              07998
Phone                              Email Address
(856) 555-0129                     ada@mail.example

Provider Name                      Estimated Total Cost
Gareth Elling, MD                  $3,480.50

Provider Name                      Estimated Total Cost
Quarrytown Surgery Center          $6,173.00

Total Expected Charges: $9,653.50

Gareth Elling, MD Estimate
Provider/Facility Name                                          Provider/Facility Type
Gareth Elling, MD (Ferry Avenue Surgical Associates)            Surgeon
Street Address                City / State / ZIP                Phone
410 Ferry Avenue              Palmyra Cove, NJ 07998            (856) 555-0163
Contact Person                National Provider Identifier      Taxpayer Identification Number
T. Ames                       1888555019                        88-5550190
"""
BILL = """
Quillan Ridge Hospital
900 Foundry Hill Road
Stannard, VT 05999
Patient: Ada Lombard       Statement Date: 05/02/2026      Account Number: QH-10447
{services}
You may also receive bills from: Stannard Emergency Physicians, Ridge Radiology Associates, and your own doctor.
"""
CHARGES = """
Acct: 300417                                             Hospital Charges 04/02/2026
Date of Service    Rev     CPT/HCPCS    Description           Qty     Amount
04/02/2026         0450    99284        HC ER LEVEL 4           1     $290.41
04/02/2026         0305    85025        HC CBC W AUTO DIFF      1     $313.60
04/02/2026         0636    J1885        KETOROLAC 30 MG/ML      2     $102.53
Total hospital charges                                                $706.54
{note}
"""


def test_the_patients_phone_is_not_the_providers() -> None:
    provider = read_text(ESTIMATE).provider
    assert provider is not None
    assert provider.phone == "(856) 555-0163"


def test_the_name_is_that_of_the_block_that_prints_the_number() -> None:
    provider = read_text(ESTIMATE).provider
    assert provider is not None
    assert provider.npi == "1888555019"
    assert provider.name is not None and provider.name.startswith("Gareth Elling, MD")


def test_others_who_send_bills_too_are_not_the_provider() -> None:
    provider = read_text(BILL.format(services=SERVICES)).provider
    assert provider is not None
    assert provider.name == "Quillan Ridge Hospital"


def test_a_list_of_charges_that_says_it_is_no_bill_is_no_notice_of_a_plan() -> None:
    document = read_text(CHARGES.format(note="This is not a bill. Charges may not reflect what you owe."))
    assert document.kind == "bill"


def test_a_claim_that_says_it_is_no_bill_stays_a_notice_of_a_plan() -> None:
    document = read_text(CHARGES.format(note="This is not a bill. Claim number: HM30177. Member ID: HM-20441."))
    assert document.kind == "eob"
