"""Which decisions count, and which bill line is which EOB line."""

from decimal import Decimal

import pytest

from plainbill.checking.balances.excess import owed_by
from plainbill.checking.matching.bills import Match, is_about, match
from plainbill.checking.matching.misdated import with_misdated
from plainbill.checking.matching.rulings import rulings_of
from plainbill.checking.papers import Papers, lay_out
from plainbill.checking.situation import see
from tests.checking.making import Written, bill, case_of, decided, eob, line


def laid_out(*documents: Written) -> Papers:
    return lay_out(case_of(*documents), {}, ())


def matched(*documents: Written) -> Match:
    papers = laid_out(*documents)
    return match(papers.of_kind("bill")[0], rulings_of(papers).in_force)


def pairs(found: Match) -> list[tuple[str, str]]:
    return [(pair.bill.ref, pair.decision.at.ref) for pair in found.pairs]


def owed(found: Match) -> list[Decimal | None]:
    return [owed_by(scope) for scope in found.scopes]


def test_lines_of_one_code_and_day_are_paired_one_to_one() -> None:
    found = matched(
        bill(line("1"), line("2", code="85025", charge="20.00")),
        eob(decided("1", code="85025", charge="20.00"), decided("2")),
    )

    assert pairs(found) == [("bill:1", "eob:2"), ("bill:2", "eob:1")]


def test_modifiers_choose_among_lines_of_one_code() -> None:
    found = matched(
        bill(line("1", modifiers=["RT"]), line("2", modifiers=["LT"])),
        eob(decided("1", modifiers=["lt"]), decided("2", modifiers=["R T"])),
    )

    assert pairs(found) == [("bill:1", "eob:2"), ("bill:2", "eob:1")]


def test_a_code_written_with_blanks_and_small_letters_is_the_same() -> None:
    assert pairs(matched(bill(line(code="g 0121")), eob(decided(code="G0121")))) == [("bill:1", "eob:1")]


def test_a_modifier_that_one_paper_does_not_print_is_no_difference() -> None:
    assert pairs(matched(bill(line()), eob(decided(modifiers=["25"])))) == [("bill:1", "eob:1")]


def test_another_code_with_the_same_charge_on_the_same_day_is_the_same_line() -> None:
    assert pairs(matched(bill(line()), eob(decided(code="99214")))) == [("bill:1", "eob:1")]


def test_another_day_is_another_service() -> None:
    found = matched(bill(line()), eob(decided(service_date="2024-05-07")))

    assert found.scopes == ()


def test_a_bill_line_that_the_eob_lacks_stays_alone() -> None:
    found = matched(bill(line(), line("2", code="81003", charge="25.00")), eob())

    assert [at.ref for at in found.unmatched] == ["bill:2"]


def test_bill_lines_that_one_eob_line_holds_together_are_not_alone() -> None:
    found = matched(bill(line("1", charge="90.00"), line("2", charge="90.00")), eob(decided(units=2)))

    assert found.unmatched == ()


def test_papers_of_another_provider_are_not_compared() -> None:
    assert matched(bill(), eob(provider={"name": "Fernhill County Hospital"})).scopes == ()


@pytest.mark.parametrize(
    "other",
    [
        {"name": "WILLOW BROOK CLINIC, P.C."},
        {"name": "Willow Brook Clinic L.L.C."},
        {"name": "Somebody Else", "npi": "1999900011"},
    ],
)
def test_one_provider_may_be_written_in_several_ways(other: dict[str, str]) -> None:
    papers = laid_out(bill(provider={"name": "Willow Brook Clinic", "npi": "1999900011"}), eob(provider=other))

    assert is_about(*papers.papers)


def test_an_eob_that_names_the_doctor_belongs_to_the_bill_that_names_that_doctor_on_its_lines() -> None:
    papers = laid_out(bill(line(rendering_provider="Dr. Ada Quill")), eob(provider={"name": "Ada Quill"}))

    assert is_about(*papers.papers)


