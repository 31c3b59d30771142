"""Papers of one plan that name the member differently, and all that looks so and is not."""

from typing import Any

import pytest

from plainbill.case import Provider
from plainbill.checking.identity import differing_numbers, differing_people, same_provider
from tests.checking.making import PLAN, Written, bill, checked, eob, found, kinds

MEMBER = {"member_id": "HLH553201", "group_number": "HL-20", "subscriber_name": "Marigold Fennimore"}
PATIENT = {"name": "Marigold Fennimore", "date_of_birth": "1984-03-09"}


def card(**fields: Any) -> Written:
    return {"id": "card", "kind": "insurance_card", "payer": PLAN, "coverage": MEMBER, **fields}


def plan(**coverage: Any) -> Written:
    return eob(patient=PATIENT, coverage={**MEMBER, "network_status": "in", **coverage})


def statement(**fields: Any) -> Written:
    return bill(**{"patient": PATIENT, "coverage": MEMBER, **fields})


def test_papers_that_agree_are_silent() -> None:
    assert kinds(checked(statement(), plan(), card())) == []


@pytest.mark.parametrize(
    ("field", "value", "name"),
    [
        ("member_id", "HLH553210", "member number"),
        ("group_number", "HL-02", "group number"),
        ("subscriber_name", "Marigold Fenimore", "name of the member"),
    ],
)
def test_a_difference_in_what_a_paper_says_of_the_member_is_found(field: str, value: str, name: str) -> None:
    result = checked(statement(coverage={**MEMBER, field: value}), plan(), card())

    finding = found(result, "member-id-mismatch")
    assert name in finding.explanation
    assert finding.documents == ("bill", "card", "eob")
    assert (finding.category, finding.lines) == ("billing", ())
    assert {fact.field for fact in finding.evidence} >= {f"coverage.{field}"}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("member_id", "hlh 553201"),
        ("member_id", "HLH-553201-01"),
        ("member_id", "HLH55320102"),
        ("member_id", "553201"),
        ("member_id", "*****3201"),
        ("group_number", "hl20"),
        ("group_number", "HL-20-001"),
        ("group_number", ""),
        ("subscriber_name", "FENNIMORE, MARIGOLD"),
        ("subscriber_name", "Marigold J. Fennimore"),
        ("subscriber_name", "M Fennimore"),
        ("subscriber_name", "Marigold Fennimore Jr"),
    ],
)
def test_another_way_to_write_it_is_no_difference(field: str, value: str) -> None:
    assert kinds(checked(statement(coverage={**MEMBER, field: value}), plan(), card())) == []


def test_a_birth_date_that_differs_for_one_name_is_found() -> None:
    result = checked(statement(patient={**PATIENT, "date_of_birth": "1984-09-03"}), plan())

    assert "birth date" in found(result, "member-id-mismatch").explanation


def test_a_misspelled_patient_of_one_birth_date_is_found() -> None:
    result = checked(statement(patient={**PATIENT, "name": "Marygold Fennimore"}), plan())

    assert "name of the patient" in found(result, "member-id-mismatch").explanation


def test_a_card_in_the_name_of_the_parent_is_right() -> None:
    parent = card(patient={"name": "Aster Fennimore"}, coverage={**MEMBER, "subscriber_name": "Aster Fennimore"})
    child = {**MEMBER, "subscriber_name": "Aster Fennimore"}

    assert kinds(checked(statement(coverage=child), plan(subscriber_name="Aster Fennimore"), parent)) == []


def test_the_number_on_the_card_of_a_parent_holds_for_the_child() -> None:
    parent = card(patient={"name": "Aster Fennimore", "date_of_birth": "1984-03-09"})
    child = {"name": "Basil Fennimore", "date_of_birth": "2015-02-02"}

    result = checked(statement(patient=child, coverage={**MEMBER, "member_id": "HLH553210"}), parent)

    assert "member number" in found(result, "member-id-mismatch").explanation


def test_two_plans_have_two_numbers() -> None:
    other = card(payer={"name": "Second Shore Mutual"}, coverage={**MEMBER, "member_id": "SSM000001"})

    assert "member-id-mismatch" not in kinds(checked(statement(), plan(), other))


