"""Acts of care: which lines are one service, what the plan saw, and what counts as refused."""

from typing import Any

import pytest

from plainbill.checking.drafts import Phrase
from plainbill.checking.matching.acts import Act
from plainbill.checking.papers import lay_out
from plainbill.checking.situation import see
from tests.checking.making import Written, bill, case_of, decided, eob, line


def acts(*papers: Written) -> tuple[Act, ...]:
    return see(lay_out(case_of(*papers), {}, ())).acts


def refs(found: tuple[Act, ...]) -> list[tuple[str, ...]]:
    return [tuple(at.ref for at in act.lines) for act in found]


def test_a_bill_line_and_its_eob_line_are_one_act_the_bill_first() -> None:
    (act,) = acts(bill(), eob())

    assert [at.ref for at in act.lines] == ["bill:1", "eob:1"]
    assert act.document_ids == ("bill", "eob")
    assert act.claim.ref == "eob:1"
    assert act.claim_paper.id == "eob"


def test_what_only_one_paper_lists_is_an_act_of_its_own() -> None:
    found = acts(bill(line(), line("2", code="85025", charge="9.00")), eob(decided(), decided("3", code="71046")))

    assert refs(found) == [("bill:1", "eob:1"), ("eob:3",), ("bill:2",)]


def test_a_bill_line_whose_decision_was_taken_back_stands_alone() -> None:
    found = acts(bill(), eob(claim_frequency="reversal"))

    assert refs(found) == [("bill:1",)]
    assert found[0].decision is None


def test_columns_of_the_plan_on_a_bill_are_a_decision() -> None:
    with_columns, with_cuts, plain = acts(
        bill(line("1", allowed="110.00"), line("2", adjustments=[{"amount": "70.00"}]), line("3"))
    )

    assert with_columns.decision is not None and with_columns.decision.at.ref == "bill:1"
    assert with_cuts.decision is not None
    assert plain.decision is None


@pytest.mark.parametrize("part", ["plan_paid", "deductible", "copay", "coinsurance"])
def test_each_column_of_the_plan_is_enough(part: str) -> None:
    (act,) = acts(bill(line(**{part: "0.00"})))

    assert act.decision is not None


def test_code_day_and_diagnoses_come_from_the_plan_else_from_the_bill() -> None:
    paper = bill(line(code="99214", diagnosis_codes=["I10"]), diagnosis_codes=["E11.9"])

    (seen,) = acts(paper, eob(decided(code="99213", diagnosis_codes=["m 54.5"])))
    (unseen,) = acts(paper, eob(decided(code=None)))
    (at_head,) = acts(bill(), eob(decided(), diagnosis_codes=["J20.9"]))

    assert (seen.code, seen.diagnoses, seen.written_diagnoses) == ("99213", ("M545",), ("m 54.5",))
    assert (unseen.code, unseen.diagnoses, str(unseen.day)) == ("99214", ("I10",), "2024-05-06")
    assert at_head.diagnoses == ("J209",)
    assert [(fact.field, fact.value) for fact in at_head.diagnosis_facts()] == [("diagnosis_codes[0]", "J20.9")]


def test_modifiers_of_any_paper_count() -> None:
    (act,) = acts(bill(line(modifiers=["rt"])), eob(decided(modifiers=["25"])))

    assert act.modifiers == {"RT", "25"}


@pytest.mark.parametrize(
    ("fields", "called"),
    [
        ({}, "99213 (Office visit)"),
        ({"description": "Visit,  office,\nlevel 3"}, "99213 (Visit office level 3)"),
        ({"description": None}, "99213"),
        ({"code": None}, "Office visit"),
        ({"code": None, "description": None}, Phrase("this charge")),
        ({"description": "x" * 80}, f"99213 ({'x' * 60})"),
    ],
)
def test_what_an_act_is_called(fields: dict[str, Any], called: str) -> None:
    (act,) = acts(bill(line(**fields)))

    assert act.called == called


@pytest.mark.parametrize(
    ("codes", "fields", "is_refused"),
    [
        ("CO-45 70.00, PR-3 30.00", {}, False),
        ("CO-96 180.00", {"plan_paid": "0.00"}, True),
        ("CO-96 0.00", {"plan_paid": "0.00"}, False),
        ("CO-45 180.00", {"plan_paid": "0.00"}, False),
        ("OA-23 180.00", {"plan_paid": "0.00"}, False),
        ("CO-96 100.00", {"plan_paid": "80.00"}, False),
        ("CO-96 100.00", {"plan_paid": "0.00", "allowed": "80.00"}, False),
        ("PR-1 180.00", {"plan_paid": "0.00"}, False),
        ("PR-1 20.00, CO-96 160.00", {"plan_paid": "0.00"}, False),
        ("", {"plan_paid": "0.00", "deductible": "180.00"}, False),
        ("", {"plan_paid": "0.00", "not_covered": "180.00"}, True),
        ("", {"plan_paid": "0.00", "not_covered": "0.00"}, False),
        ("", {"plan_paid": "0.00"}, False),
        ("OA-18 180.00", {"plan_paid": "0.00"}, True),
        ("OA-133 180.00", {"plan_paid": "0.00"}, False),
        ("CO-45 70.00, PR-3 30.00", {"status": "denied"}, True),
    ],
)
def test_what_counts_as_refused(codes: str, fields: dict[str, str], is_refused: bool) -> None:
    (act,) = acts(eob({**decided(codes=codes), **fields}))

    assert act.is_refused is is_refused


def test_what_nobody_decided_on_is_not_refused() -> None:
    (act,) = acts(bill())

    assert not act.is_refused


def test_diagnoses_that_only_the_bill_prints_are_shown_from_the_bill() -> None:
    (act,) = acts(bill(line(diagnosis_codes=["I10"])), eob())

    assert [(fact.document, fact.line, fact.value) for fact in act.diagnosis_facts()] == [("bill", "1", "I10")]
