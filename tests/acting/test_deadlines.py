"""Days that count: computed from a printed date by a rule of the table, and only there."""

import datetime

import pytest

from plainbill.acting import Deadline
from plainbill.acting.deadlines import in_order
from tests.acting.making import TODAY, typed
from tests.checking.making import Written, bill, decided, eob

DENIED = decided("1", "PR-50 180.00", "0.00", status="denied")
DAY = datetime.date


def days(*documents: Written, today: datetime.date | None = None, **story: object) -> dict[str, Deadline]:
    return {each.title: each for each in typed(*documents, today=today, **story).deadlines}


def of_plan(name: str) -> dict[str, Deadline]:
    return days(eob(DENIED, payer={"name": name}))


def test_an_appeal_counts_from_the_day_of_the_decision() -> None:
    found = days(eob(DENIED))["Last day to appeal, with most private plans"]

    assert found.date == DAY(2024, 11, 18)
    assert found.how == "Counted from May 22, 2024, the date on the plan's paper (EOB): 180 days on."
    assert [(fact.document, fact.field, fact.value) for fact in found.facts] == [
        ("eob", "processed_date", "2024-05-22")
    ]
    assert found.source == found.tables[0].source == "29 CFR 2560.503-1(h); 45 CFR 147.136(b)"


def test_a_plan_whose_name_does_not_tell_its_kind_has_a_day_for_each_kind() -> None:
    assert {each.date for each in days(eob(DENIED)).values() if each.purpose == "appeal"} == {
        DAY(2024, 7, 21), DAY(2024, 11, 18),
    }  # fmt: skip


def test_original_medicare_adds_days_for_the_mail() -> None:
    (found,) = of_plan("Medicare").values()

    assert found.date == DAY(2024, 9, 24)
    assert "5 days for the mail" in found.how


def test_plans_of_medicaid_and_medicare_advantage_are_told_by_their_names() -> None:
    assert {each.date for each in of_plan("Plumtree Medicaid Plan").values()} == {DAY(2024, 7, 21)}
    assert [each.title for each in of_plan("Plumtree Medicare Advantage").values()] == [
        "Last day to appeal, if yours is a Medicare Advantage plan"
    ]


def test_without_a_printed_date_the_length_is_given_and_no_day() -> None:
    found = days({**eob(DENIED), "processed_date": None})["Last day to appeal, with most private plans"]

    assert found.date is None
    assert "180 days" in found.length
    assert found.how == "No paper here prints the date to count from."


def test_an_outside_review_waits_for_the_plans_last_no() -> None:
    found = days(eob(DENIED))["Outside review, after the plan's last no"]

    assert (found.date, found.length) == (None, "within 4 months of the plan's last no to your appeal")


def test_a_dispute_about_an_estimate_counts_from_the_bill() -> None:
    estimate = {
        "id": "gfe", "kind": "estimate", "provider": {"name": "Willow Brook Clinic"}, "document_date": "2024-05-01",
        "totals": {"estimate": "100.00"},
    }  # fmt: skip
    asked = {**bill(totals={"charges": "600.00", "balance_due": "600.00"}), "payer": None}

    found = days(asked, estimate, insured=False)

    assert found["Last day to open a dispute about the estimate"].date == DAY(2024, 10, 8)
    assert found["Last day to ask a nonprofit hospital for help with the cost"].date == DAY(2025, 2, 5)


def test_a_claim_that_was_never_sent_has_a_day_set_by_contract() -> None:
    asked = {**bill(totals={"charges": "180.00", "balance_due": "180.00"}), "payer": None}

    (found,) = (each for each in days(asked, insured=True).values() if each.purpose == "filing")

    assert found.date is None
    assert found.source == "contract of plan and provider"


@pytest.mark.parametrize(
    ("payer", "last"), [("Medicare", DAY(2025, 5, 6)), ("Plumtree Medicare Advantage", None), ("Plan", None)]
)
def test_only_original_medicare_has_a_day_for_sending_the_claim(payer: str, last: datetime.date | None) -> None:
    refused = decided("1", "CO-109 180.00", "0.00", status="denied")

    found = [each for each in days(eob(refused, payer={"name": payer})).values() if each.purpose == "filing"]

    assert [each.date for each in found] == [last]


def test_the_day_printed_on_a_bill_counts_while_something_is_in_question() -> None:
    due = {"due_date": "2024-07-05"}

    assert "The bill asks for payment by this day" in days({**bill(totals={"charges": "210.00"}), **due})
    assert "The bill asks for payment by this day" not in days({**bill(), **due}, eob())


def test_today_counts_days_and_changes_nothing_else() -> None:
    without, told = typed(eob(DENIED)).deadlines, typed(eob(DENIED), today=TODAY).deadlines

    assert {each.days_left for each in without} == {None}
    assert told[0].days_left == (DAY(2024, 7, 21) - TODAY).days
    assert [each.but(days_left=None) for each in told] == list(without)


def of_payer(**own: object) -> Deadline:
    told = {
        "purpose": "appeal",
        "document": "eob",
        "title": "The payer's own",
        "length": "90 days",
        "how": "",
        "source": "x",
    }
    return Deadline.model_validate({**told, "instead_of": ["plan-appeal"], **own})


@pytest.mark.parametrize(
    ("own", "hidden"),
    [
        ({"date": DAY(2024, 8, 20)}, True),
        ({}, False),
        ({"date": DAY(2024, 8, 20), "purpose": "due"}, False),
        ({"date": DAY(2024, 8, 20), "document": "another"}, False),
    ],
)
def test_only_a_counted_day_to_appeal_goes_before_that_of_the_law(own: dict[str, object], hidden: bool) -> None:
    law = days(eob(DENIED))["Last day to appeal, with most private plans"]

    assert (law not in in_order([law, of_payer(**own)])) == hidden
