"""Letters that deny a service in a sentence."""

import pytest

from plainbill.case import Document
from tests.reading.papers import read_text

LETTER = """
Dear Mr. Hale,

We reviewed claim 77120-4418 for services on March 3, 2026 by Northside Imaging.
{}

You may appeal within 180 days of this letter dated April 2, 2026.

Prairie States Health Plan
Member: Gordon Hale   Member ID: PS44718822
"""
DENIAL = """We have denied coverage for CT of the abdomen (74177), billed at $1,880.00, because
prior authorization was not obtained (CARC 197). You are not responsible for this amount."""


def letter(said: str) -> Document:
    """The letter with such a sentence."""
    return read_text(LETTER.format(said))


def test_the_sentence_tells_service_code_charge_and_decision() -> None:
    (line,) = letter(DENIAL).lines
    assert (line.code, line.description, str(line.charge), line.status) == (
        "74177",
        "CT of the abdomen",
        "1880.00",
        "denied",
    )
    assert str(line.service_date) == "2026-03-03"


def test_what_follows_because_is_the_reason_with_its_code() -> None:
    assert [(remark.code, remark.text) for remark in letter(DENIAL).remarks or ()] == [
        ("197", "prior authorization was not obtained")
    ]


@pytest.mark.parametrize(
    "said",
    [
        "We cannot approve an MRI of the knee (CPT 73721-RT).",
        "We did not pay for the MRI of the knee (73721 RT), because it is not medically necessary.",
    ],
)
def test_other_words_of_denial_tell_it_too(said: str) -> None:
    (line,) = letter(said).lines
    assert (line.code, line.modifiers, line.description, line.charge) == ("73721", ("RT",), "MRI of the knee", None)


@pytest.mark.parametrize(
    "said",
    [
        "If we denied coverage for CT of the abdomen (74177), you may appeal.",
        "We have denied coverage for CT of the abdomen.",
    ],
)
def test_what_may_be_and_what_names_no_code_tells_none(said: str) -> None:
    assert letter(said).lines == ()


def test_nobody_is_called_by_what_stands_behind_by() -> None:
    payer = letter(DENIAL).payer
    assert payer is not None and payer.name == "Prairie States Health Plan"
