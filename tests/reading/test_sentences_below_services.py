"""Sentences below a service that speak to the reader: they are no part of what was done."""

from plainbill.reading.running_text import speaks_to_the_reader
from tests.reading.papers import read_text


def test_what_a_plan_says_to_its_member_below_a_service_is_not_its_name() -> None:
    lines = read_text("""
Goldenrod Advantage                               Monthly summary of claims

Member: Ada Lombard                               Member ID: GR90147720

Claims for medical care                Amount billed    Total cost    Plan's share    Your share
Echocardiogram, 02/17/2026                 $1,420.00       $440.20         $400.20        $40.00
(billing code 93306)
You pay a $40.00 copay for this service.
Specialist visit, 02/17/2026                 $310.00       $155.00         $120.00        $35.00
(billing code 99214)
You pay a $35.00 copay for this service.
TOTALS                                     $1,730.00       $595.20         $520.20        $75.00
""").lines
    assert [line.description for line in lines] == ["Echocardiogram", "Specialist visit"]
    assert [line.code for line in lines] == ["93306", "99214"]


def test_names_of_services_are_no_sentences() -> None:
    assert speaks_to_the_reader("You pay nothing for this service.")
    assert not speaks_to_the_reader("Office visit for the evaluation of a new patient.")
    assert not speaks_to_the_reader("your 2 daily tablets")
