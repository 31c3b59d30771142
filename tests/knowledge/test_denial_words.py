"""Payers' own words for a refusal: each phrasing is read as its kind, and what refuses nothing is left alone."""

from pathlib import Path

import pytest

from plainbill.case import CATALOGUE
from plainbill.knowledge.phrases import NOTHING, REFUSE_NOTHING, kind_of_words
from plainbill.knowledge.tables import read_table

LINES = (Path(__file__).parent / "denial_phrasings.tsv").read_text(encoding="utf-8").splitlines()
CASES = [tuple(line.split("\t")) for line in LINES if not line.startswith("#")][1:]


@pytest.mark.parametrize(("kind", "words"), [case for case in CASES if case[0] != "nothing"])
def test_a_phrasing_is_read_as_its_kind(kind: str, words: str) -> None:
    assert kind_of_words(words) == kind


@pytest.mark.parametrize("words", [words for kind, words in CASES if kind == "nothing"])
def test_words_that_refuse_nothing_tell_of_no_refusal(words: str) -> None:
    assert kind_of_words(words) in {None, *REFUSE_NOTHING}


@pytest.mark.parametrize(
    "words",
    [
        "PRIOR AUTHORIZATION WAS NOT OBTAINED",
        "prior\n  authorization   was not\tobtained",
        "Prior\u2011authorization was not obtained",
        "\uff30rior authorization was not obtained",
    ],
)
def test_capitals_blanks_and_dashes_make_no_difference(words: str) -> None:
    assert kind_of_words(words) == "authorization-required"


def test_an_alternative_matches_only_at_the_start_of_a_word() -> None:
    assert kind_of_words("copays") == "cost-share"
    assert kind_of_words("telecopay") is None


def test_contractions_are_read_like_the_words_they_stand_for() -> None:
    assert (
        kind_of_words("This service isn\u2019t covered.")
        == kind_of_words("This service is not covered.")
        == "not-covered"
    )


def test_an_alert_tells_of_no_refusal() -> None:
    assert kind_of_words("Alert: prior authorization was not obtained") is None
    assert kind_of_words("Alert: the No Surprises Act was applied") == "surprise-balance-bill"


def test_no_words_have_no_kind() -> None:
    assert kind_of_words("") is None


def test_a_sentence_that_refuses_goes_before_one_that_refuses_nothing() -> None:
    assert kind_of_words("You are not responsible for this amount. The code is not paid separately.") == (
        "denied-code-combination"
    )


def test_every_rule_names_a_kind_and_words_in_small_letters_and_groups_that_exist() -> None:
    rules = read_table("denial_words")
    groups = read_table("word_groups")

    assert {row["kind"] for row in rules} <= {NOTHING, *CATALOGUE}
    known = {"@" + row["group"] for row in groups}
    for row in (*rules, *groups):
        for cell in (row.get(column, "") for column in ("words", "also", "never")):
            alternatives = [one for part in cell.split(" & ") for one in part.split("|")] if cell else []
            assert all(alternatives), row
            assert all(one == " ".join(one.lower().split()) and "-" not in one for one in alternatives), row
            assert {word for one in alternatives for word in one.split() if word[0] == "@"} <= known, row
        assert row["words"], row


def test_every_kind_of_refusal_has_a_rule() -> None:
    assert {row["kind"] for row in read_table("denial_words")} >= {kind for kind, _ in CASES}
