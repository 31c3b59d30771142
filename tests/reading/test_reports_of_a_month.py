"""Reports of a plan on the claims of a month: each service begins with its labeled day beside the amounts."""

from decimal import Decimal

import pytest

from plainbill.case import Document
from tests.reading.papers import page_of, read_pages, read_text

SUMS = """
Larkmoor Health
Medical Claims Processed in June 2026
For Ada Lombard           Member ID: LM5520114-00
July 9, 2026
THIS IS NOT A BILL                     Larkmoor Prime Choice (HMO)
                                       Customer Care: 1-800-555-0148
                                       P.O. Box 7700
                                       Quarrytown, OH 43999-4601
                                Amount providers         Total cost (amount the     Plan's     Your
                                have billed the plan     plan has approved)         share      share

Totals for this month (for                   $460.00                    $230.00    $170.00    $60.00
claims processed from
06/01/26 to 06/30/26 )

                                                                                               Page 1
"""
CLAIMS = """
Details for claims processed in June 2026
                                   Amount the           Total cost        Plan's             Your share
                                   provider billed      (amount the plan  share
                                   the plan             approved)

Juniper Hill Clinic (plan provider)
Claim Number: 7702600114
Date of service: 06/02/26          $220.00              $110.00           $80.00             $30.00
Visit for a sore knee                                                                You pay a $30.00 copay
(billing code 99203)                                                                 for visits to your
                                                                                     own doctor.
Date of service: 06/02/26           $40.00               $20.00           $20.00              $0.00
Rapid strep test                                                                     You pay $0.00 for lab
(billing code 87880)                                                                 services.
TOTALS:                            $260.00              $130.00          $100.00             $30.00
Juniper Hill Clinic (plan provider)
Claim Number: 7702600203
Date of service: 06/17/26          $200.00              $100.00           $70.00             $30.00
Crutches                                                                             Denied. (See below for
(billing code E0114)                                                                 your right to appeal.)
TOTALS:                            $200.00              $100.00           $70.00             $30.00
DENIED? You have the right to make an appeal.
                                                                                               Page 2
"""


def report() -> Document:
    (parsed,) = read_pages(page_of(SUMS), page_of(CLAIMS, 1))
    return parsed.document


def test_what_was_done_and_its_code_stand_below_the_day_beside_the_amounts() -> None:
    visit, test, crutches = report().lines
    assert (visit.description, visit.code, str(visit.service_date)) == ("Visit for a sore knee", "99203", "2026-06-02")
    assert (visit.charge, visit.allowed, visit.patient_responsibility) == tuple(map(Decimal, ("220", "110", "30")))
    assert (test.description, test.code, test.plan_paid) == ("Rapid strep test", "87880", Decimal("20.00"))
    assert [line.claim_number for line in (visit, test, crutches)] == ["7702600114", "7702600114", "7702600203"]
    assert [line.status for line in (visit, test, crutches)] == [None, None, "denied"]


def test_small_print_below_an_amount_is_neither_words_of_the_service_nor_a_sum() -> None:
    totals = report().totals
    assert totals is not None
    assert (totals.charges, totals.patient_responsibility) == (Decimal("460.00"), Decimal("60.00"))


def test_the_plan_is_named_with_its_kind_and_its_desk_gives_no_care() -> None:
    paper = report()
    assert paper.coverage is not None
    assert paper.payer is not None
    assert paper.provider is not None
    assert (paper.coverage.plan_name, paper.coverage.network_status) == ("Larkmoor Prime Choice (HMO)", "in")
    assert (paper.provider.name, paper.provider.phone) == ("Juniper Hill Clinic", None)
    assert paper.payer.phone == "1-800-555-0148"


def test_the_first_day_of_a_period_up_to_another_is_not_when_the_plan_decided() -> None:
    assert str(report().processed_date) == "2026-07-09"


def test_pages_that_print_numbers_one_after_the_other_are_one_paper() -> None:
    other = CLAIMS.replace("Page 2", "Page 4")
    assert len(read_pages(page_of(SUMS), page_of(CLAIMS, 1))) == 1
    assert len(read_pages(page_of(SUMS), page_of(other, 1))) == 2


def test_the_number_of_a_claim_below_its_day_is_no_word_of_what_was_done() -> None:
    claims = CLAIMS.replace("\nVisit for a sore knee ", "\nClaim Number: 7702600114\nVisit for a sore knee ")
    (parsed,) = read_pages(page_of(SUMS), page_of(claims, 1))
    first, *_ = parsed.document.lines
    assert (first.description, first.code) == ("Visit for a sore knee", "99203")


@pytest.mark.parametrize("mark", ["(1)", "of this"])
def test_print_beside_each_amount_costs_no_paper(mark: str) -> None:
    text = f"""
Larkmoor Health
Explanation of benefits                     THIS IS NOT A BILL
For Ada Lombard           Member ID: LM5520114-00
                                Amount billed      Plan allowed      Plan paid        You owe
Date of service: 06/02/26       $220.00 {mark}    $110.00 {mark}    $80.00 {mark}    $30.00 {mark}
Visit for a sore knee
99203
"""
    assert read_text(text).kind == "eob"
