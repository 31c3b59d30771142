"""Names, days and kinds of letters, notices and estimates: what is said in sentences names nobody by chance."""

import pytest

from plainbill.reading.terms.running_text import is_running_text
from tests.reading.papers import read_text


def test_the_words_of_a_sentence_are_nobodys_name() -> None:
    document = read_text("""
    Granite State Health Plan                                     March 24, 2026
    Utilization Management, PO Box 4117, Kearsarge, NH 03999

    NOTICE OF ADVERSE DETERMINATION
    Member            Evander Quillfeather
    Member ID         GSH 0047 1182
    Dear Evander Quillfeather,
    We cannot approve the services. They are not medically necessary under your plan.
    Your doctor may speak with our medical director by calling (603) 555-0137 within 14 days.
    You may appeal within
    180 days of this letter. Write to Appeals, PO Box 4120, Kearsarge, NH 03999, or call us.
    """)
    assert document.kind == "letter"
    assert document.provider is None
    assert document.payer is not None and document.payer.name == "Granite State Health Plan"
    assert str(document.document_date) == "2026-03-24"


def test_the_office_before_the_number_of_its_claim_gave_the_care() -> None:
    document = read_text("""
    Evergreen Dental Service                                      Claims activity statement
    This is not a bill                                            Prepared April 9, 2026
    Member   Dashiell Fontenot      Member number   EDS 70 2218 446
    Service                                   Dentist's   Fee you    Accepted    We         You
    date      Code     Treatment              fee         save       fee         paid       owe
    Fairhaven Smiles PLLC     Claim DEN-2604-00917
    03/18/26  D0120    Periodic exam          $74.00      $22.00     $52.00      $52.00     $0.00
    03/18/26  D0274    Bitewings              $96.00      $35.00     $61.00      $61.00     $0.00
    Fluoride varnish is a benefit for children to age 18. The accepted fee applies.
    Annual maximum $2,000.00. Evergreen Dental Service, 55 Cascade Plaza, Tamarack, WA 98999.
    """)
    assert document.provider is not None and document.provider.name == "Fairhaven Smiles PLLC"
    assert document.provider.address is None


def test_an_estimate_says_in_one_sentence_for_whom_and_when_it_was_made() -> None:
    document = read_text("""
    Salt Marsh Women's Hospital                         GOOD FAITH ESTIMATE
    220 Egret Causeway, Salt Marsh, SC 29999
    Prepared for Yevgenia Stoddard (born 03/27/1993) on 05/12/2026. Expected date of service: 06/30/2026.

    Service code   Description                      Diagnosis    Qty    Expected charge
    59510          Cesarean delivery, routine care  O34.211      1      5,850.00
    76815          Ultrasound, limited              O34.211      2        640.00
    Total expected charges                                              6,490.00
    Coinsurance (20%)                                                   1,298.00
    TOTAL ESTIMATED COST                                               $1,298.00
    """)
    assert document.patient is not None and document.patient.name == "Yevgenia Stoddard"
    assert (str(document.document_date), str(document.service_from)) == ("2026-05-12", "2026-06-30")
    assert [line.code for line in document.lines] == ["59510", "76815"]


def test_who_keeps_an_account_that_care_is_paid_from_sends_no_bill() -> None:
    document = read_text("""
    BenefitNest
    Flexible Spending Account Services, 12 Granary Square, Fargo Heights, ND 58998
    July 15, 2026
    Philippa Drummond
    2040 Windrow Ave
    Fargo Heights, ND 58997

    Receipt needed for your benefits card: second notice
    You used your benefits card for the purchases below. Please send an itemized receipt by August 14, 2026.
    Transaction date    Merchant                   Reference      Amount
    06/02/2026          PRAIRIE SMILES DENTAL      T88120447      $184.00
    06/11/2026          HEARTLAND DERM CLINIC      T88127719       $96.50
    Total to verify                                               $280.50
    """)
    assert document.kind == "letter"
    assert str(document.document_date) == "2026-07-15"


def test_a_bill_may_give_its_day_beside_the_letterhead_without_a_label() -> None:
    document = read_text("""
    Kestrel Recovery Services, Inc.                               October 9, 2026
    PO Box 9914, Emporia Springs, KS 66998

    Patient: Barnaby Coldwell        Account: KR-7718204
    Date          Service            Charge
    01/03/2026    Office visit       $812.40
    01/03/2026    Blood count         $68.15
    Total charges                    $880.55
    """)
    assert str(document.document_date) == "2026-10-09"


@pytest.mark.parametrize(
    ("text", "running"),
    [
        ("Your doctor may speak with our medical director by calling", True),
        ("stays.", True),
        ("Center for the Care of Children at Saint Odile", False),
        ("Fairhaven Smiles, Inc.", False),
    ],
)
def test_running_text_is_told_from_a_name(text: str, *, running: bool) -> None:
    assert is_running_text(text) is running


def test_a_letter_has_its_own_day_beside_that_of_a_payment() -> None:
    document = read_text("""
    Silver Heron Health Plan
    PO Box 100, Fargo, ND 58103
    April 3, 2026

    Ada Lombard
    44 Elm Street
    Springfield, IL 62704

    Dear Ada Lombard,
    We paid Riverside Medical Group $120.00 on March 28, 2026 for claim 55120077.
    Your claim was denied in part because the service is not covered.
    If you disagree you may appeal by June 3, 2026.
    """)
    assert document.kind == "letter"
    assert str(document.document_date) == "2026-04-03"
    assert str(document.processed_date) == "2026-03-28"


@pytest.mark.parametrize("what", ["Lab Work", "March"])
def test_what_a_bill_is_for_is_nobody(what: str) -> None:
    document = read_text(f"""
    Riverside Medical Group
    12 Oak Street, Springfield, IL 62704
    Bill for {what}

    Date          Code     Description            Amount
    03/02/2026    99213    Office visit           140.00
    Balance due                                   140.00
    """)
    assert document.patient is None or document.patient.name is None
