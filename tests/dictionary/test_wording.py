"""Wording: a hard word has to be explained where it stands, and a grade over the limit also looks so."""

import pytest

from plainbill.dictionary.wording import grade_faults, telegram_faults, unexplained_words


@pytest.mark.parametrize(
    "text",
    [
        "Clearing away dead skin (debridement) so that a wound heals.",
        "Sleep medicine (anesthesia) for work on the ear.",
        "Debridement means that dead skin is cleared away.",
        "A brace for the knee, called orthosis by the maker.",
    ],
)
def test_a_hard_word_that_the_text_explains_may_stand(text: str) -> None:
    assert list(unexplained_words(text)) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A Percutaneous look at the heart.", "“through the skin”"),
        ("Taking off LESIONS of the skin.", "“a spot or growth”"),
        ("It needs a modifier.", "put it in brackets"),
        ("Some medicine (with a kind of modifier in it) on the line.", "put it in brackets"),
    ],
)
def test_a_hard_word_that_stands_alone_is_told_with_what_to_say(text: str, said: str) -> None:
    (fault,) = unexplained_words(text)

    assert said in fault


def test_terms_of_the_glossary_may_stand_in_the_glossary() -> None:
    assert list(unexplained_words("It needs a modifier.", with_terms=False)) == []
    assert len(list(unexplained_words("It needs a suture.", with_terms=False))) == 1


def test_part_of_a_longer_word_is_no_hard_word() -> None:
    assert list(unexplained_words("The renaltest and the suturely thing.")) == []


def test_a_grade_over_the_limit_also_looks_so() -> None:
    (fault,) = grade_faults("Talk therapy for mental health, about 30 minutes. One person meets with the therapist.")

    assert "has reading grade 6.0" in fault
    assert "grade 6.0," not in fault


def test_six_words_a_sentence_are_enough() -> None:
    assert list(telegram_faults("It helps you to walk well.")) == []
    assert len(list(telegram_faults("It helps you to walk."))) == 1
