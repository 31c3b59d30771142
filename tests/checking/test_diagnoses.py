"""diagnosis-mismatch: prevention sent with an illness, the diagnostic form of a screening, another illness."""

from decimal import Decimal

import pytest

from tests.checking.making import Written, bill, checked, decided, eob, found, line, record
from tests.checking.making_prevention import MISMATCH as KIND
from tests.checking.making_prevention import NO_SHARE, PREVENTIVE, SHARE, verdict
from tests.checking.making_prevention import charged as sent


def visit(*diagnoses: str, reason: str | None = None, **fields: object) -> Written:
    return record(diagnosis_codes=list(diagnoses), visit={"reason": reason} if reason else None, **fields)


LIKELY, POSSIBLE = (KIND, "likely"), (KIND, "possible")


def test_the_finding_names_both_lines_both_reasons_and_the_share() -> None:
    result = checked(
        bill(line(code="G0121")), eob(sent("G0121", "K62.5")), visit("Z12.11", reason="preventive"), **PREVENTIVE
    )

    finding = found(result, KIND)
    assert (finding.lines, finding.documents) == (("bill:1", "eob:1"), ("bill", "eob", "record"))
    assert finding.amount == Decimal("30.00")
    assert (finding.category, finding.acts_first, finding.confidence) == ("coding", "clinician_or_coder", "likely")
    assert "K62.5" in finding.explanation and "Z12.11" in finding.explanation
    evidence = {(e.document, e.field, e.value) for e in finding.evidence}
    assert ("record", "diagnosis_codes[0]", "Z12.11") in evidence
    assert ("record", "visit.reason", "preventive") in evidence
    assert ("story", "visit_reason", "preventive") in evidence
    assert [use.entry for use in finding.tables] == ["G0121 bowel cancer screening"]
    assert {f.kind for f in result.findings} == {KIND, "contractual-adjustment"}


@pytest.mark.parametrize(
    ("paper", "visits", "story", "expected"),
    [
        (sent("99393", "J45.909"), [], {}, POSSIBLE),
        (sent("99393", "J45.909"), [], PREVENTIVE, LIKELY),
        (sent("99393", "J45.909"), [visit(reason="preventive")], {}, LIKELY),
        (sent("99393", "J45.909"), [visit("Z00.129")], {}, LIKELY),
        (sent("99393", "J45.909", codes=NO_SHARE), [visit("Z00.129")], {}, LIKELY),
        (sent("99393", "J45.909", codes=NO_SHARE), [], PREVENTIVE, None),
        (sent("99393", "J45.909"), [], {"visit_reason": "new_problem"}, None),
        (sent("99393", "J45.909"), [visit(reason="follow_up")], PREVENTIVE, None),
        (sent("99393", "J45.909"), [visit("J45.20")], {}, None),
        (sent("99393", "J45.909"), [visit("J45.20", reason="preventive")], {}, LIKELY),
        (sent("77067", "N63.10"), [], {}, POSSIBLE),
        (sent("90686", "J45.909"), [], {}, POSSIBLE),
        (sent("90715", "S61.411A"), [], {}, None),
        (sent("99406", "F17.210", codes=NO_SHARE), [], PREVENTIVE, None),
        (sent("71271", "F17.210", codes=NO_SHARE), [], PREVENTIVE, None),
        (sent("G0105", "K51.90", codes=NO_SHARE), [], PREVENTIVE, None),
    ],
)
def test_a_code_for_prevention_with_nothing_but_an_illness(
    paper: Written, visits: list[Written], story: dict[str, object], expected: tuple[str, str] | None
) -> None:
    assert verdict(checked(eob(paper), *visits, **story)) == expected


def test_where_the_record_has_the_illness_the_reason_for_the_visit_is_asked_for() -> None:
    result = checked(eob(sent("G0121", "K62.5")), visit("K62.5", reason="procedure"))

    assert verdict(result) is None
    assert [gap.needs for gap in result.not_assessed if KIND in gap.kinds] == ["visit_summary"]


@pytest.mark.parametrize(
    ("coverage", "visits", "expected"),
    [
        ({"network_status": "out"}, [], None),
        ({"grandfathered": True}, [], None),
        ({"network_status": "out"}, [visit("Z00.129")], LIKELY),
    ],
)
def test_outside_the_duty_of_the_plan_only_a_record_that_contradicts_counts(
    coverage: Written, visits: list[Written], expected: tuple[str, str] | None
) -> None:
    assert verdict(checked(eob(sent("99393", "J45.909"), coverage=coverage), *visits, **PREVENTIVE)) == expected


