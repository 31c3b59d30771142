"""Readability: a hard sentence is told from a plain one, and a name that is explained from one that is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainbill.describing.readability import explained_names, reading_grade, syllables_of, words_a_sentence


def test_a_sentence_of_the_trade_is_hard_and_a_plain_one_is_not() -> None:
    hard = "Level-of-service coding reflects documentation of history, examination and decision-making complexity."

    assert reading_grade(hard) > 15
    assert reading_grade("A blood test of iron. It looks for the cause of tired blood.") < 4


def test_a_name_that_the_text_explains_counts_one_syllable() -> None:
    text = "Ketorolac, a medicine for pain."

    assert reading_grade(text, explained_names(text)) < reading_grade(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ketorolac, a medicine for pain.", {"ketorolac"}),
        ("It is a shot. Botulinum toxin, a medicine that rests muscles, is in it.", {"botulinum", "toxin"}),
        ("DRG means one price for a stay.", {"drg"}),
        ("A close copy called Zarxio.", {"zarxio"}),
        (
            "A sheet called Larkmoor Dermal Matrix or Omnimoor. It helps.",
            {"larkmoor", "dermal", "matrix", "or", "omnimoor"},
        ),
        ("Sleep medicine (anesthesia) for work on the ear.", {"anesthesia"}),
        ("A CT scan of the whole belly (abdomen and pelvis) with dye.", {"abdomen", "pelvis"}),
        ("Sipuleucel-T (your own blood cells, trained in a lab) by needle.", {"sipuleucel-t"}),
        ("Adjudication of remittance documentation.", set()),
        ("Adjudication, remittance and documentation.", set()),
        ("", set()),
    ],
)
def test_a_text_explains_the_names_that_it_says_the_meaning_of(text: str, names: set[str]) -> None:
    assert explained_names(text) == names


@pytest.mark.parametrize(
    ("text", "words"), [("A vaccine. Giving it is charged apart.", 3.5), ("Each 15 minutes", 2), ("", 0)]
)
def test_words_are_counted_by_sentence(text: str, words: float) -> None:
    assert words_a_sentence(text) == words


@pytest.mark.parametrize(
    ("word", "count"), [("room", 1), ("table", 2), ("scanned", 1), ("medicine", 3), ("care", 1), ("knee", 1)]
)
def test_syllables_are_counted_about_as_they_are_spoken(word: str, count: int) -> None:
    assert syllables_of(word) == count


@given(st.text())
def test_noise_has_a_grade_and_no_more_names_than_words(text: str) -> None:
    assert isinstance(reading_grade(text, explained_names(text)), float)
