"""Blocks that tell of all services together: their sums, and headings that count them."""

import pytest

from plainbill.case import Document
from tests.reading.papers import read_text

TOP = """
Sandhill Hearing Clinic                          In-network

Patient                        Member ID
Ansel Pruitt                   TRP 77140 B

Claim number                   Date of service
TR-2207-418                    05/20/25

Processed                      Health plan
06/02/25                       Tamarack Ridge Health

"""
SUMS = """
Provider billed                $300.00
Member discount                -$120.00
Plan paid                      -$150.00
{last}                         $30.00

"""
FIRST = """
{heading}

Hearing test, both ears
92557 · 05/20/25

Provider billed                $180.00
Member discount                -$70.00
Plan paid                      -$95.00
Your cost                      $15.00


Ear wax removal
69210 · 05/20/25

Provider billed                $120.00
"""
REST = """Member discount                -$50.00
Plan paid                      -$55.00
Your cost                      $15.00

This is an explanation of benefits, not a bill.
"""


def read(last: str = "Your total cost", heading: str = "Services (2)") -> Document:
    return read_text(TOP + SUMS.format(last=last) + FIRST.format(heading=heading) + REST)


def test_a_block_with_a_total_among_its_captions_is_no_service() -> None:
    document = read()
    assert [(line.description, str(line.charge)) for line in document.lines] == [
        ("Hearing test, both ears", "180.00"),
        ("Ear wax removal", "120.00"),
    ]
    totals = document.totals
    assert totals is not None
    assert [totals.charges, totals.adjustments, totals.plan_paid] == [300, 120, 150]
    assert totals.patient_responsibility == 30


def test_a_block_whose_amounts_add_up_those_of_the_others_is_no_service_either() -> None:
    assert [str(line.charge) for line in read(last="Your cost").lines] == ["180.00", "120.00"]


def test_what_stands_above_the_block_of_sums_is_of_the_paper() -> None:
    document = read()
    assert document.claim_number == "TR-2207-418"
    assert str(document.processed_date) == "2025-06-02"
    assert document.payer is not None and document.payer.name == "Tamarack Ridge Health"


def test_an_amount_of_a_block_that_the_page_cuts_off_is_no_total() -> None:
    top = TOP + SUMS.format(last="Your total cost") + FIRST.format(heading="Services (2)")
    document = read_text(top + "This is an explanation of benefits, not a bill.")
    assert document.totals is not None
    assert document.totals.charges == 300
    assert [str(line.charge) for line in document.lines] == ["180.00"]


SESSIONS = """
Sandhill Counseling
Patient: Ansel Pruitt                  Statement date: 04/10/2026

Therapy, 60 minutes   90837   03/02/2026
Billed            $200.00
Plan paid         $160.00
You owe            $40.00

Therapy, 30 minutes   90832   03/09/2026
Billed            $100.00
Plan paid          $80.00
You owe            $20.00

Therapy, 30 minutes   90832   03/16/2026
Billed            $100.00
Plan paid          $80.00
You owe            $20.00
"""


def test_a_service_that_costs_what_two_others_do_is_one() -> None:
    document = read_text(SESSIONS)
    assert [str(line.charge) for line in document.lines] == ["200.00", "100.00", "100.00"]
    assert document.totals is None or document.totals.charges is None


def test_a_service_with_a_total_among_its_captions_and_a_code_is_one() -> None:
    document = read_text(SESSIONS.replace("Billed            $200.00", "Total billed      $240.00"))
    assert [str(line.charge) for line in document.lines] == ["240.00", "100.00", "100.00"]


def test_one_block_whose_caption_names_a_total_and_that_costs_less_is_a_service() -> None:
    text = SESSIONS.replace("90832   03/16/2026\nBilled            ", "on   03/16/2026\nTotal billed      ")
    assert [str(line.charge) for line in read_text(text).lines] == ["200.00", "100.00", "100.00"]


VISITS = """
Sandhill Counseling
Patient: Ansel Pruitt                  Statement date: 04/10/2026

Sandhill Office
Visit on 03/02/2026   {label} 88201
Billed            $200.00
Plan paid         $160.00
You owe            $40.00

Dune Office
Visit on 03/09/2026   {label} 88202
Billed            $130.00
Plan paid          $90.00
You owe            $40.00
"""


@pytest.mark.parametrize("label", ["Claim", "Account", "Invoice no.", "Visit number"])
def test_five_digits_of_a_claim_or_a_bill_are_no_code(label: str) -> None:
    lines = read_text(VISITS.format(label=label)).lines
    assert [(str(line.charge), line.code) for line in lines] == [("200.00", None), ("130.00", None)]