@pytest.mark.parametrize(
    ("diagnoses", "visits", "kind"),
    [
        (["Z00.00", "E11.9"], [visit("Z00.00")], KIND),
        (["Z00.00", "E11.9"], [visit("Z00.00", "E11.65")], "preventive-cost-share"),
        (["Z00.00", "E11.9"], [visit("Z00.00", "I10")], KIND),
        (["Z00.00", "E11.9"], [visit(reason="preventive")], "preventive-cost-share"),
        (["Z00.00", "E11.9"], [], "preventive-cost-share"),
        (["Z00.00", "Z79.4"], [visit("Z00.00")], "preventive-cost-share"),
        (["E11.9", "Z00.00"], [], KIND),
        (["E11.9", "Z00.00"], [visit("Z00.00", "E11.9")], KIND),
    ],
)
def test_an_illness_that_had_no_part_in_a_check_up(diagnoses: list[str], visits: list[Written], kind: str) -> None:
    assert (verdict(checked(eob(sent("99395", *diagnoses)), *visits)) or ("",))[0] == kind


def test_an_illness_added_is_no_fault_where_nothing_was_charged() -> None:
    assert verdict(checked(eob(sent("99395", "Z00.00", "E11.9", codes=NO_SHARE)), visit("Z00.00"))) is None


def test_the_order_at_the_head_of_a_paper_points_to_no_line() -> None:
    paper = eob(decided(code="99395", codes=SHARE), diagnosis_codes=["E11.9", "Z00.00"])

    assert verdict(checked(paper)) == ("preventive-cost-share", "likely")


def test_a_line_of_a_bill_points_where_the_eob_prints_no_diagnosis() -> None:
    paper = bill(line(code="99395", diagnosis_codes=["E11.9", "Z00.00"]))

    assert verdict(checked(paper, eob(decided(code="99395", codes=SHARE)))) == POSSIBLE


def test_what_the_plan_saw_counts_where_the_bill_says_something_else() -> None:
    paper = bill(line(code="99395", diagnosis_codes=["Z00.00"]))

    assert verdict(checked(paper, eob(sent("99395", "E11.9")), **PREVENTIVE)) == LIKELY


@pytest.mark.parametrize(
    ("paper", "visits", "story", "expected"),
    [
        (sent("45378", "K62.5"), [visit("Z12.11")], {}, LIKELY),
        (sent("45378", "K62.5", codes=NO_SHARE), [visit("Z12.11")], {}, LIKELY),
        (sent("45385", "D12.5"), [visit("Z12.11", "D12.5")], {}, LIKELY),
        (sent("45378", "K62.5"), [visit(reason="preventive")], {}, LIKELY),
        (sent("45378", "K62.5"), [visit("K62.5", reason="preventive")], {}, None),
        (sent("45378", "K62.5"), [], PREVENTIVE, POSSIBLE),
        (sent("45378", "K62.5", codes=NO_SHARE), [], PREVENTIVE, None),
        (sent("45378", "K62.5"), [visit("K62.1")], PREVENTIVE, None),
        (sent("45378", "K62.5"), [visit(reason="procedure")], PREVENTIVE, POSSIBLE),
        (sent("45378", "K62.5"), [visit(reason="new_problem")], PREVENTIVE, None),
        (sent("45378", "K62.5"), [], {}, None),
        (sent("88305", "D12.5"), [], PREVENTIVE, None),
        (sent("88305", "D12.5"), [visit("Z12.11")], {}, LIKELY),
    ],
)
def test_a_scope_sent_with_a_sign_of_illness_though_it_was_a_screening(
    paper: Written, visits: list[Written], story: dict[str, object], expected: tuple[str, str] | None
) -> None:
    assert verdict(checked(eob(paper), *visits, **story)) == expected