def test_a_first_and_a_second_plan_of_one_company_have_two_numbers() -> None:
    first, second = plan(rank="primary"), {**plan(rank="secondary", member_id="HLH900900"), "id": "second"}

    assert "member-id-mismatch" not in kinds(checked(first, second))


def test_one_of_two_cards_is_enough() -> None:
    other = {**card(coverage={**MEMBER, "member_id": "HLH777777"}), "id": "other"}

    assert kinds(checked(statement(), plan(), card(), other)) == []
    assert kinds(checked(statement(coverage={**MEMBER, "member_id": "HLH111111"}), card(), other)) == [
        "member-id-mismatch"
    ]


def test_two_members_of_a_family_have_two_numbers() -> None:
    child = {"name": "Basil Fennimore", "date_of_birth": "2015-02-02"}
    other = eob(id="other", patient=child, coverage={**MEMBER, "member_id": "HLH559999", "network_status": "in"})

    assert "member-id-mismatch" not in kinds(checked(plan(), other))


def test_a_paper_that_names_no_plan_goes_with_the_only_one() -> None:
    unnamed = statement(payer=None, coverage={**MEMBER, "member_id": "HLH553210"})

    assert "member-id-mismatch" in kinds(checked(unnamed, plan()))


def test_a_paper_that_leaves_it_out_contradicts_nothing() -> None:
    assert kinds(checked(statement(coverage=None, patient=None), plan(), card())) == []


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("A123456", "A123456", False),
        ("A123456", "A123465", True),
        ("A123456", "A12345601", False),
        ("A123456", "A123456001", False),
        ("A123456", "A1234560001", True),
        ("XYZA123456", "A123456", False),
        ("000123456", "123456", False),
        ("12", "123", True),
        ("XXXX3456", "A123456", False),
        ("XXXX3457", "A123456", True),
        (None, "A123456", False),
        ("", "A123456", False),
        ("-", "A123456", False),
    ],
)
def test_when_two_numbers_contradict_each_other(one: str | None, other: str, differ: bool) -> None:
    assert differing_numbers(one, other) is differ
    assert differing_numbers(other, one) is differ


@pytest.mark.parametrize(
    ("one", "other", "differ", "misspelled"),
    [
        ("Ode Stanzer", "Stanzer Ode", False, False),
        ("Ode Stanzer", "O. Stanzer", False, False),
        ("Ode Stanzer", "Ode Marie Stanzer", False, False),
        ("Ode Stanzer", "Ode Stanser", True, True),
        ("Ode Stanzer", "Oda Stanser", True, True),
        ("Ode Stanzer", "Oda Stansar", True, False),
        ("Ode Stanzer", "Fable Stanzer", True, False),
        (None, "Ode Stanzer", False, False),
    ],
)
def test_when_two_names_are_not_one_persons(one: str | None, other: str, differ: bool, misspelled: bool) -> None:
    assert differing_people(one, other) is differ
    assert differing_people(one, other, misspelled_only=True) is misspelled


def test_an_initial_in_the_place_of_a_first_name_contradicts_nothing() -> None:
    assert not differing_people("J Stanzer", "Ode Stanzer")
    assert not differing_people("Ode Stanzer", "J Stanzer")


def test_a_sign_for_and_stands_for_the_word() -> None:
    assert same_provider(Provider(name="Hart&Lung Clinic"), Provider(name="Hart and Lung Clinic"))


def test_a_card_stands_beside_a_bill_that_says_the_same() -> None:
    result = checked(statement(provider=None), plan(member_id="HLH553210"), card(patient=PATIENT))

    assert found(result, "member-id-mismatch").documents == ("bill", "card", "eob")


def test_notices_that_name_nobody_are_about_as_many_members_as_they_have_numbers() -> None:
    nobody = {"patient": {"account_number": "HWC-40917"}}
    one = {**eob(**nobody, coverage={"member_id": "MHN 330 8127 44"}), "id": "one"}
    other = {**eob(**nobody, coverage={"member_id": "MHN 119 0046 02"}), "id": "other", "claim_number": "C-0412"}

    assert "member-id-mismatch" not in kinds(checked(one, other))
    named = {"patient": PATIENT}
    assert "member-id-mismatch" in kinds(checked({**one, **named}, {**other, **named}))
