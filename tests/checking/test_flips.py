"""Refused charges beside the other papers, the story and the bill."""

from decimal import Decimal
from typing import Any

import pytest

from tests.checking.making import PROVIDER, Written, bill, checked, decided, eob, found, kinds, line
from tests.checking.refusing import only, refused, remarked


@pytest.mark.parametrize(
    ("units", "kind"), [(4, "units-implausible"), (1, "benefit-limit"), (None, "units-implausible")]
)
def test_too_many_is_about_units_or_about_how_often(units: int | None, kind: str) -> None:
    assert only(checked(eob(refused("CO-151 180.00", units=units)))) == kind


@pytest.mark.parametrize(("code", "kind"), [("99214", "visit-level-high"), ("97110", "medical-necessity")])
def test_a_level_that_is_not_supported_is_that_of_a_visit(code: str, kind: str) -> None:
    assert only(checked(eob(refused("CO-150 180.00", code=code)))) == kind


@pytest.mark.parametrize(("code", "category"), [("251", "coding"), ("250", "coding"), ("252", "billing")])
def test_records_that_do_not_carry_the_code_are_the_clinicians(code: str, category: str) -> None:
    assert found(checked(eob(refused(f"CO-{code} 180.00"))), "documentation-requested").category == category


def test_the_member_answers_what_the_plan_asks_the_member() -> None:
    finding = found(checked(eob(remarked("22", "N179"))), "coordination-of-benefits")

    assert (finding.category, finding.acts_first) == ("payer", "patient")


@pytest.mark.parametrize(
    ("accident", "kind"), [(False, "coordination-of-benefits"), (True, "wrong-payer"), (None, "wrong-payer")]
)
def test_an_accident_that_did_not_happen_is_the_members_to_tell(accident: bool | None, kind: str) -> None:
    assert only(checked(eob(refused("CO-20 180.00")), accident=accident)) == kind


def record(*codes: str, **fields: Any) -> Written:
    visit = {"id": "record", "kind": "visit_summary", "provider": PROVIDER, "service_from": "2024-05-06"}
    return {**visit, "diagnosis_codes": list(codes), **fields}


@pytest.mark.parametrize(
    ("code", "recorded", "kind"),
    [
        ("50", ("G43.709",), "diagnosis-does-not-support"),
        ("50", ("R51.0",), "medical-necessity"),
        ("50", (), "medical-necessity"),
        ("167", ("G43.709",), "diagnosis-does-not-support"),
        ("167", ("R51.9", "G43.709"), "not-covered"),
    ],
)
def test_a_record_with_another_diagnosis_goes_before_the_plans_view(
    code: str, recorded: tuple[str, ...], kind: str
) -> None:
    plan = eob(refused(f"CO-{code} 180.00", diagnosis_codes=["R51.9"]))

    assert only(checked(plan, record(*recorded))) == kind


def test_a_record_of_another_day_or_provider_says_nothing() -> None:
    plan = eob(refused("CO-50 180.00", diagnosis_codes=["R51.9"]))

    for other in (record("G43.709", service_from="2024-05-07"), record("G43.709", provider={"name": "Elsewhere"})):
        assert "diagnosis-does-not-support" not in kinds(checked(plan, other))


CARD = {"id": "card", "kind": "insurance_card", "payer": {"name": "Second Shore Mutual"}}


@pytest.mark.parametrize(
    ("payer", "kind"), [("Second Shore Mutual", "wrong-payer"), ("Harbor Lantern", "not-eligible")]
)
def test_coverage_that_ended_beside_a_card_of_another_plan_went_to_the_wrong_one(payer: str, kind: str) -> None:
    result = checked(eob(refused("PR-27 180.00")), {**CARD, "payer": {"name": payer}})

    assert only(result) == kind
    assert ("card" in found(result, kind).documents) is (kind == "wrong-payer")


def asks(amount: str, **fields: Any) -> Written:
    return bill(totals={"charges": "180.00", "balance_due": amount}, **fields)


