"""Notices of a stay: a total whose words wrap around its amounts."""

from decimal import Decimal

from plainbill.case import Document
from tests.reading.papers import read_text

NOTICE = """
    Medicare Summary Notice for Part A (Hospital Insurance)
    THIS IS NOT A BILL
    March 2 - March 6, 2026
    Juniper Ridge Hospital, 12 Quarry Rd, Elmgrove, OH 43999
    Claim number 12-26071-442-903

                              Benefit Days    Claim        Non-Covered    Medicare      Maximum You
                              Used            Approved?    Charges        Paid          May Be Billed

    Inpatient stay            4 days          Yes          $12.00         $9,210.40     $1,730.00
    {words}
                                                           $12.00         $9,210.40     $1,730.00
    26071-442-903

    Notes for Claims Above
    Your Deductible Status
    Part A deductible:        You have now met all of your $1,736.00
                              deductible for the benefit period.
"""


def notice(words: str = "Total for Claim 12-") -> Document:
    return read_text(NOTICE.format(words=words))


def test_amounts_between_the_words_of_a_total_are_totals() -> None:
    totals = notice().totals
    assert totals is not None
    assert (totals.not_covered, totals.plan_paid, totals.patient_responsibility) == (
        Decimal("12.00"),
        Decimal("9210.40"),
        Decimal("1730.00"),
    )


def test_amounts_below_other_words_are_none() -> None:
    totals = notice("Seen by Dr. Quill").totals
    assert totals is None or totals.plan_paid is None


def test_a_sentence_about_a_deductible_is_no_service() -> None:
    assert [line.description for line in notice().lines] == ["Inpatient stay"]
