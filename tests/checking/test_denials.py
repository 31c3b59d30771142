"""Refused charges: one kind for each, from its codes, its remarks, its words, and what the other papers add."""

from decimal import Decimal
from typing import Any

import pytest

from plainbill.case import CheckResult
from tests.checking.making import PROVIDER, Written, bill, checked, decided, eob, found, kinds, line


def refused(codes: str = "CO-50 180.00", **fields: Any) -> Written:
    """An EOB line of 180.00 that the plan did not pay."""
    denial: Written = {"allowed": "0.00", "not_covered": "180.00", "status": "denied", **fields}
    return decided(codes=codes, paid="0.00", **denial)


def remarked(code: str, remark: str, amount: str = "180.00") -> Written:
    adjustment = {"group": "CO", "reason": code, "amount": amount, "remarks": [remark]}
    return {**refused(""), "adjustments": [adjustment]}


def only(result: CheckResult) -> str:
    (kind,) = kinds(result)
    return kind


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("4", "denied-code-combination"),
        ("B15", "denied-code-combination"),
        ("11", "diagnosis-does-not-support"),
        ("284", "authorization-differs"),
        ("181", "invalid-code"),
        ("B12", "unrecognized-service"),
        ("B16", "new-patient-established"),
        ("31", "member-id-mismatch"),
        ("197", "authorization-required"),
        ("288", "referral-missing"),
        ("109", "wrong-payer"),
        ("29", "late-filing"),
        ("226", "documentation-requested"),
        ("B7", "provider-enrollment"),
        ("50", "medical-necessity"),
        ("204", "not-covered"),
        ("55", "experimental"),
        ("119", "benefit-limit"),
        ("27", "not-eligible"),
        ("242", "out-of-network"),
        ("227", "coordination-of-benefits"),
        ("133", "payer-pending"),
        ("ZZ9", "denied-unspecified"),
    ],
)
def test_a_reason_code_gives_its_kind(code: str, kind: str) -> None:
    result = checked(eob(refused(f"CO-{code} 180.00")))

    assert only(result) == kind
    assert found(result, kind).amount == Decimal("180.00")
    assert found(result, kind).lines == ("eob:1",)


@pytest.mark.parametrize(
    ("code", "remark", "kind"),
    [
        ("16", "N822", "missing-modifier"),
        ("16", "M76", "diagnosis-does-not-support"),
        ("16", "MA61", "member-id-mismatch"),
        ("96", "N362", "units-implausible"),
        ("22", "N179", "coordination-of-benefits"),
        ("22", "MA04", "wrong-payer"),
        ("197", "N54", "authorization-differs"),
        ("119", "N362", "benefit-limit"),
        ("29", "N179", "late-filing"),
    ],
)
def test_a_remark_moves_only_the_codes_whose_table_lets_it(code: str, remark: str, kind: str) -> None:
    assert only(checked(eob(remarked(code, remark)))) == kind


def test_a_remark_on_the_line_counts_like_one_on_the_adjustment() -> None:
    assert only(checked(eob(refused("CO-16 180.00", remarks=[{"code": "n822"}])))) == "missing-modifier"


def test_a_reason_code_printed_as_a_note_counts() -> None:
    result = checked(eob(refused("", remarks=[{"code": "CO-29"}])))

    assert only(result) == "late-filing"
    assert "CO-29" in found(result, "late-filing").explanation


def test_the_payers_own_words_give_the_kind_and_are_quoted() -> None:
    legend = [{"code": "K14", "text": "The maximum number of visits for this benefit has been reached."}]

    result = checked(eob(refused("", remarks=[{"code": "K14"}]), remarks=legend))

    assert only(result) == "benefit-limit"
    finding = found(result, "benefit-limit")
    assert "“The maximum number of visits for this benefit has been reached”" in finding.explanation
    assert finding.confidence == "likely"
    assert any(fact.field == "remarks[0].text" and fact.value.startswith("The maximum") for fact in finding.evidence)


def test_a_note_at_the_foot_is_the_reason_where_the_plan_paid_nothing_at_all() -> None:
    foot = [{"text": "The claim was received after the time limit for filing."}]

    assert only(checked(eob(refused(""), remarks=foot))) == "late-filing"


def test_a_note_at_the_foot_is_no_reason_where_other_charges_were_paid() -> None:
    foot = [{"text": "The claim was received after the time limit for filing."}]

    assert only(checked(eob(decided(), refused("", id="2", code="85025"), remarks=foot))) == "denied-unspecified"


def test_a_harmless_note_does_not_hide_that_no_reason_is_printed() -> None:
    notes = [{"text": "This amount was applied to your deductible."}]

    assert only(checked(eob(refused("", remarks=notes)))) == "denied-unspecified"


