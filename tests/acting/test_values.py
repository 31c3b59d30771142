"""Values as a person reads them, and sentences that go where a value is missing."""

import datetime
from decimal import Decimal

import pytest

from plainbill.acting.questions import in_words
from plainbill.acting.values import Value, joined, say, shortened, shown
from plainbill.case import Evidence
from tests.acting.making import report_of


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (Decimal("1528.00"), "$1,528.00"),
        (Decimal("-4.50"), "-$4.50"),
        (datetime.date(2024, 5, 6), "May 6, 2024"),
        (2.0, "2"),
        ("A\tB\n\u202eC", "A B C"),
    ],
)
def test_a_value_is_shown_as_it_is_read(value: object, said: str) -> None:
    assert shown(value) == said


def test_a_sentence_needs_all_its_values() -> None:
    fact = Evidence(document="bill", field="claim_number", value="C-1")
    values = {"claim": Value(text="C-1", facts=(fact,)), "member": None}

    said = say("Claim number: {claim}.", values)

    assert said is not None
    assert (said.text, said.facts) == ("Claim number: C-1.", (fact,))
    assert say("Member number: {member}.", values) is None


def test_words_of_a_paper_are_never_filled_in_themselves() -> None:
    said = say("Patient: {patient}.", {"patient": Value(text="{claim} {0.__class__}"), "claim": Value(text="C-1")})

    assert said is not None
    assert said.text == "Patient: {claim} {0.__class__}."


def test_values_alike_are_named_once() -> None:
    assert joined([Value(text="C-1"), None, Value(text="C-1"), Value(text="C-2")]) == Value(text="C-1, C-2")
    assert joined([None]) is None


def test_long_words_are_cut_and_marked() -> None:
    assert shortened("x" * 5000) == "x" * 160 + "…"


def test_days_and_dollars_of_a_finding_are_put_into_words_and_numbers_of_claims_are_not() -> None:
    (finding,) = (each for each in report_of("est-exactly-400").findings if each.kind == "estimate-exceeded")
    claim = Evidence(document="bill", field="claim_number", value="2024-05-02")
    day = Evidence(document="bill", field="document_date", value="2024-06-03")

    said = in_words(finding.but(evidence=(claim, day)), "Claim 2024-05-02 of 2024-06-03 asks $12345.00, not $950.00.")

    assert said == "Claim 2024-05-02 of June 3, 2024 asks $12,345.00, not $950.00."


def test_what_only_looks_like_a_day_stays_as_it_is() -> None:
    (finding,) = (each for each in report_of("est-exactly-400").findings if each.kind == "estimate-exceeded")
    odd = Evidence(document="bill", field="notes", value="2024-13-45")

    assert in_words(finding.but(evidence=(odd,)), "It says 2024-13-45.") == "It says 2024-13-45."
