"""Approvals: missing on the claim, for another service, or never given."""

from typing import Any

import pytest

from tests.checking.making import PLAN, PROVIDER, Written, bill, checked, decided, eob, found, kinds, line


def scan(codes: str = "CO-197 180.00", **fields: Any) -> Written:
    """An EOB line that was refused for want of an approval."""
    denial: Written = {"code": "73221", "not_covered": "180.00", "status": "denied", **fields}
    return decided(codes=codes, paid="0.00", **denial)


def letter(**fields: Any) -> Written:
    return {"id": "letter", "kind": "letter", "payer": PLAN, "authorization_number": "OK-55", **fields}


@pytest.mark.parametrize(
    ("obtained", "kind", "category"),
    [
        (True, "authorization-missing", "billing"),
        (False, "authorization-required", "payer"),
        (None, "authorization-required", "payer"),
    ],
)
def test_the_story_decides_where_no_paper_does(obtained: bool | None, kind: str, category: str) -> None:
    result = checked(eob(scan()), authorization_obtained=obtained)

    assert kinds(result) == [kind]
    assert found(result, kind).category == category


def test_where_nobody_knows_the_question_settles_it_both_ways() -> None:
    finding = found(checked(eob(scan())), "authorization-required")

    answers = {answer.answer: answer.sets for answer in finding.settles[0].answers}
    assert answers == {
        "No.": {"story.authorization_obtained": False},
        "Yes.": {"story.authorization_obtained": True},
    }
    for answer, kind in ((False, "authorization-required"), (True, "authorization-missing")):
        assert kinds(checked(eob(scan()), authorization_obtained=answer)) == [kind]


@pytest.mark.parametrize(
    "plan",
    [
        eob(scan(authorization_number="OK-55")),
        eob(scan(), authorization_number="OK-55"),
    ],
)
def test_a_number_on_the_plans_own_paper_counts(plan: Written) -> None:
    assert kinds(checked(plan)) == ["authorization-missing"]


@pytest.mark.parametrize(
    ("paper", "kind"),
    [
        (letter(), "authorization-missing"),
        (letter(text="Approved: 73221."), "authorization-missing"),
        (letter(lines=[{"id": "1", "code": "73221"}]), "authorization-missing"),
        (letter(lines=[{"id": "1", "code": "73222"}]), "authorization-differs"),
        (letter(text="Approved: 73222."), "authorization-differs"),
        (letter(text="Your request OK-55 was not approved."), "authorization-required"),
        (letter(patient={"name": "Basil Fennimore"}), "authorization-required"),
        ({**letter(), "authorization_number": None}, "authorization-required"),
    ],
    ids=["bare", "in words", "same code", "other code", "other code in words", "refused", "other person", "no number"],
)
def test_a_letter_approves_what_it_names_for_whom_it_names(paper: Written, kind: str) -> None:
    plan = eob(scan(), patient={"name": "Marigold Quill"})

    assert kinds(checked(plan, paper)) == [kind]


def test_a_letter_is_in_the_evidence_and_among_the_papers() -> None:
    finding = found(checked(eob(scan()), letter()), "authorization-missing")

    assert finding.documents == ("eob", "letter")
    assert ("letter", "authorization_number", "OK-55") in {(f.document, f.field, f.value) for f in finding.evidence}


@pytest.mark.parametrize(("provider", "kind"), [(PROVIDER, "missing"), ({"name": "Elsewhere Imaging"}, "required")])
def test_a_bill_with_a_number_counts_for_its_own_provider(provider: Any, kind: str) -> None:
    paper = bill(line(code="73221"), provider=provider, authorization_number="OK-55", totals={"balance_due": "180.00"})

    assert f"authorization-{kind}" in kinds(checked(eob(scan()), paper))


@pytest.mark.parametrize("code", ["197", "198", "210", "296"])
def test_every_code_for_a_missing_approval_is_moved_by_one_that_exists(code: str) -> None:
    assert kinds(checked(eob(scan(f"CO-{code} 180.00")), letter())) == ["authorization-missing"]


def test_an_approval_that_was_refused_before_is_not_helped_by_a_number() -> None:
    assert kinds(checked(eob(scan("CO-39 180.00")), letter())) == ["authorization-required"]


def test_an_approval_for_something_else_is_named_by_its_code() -> None:
    result = checked(eob(scan("CO-284 180.00")), letter(lines=[{"id": "1", "code": "73222"}]))

    finding = found(result, "authorization-differs")
    assert finding.category == "coding"
    assert "letter" in finding.documents


def test_a_sheet_that_names_no_provider_may_approve_for_any() -> None:
    assert kinds(checked(eob(scan()), letter(kind="other"))) == ["authorization-missing"]
