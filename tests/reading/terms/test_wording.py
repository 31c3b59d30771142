import pytest

from plainbill.reading.terms.wording import is_payment, summary_field


@pytest.mark.parametrize("words", ["Insurance Write-Off", "Insurance Write-0ff", "Write 0ff by contract"])
def test_a_zero_before_letters_was_an_o(words: str) -> None:
    assert is_payment(words)


@pytest.mark.parametrize("words", ["Bandage, 0ff the shelf", "Saline 0.9 ml"])
def test_such_a_zero_alone_makes_no_payment(words: str) -> None:
    assert not is_payment(words)


@pytest.mark.parametrize(
    "words",
    ["You cannot be billed for", "You can't be charged", "You are not responsible for", "Not your responsibility",
     "Amount you do not owe", "Amount not owed"],
)  # fmt: skip
def test_what_nobody_may_ask_for_is_not_owed(words: str) -> None:
    assert summary_field(words) == "ignore_money"


@pytest.mark.parametrize("words", ["Copay Charged", "Visa Charged", "Secondary Insurance Billed", "Units Billed"])
def test_a_copay_a_card_or_an_insurer_is_no_office_that_charged(words: str) -> None:
    assert summary_field(words) != "total_charges"
