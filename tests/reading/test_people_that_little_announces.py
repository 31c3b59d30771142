"""People and offices that no label with a colon announces: beside a street or a day, at the foot, on a card."""

import pytest

from plainbill.case import Document
from tests.reading.papers import page_of, read_pages, read_text

BILLED = """
Date          Code     Service            Charge
03/02/2026    99213    Office visit       140.00
03/02/2026    87880    Rapid test          40.00
Total charges                             180.00
"""


def _patient(text: str) -> str | None:
    document = read_text(text)
    return document.patient.name if document.patient is not None else None


def test_a_patient_over_their_street_is_named_without_the_label() -> None:
    assert (
        _patient(f"""
Ferncross Skin Center                          PATIENT BILL
51 Elm View, Dover, DE 19901

Patient Ada Lombard
6 Quay Court, Dover, DE 19901
{BILLED}
""")
        == "Ada Lombard"
    )


@pytest.mark.parametrize(
    ("row", "named"),
    [
        ("Patient Ada Lombard                    Date of visit 3/2/26", "Ada Lombard"),
        ("Patient Portal Login                   Date of visit 3/2/26", None),
        ("Patient Care Team                      Date of visit 3/2/26", None),
        ("Patient Ada Lombard                    Pages 1 of 2", None),
    ],
)
def test_a_patient_beside_the_day_of_the_visit_is_named(row: str, named: str | None) -> None:
    assert (
        _patient(f"""
Ferncross Clinic
51 Elm View, Dover, DE 19901

{row}
{BILLED}
""")
        == named
    )


def test_the_office_that_signs_a_mail_sent_it() -> None:
    document = read_text("""
Your good faith estimate
To: Ada Lombard
Hello Ada,
Thank you for calling Ferncross Surgical Center. Here is what we expect:

Code     Service                  Qty    Expected charge
29881    Knee scope               1      $2,350.00
01400    Anesthesia, knee         1      $880.00
Expected charges                         $3,230.00

























Kind regards,
W. Sefton
Ferncross Surgical Center
2900 Elm View, Dover, DE 19901
302-555-0195
""")
    assert document.provider is not None
    found = (document.provider.name, document.provider.address, document.provider.phone)
    assert found == ("Ferncross Surgical Center", "2900 Elm View, Dover, DE 19901", "302-555-0195")


def _notice_of(*offices: str) -> Document:
    first, second = offices
    return read_text(f"""
Larkspur Health Plan                                   Explanation of Benefits
Patient: Ada Lombard            Claim Number: 6048-2219-00

Provider                          Date          Services provided    Billed    Approved
{first:<34}03/02/2026    Office visit         140.00    120.00
{second:<34}03/02/2026    Rapid test            40.00     30.00
TOTALS                                                               180.00    150.00
""")


def test_the_office_of_every_line_is_that_of_the_paper() -> None:
    document = _notice_of("FERNCROSS MEDICAL GROUP", "FERNCROSS MEDICAL GROUP")
    assert document.provider is not None
    assert document.provider.name == "FERNCROSS MEDICAL GROUP"
    assert [line.rendering_provider for line in document.lines] == [None, None]


def test_offices_of_single_lines_stay_there() -> None:
    document = _notice_of("FERNCROSS MEDICAL GROUP", "QUINCE MEDICAL LAB")
    assert [line.rendering_provider for line in document.lines] == ["FERNCROSS MEDICAL GROUP", "QUINCE MEDICAL LAB"]


def test_a_plan_of_an_insurer_in_a_sentence_is_not_its_name() -> None:
    document = read_text(f"""
Ferncross Clinic
51 Elm View, Dover, DE 19901
Patient: Ada Lombard.
{BILLED}
A claim was sent to Granite Health plan on March 12.
""")
    assert document.payer is not None and document.patient is not None
    assert (document.payer.name, document.patient.name) == ("Granite Health", "Ada Lombard")


def test_a_card_names_member_and_subscriber_and_its_back_the_insurer() -> None:
    front = page_of("""
Member                                             In-Network Copays
ADA LOMBARD                                        PCP $25
Member ID     LSH 440 781 226                      Specialist $50
Subscriber    AMOS LOMBARD                         ER $300
Group         70-11842                             RxBIN 610555
""")
    back = page_of(
        """
Members: For benefits call 1-800-555-0155.
Providers: Submit claims by mail to:
Larkspur Health Claims, PO Box 118, Dover DE 19901
Possession of this card does not guarantee eligibility.
""",
        index=1,
    )
    (parsed,) = read_pages(front, back)
    card = parsed.document
    assert card.patient is not None and card.coverage is not None and card.payer is not None
    assert (card.patient.name, card.coverage.subscriber_name) == ("ADA LOMBARD", "AMOS LOMBARD")
    assert card.coverage.network_status is None
    assert (card.payer.name, card.payer.address) == ("Larkspur Health", "PO Box 118, Dover DE 19901")


def test_a_patient_before_a_dash_and_the_account_is_named() -> None:
    named = _patient(f"""
Elm Street Clinic                                    Dover, Delaware
                                                     18 W Elm St, Dover, DE 19901
                                                     302.555.0143
Ada Lombard - account LC-10447
Mailed June 12, 2026 - please settle before July 5, 2026
{BILLED}
""")
    assert named == "Ada Lombard"


def test_where_checks_go_is_not_the_address_of_the_office() -> None:
    document = read_text(f"""
Ferncross Labs

Patient: Ada Lombard
{BILLED}
Remit to: Ferncross Holdings, PO Box 118, Dover DE 19901
""")
    assert document.provider is not None
    assert (document.provider.name, document.provider.address) == ("Ferncross Labs", None)


def test_a_phone_behind_the_number_of_a_payer_is_no_part_of_it() -> None:
    document = read_text(f"""
Larkspur Insurance Co.                             Explanation of Payment
455 Elm Ave, Dover DE 19901                        Payer ID 7W440 302-555-0187
Patient: Ada Lombard
{BILLED}
""")
    assert document.payer is not None
    assert document.payer.payer_id == "7W440"