def test_papers_of_two_patients_are_not_compared() -> None:
    mother = {"name": "Marigold Fennimore", "date_of_birth": "1984-03-09"}
    child = {"name": "Basil Fennimore", "date_of_birth": "2019-01-30"}

    assert matched(bill(patient=mother), eob(patient=child)).scopes == ()


def test_a_name_with_a_middle_initial_is_the_same_patient() -> None:
    papers = laid_out(bill(patient={"name": "FENNIMORE, MARIGOLD"}), eob(patient={"name": "Marigold T. Fennimore"}))

    assert is_about(*papers.papers)


def test_of_two_decisions_on_one_claim_the_last_counts() -> None:
    first = eob(decided(codes="CO-45 70.00, PR-1 110.00", paid="0.00"), id="a", processed_date="2024-05-20")
    corrected = eob(id="b", processed_date="2024-06-02", claim_frequency="corrected")

    assert owed(matched(bill(), first, corrected)) == [Decimal("30.00")]


def test_a_claim_sent_again_under_a_new_number_replaces_the_refused_one() -> None:
    refused = eob(decided(codes="PR-27 180.00", paid="0.00"), id="a", claim_number="C-1")
    paid = eob(id="b", claim_number="C-2", processed_date="2024-06-02")

    assert owed(matched(bill(), refused, paid)) == [Decimal("30.00")]


def test_the_refusal_of_a_copy_replaces_nothing() -> None:
    paid = eob(id="a", claim_number="C-1")
    copy = eob(decided(codes="OA-18 180.00", paid="0.00"), id="b", claim_number="C-2", processed_date="2024-06-02")

    assert pairs(matched(bill(), paid, copy)) == [("bill:1", "a:1")]


def test_of_two_payers_the_one_that_came_after_the_other_says_what_is_left() -> None:
    second = eob(
        decided(codes="OA-23 150.00, PR-3 5.00", paid="25.00"),
        id="a-second",
        payer={"name": "Second Shore Mutual"},
        processed_date="2024-05-01",
    )

    assert sorted(filter(None, owed(matched(bill(), eob(), second)))) == [Decimal("5.00")]


def test_one_claim_among_several_on_an_eob_can_be_replaced() -> None:
    both = eob(
        decided("1", claim_number="C-1", codes="PR-1 180.00", paid="0.00"),
        decided("2", code="85025", claim_number="C-2", codes="PR-1 20.00", charge="20.00", paid="0.00"),
        id="a",
    )
    corrected = eob(decided("1"), id="b", claim_number="C-1", processed_date="2024-06-02")

    found = matched(bill(line(), line("2", code="85025", charge="20.00")), both, corrected)

    assert sorted(pairs(found)) == [("bill:1", "b:1"), ("bill:2", "a:2")]


def test_a_bill_for_days_without_a_decision_is_not_covered_by_the_eob() -> None:
    assert not matched(bill(line(), line("2", service_date="2024-05-20")), eob()).whole


def test_a_reminder_without_lines_is_matched_by_its_charges() -> None:
    reminder = {**bill(), "lines": []}

    assert matched(reminder, eob()).whole
    assert not matched({**reminder, "totals": {"balance_due": "30.00"}}, eob()).whole


def test_a_statement_without_lines_is_covered_where_each_of_its_days_was_decided() -> None:
    days: Written = {"service_from": "2024-05-06", "service_to": "2024-05-20"}
    statement = {**bill(**days), "lines": []}
    second = eob(decided(service_date="2024-05-20"), id="second", claim_number="C-1002")

    assert not matched(statement, eob()).whole
    assert matched(statement, eob(), second).whole


def uncoded(number: str, **fields: object) -> Written:
    return {**line(number), "code": None, **fields}


DAYS = ("2024-05-06", "2024-05-07")