def test_the_largest_refusal_of_a_line_names_it() -> None:
    result = checked(eob(refused("CO-50 150.00, CO-29 30.00")))

    assert only(result) == "medical-necessity"
    assert found(result, "medical-necessity").amount == Decimal("150.00")


def test_a_specific_reason_goes_before_a_vague_one_of_the_same_line() -> None:
    assert only(checked(eob(refused("CO-16 150.00, CO-29 30.00")))) == "late-filing"


def test_a_part_that_was_refused_counts_on_a_line_that_was_paid() -> None:
    part = decided(codes="CO-45 50.00, CO-151 20.00, PR-3 30.00", units=4)

    result = checked(eob(part))

    assert only(result) == "units-implausible"
    assert found(result, "units-implausible").amount == Decimal("20.00")


@pytest.mark.parametrize(
    ("units", "kind"), [(4, "units-implausible"), (1, "benefit-limit"), (None, "units-implausible")]
)
def test_too_many_is_about_units_or_about_how_often(units: int | None, kind: str) -> None:
    assert only(checked(eob(refused("CO-151 180.00", units=units)))) == kind


@pytest.mark.parametrize(("code", "kind"), [("99214", "visit-level-high"), ("97110", "medical-necessity")])
def test_a_level_that_is_not_supported_is_that_of_a_visit(code: str, kind: str) -> None:
    assert only(checked(eob(refused("CO-150 180.00", code=code)))) == kind


def test_one_reason_on_two_lines_is_one_finding() -> None:
    result = checked(eob(refused("PR-27 180.00"), refused("PR-27 180.00", id="2", code="85025")))

    assert found(result, "not-eligible").lines == ("eob:1", "eob:2")
    assert found(result, "not-eligible").amount == Decimal("360.00")


def test_two_reasons_are_two_findings() -> None:
    result = checked(eob(refused("PR-27 180.00"), refused("PR-26 180.00", id="2", code="85025")))

    assert kinds(result) == ["not-eligible", "not-eligible"]


def test_a_claim_that_was_refused_as_a_whole_is_found_without_lines() -> None:
    claim = [{"group": "CO", "reason": "29", "amount": "180.00"}]

    result = checked(eob({**line(), "plan_paid": "0.00"}, adjustments=claim))

    assert only(result) == "late-filing"
    assert found(result, "late-filing").lines == ()


@pytest.mark.parametrize("codes", ["OA-23 180.00", "CO-246 180.00", "OA-209 180.00", "OA-18 180.00"])
def test_codes_that_refuse_nothing_are_no_refusals(codes: str) -> None:
    assert kinds(checked(eob(refused(codes)))) == []


def test_an_unpaid_line_without_any_sign_of_refusal_is_none() -> None:
    assert kinds(checked(eob(decided(codes="CO-45 150.00, PR-1 30.00", paid="0.00")))) == []


def test_a_charge_left_over_in_full_without_a_code_is_refused() -> None:
    silent = {**line(), "plan_paid": "0.00", "not_covered": "180.00"}

    assert only(checked(eob(silent))) == "denied-unspecified"
    assert kinds(checked(eob({**silent, "not_covered": "70.00"}))) == []


def test_a_line_taken_back_is_not_refused() -> None:
    assert kinds(checked(eob(refused("CO-50 -180.00", charge="-180.00", not_covered="-180.00")))) == []


def test_a_waiting_line_without_a_telling_code_waits() -> None:
    assert only(checked(eob(refused("", status="pending")))) == "payer-pending"
    assert only(checked(eob(refused("OA-226 180.00", status="pending")))) == "documentation-requested"


def test_what_is_above_the_price_and_left_to_the_patient_is_out_of_network() -> None:
    result = checked(eob(decided(codes="PR-45 70.00, PR-3 30.00", patient_responsibility="100.00")))

    assert only(result) == "out-of-network"
    assert found(result, "out-of-network").amount == Decimal("70.00")


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


def said(codes: str, **story: Any) -> str:
    (finding,) = [f for f in checked(eob(refused(codes)), **story).findings if f.category != "info"]
    return finding.explanation


def test_it_says_on_whom_the_plan_puts_the_money() -> None:
    assert "no bill may ask you" in said("CO-50 180.00")
    assert "leaves the money to you for now" in said("PR-50 180.00")
    assert "The paper puts" not in said("") and "The paper leaves" not in said("")


def test_a_code_that_no_table_knows_is_named_as_unknown() -> None:
    assert "CO-ZZ9. Our tables do not know this code." in said("CO-ZZ9 180.00")


def test_a_refusal_without_a_reason_says_so_and_asks_for_it() -> None:
    (finding,) = checked(eob(refused(""))).findings

    assert finding.kind == "denied-unspecified"
    assert "does not say why" in finding.explanation
    assert finding.confidence == "possible"
    assert finding.acts_first == "payer"


