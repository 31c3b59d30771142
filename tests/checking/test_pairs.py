"""unbundled-pair: two codes for one act of care, and the many ways in which two codes are right."""

import datetime
from decimal import Decimal

import pytest

from tests.checking.making import Written, bill, checked, decided, eob, found, kinds, line, pair

KIND = "unbundled-pair"


def fires(paper: Written, *others: Written) -> bool:
    return KIND in kinds(checked(paper, *others))


def test_a_part_beside_the_whole_is_found_with_its_charge() -> None:
    finding = found(checked(pair()), KIND)

    assert (finding.lines, finding.documents) == (("bill:1", "bill:2"), ("bill",))
    assert (finding.amount, finding.confidence, finding.category) == (Decimal("130.00"), "likely", "coding")
    assert (finding.tables[0].name, finding.tables[0].entry) == ("service_pairs", "94060/94010")
    assert "our own list" in finding.explanation
    assert "hold on 94010" in finding.next_step.lower()


def test_the_order_of_the_lines_does_not_matter() -> None:
    finding = found(checked(pair("94010", "94060")), KIND)

    assert "hold on 94010" in finding.next_step
    assert finding.amount == Decimal("290.00")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("80053", "80048"), ("80061", "83718"), ("85025", "85027"), ("81001", "81003"), ("93000", "93010"),
        ("93306", "93325"), ("45385", "45378"), ("45380", "G0121"), ("43239", "43235"), ("47562", "49320"),
        ("58571", "58661"), ("29881", "29877"), ("20610", "99213"), ("17110", "99202"), ("99396", "99213"),
        ("G0439", "99215"), ("96372", "99211"), ("97530", "97140"), ("71046", "71045"), ("74178", "74177"),
        ("70553", "70551"), ("76700", "76705"), ("77066", "77065"), ("99291", "71045"), ("59400", "59426"),
        ("66984", "92014"), ("27447", "20610"), ("94640", "94664"), ("36415", "36416"),
    ],
)  # fmt: skip
def test_known_pairs_are_found(one: str, two: str) -> None:
    assert fires(pair(one, two))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("36415", "99213"), ("36415", "80053"), ("76830", "76856"), ("93005", "93010"), ("59400", "59025"),
        ("29881", "G0289"), ("99213", "85025"), ("99213", "96372"), ("90471", "99213"), ("80048", "80061"),
        ("99216", "20610"), ("99201", "20610"),
    ],
)  # fmt: skip
def test_codes_that_only_look_like_a_pair_are_none(one: str, two: str) -> None:
    assert not fires(pair(one, two))


@pytest.mark.parametrize("modifier", ["59", "XE", "XS", "XP", "XU", "58", "78", "79", "24", "25", "27", "57", "91"])
@pytest.mark.parametrize("on_first", [True, False])
def test_a_modifier_for_a_service_apart_lifts_a_pair(modifier: str, on_first: bool) -> None:
    mark: Written = {"modifiers": [modifier]}

    assert not fires(pair(first=mark) if on_first else pair(**mark))


@pytest.mark.parametrize("modifier", ["50", "51", "76", "77", "26", "TC", "52", "KX", "33"])
def test_other_modifiers_do_not_lift_a_pair(modifier: str) -> None:
    assert fires(pair(modifiers=[modifier]))


@pytest.mark.parametrize("modifier", ["59", "25"])
def test_nothing_lifts_a_nurse_visit_beside_a_shot(modifier: str) -> None:
    assert fires(pair("96372", "99211", modifiers=[modifier]))


@pytest.mark.parametrize(
    ("modifier", "lifts"), [("91", True), ("59", True), ("XU", True), ("79", False), ("RT", False)]
)
def test_a_panel_is_lifted_by_a_repeat_only(modifier: str, lifts: bool) -> None:
    assert fires(pair("80053", "80048", modifiers=[modifier])) is not lifts


@pytest.mark.parametrize(
    ("one", "two", "lifts"),
    [
        (["RT"], ["LT"], True),
        (["RT"], ["RT"], False),
        (["RT"], [], True),
        ([], ["LT"], True),
        (["50"], ["RT"], False),
        (["LT"], ["50"], False),
        (["F1"], ["F2"], True),
        (["RT", "LT"], ["LT"], False),
    ],
)
def test_another_side_lifts_a_pair_and_the_same_does_not(one: list[str], two: list[str], lifts: bool) -> None:
    assert fires(pair("29881", "29877", first={"modifiers": one}, modifiers=two)) is not lifts


def test_a_side_on_the_procedure_says_nothing_of_the_visit() -> None:
    assert fires(pair("20610", "99213", first={"modifiers": ["RT"]}))
    assert not fires(pair("20610", "99213", first={"modifiers": ["RT"]}, modifiers=["25"]))


