"""Closing sums of a bill that name the plan, and its address where a sentence wraps."""

from plainbill.case import Document
from tests.reading.papers import read_text


def bill(*closing: str) -> Document:
    sums = "\n".join(closing)
    return read_text(f"""
St. Orrin Health                                             Prepared April 8, 2026

Patient: Ada Lombard                                         Account: LC-10447

Date          Description               Procedure code       Amount
01/27/2026    Basic metabolic panel     80048                189.00
01/27/2026    Complete blood count      85025                112.00
Total charges                                                301.00

{sums}

Questions about this bill? Call 312-555-0164 or write to St. Orrin Health, 27 Cloister Blvd,
Lindenwold, IL 60999.
""")


def test_what_a_plan_paid_that_is_known_by_its_name_alone_closes_the_sums() -> None:
    document = bill(
        "                            Meridia Choice payments        -120.40",
        "                            Meridia Choice adjustments      -80.10",
        "                            Remaining balance               100.50",
    )
    assert document.totals is not None
    assert str(document.totals.insurance_paid) == "120.40"


def test_what_does_not_close_the_sums_is_not_taken_for_a_plans() -> None:
    document = bill(
        "                            Meridia Choice payments        -120.40",
        "                            Meridia Choice adjustments      -80.10",
        "                            Remaining balance               110.50",
    )
    assert document.totals is None or document.totals.insurance_paid is None


def test_whoever_takes_nothing_off_may_be_the_patient() -> None:
    document = bill(
        "                            Ada Lombard payments           -120.40",
        "                            Contractual adjustments         -80.10",
        "                            Remaining balance               100.50",
    )
    assert document.totals is None or document.totals.insurance_paid is None


def test_an_address_in_a_sentence_is_read_over_two_rows() -> None:
    document = bill("                            Remaining balance               301.00")
    assert document.provider is not None
    assert document.provider.address == "27 Cloister Blvd, Lindenwold, IL 60999"
