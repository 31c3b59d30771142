"""A letter that says no, with the numbers of its claim in a narrow column at the left."""

from plainbill.case import Document
from tests.reading.papers import read_text

DENIAL = """
Osprey Basin
Health Plan

Date of this notice          Ada Lombard
June 8, 2026                 12 Pier Road
Member                       Lexmoor, KY 40999
Odile Lombard
                             We cannot pay this claim
Member ID
OBH 551 20 8873
Group                        We looked at the claim named at the left and decided not to pay for the items
77104                        below. Your provider was told on the same day.
Claim number
OB26-0331-90817              What was asked for
Received
05/31/2026

Provider
Alder Street Orthopedic
Supply

Date of service
05/24/2026

                                              Amount     Amount
Code      Item                         Qty    billed     not paid    Decision    Why
L1833     Knee brace, adjustable       1      $742.00    $742.00     Denied      K7
A9300     Exercise bands               3       $54.00     $54.00     Denied      K2
Total                                         $796.00    $796.00

K7  The brace was supplied without the approval that your plan asks for.
K2  Exercise equipment is excluded by your plan.

Your right to appeal
You, your provider or somebody you name can ask us to look again within 180 days of this notice.
"""


def denial() -> Document:
    return read_text(DENIAL)


def test_a_letter_that_says_no_is_a_letter() -> None:
    document = denial()
    assert document.kind == "letter"
    assert str(document.document_date) == "2026-06-08"


def test_what_stands_below_a_caption_goes_before_what_stands_beside_it() -> None:
    document = denial()
    assert document.coverage is not None
    assert (document.coverage.subscriber_name, document.coverage.group_number) == ("Odile Lombard", "77104")
    assert document.claim_number == "OB26-0331-90817"


def test_a_name_may_be_wrapped_below_its_caption() -> None:
    provider = denial().provider
    assert provider is not None
    assert provider.name == "Alder Street Orthopedic Supply"


def test_why_leads_to_the_notes_below() -> None:
    document = denial()
    assert [[remark.code for remark in line.remarks] for line in document.lines] == [["K7"], ["K2"]]
    assert [remark.code for remark in document.remarks] == ["K7", "K2"]
