"""Doctors in a practice of their own, whose name stands over an address on a plan's paper."""

import pytest

from tests.reading.papers import read_text

NOTICE = """
        Medicare Summary Notice                                THIS IS NOT A BILL
        for Part B (Medical Insurance)
        Ada Quill                               Medicare Number: 2KA9-QW1-RT08
        8004 Sycamore Ave                       Date of This Notice: 04/10/2025
        Harlan, KY 40831                        Claim Number: 99-38738-493-768

        February 9, 2025
        Dr. Elena Brook, (923) 555-0103
        5276 Granite Rd, Port Salerno, FL 34992
        SERVICE PROVIDED        AMOUNT PROVIDER    MEDICARE-APPROVED    MEDICARE PAID    MAXIMUM YOU     SEE NOTES
        & BILLING CODE          CHARGED            AMOUNT               PROVIDER         MAY BE BILLED   BELOW
        Urine dip (81002)       $19.89             $13.92               $0.00            $13.92          A, B
        Breathing test (94010)  $78.12             $53.90               $48.51           $5.39           A
        Total for Claim         $98.01             $67.82               $48.51           $19.31
"""


@pytest.mark.parametrize("name", ["Dr. Elena Brook", "Elena Brook, M.D.", "Elena Brook MD"])
def test_a_doctors_block_above_the_services_is_the_providers(name: str) -> None:
    document = read_text(NOTICE.replace("Dr. Elena Brook", name))

    assert document.provider is not None
    assert (document.provider.name, document.provider.phone) == (name, "(923) 555-0103")
    assert document.provider.address == "5276 Granite Rd, Port Salerno, FL 34992"
    assert document.payer is not None
    assert document.payer.phone is None


def test_a_doctor_who_is_the_patient_gave_no_care() -> None:
    document = read_text("""
        Blue Oak Health Plan
        PO Box 12, Boise, ID 83702
        Explanation of Benefits
        Ada Lombard MD
        14 Elm St
        Boise, ID 83702

        Patient: Ada Lombard      Member ID: W88123411
        Claim number: 88123-01    Processed: 04/03/2026

        Date          Service       Billed    Allowed   Plan paid    You owe
        03/02/2026    Office visit  140.00    120.00    100.00       20.00
        03/02/2026    Lab            40.00     30.00     30.00        0.00
        Total                       180.00    150.00    130.00       20.00
    """)

    assert document.kind == "eob"
    assert document.provider is None