def uncoded_decision(number: str, **fields: object) -> Written:
    return {**decided(number), "code": None, **fields}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (
            [line("1"), line("2", service_date="2024-05-07")],
            [decided("1", service_date="2024-05-07"), decided("2")],
        ),
        (
            [
                uncoded(n, revenue_code="0450", service_date=d, description=n)
                for n, d in (("1", DAYS[0]), ("2", DAYS[1]))
            ],
            [uncoded_decision(n, revenue_code="0450", service_date=d) for n, d in (("1", DAYS[1]), ("2", DAYS[0]))],
        ),
        ([line("1", units=1), line("2", units=2)], [decided("1", units=2), decided("2", units=1)]),
        (
            [line("1", charge="90.00"), line("2", charge="80.00")],
            [decided("1", charge="80.00"), decided("2", charge="90.00")],
        ),
        (
            [line("1", charge="90.00", modifiers=["25"]), line("2", charge="80.00", modifiers=["57"])],
            [decided("1", charge="80.00", modifiers=["24"]), decided("2", charge="90.00", modifiers=["58"])],
        ),
        (
            [line("1", charge="90.00"), line("2", code="85025", charge="90.00")],
            [decided("1", code="85025", charge="70.00"), decided("2", charge="60.00")],
        ),
        (
            [uncoded("1", revenue_code="0450"), uncoded("2", revenue_code="0320")],
            [uncoded_decision("1", revenue_code="0320"), uncoded_decision("2", revenue_code="0450")],
        ),
        (
            [uncoded("1", description="Splint"), uncoded("2", description="Sling")],
            [uncoded_decision("1", description="SLING"), uncoded_decision("2", description="splint")],
        ),
        (
            [uncoded("1", charge="90.00", description="A"), uncoded("2", charge="80.00", description="B")],
            [
                uncoded_decision("1", charge="80.00", description="C"),
                uncoded_decision("2", charge="90.00", description="D"),
            ],
        ),
    ],
    ids=[
        "day",
        "day before revenue code",
        "units",
        "charge",
        "charge before modifiers",
        "code before charge",
        "revenue code",
        "words",
        "charge without code",
    ],
)
def test_what_tells_lines_apart_pairs_them(ours: list[Written], theirs: list[Written]) -> None:
    assert pairs(matched(bill(*ours), eob(*theirs))) == [("bill:1", "eob:2"), ("bill:2", "eob:1")]


def test_on_one_claim_code_and_charge_pair_lines_of_two_days() -> None:
    found = matched(bill(line(), claim_number="C-1001"), eob(decided(service_date="2024-05-20")))

    assert pairs(found) == [("bill:1", "eob:1")]


def test_a_charge_of_nothing_pairs_nothing() -> None:
    free = {"charge": "0.00"}

    found = matched(bill(uncoded("1", description="A", **free)), eob(uncoded_decision("1", description="B", **free)))
    assert pairs(found) == []


def test_a_day_in_common_is_enough_for_papers_of_several_days() -> None:
    long = decided("2", code="G0378", service_date="2024-05-09", service_date_to="2024-05-12")
    ours = bill(line("1", code="G0378", service_date="2024-05-10"), line("2", service_date="2024-06-20"))

    found = matched(ours, eob(decided("1", service_date="2024-04-01"), long))
    assert [scope.ruling.paper.id for scope in found.scopes] == ["eob"]
    assert not found.whole


def test_a_bill_of_one_day_in_a_range_of_the_eob_is_covered() -> None:
    long = decided("1", service_date="2024-05-04", service_date_to="2024-05-12")

    assert matched(bill(), eob(long)).whole
    assert not matched(bill(line(service_date="2024-05-13")), eob(long)).scopes


def test_a_charge_alone_pairs_lines_of_one_day_only_where_it_is_the_same() -> None:
    found = matched(bill(uncoded("1", description="A")), eob(uncoded_decision("1", description="B", charge="60.00")))

    assert pairs(found) == []


def test_the_same_service_of_two_patients_was_decided_twice() -> None:
    child, parent = {"name": "Basil Quill"}, {"name": "Aster Quill"}
    both = laid_out(
        eob(patient=child), eob(id="other", patient=parent, claim_number="C-2", processed_date="2024-06-20"), bill()
    )

    assert [len(ruling.decisions) for ruling in rulings_of(both).in_force] == [1, 1]


def test_of_two_decisions_of_one_day_the_corrected_one_counts_and_an_unmarked_one_is_the_first() -> None:
    for earlier, later in ((None, "corrected"), ("original", "corrected"), ("corrected", "reversal")):
        papers = laid_out(eob(id="z", claim_frequency=earlier), eob(id="a", claim_frequency=later), bill())
        assert [ruling.paper.id for ruling in rulings_of(papers).in_force] == ["a"]


