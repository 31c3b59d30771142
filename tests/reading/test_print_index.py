"""Looking phrases up on pages: across blanks, capitals and marks, but never across columns that stand apart."""

from hypothesis import given
from hypothesis import strategies as st

from plainbill.reading.print_index import PrintIndex
from tests.reading.papers import page_of

LETTERS = st.text(alphabet="ab 1.", max_size=80)


def stands(text: str, phrase: str) -> list[str]:
    found = PrintIndex([page_of(text)]).find(phrase)
    return [" ".join(word.text for word in standing.words) for standing in found]


def test_a_phrase_is_found_whatever_its_capitals_blanks_and_marks() -> None:
    assert stands("our EXPLANATION of\nBenefits: here", "Explanation of benefits") == ["EXPLANATION of Benefits:"]


def test_a_long_phrase_is_found_where_its_blanks_were_lost() -> None:
    assert stands("ExplanationofBenefits", "Explanation of Benefits") == ["ExplanationofBenefits"]


def test_a_short_phrase_has_to_stand_as_whole_words() -> None:
    assert stands("Acmeson, and Acme too", "Acme") == ["Acme"]


def test_a_word_within_a_web_address_is_no_name() -> None:
    assert stands("see www.acme.example/help", "Acme") == []


def test_what_stands_alone_fills_its_run_and_what_is_spoken_of_does_not() -> None:
    index = PrintIndex(
        [page_of("Summary Notice          Page\n\nyou will get a summary notice from us in the mail soon")]
    )

    alone, spoken_of = index.find("Summary Notice")

    assert alone.share == 1
    assert spoken_of.share < 0.5


@given(LETTERS, LETTERS)
def test_any_words_can_be_looked_up_on_any_page(text: str, phrase: str) -> None:
    page = page_of(text)

    found = PrintIndex([page]).find(phrase)

    assert all(word in page.words for standing in found for word in standing.words)
