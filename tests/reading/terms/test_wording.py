import pytest

from plainbill.reading.terms.wording import is_payment


@pytest.mark.parametrize("words", ["Insurance Write-Off", "Insurance Write-0ff", "Write 0ff by contract"])
def test_a_zero_before_letters_was_an_o(words: str) -> None:
    assert is_payment(words)


@pytest.mark.parametrize("words", ["Bandage, 0ff the shelf", "Saline 0.9 ml"])
def test_such_a_zero_alone_makes_no_payment(words: str) -> None:
    assert not is_payment(words)
