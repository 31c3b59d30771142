"""Two blocks side by side whose rows differ: a value stands a bit lower than its label, on a row of its own."""

from dataclasses import replace
from decimal import Decimal

from plainbill.reading.layout import lay_out
from plainbill.reading.page import PageWords
from plainbill.reading.rows.half_rows import beside_on_a_half_row
from plainbill.testing.doubles import make_word

HIGH = 24.0


def page_of(*printed: tuple[str, float, float]) -> PageWords:
    words = []
    for text, x, y in printed:
        for word in text.split():
            words.append(make_word(word, x, y, x + 14 * len(word), y + HIGH))
            x += 14 * (len(word) + 1)
    return PageWords(index=0, file="made up", number=1, width=2400, height=1600, words=tuple(words))


def values(lower: float) -> list[tuple[str, object]]:
    page = page_of(
        ("Heron Bay Orthopedics PA", 100, 300),
        ("Insured ID", 1400, 304),
        ("CPB 66218804-01", 1800, 304 + lower),
        ("18 Wharf Lane, Rookery, SC 29999", 100, 340),
        ("Patient control no.", 1400, 380),
        ("HBO-114892", 1800, 380),
    )
    return [(label.field, label.value.value) for label in lay_out(page).labels]


def test_a_value_a_bit_lower_than_its_label_is_beside_it() -> None:
    assert ("coverage.member_id", "CPB 66218804-01") in values(lower=17)


def test_a_value_on_the_next_row_is_not() -> None:
    assert "coverage.member_id" not in dict(values(lower=34))


def test_a_label_amid_its_row_has_nothing_on_another() -> None:
    page = lay_out(page_of(("Insured ID", 100, 300), ("Group", 500, 300), ("CPB 66218804-01", 900, 317)))
    first = page.cells[0][0]
    assert beside_on_a_half_row(first.atoms, page.cells, 0, set()) is None


def test_words_on_another_row_are_no_name() -> None:
    page = page_of(("Heron Bay Orthopedics PA", 100, 300), ("Patient name", 1400, 304), ("Your year so far", 1800, 321))
    assert "patient.name" not in {label.field for label in lay_out(page).labels}


def large_amount(high: float, drop: float) -> dict[str, object]:
    page = page_of(("Kindly note", 100, 300), ("Please pay this amount", 1000, 300), ("upon receipt", 1000, 360))
    amount = make_word("$212.40", 1700, 300 + drop, 1900, 300 + drop + high)
    laid_out = lay_out(replace(page, words=(*page.words, amount)))
    return {label.field: label.value.value for label in laid_out.labels}


def test_a_large_amount_between_two_rows_is_that_of_the_label_on_the_upper() -> None:
    assert large_amount(high=2 * HIGH, drop=18)["balance_due"] == Decimal("212.40")


def test_a_large_amount_below_the_row_of_a_label_is_not() -> None:
    assert "balance_due" not in large_amount(high=2 * HIGH, drop=26)
