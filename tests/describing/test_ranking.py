"""Ranking: the best translation is shown, the others stay as alternatives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainbill.case import Reading, Review, Translation
from plainbill.describing import rank


def translation(plain: str, confidence: float = 0.7, **fields: object) -> Translation:
    return Translation.model_validate(
        {
            "plain": plain,
            "group": "lab",
            "basis": "description",
            "confidence": confidence,
            "vague": False,
            "source": "made-up:x",
        }
        | fields
    )


def test_the_more_confident_comes_first_and_the_other_stays() -> None:
    best = rank([translation("a", 0.6), translation("b", 0.9)])

    assert best.plain == "b"
    assert [each.plain for each in best.alternatives] == ["a"]


def test_what_says_something_comes_before_what_leaves_it_open() -> None:
    assert rank([translation("open", 0.9, vague=True), translation("said", 0.5)]).plain == "said"


def test_the_words_of_a_model_come_last_whatever_it_claims() -> None:
    assert rank([translation("model", 1.0, basis="llm"), translation("table", 0.3, vague=True)]).plain == "table"


def test_what_words_rest_on_decides_before_their_confidence() -> None:
    sources = ["other:words/x", "acme:payer/x", "table:cpt/70551", "acme:printed/x"]
    candidates = [translation(each, 0.9 - 0.1 * place, source=each) for place, each in enumerate(sources)]

    best = rank(candidates)

    assert [best.source, *(each.source for each in best.alternatives)] == sources[::-1]


def test_an_open_reading_of_a_public_table_comes_after_words_that_say_something() -> None:
    family = translation("some test", 0.45, source="table:cpt/80047-89398", vague=True)

    assert rank([family, translation("a blood count", 0.6, source="other:words/x")]).plain == "a blood count"


def test_what_a_person_approved_comes_first() -> None:
    review = Review(by="an advocate", at="2026-01-31", status="approved")

    assert rank([translation("table", 0.9), translation("seen", 0.4, basis="llm", review=review)]).plain == "seen"


def test_one_reading_given_twice_is_one_alternative() -> None:
    best = rank([translation("a", 0.9), translation("b", 0.5), translation("b", 0.4), translation("a", 0.3)])

    assert [each.plain for each in best.alternatives] == ["b"]


def test_alternatives_of_candidates_are_kept() -> None:
    other = Reading.model_validate(translation("other").model_dump(exclude={"alternatives"}))

    assert [each.plain for each in rank([translation("a", alternatives=(other,))]).alternatives] == ["other"]


def test_nothing_cannot_be_ranked() -> None:
    with pytest.raises(ValueError, match="nothing to rank"):
        rank([])


@given(st.permutations([("a", 0.5), ("b", 0.5), ("c", 0.9), ("d", 0.1)]))
def test_the_order_of_the_candidates_changes_nothing(order: list[tuple[str, float]]) -> None:
    best = rank([translation(plain, confidence) for plain, confidence in order])

    assert [best.plain, *(each.plain for each in best.alternatives)] == ["c", "a", "b", "d"]