@pytest.mark.parametrize(
    ("paper", "visits", "story", "expected"),
    [
        (sent("77066", "N63.10"), [visit("Z12.31")], {}, LIKELY),
        (sent("77066", "Z12.31"), [visit("Z12.31")], {}, LIKELY),
        (sent("77066"), [visit("Z12.31")], {}, LIKELY),
        (sent("77066", "N63.10"), [visit("Z12.31", "N63.20")], {}, None),
        (sent("77066", "N63.10"), [], PREVENTIVE, POSSIBLE),
        (sent("77066", "N63.10", codes=NO_SHARE), [], PREVENTIVE, None),
        (sent("77066", "R92.8"), [], PREVENTIVE, None),
        (sent("77066", "C50.911"), [], PREVENTIVE, None),
        (sent("77066"), [], PREVENTIVE, None),
        (sent("77066", "N63.10"), [], {}, None),
        (sent("77066", "N63.10"), [visit("N63.20", reason="preventive")], PREVENTIVE, None),
    ],
)
def test_a_mammogram_under_the_code_for_a_problem(
    paper: Written, visits: list[Written], story: dict[str, object], expected: tuple[str, str] | None
) -> None:
    assert verdict(checked(eob(paper), *visits, **story)) == expected


def test_a_diagnostic_mammogram_after_a_screening_is_the_second_look() -> None:
    screening = sent("77067", "Z12.31", codes=NO_SHARE, service_date="2024-05-06")
    second = sent("77066", "N63.10", id="2", service_date="2024-05-20")

    assert verdict(checked(eob(screening, second), visit("Z12.31", service_from="2024-05-20"))) is None


def test_a_screening_of_somebody_else_makes_no_second_look() -> None:
    screening = eob(
        sent("77067", "Z12.31", codes=NO_SHARE), id="other", patient={"name": "Hazel Oakley"}, claim_number="C-2"
    )
    mine = eob(sent("77066", "N63.10"), patient={"name": "Marigold Fennimore"})

    assert verdict(checked(mine, screening, visit("Z12.31", patient={"name": "Marigold Fennimore"}))) == LIKELY


@pytest.mark.parametrize(
    ("paper", "visits", "story", "expected"),
    [
        (sent("99213", "I10"), [], PREVENTIVE, POSSIBLE),
        (sent("99213", "I10"), [], {}, None),
        (sent("99213", "I10", codes=NO_SHARE), [], PREVENTIVE, None),
        (sent("99213", "I10", modifiers=["25"]), [], PREVENTIVE, None),
        (sent("99213", "I10"), [visit("Z00.00")], {}, LIKELY),
        (sent("99213", "I10", codes=NO_SHARE), [visit("Z00.00")], {}, LIKELY),
        (sent("99213", "I10"), [visit("Z00.00", "I10")], {}, None),
        (sent("99213", "I10"), [visit("I10", reason="preventive")], PREVENTIVE, None),
        (sent("99213", "I10"), [visit(reason="new_problem")], PREVENTIVE, None),
        (sent("99203", "I10"), [], PREVENTIVE, POSSIBLE),
        (sent("99283", "I10"), [], PREVENTIVE, None),
    ],
)
def test_a_check_up_sent_as_a_visit_for_an_illness(
    paper: Written, visits: list[Written], story: dict[str, object], expected: tuple[str, str] | None
) -> None:
    assert verdict(checked(eob(paper), *visits, **story)) == expected


@pytest.mark.parametrize(
    ("check_up", "day", "provider", "expected"),
    [
        ("99395", "2024-05-06", "Willow Brook Clinic", None),
        ("G0439", "2024-05-06", "Willow Brook Clinic", None),
        ("99395", "2024-05-06", "Fernhill Clinic", POSSIBLE),
        ("85025", "2024-05-06", "Willow Brook Clinic", POSSIBLE),
    ],
)
def test_a_visit_beside_a_check_up_of_that_day_has_its_own_reason(
    check_up: str, day: str, provider: str, expected: tuple[str, str] | None
) -> None:
    other = sent(check_up, "Z00.00", codes=NO_SHARE, service_date=day)
    payer = {"name": "Medicare"} if check_up == "G0439" else {"name": "Harbor Lantern Health Plan"}
    second = eob(other, id="other", claim_number="C-2", provider={"name": provider}, payer=payer)

    assert verdict(checked(eob(sent("99213", "I10")), second, **PREVENTIVE)) == expected