def test_a_reading_and_a_machine_are_two_things() -> None:
    assert not fires(pair("71046", "71045", first={"modifiers": ["TC"]}, modifiers=["26"]))
    assert fires(pair("71046", "71045", first={"modifiers": ["26"]}, modifiers=["26"]))


@pytest.mark.parametrize("helper", ["AS", "80", "81", "82", "62", "66", "AA", "AD", "QK", "QX", "QY", "QZ"])
def test_helpers_at_an_operation_are_no_pair(helper: str) -> None:
    assert not fires(pair("47562", "49320", modifiers=[helper]))
    assert not fires(pair("47562", "49320", first={"modifiers": [helper]}))


@pytest.mark.parametrize(
    "difference",
    [
        {"service_date": "2024-05-07"},
        {"service_date_to": "2024-05-08"},
        {"charge": "0.00"},
        {"charge": "-130.00"},
        {"status": "denied"},
        {"adjustments": [{"amount": "130.00"}]},
        {"adjustments": [{"group": "CO", "reason": "97", "amount": "130.00"}]},
        {"adjustments": [{"group": "PR", "reason": "96", "amount": "130.00"}]},
    ],
    ids=str,
)
def test_another_day_and_what_is_not_asked_are_no_pair(difference: Written) -> None:
    assert not fires(pair(**difference))


@pytest.mark.parametrize(
    "difference",
    [
        {"adjustments": [{"amount": "129.99"}]},
        {"adjustments": [{"group": "PR", "reason": "1", "amount": "130.00"}]},
        {"adjustments": [{"group": "PR", "reason": "45", "amount": "130.00"}]},
        {"adjustments": [{"group": "OA", "reason": "23", "amount": "130.00"}]},
        {"adjustments": [{"group": "CO", "reason": "100", "amount": "130.00"}]},
        {"adjustments": [{"group": "OA", "reason": "133", "amount": "130.00"}]},
        {"charge": None},
        {"service_date_to": "2024-05-06"},
        {"status": "paid"},
    ],
    ids=str,
)
def test_what_is_still_asked_is_a_pair(difference: Written) -> None:
    assert fires(pair(**difference))


def test_without_a_charge_there_is_no_amount() -> None:
    assert found(checked(pair(charge=None)), KIND).amount is None


def test_a_charge_taken_back_is_no_part_of_a_pair() -> None:
    taken_back = line("3", code="94010", charge="-130.00", units=-1)
    lines = [line("1", code="94060", charge="290.00"), line("2", code="94010", charge="130.00"), taken_back]

    assert not fires(bill(*lines, totals={}))


def test_two_doctors_are_two_providers_and_nobody_named_is_the_only_one() -> None:
    ada, ben = {"rendering_provider": "Dr. Ada Quill"}, {"rendering_provider": "Dr. Ben Nib"}

    assert fires(pair(first=ada, **ada))
    assert fires(pair(first=ada))
    assert not fires(pair(first=ada, **ben))
    assert not fires(bill(*pair(first=ada)["lines"], line("3", code="85025", **ben), totals={}))


def test_the_doctors_part_on_a_hospital_bill_is_another_provider() -> None:
    hospital = {"revenue_code": "0320"}

    assert fires(pair("71046", "71045", first=hospital, **hospital))
    for fees in ("0960", "0972", "0981", "972"):
        assert not fires(pair("71046", "71045", first=hospital, revenue_code=fees))


def test_critical_care_holds_other_care_for_clinicians_only() -> None:
    assert fires(pair("99291", "36600"))
    assert not fires(pair("99291", "36600", first={"revenue_code": "0450"}))
    assert not fires(pair("99291", "36600", revenue_code="0300"))


def test_two_times_of_day_and_a_stay_are_no_pair() -> None:
    assert not fires(pair("71046", "71045", first={"service_time": "08:10"}, service_time="21:40"))
    assert fires(pair("71046", "71045", first={"service_time": "08:10"}, service_time="08:10"))
    assert fires(pair("71046", "71045", first={"service_time": "08:10"}))
    assert not fires({**pair("80053", "80048"), "bill_type": "0111"})


def test_a_pair_holds_only_on_its_dates() -> None:
    paper = pair("71046", "71045")
    assert found(checked(paper), KIND).tables[0].valid_from == datetime.date(2018, 1, 1)
    assert found(checked(paper), KIND).tables[0].valid_to is None

    def on(day: str) -> bool:
        return fires(pair("71046", "71045", first={"service_date": day}, service_date=day))

    assert on("2018-01-01")
    assert not on("2017-12-31")


def test_one_of_two_lines_that_nothing_sets_apart_is_enough() -> None:
    lines = [
        line("1", code="94060", charge="290.00"),
        line("2", code="94010", charge="130.00", modifiers=["59"]),
        line("3", code="94010", charge="131.00"),
    ]
    finding = found(checked(bill(*lines, totals={})), KIND)

    assert (finding.lines, finding.amount) == (("bill:1", "bill:3"), Decimal("131.00"))


