"""Heads without a word over what was done, which stands before the code of each service."""

from plainbill.case import Document
from tests.reading.papers import read_text

ORDER = """
QUAY STREET OPTICAL
40 Quay Street, Marsh End, KS 67201

Patient: Ada Lombard

                                  Code        Retail        Plan covers        You
Eye exam, established             92014       140.00        120.00            20.00
Frame Heron 12 brown              V2020       200.00        150.00            50.00
Single vision lenses              V2100        90.00         90.00             {last}
Sum                                         $430.00        $360.00           $70.00
"""


def order(last: str = "0.00") -> Document:
    return read_text(ORDER.format(last=last))


def test_words_before_the_codes_say_what_was_done() -> None:
    assert [line.description for line in order().lines] == [
        "Eye exam, established",
        "Frame Heron 12 brown",
        "Single vision lenses",
    ]


def test_what_is_left_of_each_charge_below_you_is_the_share_of_the_patient() -> None:
    shares = [(str(line.plan_paid), str(line.patient_responsibility)) for line in order().lines]
    assert shares == [("120.00", "20.00"), ("150.00", "50.00"), ("90.00", "0.00")]


def test_amounts_below_you_that_are_not_left_of_the_charges_are_no_share() -> None:
    assert [line.patient_responsibility for line in order(last="15.00").lines] == [None] * 3
