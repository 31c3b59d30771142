from collections.abc import Sequence
from decimal import Decimal

from plainbill.case.reading import Confirmation
from plainbill.reading.confirming.unborne import unborne_amounts
from plainbill.reading.rows.found import Found


def unborne(amounts: dict[str, str], by: dict[str, Sequence[Confirmation]]) -> list[str]:
    return [*unborne_amounts({path: Found(value=Decimal(text), tokens=()) for path, text in amounts.items()}, by)]


def test_a_column_without_a_sum_beside_one_with_is_known_by_its_print_alone() -> None:
    amounts = {"lines[0].charge": "90.00", "lines[0].copay": "20.00", "lines[1].charge": "40.00"}
    total = {"totals.charges": "130.00"}

    assert unborne(amounts | total, {"lines[0].charge": ["total"]}) == ["lines[0].copay"]


def test_where_a_sum_of_the_column_does_not_close_the_second_reader_finds_what_was_misread() -> None:
    amounts = {"lines[0].charge": "90.00", "lines[1].charge": "46.00", "lines[0].allowed": "50.00"}
    total = {"totals.charges": "130.00", "totals.allowed": "50.00"}

    assert unborne(amounts | total, {"lines[0].allowed": ["total"]}) == []


def test_where_no_sum_closes_lines_are_left_to_the_readers_and_payments_are_not() -> None:
    amounts = {"lines[0].charge": "90.00", "payments[0].amount": "20.00"}

    assert unborne(amounts, {"lines[0].charge": ["repeated"]}) == ["payments[0].amount"]


def test_payments_that_are_part_of_a_sum_are_borne_out() -> None:
    assert (
        unborne({"payments[0].amount": "20.00", "totals.patient_paid": "20.00"}, {"payments[0].amount": ["total"]})
        == []
    )


def test_a_sum_among_the_totals_alone_says_nothing_of_the_columns_of_lines() -> None:
    amounts = {"lines[0].charge": "90.00", "totals.balance_due": "90.00"}

    assert unborne(amounts, {"totals.balance_due": ["total"]}) == []
