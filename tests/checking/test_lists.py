"""The list of preventive services: what fits, for whom, and until when."""

import datetime

import pytest

from plainbill.checking.codes.lookups import in_range
from plainbill.checking.prevention.lists import Entry, entry_of
from tests.checking.making import Written, bill, checked, decided, eob, kinds, line

DAY = datetime.date(2024, 5, 6)


def entry(code: str) -> Entry:
    found = entry_of(code, DAY, medicare=False)
    assert found is not None
    return found


def test_a_service_without_named_diagnoses_fits_none_and_needs_none() -> None:
    wellness = entry("G0439")

    assert not wellness.is_fitting("Z0000")
    assert wellness.has_fitting(()) and wellness.has_fitting(("E119",))


@pytest.mark.parametrize(
    ("sex", "is_charged"), [("M", True), ("Male", True), ("F", False), ("Female", False), (None, True)]
)
def test_a_picture_of_the_belly_artery_is_listed_for_men(sex: str | None, is_charged: bool) -> None:
    one: Written = {"code": "76706", "diagnosis_codes": ["Z13.6", "Z87.891"]}
    patient = {"name": "Basil Quill", "date_of_birth": "1955-01-01", "sex": sex}

    result = checked(bill(line(**one), patient=patient), eob(decided(**one), patient=patient))
    assert ("preventive-cost-share" in kinds(result)) is is_charged


@pytest.mark.parametrize(
    ("code", "low", "high", "is_in"),
    [
        ("3074F", "0001F", "9999F", True),
        ("30740", "0001F", "9999F", False),
        ("3074F", "10000", "99999", False),
        ("J1885", "J0120", "J9999", True),
        ("K1885", "J0120", "J9999", False),
    ],
)
def test_a_range_holds_codes_of_its_own_shape(code: str, low: str, high: str, is_in: bool) -> None:
    assert in_range(code, f"{low}-{high}") is is_in


@pytest.mark.parametrize(("day", "form"), [(29, "diagnostic"), (30, "call_back")])
def test_an_entry_holds_through_its_last_day(day: int, form: str) -> None:
    found = entry_of("77065", datetime.date(2025, 12, day), medicare=False)
    assert found is not None and found.form == form


def test_an_entry_that_always_held_holds_without_a_day() -> None:
    found = entry_of("99395", None, medicare=False)

    assert found is not None and found.reason == "check-up"
