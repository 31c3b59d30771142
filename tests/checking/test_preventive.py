"""preventive-cost-share: what is free, what rightly costs its share, and what is unclear."""

from decimal import Decimal
from typing import Any

import pytest

from plainbill.case import CheckResult
from tests.checking.making import Written, bill, checked, eob, found, kinds, line
from tests.checking.making_prevention import PLAN, PREVENTIVE, charged, verdict


def gaps(result: CheckResult) -> list[str]:
    return [gap.needs for gap in result.not_assessed if PLAN in gap.kinds]


def has_share(result: CheckResult) -> bool:
    return "cost-share" in {finding.kind for finding in result.findings}


def test_the_finding_names_both_lines_the_share_and_what_it_rests_on() -> None:
    result = checked(bill(line(code="99395")), eob(charged("99395", "Z00.00")))

    finding = found(result, PLAN)
    assert finding.lines == ("bill:1", "eob:1")
    assert finding.amount == Decimal("30.00")
    assert (finding.category, finding.acts_first, finding.confidence) == ("payer", "payer", "likely")
    evidence = {(e.document, e.field, e.value) for e in finding.evidence}
    assert ("eob", "diagnosis_codes", "Z00.00") in evidence
    assert ("eob", "adjustments[1].amount", "30.00") in evidence
    assert ("eob", "coverage.network_status", "in") in evidence
    assert [use.entry for use in finding.tables] == ["99395 check-up"]
    assert not has_share(result)


@pytest.mark.parametrize(
    ("code", "diagnoses"),
    [
        ("99395", ["Z00.00"]),
        ("99393", ["Z00.121", "H61.23"]),
        ("99395", ["z 01.411"]),
        ("77067", ["Z12.31"]),
        ("G0121", ["Z12.11"]),
        ("G0105", ["K51.90"]),
        ("80061", ["Z13.220"]),
        ("83036", ["Z13.1"]),
        ("86803", ["Z11.59"]),
        ("88142", ["Z01.419"]),
        ("90686", ["Z23"]),
        ("90471", ["Z23"]),
        ("99406", ["F17.210"]),
        ("96110", ["Z13.42"]),
    ],
)
def test_prevention_with_its_own_diagnosis_is_for_the_plan_to_explain(code: str, diagnoses: list[str]) -> None:
    assert verdict(checked(eob(charged(code, *diagnoses)))) == (PLAN, "likely")


@pytest.mark.parametrize(
    ("line_fields", "amount"),
    [
        ({"codes": "CO-45 70.00, PR-1 30.00"}, "30.00"),
        ({"codes": "CO-45 70.00, PR-2 12.00, PR-3 18.00"}, "30.00"),
        ({"codes": "", "copay": "25.00"}, "25.00"),
        ({"codes": "", "deductible": "20.00", "coinsurance": "4.00"}, "24.00"),
        ({"codes": "", "patient_responsibility": "30.00", "allowed": "110.00"}, "30.00"),
        ({"codes": "", "patient_responsibility": "1.00", "allowed": "81.00"}, "1.00"),
    ],
)
def test_the_amount_is_the_share_that_was_applied(line_fields: dict[str, object], amount: str) -> None:
    paper = eob({**charged("99395", "Z00.00", codes=str(line_fields["codes"])), **_without(line_fields, "codes")})

    assert found(checked(paper), PLAN).amount == Decimal(amount)


def _without(fields: dict[str, object], name: str) -> dict[str, object]:
    return {key: value for key, value in fields.items() if key != name}


@pytest.mark.parametrize(
    "fields",
    [
        {"codes": "CO-45 70.00"},
        {"codes": "CO-45 70.00, PR-3 0.00"},
        {"codes": "", "copay": "0.00"},
        {"codes": "PR-96 180.00", "status": "denied", "plan_paid": "0.00"},
        {"codes": "PR-204 180.00", "not_covered": "180.00", "plan_paid": "0.00"},
        {"codes": "", "patient_responsibility": "180.00", "not_covered": "180.00", "plan_paid": "0.00"},
        {"codes": "CO-45 70.00, PR-45 30.00"},
    ],
)
def test_without_a_share_there_is_nothing_to_explain(fields: dict[str, object]) -> None:
    paper = eob({**charged("99395", "Z00.00", codes=str(fields["codes"])), **_without(fields, "codes")})

    result = checked(paper)

    assert verdict(result) is None
    assert gaps(result) == []


