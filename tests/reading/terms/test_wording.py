import pytest

from plainbill.reading.terms.wording import is_payment, is_total, opens_a_visit, summary_field


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


@pytest.mark.parametrize("words", ["Balance before assistance", "Amount owed before your plan's discount"])
def test_what_was_owed_before_something_was_taken_off_is_neither(words: str) -> None:
    assert summary_field(words) == "ignore_money"


def test_what_stands_before_a_discount_is_no_discount() -> None:
    assert summary_field("Total charges before discount") == "total_charges"


def test_a_day_behind_before_leaves_what_is_due() -> None:
    assert summary_field("Amount due before June 4") == "balance_due"


@pytest.mark.parametrize(("words", "total"), [("BOTH CLAIMS", True), ("All visits:", True), ("Both knees", False)])
def test_all_claims_of_a_paper_are_summed_up_by_their_name(words: str, total: bool) -> None:
    assert is_total(words) is total


@pytest.mark.parametrize("words", ["INS CK 55021 MERIDIAN", "Patient CK 1204", "CK #1180"])
def test_a_check_may_be_written_short(words: str) -> None:
    assert is_payment(words)


@pytest.mark.parametrize("words", ["CK, total", "CK MB fraction", "CK 82550"])
def test_an_enzyme_of_the_same_letters_is_no_check(words: str) -> None:
    assert not is_payment(words)


def test_treatments_that_adjust_something_are_no_payments() -> None:
    for text in (
        "Orthodontic adjustment",
        "Chiropractic adjustment",
        "Spinal manual adjustment",
        "Adjust complete denture",
    ):
        assert not is_payment(text)
    for text in ("Contractual adjustment", "Adjustment", "Orthodontic discount", "Insurance adjustment"):
        assert is_payment(text)


def test_ages_among_words_tell_of_no_day_of_a_visit() -> None:
    assert not opens_a_visit("VISIT EST AGE 40-64")
    assert opens_a_visit("Visit of 6/4")