LETTER = {"id": "letter", "kind": "letter", "payer": {"name": "Harbor Lantern Health Plan"}}


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"text": "We found that the service was not medically necessary."}, "medical-necessity"),
        ({"remarks": [{"text": "The claim was received after the time limit for filing."}]}, "late-filing"),
        ({"text": "Thank you for being a member."}, "denied-unspecified"),
        ({"text": "It was not medically necessary.", "payer": {"name": "Second Shore"}}, "denied-unspecified"),
        ({"text": "It was not medically necessary.", "claim_number": "C-2"}, "denied-unspecified"),
        ({"text": "It was not medically necessary.", "claim_number": "C-1001"}, "medical-necessity"),
        ({"text": "It was not medically necessary.", "lines": [{"id": "1", "code": "71046"}]}, "denied-unspecified"),
        ({"text": "It was not medically necessary.", "lines": [{"id": "1", "code": "99213"}]}, "medical-necessity"),
        ({"text": "It was not medically necessary.", "patient": {"name": "Basil Quill"}}, "denied-unspecified"),
    ],
)
def test_a_letter_of_the_plan_gives_the_reason_that_its_eob_leaves_out(fields: Written, kind: str) -> None:
    result = checked(eob(refused(""), patient={"name": "Aster Fennimore"}), {**LETTER, **fields})

    assert only(result) == kind
    assert ("letter" in found(result, kind).documents) is (kind != "denied-unspecified")


def test_the_eobs_own_reason_goes_before_a_letter() -> None:
    assert (
        only(checked(eob(refused("CO-29 180.00")), {**LETTER, "text": "It was not medically necessary."}))
        == "late-filing"
    )


@pytest.mark.parametrize(("not_covered", "amount"), [("120.00", "120.00"), (None, "180.00"), ("0.00", "180.00")])
def test_without_an_amount_of_its_own_a_refusal_is_of_what_is_not_covered_or_of_all(
    not_covered: str | None, amount: str
) -> None:
    result = checked(eob(refused("", not_covered=not_covered)))

    assert found(result, "denied-unspecified").amount == Decimal(amount)


@pytest.mark.parametrize("codes", ["CO-29", "CO-29 180.00"])
def test_a_reason_without_an_amount_counts_where_nothing_was_paid(codes: str) -> None:
    adjustment = {"group": "CO", "reason": "29", **({"amount": "180.00"} if " " in codes else {})}

    result = checked(eob({**refused(""), "adjustments": [adjustment]}))
    assert found(result, "late-filing").amount == Decimal("180.00")


def test_a_reason_of_nothing_on_a_paid_line_refuses_nothing() -> None:
    assert kinds(checked(eob(decided(codes="CO-45 70.00, PR-3 30.00, CO-151 0.00")))) == []


def test_a_refusal_names_its_tables_and_where_its_codes_stand() -> None:
    finding = found(checked(eob(remarked("16", "N822"))), "missing-modifier")

    assert [(use.name, use.entry) for use in finding.tables] == [("adjustment_reasons", "16"), ("remark_codes", "N822")]
    assert {(fact.line, fact.field, fact.value) for fact in finding.evidence} >= {
        ("1", "adjustments[0].group", "CO"),
        ("1", "adjustments[0].reason", "16"),
        ("1", "adjustments[0].amount", "180.00"),
        ("1", "adjustments[0].remarks", "N822"),
        ("1", "status", "denied"),
        ("1", "charge", "180.00"),
    }


@pytest.mark.parametrize("column", ["deductible", "copay", "coinsurance"])
def test_a_charge_that_went_to_a_share_was_covered_whatever_its_notes_say(column: str) -> None:
    shared = {**line(), "plan_paid": "0.00", column: "110.00", "remarks": [{"code": "N130"}]}

    assert kinds(checked(eob(shared))) == []
    assert only(checked(eob({**shared, column: "0.00"}))) == "not-covered"


@pytest.mark.parametrize("code", ["OA-100", "OA-293"])
def test_money_that_went_to_the_member_was_not_refused(code: str) -> None:
    assert kinds(checked(eob(refused(f"{code} 180.00")))) == []


def test_a_letter_that_names_no_plan_is_of_the_only_one() -> None:
    letter = {"id": "letter", "kind": "letter", "text": "It was not medically necessary."}

    assert only(checked(eob(refused("")), letter)) == "medical-necessity"


def test_a_card_of_the_very_plan_that_refused_is_no_other() -> None:
    same = {**CARD, "payer": {"name": "Harbor Lantern Health Plan"}}
    longer = {**CARD, "payer": {"name": "Harbor Lantern Health Plan of the Coast"}}

    for card in (same, longer):
        assert only(checked(eob(refused("PR-27 180.00")), card)) == "not-eligible"


def test_a_code_in_a_note_is_shown_alone() -> None:
    finding = found(checked(eob(refused("", remarks=[{"code": "CO-29"}]))), "late-filing")

    assert "the reason CO-29:" in finding.explanation