def test_one_whole_that_nothing_sets_apart_is_enough() -> None:
    lines = [
        line("1", code="94060", charge="290.00", modifiers=["59"]),
        line("2", code="94060", charge="291.00"),
        line("3", code="94010", charge="131.00"),
    ]

    assert found(checked(bill(*lines, totals={})), KIND).lines == ("bill:2", "bill:3")


def test_parts_of_one_whole_are_one_finding() -> None:
    lines = [line("1", code="93000"), line("2", code="93005", charge="30.00"), line("3", code="93010", charge="20.00")]
    finding = found(checked(bill(*lines, totals={})), KIND)

    assert (finding.lines, finding.amount) == (("bill:1", "bill:2", "bill:3"), Decimal("50.00"))
    assert "93005, 93010" in finding.explanation


def test_a_visit_without_any_modifier_on_the_paper_is_only_possible() -> None:
    marked = pair("20610", "99213", first={"modifiers": ["RT"]})

    assert found(checked(pair("20610", "99213")), KIND).confidence == "possible"
    assert found(checked(marked), KIND).confidence == "likely"


def both_decided(**second: object) -> Written:
    one = decided("1", "CO-45 216.00, PR-2 14.80", "59.20", code="94060", charge="290.00", allowed="74.00")
    two = {"code": "94010", "charge": "130.00", "allowed": "34.00", **second}
    return eob(one, decided("2", "CO-45 96.00, PR-2 6.80", "27.20", **two))


def test_the_plans_lines_are_named_beside_the_bills() -> None:
    finding = found(checked(pair(), both_decided()), KIND)

    assert finding.lines == ("bill:1", "bill:2", "eob:1", "eob:2")
    assert finding.documents == ("bill", "eob")


def test_a_pair_is_found_where_only_the_plan_shows_it() -> None:
    finding = found(checked(both_decided()), KIND)
    only_one = bill(line("1", code="94060", charge="290.00"), totals={})

    assert (finding.lines, finding.documents) == (("eob:1", "eob:2"), ("eob",))
    assert found(checked(only_one, both_decided()), KIND).lines == ("eob:1", "eob:2")


def test_a_modifier_on_either_paper_counts() -> None:
    assert not fires(pair(), both_decided(modifiers=["59"]))
    assert not fires(pair(modifiers=["59"]), both_decided())


@pytest.mark.parametrize(
    "refused",
    [
        {"status": "denied"},
        {"adjustments": [{"group": "CO", "reason": "97", "amount": "130.00"}], "plan_paid": "0.00", "allowed": "0.00"},
        {"adjustments": [], "not_covered": "130.00", "plan_paid": "0.00", "allowed": "0.00"},
        {"adjustments": [], "patient_responsibility": "0.00", "plan_paid": "0.00", "allowed": None},
    ],
    ids=["status", "reason", "not covered", "nothing paid and nothing owed"],
)
def test_what_the_plan_refused_is_another_finding(refused: Written) -> None:
    assert not fires(pair(), both_decided(**refused))


@pytest.mark.parametrize(
    "open_or_owed",
    [
        {"adjustments": [], "patient_responsibility": "130.00", "plan_paid": "0.00", "allowed": "130.00"},
        {
            "adjustments": [],
            "patient_responsibility": "0.00",
            "plan_paid": "0.00",
            "allowed": None,
            "status": "pending",
        },
        {"adjustments": [], "not_covered": "129.99", "plan_paid": "0.00", "allowed": None},
        {"adjustments": [], "not_covered": "130.00", "plan_paid": "1.00", "allowed": None},
        {"adjustments": [], "plan_paid": None, "allowed": None, "patient_responsibility": "0.00"},
    ],
    ids=["deductible", "pending", "covered in part", "paid", "not said"],
)
def test_what_the_plan_took_or_has_not_decided_is_a_pair(open_or_owed: Written) -> None:
    assert fires(pair(), both_decided(**open_or_owed))


def test_two_claims_on_one_paper_of_the_plan_may_be_two_providers() -> None:
    assert not fires(both_decided(claim_number="C-2002"))


def test_two_bills_for_one_event_are_no_pair() -> None:
    one = bill(line("1", code="94060", charge="290.00"), totals={})
    same = bill(line("1", code="94010", charge="130.00"), totals={}, id="other")
    other = {**same, "provider": {"name": "Tall Elm Hospital"}}

    assert not fires(one, other)
    assert not fires(one, same, both_decided())

    with_another = both_decided()
    third = decided("3", code="36415", charge="20.00", allowed="9.00")
    assert not fires(one, same, {**with_another, "lines": [*with_another["lines"], third]})