@pytest.mark.parametrize(
    ("coverage", "story", "expected"),
    [
        ({"network_status": "in"}, {}, (PLAN, "likely")),
        ({}, {}, (PLAN, "possible")),
        (None, {}, (PLAN, "possible")),
        ({"network_status": "out"}, {}, None),
        ({"network_status": "in", "grandfathered": True}, {}, None),
        ({"network_status": "in", "grandfathered": False}, {}, (PLAN, "likely")),
        ({"network_status": "in"}, {"chose_out_of_network": True}, None),
        ({"network_status": "in"}, {"chose_out_of_network": False}, (PLAN, "likely")),
    ],
)
def test_only_a_plan_that_has_to_cover_it_in_full(
    coverage: Written | None, story: dict[str, object], expected: tuple[str, str] | None
) -> None:
    result = checked(eob(charged("99395", "Z00.00"), coverage=coverage), **story)

    assert verdict(result) == expected
    assert has_share(result) is (expected is None)


def test_a_card_that_calls_the_plan_grandfathered_holds_for_its_eobs() -> None:
    card = {"id": "card", "kind": "insurance_card", "coverage": {"grandfathered": True}}
    paper = eob(charged("99395", "Z00.00"))

    assert verdict(checked(paper, {**card, "payer": {"name": "Harbor Lantern Health Plan"}})) is None
    assert verdict(checked(paper, {**card, "payer": {"name": "Old Mutual"}})) == (PLAN, "likely")


@pytest.mark.parametrize(
    ("code", "fields", "expected"),
    [
        ("82306", {}, None),
        ("84443", {}, None),
        ("85025", {}, None),
        ("93000", {}, None),
        ("84153", {}, None),
        ("G0103", {}, None),
        ("82306", {"modifiers": ["33"]}, None),
    ],
)
def test_what_is_on_no_list_rightly_costs_its_share_at_a_check_up(
    code: str, fields: dict[str, Any], expected: None
) -> None:
    result = checked(eob(charged(code, "Z00.00", **fields)), **PREVENTIVE)

    assert verdict(result) is expected
    assert gaps(result) == []
    assert has_share(result)


@pytest.mark.parametrize(
    ("born", "code", "is_free"),
    [
        ("1984-05-06", "77067", True),
        ("1984-05-07", "77067", False),
        ("1979-05-06", "G0121", True),
        ("1979-05-07", "G0121", False),
        ("2003-05-06", "88142", True),
        ("2003-05-07", "88142", False),
        ("1958-05-07", "88142", True),
        ("1958-05-06", "88142", False),
    ],
)
def test_the_lists_hold_from_birthday_to_birthday(born: str, code: str, is_free: bool) -> None:
    diagnosis = {"77067": "Z12.31", "G0121": "Z12.11", "88142": "Z12.4"}[code]
    paper = eob(charged(code, diagnosis), patient={"date_of_birth": born})

    result = checked(paper)

    assert verdict(result) == ((PLAN, "likely") if is_free else None)
    assert has_share(result) is not is_free


def test_age_and_sex_are_taken_from_the_story_where_no_paper_has_them() -> None:
    paper = eob(charged("77067", "Z12.31"))

    assert verdict(checked(paper, patient_age=39)) is None
    assert verdict(checked(paper, patient_age=40)) == (PLAN, "likely")
    assert verdict(checked(paper, patient_sex="male")) is None
    assert verdict(checked(paper, patient_sex="Female")) == (PLAN, "likely")
    assert verdict(checked(paper, patient_sex="X")) == (PLAN, "likely")
    assert verdict(checked({**paper, "patient": {"date_of_birth": "1980-01-01"}}, patient_age=39)) == (PLAN, "likely")


