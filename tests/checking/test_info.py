"""cost-share, contractual-adjustment and self-pay-review: said where they are right, silent where disputed."""

from decimal import Decimal

import pytest

from plainbill.checking import check
from tests.checking.making import Written, bill, case_of, checked, decided, eob, found, line


def all_kinds(*documents: Written, **story: object) -> set[str]:
    return {finding.kind for finding in checked(*documents, **story).findings}


def test_share_and_discount_are_told_apart_with_their_amounts() -> None:
    result = checked(bill(), eob())

    assert found(result, "cost-share").amount == Decimal("30.00")
    assert found(result, "contractual-adjustment").amount == Decimal("70.00")


def test_a_share_in_columns_without_codes_is_told_too() -> None:
    share = decided(codes="", paid="80.00", allowed="110.00", copay="30.00", patient_responsibility="30.00")

    result = checked(eob(share))

    assert found(result, "cost-share").amount == Decimal("30.00")
    assert found(result, "contractual-adjustment").amount == Decimal("70.00")


@pytest.mark.parametrize(
    ("plan", "story"),
    [
        (eob(decided(code="99395")), {}),
        (eob(decided(code="45385", modifiers=["33"])), {}),
        (eob(decided(code="80061", diagnosis_codes=["Z13.220"])), {}),
        (eob(decided(), diagnosis_codes=["Z00.00"]), {}),
        (eob(decided(code="80061")), {"visit_reason": "preventive"}),
        (eob(decided()), {"not_received": ["eob:1"]}),
        (eob(decided(status="pending")), {}),
    ],
    ids=["check-up", "marked preventive", "screening", "preventive claim", "told preventive", "disputed", "pending"],
)
def test_a_share_that_may_not_be_right_is_not_called_right(plan: Written, story: dict[str, object]) -> None:
    assert "cost-share" not in all_kinds(plan, **story)


def test_a_problem_visit_beside_a_check_up_rightly_costs_its_share() -> None:
    assert "cost-share" in all_kinds(eob(decided(modifiers=["25"])), visit_reason="preventive")


def test_a_grandfathered_plan_may_ask_a_share_of_a_check_up() -> None:
    assert "cost-share" in all_kinds(eob(decided(code="99395"), coverage={"grandfathered": True}))


def test_a_share_of_a_charge_billed_twice_is_not_called_right() -> None:
    both = [line(n, code="71046") for n in ("1", "2")]
    paid = [decided(n, code="71046", allowed="110.00") for n in ("1", "2")]

    assert "cost-share" not in all_kinds(bill(*both, totals={}), eob(*paid))


def test_a_discount_that_the_bill_asks_is_not_called_settled() -> None:
    asked = bill(totals={"charges": "180.00", "balance_due": "100.00"})

    assert "contractual-adjustment" not in all_kinds(asked, eob())


def test_a_bundled_line_is_settled_only_beside_a_bill_that_does_not_ask_it() -> None:
    bundled = decided("2", "CO-97 20.00", "0.00", code="36415", charge="20.00")
    totals = {"charges": "200.00", "adjustments": "90.00", "insurance_paid": "80.00", "balance_due": "30.00"}
    paper = bill(line(), line("2", code="36415", charge="20.00"), totals=totals)

    assert found(checked(paper, eob(decided(), bundled)), "contractual-adjustment").lines == ("eob:1", "eob:2")
    assert found(checked(eob(decided(), bundled)), "contractual-adjustment").lines == ("eob:1",)


def test_self_pay_comes_with_every_bill_of_somebody_without_insurance() -> None:
    result = checked(
        bill(totals={}), bill(totals={}, id="other", provider={"name": "Fernhill Laboratory"}), insured=False
    )

    assert [finding.documents for finding in result.findings if finding.kind == "self-pay-review"] == [
        ("bill",),
        ("other",),
    ]


def test_self_pay_is_not_advised_against_a_payment_of_a_plan() -> None:
    assert "self-pay-review" not in all_kinds(bill(), insured=False)


def test_whether_there_is_insurance_is_asked_only_where_no_paper_shows_a_plan() -> None:
    unknown = case_of(bill(totals={}, payer=None)).but(story=None)
    known = case_of(bill(totals={})).but(story=None)

    assert [gap.field for gap in check(unknown).not_assessed if gap.needs == "story"] == ["insured"]
    assert not [gap for gap in check(known).not_assessed if gap.needs == "story"]


@pytest.mark.parametrize("amount", ["0.01", "0.50", "1.00"])
def test_a_share_of_cents_is_a_share(amount: str) -> None:
    one = decided(codes=f"CO-45 70.00, PR-3 {amount}", paid=str(Decimal("110.00") - Decimal(amount)))

    assert found(checked(eob(one)), "cost-share").amount == Decimal(amount)


def test_a_payment_of_a_plan_in_a_row_alone_speaks_against_paying_oneself() -> None:
    rows = [{"kind": "insurance_payment", "amount": "100.00", "date": "2024-05-20"}]
    totals = {"charges": "180.00", "balance_due": "80.00"}

    assert "self-pay-review" not in all_kinds(bill(totals=totals, payments=rows, payer=None), insured=False)


def test_a_discount_on_the_claim_of_a_plan_in_network_is_told_without_lines() -> None:
    whole = eob(lines=[], adjustments=[{"group": "PI", "reason": "45", "amount": "70.00"}])

    assert found(checked(whole), "contractual-adjustment").amount == Decimal("70.00")
