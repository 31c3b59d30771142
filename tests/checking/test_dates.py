"""Days of service that differ between bill and EOB, or lie outside the stay."""

from decimal import Decimal
from typing import Any

import pytest

from tests.checking.making import Written, bill, checked, decided, eob, found, kinds, line

FULL = {"charges": "180.00", "balance_due": "180.00"}


def on(day: str, **fields: Any) -> Written:
    return bill(line(service_date=day, code="71046"), **fields)


def plan(day: str = "2024-05-21", **fields: Any) -> Written:
    return eob(decided(service_date=day, code="71046"), **fields)


@pytest.mark.parametrize(
    ("day", "is_found"),
    [
        ("2024-05-20", True),
        ("2024-05-24", True),
        ("2024-05-25", False),
        ("2024-05-17", False),
        ("2023-05-21", True),
        ("2025-05-21", True),
        ("2024-05-12", True),
        ("2024-06-21", False),
    ],
)
def test_days_that_look_mistyped_are_found(day: str, is_found: bool) -> None:
    result = checked(on(day, document_date="2025-08-01", totals=FULL), plan())

    assert ("date-mismatch" in kinds(result)) is is_found
    if is_found:
        assert found(result, "date-mismatch").lines == ("bill:1", "eob:1")


@pytest.mark.parametrize(
    ("day", "totals", "code", "is_found"),
    [
        ("2024-07-05", {}, "71046", True),
        ("2024-07-06", {}, "71046", False),
        ("2024-06-14", {"insurance_paid": "79.00"}, "71046", False),
        ("2024-06-14", {"adjustments": "69.98"}, "71046", False),
        ("2024-06-14", {}, "99213", False),
    ],
)
def test_farther_days_are_found_where_the_bill_shows_the_payment_of_that_eob(
    day: str, totals: Written, code: str, is_found: bool
) -> None:
    share = {"charges": "180.00", "adjustments": "70.00", "insurance_paid": "80.00", "balance_due": "30.00", **totals}
    ours = bill(line(service_date=day, code=code), totals=share, document_date="2024-08-01")

    found_kinds = kinds(checked(ours, eob(decided(service_date="2024-05-21", code=code))))
    assert ("date-mismatch" in found_kinds) is is_found


def test_day_and_month_swapped_are_found() -> None:
    result = checked(on("2024-03-05", document_date="2025-08-01"), plan("2024-05-03"))

    assert "date-mismatch" in kinds(result)


def test_care_that_comes_back_is_not_taken_for_one_visit() -> None:
    ours, theirs = line(code="97110", service_date="2024-05-20"), decided(code="97110", service_date="2024-05-21")

    assert "date-mismatch" not in kinds(checked(bill(ours), eob(theirs)))


@pytest.mark.parametrize(
    "fields", [{"provider": {"name": "Elsewhere"}}, {"lines": [line(service_date="2024-05-20", charge="181.00")]}]
)
def test_another_provider_or_another_charge_is_another_visit(fields: Written) -> None:
    assert "date-mismatch" not in kinds(checked({**on("2024-05-20"), **fields}, plan()))


def test_an_eob_that_has_a_bill_of_its_own_is_not_that_of_another() -> None:
    own = {**on("2024-05-21"), "id": "own"}

    assert "date-mismatch" not in kinds(checked(on("2024-05-20"), own, plan()))


def test_two_eobs_that_would_fit_prove_nothing() -> None:
    assert "date-mismatch" not in kinds(
        checked(on("2024-05-20"), plan(), plan("2024-05-19", id="e2", claim_number="2"))
    )


def test_one_claim_number_holds_papers_together_however_far_the_days() -> None:
    result = checked(on("2024-01-02", claim_number="C-1001"), plan())

    assert found(result, "date-mismatch").documents == ("bill", "eob")


@pytest.mark.parametrize(("last", "is_found"), [("2024-05-20", True), ("2024-05-21", False)])
def test_a_day_within_a_range_is_no_difference(last: str, is_found: bool) -> None:
    ours = line(service_date="2024-05-19", service_date_to=last, code="71046")

    assert ("date-mismatch" in kinds(checked(bill(ours, claim_number="C-1001"), plan()))) is is_found


STAY: Written = {"service_from": "2024-05-01", "service_to": "2024-05-04"}


@pytest.mark.parametrize(
    ("day", "is_outside"),
    [("2024-04-30", True), ("2024-05-01", False), ("2024-05-04", False), ("2024-05-05", True)],
)
def test_a_charge_outside_the_days_of_its_paper_is_found(day: str, is_outside: bool) -> None:
    result = checked(bill(line(service_date="2024-05-02"), line("2", service_date=day, code="85025"), **STAY))

    assert ("date-mismatch" in kinds(result)) is is_outside
    if is_outside:
        finding = found(result, "date-mismatch")
        assert (finding.lines, finding.amount) == (("bill:2",), Decimal("180.00"))


def test_a_single_day_at_the_head_is_no_stay() -> None:
    one_day: Written = {"service_from": "2024-05-01", "service_to": "2024-05-01"}

    assert "date-mismatch" not in kinds(checked(bill(line(service_date="2024-05-02"), **one_day)))
    assert "date-mismatch" in kinds(checked(bill(line(service_date="2024-05-02"), bill_type="0111", **one_day)))


def test_two_stays_with_other_days_are_found_where_no_line_has_a_day() -> None:
    undated = line(service_date=None, revenue_code="0120", code=None, description="Room and board")
    ours = bill(undated, claim_number="C-1001", bill_type="0111", **STAY)
    theirs = eob({**decided(), **undated}, bill_type="0111", **{**STAY, "service_to": "2024-05-05"})

    assert found(checked(ours, theirs), "date-mismatch").lines == ()
    assert "date-mismatch" not in kinds(checked(ours, {**theirs, **STAY}))


def test_an_eob_that_two_bills_may_be_about_is_put_beside_neither() -> None:
    visits = [
        bill(line(service_date=day), id=name, totals=FULL)
        for name, day in (("one", "2024-05-20"), ("two", "2024-05-22"))
    ]

    assert "date-mismatch" not in kinds(checked(*visits, eob(decided(service_date="2024-05-21"))))
