"""Bills that name another plan than the card."""

from typing import Any

import pytest

from tests.checking.making import Written, bill, checked, eob, found, kinds

FULL = {"charges": "180.00", "balance_due": "180.00"}


def card(name: str = "Second Shore Mutual", **fields: Any) -> Written:
    return {"id": "card", "kind": "insurance_card", "payer": {"name": name}, **fields}


def test_a_bill_to_another_plan_than_the_card_is_found() -> None:
    finding = found(checked(bill(totals=FULL), card()), "wrong-payer")

    assert (finding.category, finding.confidence, finding.documents) == ("billing", "possible", ("bill", "card"))
    assert "Second Shore Mutual" in finding.ask


@pytest.mark.parametrize(
    ("paper", "other", "story"),
    [
        (bill(totals=FULL), card("Harbor Lantern"), {}),
        (bill(totals=FULL), card("Lantern of New Harbor"), {}),
        (bill(totals=FULL), card(coverage={"plan_name": "Harbor Gold"}), {}),
        (bill(totals=FULL, payer=None), card(), {}),
        (bill(totals=FULL, payer={"name": "Self-Pay"}), card(), {}),
        (bill(totals={**FULL, "insurance_paid": "10.00", "balance_due": "170.00"}), card(), {}),
        (bill(totals=FULL, payments=[{"kind": "insurance_payment", "amount": "0.00"}]), card(), {}),
        (bill(totals=FULL), card(), {"insured": False}),
        (bill(totals=FULL, patient={"name": "Basil Quill"}), card(patient={"name": "Aster Fennimore"}), {}),
        (bill(totals=FULL), card(payer=None), {}),
    ],
)
def test_where_the_plan_may_be_the_same_or_took_part_it_is_silent(
    paper: Written, other: Written, story: Written
) -> None:
    assert "wrong-payer" not in kinds(checked(paper, other, **story))


def test_a_plan_that_decided_is_one_the_patient_has() -> None:
    assert "wrong-payer" not in kinds(checked(bill(totals=FULL), eob(), card()))
    assert "wrong-payer" not in kinds(checked(bill(totals=FULL), eob(provider={"name": "Elsewhere"}), card()))


def test_the_same_member_number_is_the_same_plan() -> None:
    member = {"member_id": "HLH553201"}

    assert "wrong-payer" not in kinds(checked(bill(totals=FULL, coverage=member), card(coverage=member)))


@pytest.mark.parametrize(
    ("paper", "other"),
    [
        (bill(totals=FULL, payer={"name": "The Health Plan"}), card("The Health Plan")),
        (bill(totals=FULL, coverage={"member_id": "W 1234 56789"}), card(coverage={"member_id": "W123456789"})),
    ],
)
def test_common_words_alone_and_a_number_written_apart_tell_no_plans_apart(paper: Written, other: Written) -> None:
    assert kinds(checked(paper, other)) == []


@pytest.mark.parametrize("word", ["Health", "Insurance", "Plan", "Care", "Medical", "of", "and", "Group"])
def test_a_word_that_many_plans_have_in_their_names_makes_no_two_of_them_one(word: str) -> None:
    paper = bill(totals=FULL, payer={"name": f"Harbor {word} Lantern"})

    assert kinds(checked(paper, card(f"Second {word} Shore"))) == ["wrong-payer"]