def test_a_bundled_charge_that_no_bill_asks_for_is_nobodys_problem() -> None:
    included = refused("CO-97 180.00", id="2", code="85025")
    written_off = {"charges": "360.00", "adjustments": "250.00", "insurance_paid": "80.00", "balance_due": "30.00"}
    both = bill(line(), line("2", code="85025"), totals=written_off)
    asked = bill(
        line(), line("2", code="85025"), totals={**written_off, "adjustments": "70.00", "balance_due": "210.00"}
    )

    assert kinds(checked(eob(decided(), included))) == ["denied-code-combination"]
    assert kinds(checked(eob(decided(), included), both)) == []
    assert "denied-code-combination" in kinds(checked(eob(decided(), included), asked))


def test_a_bill_of_nothing_is_the_end_of_the_matter() -> None:
    nothing = bill(totals={"charges": "180.00", "adjustments": "180.00", "balance_due": "0.00"})

    assert kinds(checked(eob(refused("CO-29 180.00")), nothing)) == []
    assert "late-filing" in kinds(checked(eob(refused("CO-29 180.00")), asks("180.00")))


def test_nothing_asked_of_a_charge_that_the_plan_left_to_the_patient_is_not_the_end() -> None:
    nothing = bill(totals={"charges": "180.00", "adjustments": "180.00", "balance_due": "0.00"})

    assert "not-covered" in kinds(checked(eob(refused("PR-204 180.00")), nothing))


def test_a_refusal_and_a_bill_that_asks_for_it_are_two_findings() -> None:
    result = checked(eob(refused("CO-29 180.00")), asks("180.00"))

    assert set(kinds(result)) == {"late-filing", "contractual-amount-billed"}
    assert found(result, "contractual-amount-billed").amount == Decimal("180.00")


def test_an_open_refusal_that_the_bill_asks_for_explains_its_balance() -> None:
    result = checked(eob(refused("OA-109 180.00")), asks("180.00"))

    assert kinds(result) == ["wrong-payer"]


def test_a_decision_that_a_later_one_replaced_is_not_told() -> None:
    first = eob(refused("CO-16 180.00"), id="first", processed_date="2024-05-15")

    assert kinds(checked(first, eob())) == []


@pytest.mark.parametrize(("copy", "is_told"), [("OA-18 180.00", False), ("CO-B20 180.00", True)])
def test_a_copy_matters_only_where_a_bill_asks_for_it_unless_somebody_else_billed_it(copy: str, is_told: bool) -> None:
    assert ("duplicate-line" in kinds(checked(eob(refused(copy))))) is is_told


def test_a_card_of_the_very_plan_that_refused_is_no_other() -> None:
    same = {**CARD, "payer": {"name": "Harbor Lantern Health Plan"}}
    longer = {**CARD, "payer": {"name": "Harbor Lantern Health Plan of the Coast"}}

    for card in (same, longer):
        assert only(checked(eob(refused("PR-27 180.00")), card)) == "not-eligible"


def necessity(**days: str) -> str:
    record = {"id": "record", "kind": "visit_summary", "provider": PROVIDER, "diagnosis_codes": ["E11.9"], **days}
    refusal = eob(decided(codes="CO-50 180.00", paid="0.00", diagnosis_codes=["M25.561"]))
    (kind,) = kinds(checked(refusal, record))
    return kind


def test_only_a_record_of_the_day_moves_a_refusal() -> None:
    assert necessity(document_date="2023-01-02") == "medical-necessity"
    assert necessity(service_from="2024-05-05", service_to="2024-05-08") == "diagnosis-does-not-support"


def test_a_note_on_the_claim_is_read_by_the_legend() -> None:
    noted = {"group": "CO", "reason": "16", "amount": "180.00", "remarks": ["Z9"]}
    legend = [{"code": "Z9", "text": "No prior authorization was on file."}]
    plain = decided(codes="", paid="0.00", remarks=[{"code": "Z9"}])

    assert set(kinds(checked(eob(plain, adjustments=[noted], remarks=legend)))) == {"authorization-required"}
