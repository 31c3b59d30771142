import pytest

from plainbill.reading.terms.blanks import with_blanks


@pytest.mark.parametrize(
    ("read", "restored"),
    [("CONTRACTUALADJUSTMENT", "CONTRACTUAL ADJUSTMENT"), ("InsurancePayment", "Insurance Payment")],
)
def test_a_lost_blank_comes_back_between_two_known_words(read: str, restored: str) -> None:
    assert with_blanks(read) == restored


@pytest.mark.parametrize(
    "word", ["HEALTHCARE", "ENDOSCOPIC", "TRIAMCINOLONE", "Okafor-Reyes", "99213", "coinsurance", ""]
)
def test_a_word_of_its_own_stays_whole(word: str) -> None:
    assert with_blanks(word) == word
