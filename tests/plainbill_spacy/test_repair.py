"""Repair: a misread letter is put right in the open; codes and other words are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainbill.case import Line
from plainbill.describing.known_words import known_words
from plainbill.knowledge.published import NOTHING_IMPORTED
from plainbill_spacy import describe_lines
from plainbill_spacy.pipeline import understand
from plainbill_spacy.repair import repaired


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("5UPPLY", "SUPPLY"),
        ("STERlLE", "STERILE"),
        ("EP0ETIN", "EPOETIN"),
        ("MAMM0GRAM", "MAMMOGRAM"),
        ("COLONOSCOPV", "COLONOSCOPY"),
        ("ULTRASOUMD", "ULTRASOUND"),
        ("ANESTHE8IA", "ANESTHESIA"),
        ("PEPAIR", "REPAIR"),
        ("BUSCLE", "MUSCLE"),
    ],
)
def test_a_letter_misread_is_put_right(printed: str, meant: str) -> None:
    assert repaired(printed) == meant


@pytest.mark.parametrize(
    "printed",
    ["motion", "ENDOSCOPICS", "HALAZEPAM", "CATS", "SCREWY", "B12", "XQZ", "floor", "remote", "infection", "CGTH"],
)
def test_another_word_is_not_taken_for_a_known_one(printed: str) -> None:
    assert repaired(printed) is None


@given(st.from_regex(r"\A([0-9]{5}|[0-9]{4}[FTUM]|[A-V][0-9]{4})(-[A-Z0-9]{2})?\Z"))
def test_a_code_is_never_repaired(code: str) -> None:
    assert repaired(code) is None


@given(st.sampled_from(sorted(known_words())))
def test_a_known_word_is_never_repaired(word: str) -> None:
    assert repaired(word) is None


@given(st.text(max_size=30))
def test_noise_is_repaired_to_a_known_word_or_not_at_all(printed: str) -> None:
    assert repaired(printed) in known_words() | {None}


def test_what_was_repaired_is_shown_and_less_sure() -> None:
    misread, clean = describe_lines(
        [Line(id="1", description="MAMM0GRAM"), Line(id="2", description="MAMMOGRAM")], None, NOTHING_IMPORTED
    )

    assert misread is not None
    assert clean is not None
    assert 'we read "MAMM0GRAM" as MAMMOGRAM' in misread.plain
    assert misread.confidence < clean.confidence


def test_vague_words_stay_vague_when_misread() -> None:
    (translation,) = describe_lines([Line(id="1", description="5URGICAL SUPPLlES")], None, NOTHING_IMPORTED)

    assert translation is not None
    assert (translation.group, translation.vague) == ("supply", True)
    assert "as SUPPL" in translation.plain


def test_an_opening_is_not_taken_for_cutting_out() -> None:
    assert repaired("CHOLECYSTOTOMY") is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [("DIALYSIS CGTH", "CATHETER"), ("BLOOD TYYING", "TYPE"), ("TEAM CQNFERENCE", "CONFERENCE")],
)
def test_a_short_word_is_put_right_where_it_makes_a_phrase_with_the_others(text: str, meant: str) -> None:
    word = understand(text).words[1]

    assert (word.reading, word.repaired) == ((meant,), True)


def test_a_short_word_is_left_alone_where_nothing_beside_it_tells() -> None:
    assert [word.repaired for word in understand("CGTH 5").words] == [False, False]


def test_a_short_form_without_vowels_is_not_taken_for_another_one() -> None:
    assert [word.repaired for word in understand("WIRE 3X18 STXT").words] == [False, False, False]


def test_a_word_beside_a_misread_one_is_read_by_what_was_meant() -> None:
    assert understand("COMPLETE PT EVALUATIOH").words[1].reading == ("PHYSICAL", "THERAPY")
