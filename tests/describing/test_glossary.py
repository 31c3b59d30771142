"""The glossary: terms are found in a text where they stand, the longest first, in whatever spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainbill.describing.glossary import glossary, term_of, terms_in, uses_in


def found(text: str) -> list[tuple[str, str]]:
    return [(use.term.word, text[use.start : use.end]) for use in uses_in(text)]


def test_the_longest_term_counts_and_none_stands_in_another() -> None:
    assert found("The claim number is on the corrected claim.") == [
        ("claim number", "claim number"),
        ("corrected claim", "corrected claim"),
    ]


@pytest.mark.parametrize(
    ("text", "word", "spelled"),
    [
        ("Your co-pay is 30 dollars.", "copay", "co-pay"),
        ("Copayments differ.", "copay", "Copayments"),
        ("an itemized\nbill", "itemized bill", "itemized\nbill"),
        ("a good faith estimate", "good-faith estimate", "good faith estimate"),
        ("two surprise bills", "surprise bill", "surprise bills"),
        ("marked CO-45", "group CO", "CO"),
        ("(EOB)", "EOB", "EOB"),
        ("the form UB 04", "UB-04", "UB 04"),
    ],
)
def test_other_spellings_and_plurals_are_the_same_term(text: str, word: str, spelled: str) -> None:
    assert found(text) == [(word, spelled)]


@pytest.mark.parametrize("text", ["the company and co", "an era", "proclaim", "claimant", "voids1", "Medicarex", ""])
def test_a_piece_of_a_word_and_a_word_in_small_letters_are_no_term(text: str) -> None:
    assert found(text) == []


def test_a_term_of_several_texts_is_told_once_by_its_first_use() -> None:
    assert [term.word for term in terms_in(["Your copay.", "A claim and a copay."])] == ["copay", "claim"]


@pytest.mark.parametrize("word", [" Allowed  Amount ", "allowed charges", "NEGOTIATED RATE"])
def test_a_word_is_looked_up_in_any_spelling(word: str) -> None:
    term = term_of(word)

    assert term is not None
    assert term.word == "allowed amount"


@pytest.mark.parametrize("word", ["", "allowed", "claim and claim", "my claim"])
def test_a_word_that_is_no_term_is_not_looked_up(word: str) -> None:
    assert term_of(word) is None


def test_no_two_terms_share_a_spelling() -> None:
    spellings = [spelling.lower().replace("-", " ") for term in glossary() for spelling in set(term.spellings)]

    assert sorted({spelling for spelling in spellings if spellings.count(spelling) > 1}) == []


def test_every_spelling_leads_to_its_term() -> None:
    lost = [spelling for term in glossary() for spelling in term.spellings if term_of(spelling) != term]

    assert lost == []


def test_the_words_that_an_advocate_needs_are_there() -> None:
    needed = (
        "allowed amount", "coinsurance", "copay", "deductible", "CPT", "HCPCS", "modifier", "revenue code",
        "charge master", "corrected claim", "rebilling", "void", "claim number", "EOB", "itemized bill", "UB-04",
        "CMS-1500", "contractual adjustment", "remark code", "denial", "appeal", "external review",
        "prior authorization", "referral", "network", "balance bill", "surprise bill", "No Surprises Act",
        "good-faith estimate", "facility fee", "professional fee", "bundling", "upcoding", "unbundling",
        "coordination of benefits", "out-of-pocket maximum", "timely filing", "medical necessity", "coding review",
        "guarantor", "statement", "financial assistance", "charity care", "self-pay", "collections",
        "place of service", "NPI", "member ID", "group number", "subscriber", "visit level", "diagnosis code",
    )  # fmt: skip

    assert [word for word in needed if term_of(word) is None] == []
    assert len(glossary()) >= 80


@given(st.text(alphabet=st.characters() | st.sampled_from("claim co-payſK\u2011 CO")))
def test_uses_in_noise_lie_in_it_and_do_not_overlap(text: str) -> None:
    ends = [0, *(edge for use in uses_in(text) for edge in (use.start, use.end)), len(text)]

    assert ends == sorted(ends)