@pytest.mark.parametrize(
    ("code", "diagnoses", "is_found"),
    [
        ("G0439", ["I10"], True),
        ("G0439", [], True),
        ("G0103", ["Z12.5"], True),
        ("99397", ["Z00.00"], False),
        ("90750", ["Z23"], False),
        ("90662", ["Z23"], True),
    ],
)
def test_medicare_has_its_own_list(code: str, diagnoses: list[str], is_found: bool) -> None:
    paper = eob(charged(code, *diagnoses), payer={"name": "Medicare Part B"})

    assert verdict(checked(paper)) == ((PLAN, "likely") if is_found else None)


def test_medicare_is_known_by_its_plan_name_too() -> None:
    coverage = {"network_status": "in", "plan_name": "Original Medicare"}

    assert verdict(checked(eob(charged("99397", "Z00.00"), coverage=coverage))) is None


@pytest.mark.parametrize(
    ("paper", "story", "needs"),
    [
        (charged("80061"), PREVENTIVE, ["itemized_bill"]),
        (charged("80061"), {}, []),
        (charged("45378"), PREVENTIVE, ["itemized_bill"]),
        (charged("99213"), PREVENTIVE, ["itemized_bill"]),
        (charged("99213"), {}, []),
        (charged("80061", "Z00.00"), {}, ["eob"]),
        (charged("80061", "Z79.899"), {}, []),
        (charged("80061", "Z13.220", "E78.5"), {}, ["visit_summary"]),
        (charged("99213", "Z00.00"), {}, ["visit_summary"]),
        (charged("99213", "Z00.00", modifiers=["25"]), {}, []),
        (charged("99395", "Z79.899"), {}, ["visit_summary"]),
        (charged("45378", "Z09"), PREVENTIVE, ["visit_summary"]),
        (charged("45378", "Z09"), {}, []),
        (charged("45378", "Z09", modifiers=["33"]), {}, ["visit_summary"]),
        (charged("12001", "Z00.00"), {}, ["eob"]),
        (charged("12001", "S61.411A"), PREVENTIVE, []),
        (charged("12001"), PREVENTIVE, []),
        (charged("12001", "Z00.00", codes="CO-45 100.00"), {}, []),
    ],
)
def test_where_nobody_can_say_yet_a_paper_is_asked_for_and_no_share_called_right(
    paper: Written, story: dict[str, object], needs: list[str]
) -> None:
    result = checked(eob(paper), **story)

    assert verdict(result) is None
    assert gaps(result) == needs
    share_is_left = any(a.get("group") == "PR" for a in paper["adjustments"])
    assert has_share(result) is (share_is_left and not needs)


def test_outside_the_network_nothing_is_asked_for() -> None:
    result = checked(eob(charged("80061", "Z00.00"), coverage={"network_status": "out"}))

    assert gaps(result) == []


@pytest.mark.parametrize(
    ("diagnoses", "expected"),
    [(["Z00.00"], (PLAN, "possible")), ([], (PLAN, "possible")), (["E11.9"], None)],
)
def test_a_marked_service_that_no_table_knows(diagnoses: list[str], expected: tuple[str, str] | None) -> None:
    assert verdict(checked(eob(charged("12001", *diagnoses, modifiers=["33"])))) == expected


@pytest.mark.parametrize(
    ("code", "diagnoses", "expected"),
    [
        ("99213", ["Z00.00"], (PLAN, "likely")),
        ("80061", ["Z00.00"], (PLAN, "likely")),
        ("80061", [], (PLAN, "possible")),
        ("80061", ["E78.5"], None),
    ],
)
def test_a_mark_says_that_a_service_was_preventive(
    code: str, diagnoses: list[str], expected: tuple[str, str] | None
) -> None:
    assert verdict(checked(eob(charged(code, *diagnoses, modifiers=["33"])))) == expected


