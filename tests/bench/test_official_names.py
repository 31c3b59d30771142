"""Official names: the bench sees what is hard to read, and the names of a real list read as they should."""

import pytest

from bench.official_names import EASY_BAR, score
from tests.example_cases import official_names

MADE_UP = {
    "J3999": "Injection, zorbexumab, 1 mg",
    "L0999": "Brace of the moon, plain",
    "L0998": "Brace of the moon, plain",
}


def test_hard_words_and_shared_texts_are_counted() -> None:
    hard = score({**MADE_UP, "T2099": "Interdenominational electroencephalographical individualization"})

    assert (hard.names, hard.shared, hard.same_names) == (4, 2, 2)
    assert hard.easy == 0.75
    assert score(MADE_UP).easy == 1.0


@pytest.mark.parametrize("year", [2019, 2025])
def test_the_names_of_a_real_list_can_be_read_at_twelve(year: int) -> None:
    names = official_names(year)
    if not names:
        pytest.skip("the list is not beside the checkout")

    found = score(names)

    assert found.easy >= EASY_BAR
    assert found.clipped < 0.001
    assert found.shared <= 1.1 * found.same_names
