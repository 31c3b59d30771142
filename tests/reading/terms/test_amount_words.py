import pytest

from plainbill.reading.terms.amount_words import amount_field


@pytest.mark.parametrize(
    ("phrase", "field"),
    [
        ("Not payable by plan", "not_covered"),
        ("Standard price", "charge"),
        ("Agreed price", "allowed"),
        ("Network savings", "adjustment"),
        ("Amount we paid", "plan_paid"),
        ("Your share of cost", "patient_responsibility"),
        ("Price per unit", "unit_price"),
    ],
)
def test_the_words_of_a_heading_tell_what_its_amounts_are(phrase: str, field: str) -> None:
    assert amount_field(phrase.split()) == field


@pytest.mark.parametrize("phrase", ["Estimated plan payment", "Deductible remaining", "The patient may", "Codes"])
def test_a_heading_with_a_word_that_changes_its_meaning_is_not_guessed_at(phrase: str) -> None:
    assert amount_field(phrase.split()) is None


@pytest.mark.parametrize("words", ["Cost Pmt/Adj", "Total Charge Payments/Credits", "Price Paid Credit"])
def test_what_is_charged_and_what_is_paid_are_two_columns(words: str) -> None:
    assert amount_field(words.split()) is None