def test_a_check_up_without_a_printed_diagnosis_is_only_possible() -> None:
    finding = found(checked(eob(charged("99395"))), PLAN)

    assert finding.confidence == "possible"
    assert "do not show which reason" in finding.explanation


@pytest.mark.parametrize(
    ("day", "diagnoses", "expected"),
    [
        ("2025-12-29", ["R92.8"], None),
        ("2025-12-30", ["R92.8"], (PLAN, "possible")),
        ("2026-03-01", ["N63.10"], None),
        ("2026-03-01", [], None),
    ],
)
def test_the_second_look_after_a_screening_is_free_from_the_day_of_the_rule(
    day: str, diagnoses: list[str], expected: tuple[str, str] | None
) -> None:
    assert verdict(checked(eob(charged("77066", *diagnoses, service_date=day)))) == expected


def test_shares_on_one_claim_are_one_finding_with_their_sum() -> None:
    two = eob(charged("90686", "Z23"), {**charged("90471", "Z23"), "id": "2"})

    finding = found(checked(two), PLAN)

    assert (finding.lines, finding.amount) == (("eob:1", "eob:2"), Decimal("60.00"))


def on_claim(*lines: Written) -> Written:
    share = {"group": "PR", "reason": "1", "amount": "45.00"}
    return eob(*lines, adjustments=[share])


def free(number: str, code: str, diagnosis: str) -> Written:
    return {**charged(code, diagnosis, codes="CO-45 70.00"), "id": number}


def test_a_share_on_the_whole_claim_is_in_question_where_all_of_it_is_preventive() -> None:
    result = checked(on_claim(free("1", "90686", "Z23"), free("2", "90471", "Z23")))

    finding = found(result, PLAN)
    assert (finding.lines, finding.amount) == (("eob:1", "eob:2"), Decimal("45.00"))
    assert ("eob", "adjustments[0].amount", "45.00") in {(e.document, e.field, e.value) for e in finding.evidence}
    assert not has_share(result)


def test_a_share_on_a_claim_of_one_line_is_added_to_that_of_the_line() -> None:
    own = {**charged("99395", "Z00.00", codes="CO-45 99.00, PR-3 1.00"), "id": "1"}

    assert found(checked(on_claim(free("1", "99395", "Z00.00"))), PLAN).amount == Decimal("45.00")
    assert found(checked(on_claim(own)), PLAN).amount == Decimal("46.00")


def test_a_share_on_a_claim_that_is_only_partly_preventive_is_asked_for_line_by_line() -> None:
    result = checked(on_claim(free("1", "99395", "Z00.00"), free("2", "82306", "Z00.00")))

    assert verdict(result) is None
    assert gaps(result) == ["eob"]
    assert not has_share(result)


def test_a_share_on_a_line_is_in_question_whatever_else_stands_on_the_claim() -> None:
    own = {**charged("99395", "Z00.00", codes="CO-45 99.00, PR-3 1.00"), "id": "1"}

    result = checked(on_claim(own, free("2", "82306", "Z00.00")))

    assert found(result, PLAN).amount == Decimal("1.00")
    assert gaps(result) == ["eob"]


def test_a_share_on_a_claim_without_prevention_is_right() -> None:
    assert has_share(checked(on_claim(free("1", "99213", "I10"))))


def test_a_share_in_the_columns_of_a_bill_is_one_too() -> None:
    paper = bill(line(code="99395", diagnosis_codes=["Z00.00"], copay="30.00", plan_paid="80.00"))

    assert found(checked(paper), PLAN).lines == ("bill:1",)


def test_a_charge_without_a_decision_is_no_share() -> None:
    assert verdict(checked(bill(line(code="99395", diagnosis_codes=["Z00.00"])))) is None


def test_a_bill_line_with_nothing_but_a_discount_is_not_decided() -> None:
    paper = bill(line(code="99395", diagnosis_codes=["I10"], adjustments=[{"amount": "70.00"}]))

    assert kinds(checked(paper, **PREVENTIVE)) == []
