import pytest

from plainbill.reading.heads.head_words import meaning_of
from plainbill.reading.terms.vocabulary import header_words


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("Srvc Dt", "date"),
        ("End Date", "date_to"),
        ("ADA Procedure", "code"),
        ("Unts Billed", "units"),
        ("PL SVC", "place"),
        ("Grp/Rsn", "remark"),
        ("Line Disp.", "status"),
        ("Your provider charged", "charge"),
        ("Fee per unit", "unit_price"),
        ("Contr Write-Off", "adjustment"),
        ("Amt Non-Cov", "not_covered"),
        ("Office Visit Copayment", "copay"),
        ("COB Amt", "other_paid"),
        ("Your % Share", "coinsurance"),
        ("Credits Received", "payment"),
        ("$/unit", "unit_price"),
        ("Qtyl Units", "units"),
        ("COINSURANCÉ AMOUNT", "coinsurance"),
        ("Your plan excludes", "not_covered"),
        ("Our payment", "plan_paid"),
        ("20% Ins'd", "coinsurance"),
        ("20% Member share", "coinsurance"),
        ("30% yours", "coinsurance"),
        ("PRV", "provider"),
        ("Over plan limit / not covered", "not_covered"),
        ("F. Plan paid provider (C-D-E)", "plan_paid"),
        ("You owe (4 + 5)", "patient_responsibility"),
        ("B) Allowed", "allowed"),
    ],
)
def test_a_head_is_understood_by_its_words_and_their_short_forms(words: str, field: str) -> None:
    meaning = meaning_of(tuple(words.split()))

    assert meaning is not None and meaning.fields[0] == field


@pytest.mark.parametrize("words", ["Expected Insurance", "Ins. Est. Payments", "Estimated plan payments"])
def test_what_insurance_is_expected_to_pay_is_not_what_it_paid(words: str) -> None:
    meaning = meaning_of(tuple(words.split()))

    assert meaning is not None and meaning.fields == ("estimated_insurance",)


@pytest.mark.parametrize("words", ["Dates of", "& code", "Federal tax no. of service"])
def test_half_a_head_and_other_words_are_no_head(words: str) -> None:
    assert meaning_of(tuple(words.split())) is None


@pytest.mark.parametrize("words", ["Line Total Pmt/Adj", "Amount Billed Amount Allowed", "Plan Paid You Owe"])
def test_two_known_phrases_of_amounts_are_no_head_of_one_column(words: str) -> None:
    assert meaning_of(tuple(words.split())) is None


def test_one_word_before_an_amount_belongs_to_it() -> None:
    meaning = meaning_of(("Total", "Plan", "Payment"))

    assert meaning is not None
    assert meaning.fields[0] == "plan_paid"


def test_a_dollar_sign_behind_the_letter_of_a_box_may_be_read_as_a_letter() -> None:
    meaning = meaning_of(("F.S", "CHARGES"))

    assert meaning is not None
    assert meaning.fields[0] == "charge"


def test_the_short_form_of_units_denies_nothing_behind_it() -> None:
    meaning = meaning_of(("Un", "Approved?"))

    assert meaning is None or meaning.fields[0] != "not_covered"


@pytest.mark.parametrize("words", ["MOD 1-4", "Modifiers (1-4)"])
def test_how_many_values_a_column_has_room_for_is_no_word_of_its_head(words: str) -> None:
    meaning = meaning_of(tuple(words.split()))

    assert meaning is not None
    assert meaning.fields == ("modifiers",)


def test_counts_and_codes_side_by_side_are_two_heads() -> None:
    assert meaning_of(("Units", "Proc")) is None
    assert meaning_of(("Units",)) is not None


@pytest.mark.parametrize(
    ("words", "field"),
    [
        (["24.ADATE", "(S)", "OF", "SERVICE", "FROM"], "date"),
        (["46SERV", "UNITS"], "units"),
        (["24.CHARGES"], "charge"),
        (["F$CHARGES"], "charge"),
        (["24.AX"], None),
    ],
)
def test_the_number_of_a_field_may_be_glued_to_its_first_word(words: list[str], field: str | None) -> None:
    found = header_words().find(words)
    assert (found.fields[0] if found else None) == field


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("Your share (copay)", "copay"),
        ("You owe (deductible)", "deductible"),
        ("Patient share (coinsurance)", "coinsurance"),
    ],
)
def test_the_kind_of_a_share_may_stand_in_parentheses_behind_it(words: str, field: str) -> None:
    found = meaning_of(tuple(words.split()))
    assert found is not None and found.fields[0] == field


def test_a_head_that_goes_on_with_why_says_what_is_not_covered() -> None:
    meaning = meaning_of(("Not", "covered:", "above", "allowance"))
    assert meaning is not None and meaning.fields == ("not_covered",)
    assert (
        meaning_of(("Your", "share:", "deductible")) is None or meaning_of(("Your", "share:", "deductible")) != meaning
    )


def test_a_hint_in_parentheses_says_what_is_counted() -> None:
    meaning = meaning_of(("Units", "(15", "min", "or", "each)"))
    assert meaning is not None and meaning.fields == ("units",)
