"""missing-modifier: a screening charged for want of its mark, and Medicare's part where it found something."""

from decimal import Decimal

import pytest

from tests.checking.making import bill, checked, eob, found, line, record
from tests.checking.making_prevention import MISMATCH, MODIFIER, PLAN, charged, verdict


@pytest.mark.parametrize(
    ("day", "share", "modifiers", "expected"),
    [
        ("2024-05-06", "PR-2 15.00", ["PT"], None),
        ("2024-05-06", "PR-2 15.01", ["PT"], None),
        ("2024-05-06", "PR-2 15.02", ["PT"], PLAN),
        ("2024-05-06", "PR-2 15.00", [], None),
        ("2024-05-06", "PR-2 20.00", [], MODIFIER),
        ("2024-05-06", "PR-1 15.00", ["PT"], PLAN),
        ("2022-05-06", "PR-2 20.00", ["PT"], None),
        ("2027-05-06", "PR-2 10.00", ["PT"], None),
        ("2027-05-06", "PR-2 15.00", ["PT"], PLAN),
        ("2030-05-06", "PR-2 10.00", ["PT"], PLAN),
    ],
)
def test_medicares_part_of_a_screening_that_found_something(
    day: str, share: str, modifiers: list[str], expected: str | None
) -> None:
    scope = charged("45385", "Z12.11", "D12.5", codes=share, modifiers=modifiers, service_date=day, allowed="100.00")

    result = checked(eob(scope, payer={"name": "Medicare"}))

    assert (verdict(result) or (None,))[0] == expected


def test_medicares_part_is_of_what_was_paid_and_left_where_no_price_is_printed() -> None:
    scope = charged("45385", "Z12.11", codes="PR-2 15.00", modifiers=["PT"], plan_paid="85.00")

    assert verdict(checked(eob(scope, payer={"name": "Medicare"}))) is None
    assert verdict(checked(eob({**scope, "plan_paid": "80.00"}, payer={"name": "Medicare"}))) == (PLAN, "likely")


def test_medicares_part_is_for_screenings_only() -> None:
    visit = charged("G0439", "I10", codes="PR-2 15.00", allowed="100.00")

    assert verdict(checked(eob(visit, payer={"name": "Medicare"}))) == (PLAN, "likely")


@pytest.mark.parametrize(
    ("code", "modifiers", "diagnoses", "expected"),
    [
        ("45385", [], ["Z12.11", "D12.5"], (MODIFIER, "likely")),
        ("45385", ["33"], ["Z12.11", "D12.5"], (PLAN, "likely")),
        ("45385", ["PT"], ["Z12.11", "D12.5"], (PLAN, "likely")),
        ("45378", [], ["Z86.010"], (MODIFIER, "likely")),
        ("45378", ["59"], ["Z80.0"], (MODIFIER, "likely")),
        ("00811", [], ["Z12.11"], (MODIFIER, "likely")),
        ("00812", [], ["Z12.11"], (PLAN, "likely")),
        ("45385", [], ["D12.5", "Z12.11"], (MODIFIER, "likely")),
        ("45385", ["33"], ["D12.5", "Z12.11"], (MISMATCH, "possible")),
        ("45385", ["33"], [], (PLAN, "possible")),
        ("45385", [], [], None),
        ("45385", [], ["D12.5"], None),
        ("G0121", [], ["Z12.11"], (PLAN, "likely")),
        ("80061", [], ["Z13.220"], (PLAN, "likely")),
    ],
)
def test_a_screening_scope_without_its_mark_is_for_the_coder(
    code: str, modifiers: list[str], diagnoses: list[str], expected: tuple[str, str] | None
) -> None:
    assert verdict(checked(eob(charged(code, *diagnoses, modifiers=modifiers)))) == expected


def test_a_mark_on_the_bill_alone_counts() -> None:
    paper = bill(line(code="45385", modifiers=["33"]))

    assert verdict(checked(paper, eob(charged("45385", "Z12.11")))) == (PLAN, "likely")


def test_the_finding_of_a_missing_mark_names_it() -> None:
    scope = charged("45385", "Z12.11")

    private = found(checked(bill(line(code="45385")), eob(scope)), MODIFIER)
    medicare = found(checked(eob(scope, payer={"name": "Medicare"})), MODIFIER)

    assert (private.lines, private.amount) == (("bill:1", "eob:1"), Decimal("30.00"))
    assert (private.category, private.acts_first) == ("coding", "clinician_or_coder")
    assert "(modifier) 33" in private.ask
    assert "(modifier) PT" in medicare.ask
    assert ("eob", "modifier_that_fits", "33") in {(e.document, e.field, e.value) for e in private.evidence}


def test_outside_the_network_a_missing_mark_changes_nothing() -> None:
    assert verdict(checked(eob(charged("45385", "Z12.11"), coverage={"network_status": "out"}))) is None
    assert verdict(checked(eob(charged("45385", "Z12.11"), coverage=None))) == (MODIFIER, "possible")


def test_a_screening_in_the_record_lacks_its_mark_where_no_diagnosis_is_printed() -> None:
    screening = record(diagnosis_codes=["Z12.11"], visit={"reason": "procedure"})

    assert verdict(checked(eob(charged("45385")), screening)) == (MODIFIER, "possible")