def test_a_stay_covers_its_first_and_last_day() -> None:
    stay: Written = {"service_from": "2024-05-06", "service_to": "2024-05-09"}
    undated = {**line(), "service_date": None}

    for day, is_covered in (("2024-05-05", False), ("2024-05-06", True), ("2024-05-09", True), ("2024-05-10", False)):
        found = matched(bill(undated, **stay), eob(decided(service_date=day)))
        assert bool(found.scopes) is is_covered


@pytest.mark.parametrize(("revenue", "is_stay"), [("0120", True), ("120", True), ("0210", True), ("0250", False)])
def test_a_room_by_the_day_makes_a_stay(revenue: str, is_stay: bool) -> None:
    (paper,) = laid_out(bill(line(revenue_code=revenue))).of_kind("bill")

    assert paper.in_stay is is_stay


def test_what_is_owed_adds_the_claims_own_share() -> None:
    on_claim = [{"group": "PR", "reason": "1", "amount": "15.00"}]

    assert owed(matched(bill(), eob(adjustments=on_claim))) == [Decimal("45.00")]


@pytest.mark.parametrize(("printed", "by_codes", "larger"), [("20.00", "30.00", "30.00"), ("40.00", "30.00", "40.00")])
def test_of_a_printed_share_and_the_codes_beside_it_the_larger_is_owed(
    printed: str, by_codes: str, larger: str
) -> None:
    plan = eob(decided(codes=f"CO-45 70.00, PR-3 {by_codes}", patient_responsibility=printed))

    assert owed(matched(bill(), plan)) == [Decimal(larger)]


def test_charges_that_the_eob_does_not_print_are_no_reason_against_it() -> None:
    undated = {**line(), "service_date": None}
    unpriced = {**decided(), "charge": None}

    assert matched(bill(undated, claim_number="C-1001"), eob(unpriced)).whole


def test_the_charge_tells_lines_of_one_revenue_code_apart() -> None:
    ours = [
        uncoded(n, revenue_code="0300", charge=c, description=f"Test {n}") for n, c in (("1", "90.00"), ("2", "80.00"))
    ]
    theirs = [
        uncoded_decision(n, revenue_code="0300", charge=c, description="Lab")
        for n, c in (("1", "80.00"), ("2", "90.00"))
    ]

    assert pairs(matched(bill(*ours), eob(*theirs))) == [("bill:1", "eob:2"), ("bill:2", "eob:1")]


def test_lines_on_mistyped_days_are_paired_by_code_too() -> None:
    ours = bill(line("1", code="71046"), line("2", code="73610"))
    off = {"service_date": "2024-05-07"}
    papers = laid_out(ours, eob(decided("1", code="73610", **off), decided("2", code="71046", **off)))
    rulings = rulings_of(papers).in_force

    (found,) = with_misdated([match(papers.of_kind("bill")[0], rulings)], rulings)
    assert pairs(found) == [("bill:1", "eob:2"), ("bill:2", "eob:1")]


@pytest.mark.parametrize(
    ("older", "newer", "judged"),
    [
        ({"lines": [], "service_from": "2024-05-06"}, {"lines": [], "service_from": "2024-05-06"}, ["newer"]),
        ({"lines": [], "service_from": "2024-05-06"}, {"lines": [], "service_from": "2024-05-07"}, ["newer", "older"]),
        ({}, {}, ["newer"]),
        ({}, {"lines": [line(charge="200.00")]}, ["newer", "older"]),
        ({}, {"provider": {"name": "Elsewhere"}}, ["newer", "older"]),
    ],
)
def test_a_statement_that_a_newer_one_repeats_is_not_judged(older: Written, newer: Written, judged: list[str]) -> None:
    papers = laid_out(
        {**bill(id="older", document_date="2024-06-01"), **older},
        {**bill(id="newer", document_date="2024-07-01"), **newer},
    )

    assert [paper.id for paper in see(papers).bills] == judged
