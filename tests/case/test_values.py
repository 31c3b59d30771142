"""Money, dates, numbers and ids: one written form each."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainbill.case import FaultyFile, Line, parse_json, read_as, write_json
from plainbill.case.values import read_money, write_money


@pytest.mark.parametrize(
    "written", ["1,250.00", "$5", "125", "", " 5.00", "5.0", "NaN", "1e2", "٣.٠٠", "+5.00", "5.000"]
)
def test_an_amount_in_another_form_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="amount"):
        read_money(written)


@pytest.mark.parametrize("written", [True, None, [], {}, b"5.00"])
def test_an_amount_of_another_type_is_refused(written: object) -> None:
    with pytest.raises(ValueError, match="amount"):
        read_money(written)


@pytest.mark.parametrize(
    ("written", "amount"),
    [("125.00", "125.00"), ("-0.05", "-0.05"), (125, "125.00"), (1.5, "1.50"), (0.1, "0.10"), ("-0.00", "0.00")],
)
def test_an_amount_is_written_with_two_decimals(written: object, amount: str) -> None:
    assert write_money(read_money(written)) == amount


@pytest.mark.parametrize("number", ["1.234", "0.001", "1e-3", "1e400", "-1e30"])
def test_a_number_that_is_no_amount_of_dollars_is_refused(number: str) -> None:
    with pytest.raises(FaultyFile):
        read_as(Line, parse_json(b'{"id": "1", "charge": %s}' % number.encode()))


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2))
def test_every_amount_reads_back_as_it_was_written(amount: Decimal) -> None:
    assert read_money(write_money(amount)) == amount


@pytest.mark.parametrize("day", ["2024-02-30", "2024-2-3", "20240203", "2024-02-03T00:00", "03/02/2024", 20240203, 0])
def test_a_day_that_does_not_exist_or_is_written_otherwise_is_refused(day: object) -> None:
    with pytest.raises(FaultyFile) as refusal:
        read_as(Line, {"id": "1", "service_date": day})
    assert refusal.value.faults[0].path == "service_date"


@pytest.mark.parametrize("units", ["2", True, float("inf"), [2]])
def test_units_that_are_no_finite_number_are_refused(units: object) -> None:
    with pytest.raises(FaultyFile):
        read_as(Line, {"id": "1", "units": units})


@pytest.mark.parametrize("units", ["1", "1.5", "-2", "0.1", "0"])
def test_units_read_back_as_they_were_written(units: str) -> None:
    line = read_as(Line, parse_json(b'{"id": "1", "units": %s}' % units.encode()))
    assert f'"units": {units}' in write_json(line)


@pytest.mark.parametrize("name", ["", "a:b", 7, None])
def test_an_id_that_is_empty_or_holds_a_colon_is_refused(name: object) -> None:
    with pytest.raises(FaultyFile):
        read_as(Line, {"id": name})


def test_half_a_character_is_refused_and_not_written_out_later() -> None:
    with pytest.raises(FaultyFile, match="half of a character"):
        read_as(Line, parse_json(b'{"id": "1", "description": "\\ud800"}'))
