"""Claims as portals print them: a heading that names the visit, and a card for each service."""

from plainbill.case import Document
from tests.reading.papers import read_text

PAGE = """
Kestrel Valley Health Plan

Claims    Coverage    Help

Visit to Sandhill Medical Center
Aug 14, 2026
For: Ruth Delaney
Member ID KVH-0071-99462

Emergency room visit
99284                                     PAID
Claim 7F20-99182 · Dr. Imogen Castle
  Charged            $1,480.00
  Plan discount        $869.00
  Your copay           $250.00
  Your deductible      —
  Plan paid            $361.00
  Your share           $250.00
[ Ask about this service ]

Repair of a wound
12001                                     DENIED
Claim 7F20-99182 · Dr. Imogen Castle
  Charged            $610.00
  Adjustment CO-97   $610.00
  Your copay           —
  Your deductible      —
  Plan paid            $0.00
  Your share           $0.00
[ Ask about this service ]

Vaccine for tetanus
90715                                     PENDING
Claim 7F20-99240 · Dr. Felix Okon
  Charged            $96.00
  Plan discount        —
  Your copay           —
  Your deductible      —
  Plan paid            —
  Your share           —
[ Ask about this service ]

Decided Sep 3, 2026
"""


def claim() -> Document:
    """The page as a document."""
    return read_text(PAGE)


def test_a_card_goes_on_below_an_amount_that_is_a_dash() -> None:
    paid, _, pending = claim().lines
    assert [str(paid.plan_paid), str(paid.patient_responsibility), paid.deductible] == ["361.00", "250.00", None]
    assert (pending.code, str(pending.charge), pending.plan_paid, pending.status) == ("90715", "96.00", None, "pending")


def test_the_claim_and_the_clinician_below_a_title_are_no_words_of_the_service() -> None:
    lines = claim().lines
    assert [line.description for line in lines] == ["Emergency room visit", "Repair of a wound", "Vaccine for tetanus"]
    assert [line.rendering_provider for line in lines] == ["Dr. Imogen Castle"] * 2 + ["Dr. Felix Okon"]
    assert [line.claim_number for line in lines] == ["7F20-99182", "7F20-99182", "7F20-99240"]


def test_a_caption_may_end_in_the_reason_of_the_amount() -> None:
    denied = claim().lines[1]
    assert [(a.group, a.reason, str(a.amount)) for a in denied.adjustments or ()] == [("CO", "97", "610.00")]


def test_the_heading_names_the_office_and_the_day_below_it_is_that_of_the_visit() -> None:
    document = claim()
    assert document.provider is not None and document.provider.name == "Sandhill Medical Center"
    assert str(document.service_from) == str(document.service_to) == "2026-08-14"


def test_a_heading_without_an_office_names_nobody() -> None:
    document = read_text(PAGE.replace("Visit to Sandhill Medical Center", "Visit to remember"))
    assert document.provider is None and document.service_from is None
