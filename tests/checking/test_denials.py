"""Refused charges: one kind for each, from its codes, its remarks and its words."""

from decimal import Decimal
from typing import Any

import pytest

from tests.checking.making import Written, checked, decided, eob, found, kinds, line
from tests.checking.refusing import only, refused, remarked


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


def test_a_code_in_a_note_is_shown_alone() -> None:
    finding = found(checked(eob(refused("", remarks=[{"code": "CO-29"}]))), "late-filing")

    assert "the reason CO-29:" in finding.explanation


def test_a_refusal_of_nothing_on_the_whole_claim_is_none() -> None:
    claim = [{"group": "CO", "reason": "29", "amount": "0.00"}]

    assert kinds(checked(eob({**line(), "plan_paid": "80.00", "allowed": "110.00"}, adjustments=claim))) == []


def test_a_refusal_of_the_whole_claim_no_longer_holds_where_a_line_was_decided_anew() -> None:
    claim = [{"group": "CO", "reason": "29", "amount": "180.00"}]
    first = eob({**line(), "plan_paid": "0.00"}, {**line("2", code="85025"), "plan_paid": "0.00"}, adjustments=claim)
    again = {**eob(decided()), "id": "second", "processed_date": "2024-06-20", "claim_number": "ANOTHER-2"}

    assert "late-filing" in kinds(checked(first))
    assert "late-filing" not in kinds(checked(first, again))
