"""Balance bills for protected care, and those that are not protected."""

from decimal import Decimal
from typing import Any

import pytest

from tests.checking.making import Written, bill, checked, decided, eob, found, kinds, line

OUT = {"network_status": "out"}
TOTALS = {"charges": "180.00", "insurance_paid": "80.00", "balance_due": "100.00"}


def asks(amount: str = "100.00", **fields: Any) -> Written:
    return bill(line(**fields), totals={**TOTALS, "balance_due": amount})


def plan(codes: str = "CO-45 70.00, PR-3 30.00", network: Written = OUT, **fields: Any) -> Written:
    return eob(decided(codes=codes, **fields), coverage=network)


def is_surprise(*papers: Written, **story: Any) -> bool:
    return "surprise-balance-bill" in kinds(checked(*papers, **story))


EMERGENCY: Written = {"code": "99283"}


def test_emergency_care_outside_the_network_owes_the_share_of_the_network() -> None:
    result = checked(asks(**EMERGENCY), plan(**EMERGENCY))

    finding = found(result, "surprise-balance-bill")
    assert finding.amount == Decimal("70.00")
    assert finding.lines == ("bill:1", "eob:1")
    assert "share is $30.00" in finding.explanation
    assert finding.tables[0].entry == "no-surprises"
    assert kinds(result) == ["surprise-balance-bill"]


def test_what_the_plan_leaves_above_its_price_is_no_share_of_the_network() -> None:
    left = plan("PR-45 70.00, PR-3 30.00", **EMERGENCY)

    result = checked(asks(**EMERGENCY), left)
    assert found(result, "surprise-balance-bill").amount == Decimal("70.00")
    assert set(kinds(result)) == {"surprise-balance-bill", "out-of-network"}


@pytest.mark.parametrize("amount", ["30.00", "30.01", "0.00"])
def test_a_bill_of_the_share_is_right(amount: str) -> None:
    assert kinds(checked(asks(amount, **EMERGENCY), plan(**EMERGENCY))) == []


@pytest.mark.parametrize(
    ("fields", "story", "expected"),
    [
        ({"place_of_service": "23"}, {}, True),
        ({"revenue_code": "0450"}, {}, True),
        ({"revenue_code": "0456"}, {}, False),
        ({}, {"visit_reason": "emergency"}, True),
        ({"place_of_service": "20"}, {"visit_reason": "emergency"}, False),
        ({"place_of_service": "11"}, {}, False),
        ({}, {}, False),
    ],
)
def test_what_shows_an_emergency(fields: Written, story: dict[str, Any], expected: bool) -> None:
    assert is_surprise(asks(**fields), plan(**fields), **story) is expected


def test_in_network_care_is_no_surprise() -> None:
    result = checked(asks(**EMERGENCY), plan(network={"network_status": "in"}, **EMERGENCY))

    assert kinds(result) == ["contractual-amount-billed"]


def test_before_the_rules_began_nothing_was_protected() -> None:
    before: Written = {**EMERGENCY, "service_date": "2021-12-31"}

    assert not is_surprise(asks(**before), plan(**before))
    assert is_surprise(
        asks(**{**before, "service_date": "2022-01-01"}), plan(**{**before, "service_date": "2022-01-01"})
    )


@pytest.mark.parametrize(
    ("code", "modifier", "lifts"),
    [("99283", [], False), ("00840", ["AA"], False), ("19318", [], True), ("27447", ["AS"], False)],
)
@pytest.mark.parametrize("given_up", ["signed_waiver", "chose_out_of_network"])
def test_a_waiver_lifts_it_except_for_emergency_and_ancillary_care(
    code: str, modifier: list[str], lifts: bool, given_up: str
) -> None:
    marked: Written = {"code": code, "modifiers": modifier, "remarks": [{"code": "N864"}]}

    assert is_surprise(asks(code=code, modifiers=modifier), plan(**marked))
    assert is_surprise(asks(code=code, modifiers=modifier), plan(**marked), **{given_up: True}) is not lifts


@pytest.mark.parametrize(
    ("remark", "expected"), [("N864", True), ("N878", True), ("n 864", True), ("N882", False), ("N130", False)]
)
def test_a_remark_of_the_plan_says_whether_the_rules_hold(remark: str, expected: bool) -> None:
    assert is_surprise(asks(code="19318"), plan(code="19318", remarks=[{"code": remark}])) is expected


def test_consent_that_the_plan_calls_invalid_lifts_nothing() -> None:
    forbidden = plan(code="19318", remarks=[{"code": "N878"}])

    assert is_surprise(asks(code="19318"), forbidden, signed_waiver=True)


