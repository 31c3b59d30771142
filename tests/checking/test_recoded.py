"""Codes, modifiers and units that differ between bill and EOB for one service."""

from typing import Any

import pytest

from tests.checking.making import Written, bill, checked, decided, eob, found, kinds, line


def differ(ours: Written, theirs: Written, **fields: Any) -> list[str]:
    return kinds(checked(bill(line(**ours), **fields), eob(decided(**theirs))))


def test_two_codes_for_one_charge_are_found() -> None:
    finding = found(checked(bill(line(code="73620")), eob(decided(code="73630"))), "code-mismatch")

    assert (finding.category, finding.lines) == ("coding", ("bill:1", "eob:1"))
    assert "code 73620" in finding.explanation and "code 73630" in finding.explanation


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ({"modifiers": ["RT"]}, {"modifiers": ["LT"]}, True),
        ({"modifiers": ["RT"]}, {"modifiers": ["rt"]}, False),
        ({"modifiers": ["RT"]}, {}, False),
        ({}, {"modifiers": ["RT"]}, False),
        ({"modifiers": ["RT", "59"]}, {"modifiers": ["RT"]}, False),
        ({"modifiers": ["RT", "59"]}, {"modifiers": ["RT", "51"]}, True),
        ({"units": 2}, {"units": 3}, True),
        ({"units": 2}, {"units": 2}, False),
        ({"units": 2}, {}, False),
        ({"units": 2}, {"units": 0}, False),
        ({"units": 2}, {"units": 3, "charge": "270.00"}, False),
        ({"code": "00840", "units": 90}, {"code": "00840", "units": 6}, False),
        ({"code": "02000", "units": 90}, {"code": "02000", "units": 6}, True),
        ({"code": "99 213"}, {}, False),
        ({"code": None}, {}, False),
        ({}, {"code": None}, False),
    ],
)
def test_only_what_both_papers_print_can_differ(ours: Written, theirs: Written, expected: bool) -> None:
    assert ("code-mismatch" in differ(ours, theirs)) is expected


def test_units_split_over_lines_are_added_up() -> None:
    totals = {"charges": "180.00", "adjustments": "70.00", "insurance_paid": "80.00", "balance_due": "30.00"}
    ours = bill(
        line(code="97110", units=1, charge="90.00"), line("2", code="97110", units=1, charge="90.00"), totals=totals
    )

    assert "code-mismatch" not in kinds(checked(ours, eob(decided(code="97110", units=2))))


def test_a_change_that_the_plan_says_it_made_is_the_plans() -> None:
    changed = decided(code="99212", remarks=[{"code": "N22"}])

    finding = found(checked(bill(), eob(changed)), "code-mismatch")
    assert (finding.category, finding.acts_first) == ("payer", "payer")


def test_a_change_that_stands_with_an_adjustment_is_the_plans_too() -> None:
    adjustment = {"group": "CO", "reason": "45", "amount": "70.00", "remarks": ["N22"]}

    finding = found(checked(bill(), eob({**decided(code="99212"), "adjustments": [adjustment]})), "code-mismatch")

    assert (finding.category, finding.acts_first) == ("payer", "payer")
    assert ("eob", "adjustments[0].remarks", "N22") in {(e.document, e.field, e.value) for e in finding.evidence}


@pytest.mark.parametrize(
    ("first", "second", "is_found"),
    [
        ({"units": 2}, {"units": 2}, False),
        ({"units": 2}, {"units": 2, "charge": None}, False),
        ({"units": 2}, {"units": 3}, False),
        ({"units": 3}, {"units": 2}, False),
        ({"units": 3}, {"units": 3}, True),
        ({}, {"units": 3}, True),
        ({"units": 3}, {}, False),
    ],
)
def test_of_two_plans_none_may_count_as_the_bill_does(first: Written, second: Written, is_found: bool) -> None:
    again = {"codes": "OA-23 150.00, PR-3 5.00", "paid": "25.00"}
    papers = (
        bill(line(code="97110", units=2)),
        eob({**decided(code="97110"), **first}),
        eob(
            {**decided(code="97110", **again), **second},
            id="second",
            payer={"name": "Second Shore Mutual"},
            processed_date="2024-06-02",
        ),
    )

    assert ("code-mismatch" in kinds(checked(*papers))) is is_found


def test_another_day_is_a_date_and_no_code() -> None:
    ours = bill(line(service_date="2024-05-07", code="J1885", units=2), claim_number="C-1001")

    assert kinds(checked(ours, eob(decided(code="J1885", units=3)))) == ["date-mismatch"]


@pytest.mark.parametrize(("day", "expected"), [("2024-05-21", False), ("2024-05-22", True)])
def test_a_claim_corrected_after_the_bill_is_bound_to_differ(day: str, expected: bool) -> None:
    totals = {"charges": "180.00", "adjustments": "70.00", "insurance_paid": "80.00", "balance_due": "30.00"}
    ours = bill(line(code="73620"), totals=totals, document_date=day)

    result = checked(ours, eob(decided(code="73630"), claim_frequency="corrected"))
    assert ("code-mismatch" in kinds(result)) is expected


@pytest.mark.parametrize("code", ["0054T", "20610"])
def test_codes_that_end_in_a_letter_are_no_anesthesia(code: str) -> None:
    assert differ({"code": code, "units": 2}, {"code": code, "units": 1}) == ["code-mismatch"]


def test_the_units_of_anesthesia_are_time() -> None:
    assert differ({"code": "00810", "units": 2}, {"code": "00810", "units": 1}) == []