@pytest.mark.parametrize(
    ("paper", "visits", "expected"),
    [
        (sent("80061", "E78.5"), [visit("Z00.00", "Z13.220")], LIKELY),
        (sent("80061", "E78.5"), [visit("Z13.220", "E78.00")], None),
        (sent("80061", "E78.5"), [visit("Z00.00")], None),
        (sent("80061", "E78.5"), [], None),
        (sent("80061", "Z13.220", "E78.5"), [visit("Z13.220")], LIKELY),
        (sent("80061", "Z13.220", "E78.5", codes=NO_SHARE), [visit("Z13.220")], None),
        (sent("82306", "E55.9"), [visit("Z00.00")], None),
    ],
)
def test_a_test_that_serves_both_ways(paper: Written, visits: list[Written], expected: tuple[str, str] | None) -> None:
    assert verdict(checked(eob(paper), *visits, **PREVENTIVE)) == expected


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        (["F41.9"], ["J45.909"], LIKELY),
        (["J20.9"], ["J45.909"], POSSIBLE),
        (["J45.909"], ["J45.20"], None),
        (["E11.22", "N18.30"], ["E11.9"], None),
        (["M75.01"], ["M75.02"], None),
        (["S61.411A", "W26.0XXA"], ["S61.412A"], None),
        (["W26.0XXA"], ["S61.412A"], None),
        (["R07.9"], ["I20.9"], None),
        (["I20.9"], ["R07.9"], None),
        (["Z09"], ["J45.909"], None),
        (["J45.909"], ["Z79.4"], None),
        (["J45.909"], [], None),
        ([], ["J45.909"], None),
        (["f 41.9"], ["J45.909"], LIKELY),
    ],
)
def test_none_of_the_illnesses_on_the_claim_is_in_the_record(
    ours: list[str], theirs: list[str], expected: tuple[str, str] | None
) -> None:
    assert verdict(checked(eob(sent("29125", *ours)), visit(*theirs))) == expected


@pytest.mark.parametrize(
    ("second", "expected"), [("J45.909", None), ("R07.9", None), ("Z79.4", LIKELY), ("F41.9", LIKELY)]
)
def test_all_that_was_sent_for_the_visit_is_held_against_the_record(
    second: str, expected: tuple[str, str] | None
) -> None:
    two = eob(sent("29125", "S93.401A"), sent("12001", second, id="2"))

    assert verdict(checked(two, visit("J45.909"))) == expected


def test_each_day_of_a_claim_is_a_visit_of_its_own() -> None:
    two = eob(sent("29125", "F41.9"), sent("12001", "J45.909", id="2", service_date="2024-05-20"))

    assert found(checked(two, visit("J45.909")), KIND).lines == ("eob:1",)


def test_a_record_of_another_visit_contradicts_nothing() -> None:
    other_day = visit("J45.909", service_from="2024-05-07")
    other_provider = visit("J45.909", id="other", provider={"name": "Fernhill Clinic"})

    assert verdict(checked(eob(sent("29125", "F41.9")), other_day, other_provider)) is None


def test_diagnoses_on_the_lines_of_a_record_count() -> None:
    listed = record({"id": "1", "code": "29125", "diagnosis_codes": ["J45.909"]})

    finding = found(checked(eob(sent("29125", "F41.9")), listed), KIND)

    assert finding.confidence == "likely"
    assert ("record", "1", "diagnosis_codes", "J45.909") in {
        (e.document, e.line, e.field, e.value) for e in finding.evidence
    }


def test_several_lines_with_another_illness_are_one_finding() -> None:
    two = eob(sent("29125", "F41.9"), sent("73030", "F41.9", id="2"))

    finding = found(checked(two, visit("J45.909")), KIND)

    assert (finding.lines, finding.documents) == (("eob:1", "eob:2"), ("eob", "record"))
    assert finding.amount is None
    assert "F41.9" in finding.explanation and "J45.909" in finding.explanation


def test_a_charge_that_the_plan_refused_is_judged_by_its_reason() -> None:
    refused = sent("G0121", "K62.5", codes="CO-11 180.00", plan_paid="0.00", status="denied")

    assert verdict(checked(eob(refused), visit("Z12.11", reason="preventive"))) is None
    assert verdict(checked(eob({**refused, "code": "29125"}), visit("J45.909"))) is None


def test_a_refused_visit_of_another_day_is_a_visit_too() -> None:
    visit = decided(code="99213", diagnosis_codes=["J06.9"], codes="PR-3 30.00", paid="150.00")
    other = decided("2", code="99213", service_date="2024-05-20", codes="CO-50 180.00", paid="0.00")

    result = checked(eob(visit, other), visit_reason="preventive")

    assert KIND not in {finding.kind for finding in result.findings}


def test_a_record_without_a_diagnosis_is_said_to_name_none() -> None:
    result = checked(eob(sent("99393", "J45.909")), visit(reason="preventive"))

    assert "to prevent illness: none." in found(result, KIND).explanation