HOSPITAL: Written = {
    "id": "hospital",
    "kind": "eob",
    "provider": {"name": "Fernhill Hospital"},
    "payer": {"name": "Harbor Lantern Health Plan"},
    "coverage": {"network_status": "in"},
    "claim_number": "H-1",
    "lines": [{"id": "1", "service_date": "2024-05-06", "code": "47562", "revenue_code": "0360"}],
}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, True),
        ({"coverage": {"network_status": "out"}}, False),
        ({"lines": [{"id": "1", "service_date": "2024-05-07", "revenue_code": "0360"}]}, False),
        ({"provider": {"name": "Dr. Aster Quill"}, "lines": [{"id": "1", "service_date": "2024-05-06"}]}, False),
        ({"lines": [{"id": "1", "service_date": "2024-05-06"}]}, True),
    ],
    ids=["hospital", "outside too", "other day", "no facility", "by its name"],
)
def test_a_clinician_at_a_hospital_of_the_network_is_protected(change: Written, expected: bool) -> None:
    assert is_surprise(asks(code="00790"), plan(code="00790"), {**HOSPITAL, **change}) is expected


@pytest.mark.parametrize(("code", "expected"), [("A0429", False), ("A0431", True)])
def test_ambulances_are_protected_in_the_air_and_not_on_the_road(code: str, expected: bool) -> None:
    assert is_surprise(asks(code=code), plan(code=code), visit_reason="other") is expected
    assert is_surprise(asks(code=code), plan(code=code), visit_reason="emergency") is expected


def test_the_share_by_columns_counts_where_no_codes_are_printed() -> None:
    columns: Written = {**EMERGENCY, "copay": "25.00", "coinsurance": "5.00", "patient_responsibility": "100.00"}

    assert found(checked(asks(**EMERGENCY), plan("", **columns)), "surprise-balance-bill").amount == Decimal("70.00")


def test_an_eob_alone_shows_no_balance_bill() -> None:
    assert not is_surprise(plan(**EMERGENCY))


def test_where_nothing_shows_protection_a_gap_asks_for_it() -> None:
    result = checked(asks(), plan())

    (gap,) = [gap for gap in result.not_assessed if gap.kinds == ("surprise-balance-bill",)]
    assert (gap.needs, gap.document) == ("story", "bill")


def test_the_first_day_of_care_decides_whether_the_rules_had_begun() -> None:
    before, after = {**EMERGENCY, "service_date": "2021-12-31"}, {**EMERGENCY, "service_date": "2022-01-01"}
    ours = bill(line("1", **before), line("2", **after), totals={"charges": "360.00", "balance_due": "300.00"})

    assert not is_surprise(ours, eob(decided("1", **before), decided("2", **after), coverage=OUT))


def test_a_remark_beside_a_reason_code_shows_the_rules_in_the_evidence() -> None:
    cut = [
        {"group": "CO", "reason": "45", "amount": "70.00", "remarks": ["N864"]},
        {"group": "PR", "reason": "3", "amount": "30.00"},
    ]

    finding = found(checked(asks(code="19318"), plan(code="19318", adjustments=cut)), "surprise-balance-bill")
    assert ("eob", "1", "adjustments[0].remarks", "N864") in {
        (fact.document, fact.line, fact.field, fact.value) for fact in finding.evidence
    }


def test_without_a_word_on_the_share_nothing_can_be_asked_beyond_it() -> None:
    left = plan("PR-45 70.00", **EMERGENCY)

    assert not is_surprise(asks(**EMERGENCY), left)


def test_a_bill_of_days_that_nobody_decided_on_is_not_judged() -> None:
    other = {**EMERGENCY, "service_date": "2024-05-09"}
    ours = bill(line("1", **EMERGENCY), line("2", **other), totals={"charges": "360.00", "balance_due": "300.00"})

    assert not is_surprise(ours, plan(**EMERGENCY))


def test_one_line_with_an_excess_shows_that_the_provider_is_outside() -> None:
    ours = bill(line("1", **EMERGENCY), line("2", code="12011"), totals={"charges": "360.00", "balance_due": "130.00"})
    theirs = eob(
        decided("1", "PR-45 70.00, PR-3 30.00", **EMERGENCY),
        decided("2", "CO-45 70.00, PR-3 30.00", code="12011"),
        coverage=None,
    )

    assert found(checked(ours, theirs), "surprise-balance-bill").amount == Decimal("70.00")


def test_one_of_two_plan_papers_outside_the_network_leaves_protection_open() -> None:
    later = {"service_date": "2024-05-09"}
    ours = bill(line("1"), line("2", **later), totals={"charges": "360.00", "balance_due": "200.00"})
    inside = eob(decided(**later), id="inside", claim_number="C-2")

    gaps = checked(ours, plan(), inside).not_assessed
    assert "surprise-balance-bill" in {kind for gap in gaps for kind in gap.kinds}


def test_the_share_as_one_figure_counts_where_nothing_says_what_it_is_made_of() -> None:
    plain: Written = {**EMERGENCY, "patient_responsibility": "30.00"}

    assert found(checked(asks(**EMERGENCY), plan("", **plain)), "surprise-balance-bill").amount == Decimal("70.00")
