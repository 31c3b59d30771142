"""Numbered notes beside a paper that explain it."""

from plainbill.reading.labels.marginal_notes import without_marginal_notes
from tests.reading.papers import page_of

PAPER = """
Medicare Summary Notice
Notice for Ada Lombard                                                                    1 Logo: the official logo
Medicare Number      1EG4-TE5-MK73                                                        of the department.
Date of This Notice  June 16, 2025
Your Deductible Status                                                                    2 Your information: if your
Your deductible is what you must pay                                                      name is wrong, call us.
before Medicare begins to pay.
You have now met $257.00                                                                  3 Your deductible: you pay
Total You May Be Billed      $124.81                                                      a yearly deductible, for
                                                                                          example $257.00 in 2025.
Providers with claims this period
"""


def words_left(text: str) -> str:
    return " ".join(word.text for word in without_marginal_notes(page_of(text)).words)


def test_numbered_notes_at_the_right_are_left_out() -> None:
    left = words_left(PAPER)
    assert "example" not in left and "official" not in left
    assert "$124.81" in left and "June 16, 2025" in left


def test_a_column_whose_numbers_miss_one_stays() -> None:
    assert "example" in words_left(PAPER.replace("2 Your information", "  Your information"))


def test_a_numbered_column_of_amounts_stays() -> None:
    text = PAPER.replace("a yearly deductible, for", "$257.00").replace("example $257.00 in 2025.", "$124.81")
    assert "$257.00" in words_left(text).split("$124.81")[0]
    assert "official" in words_left(text)
