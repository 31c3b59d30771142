"""units-implausible: more units than a day can hold, and counts that are doses, miles, hours and days."""

from decimal import Decimal

import pytest

from plainbill.case import Finding
from plainbill.checking import check
from plainbill.knowledge.published import UnitLimit
from tests.checking.making import Written, bill, case_of, checked, decided, eob, found, kinds, line, own
from tests.checking.publishing import Published

KIND = "units-implausible"


def counted(code: str, units: float | None, **fields: object) -> Written:
    """A bill with one line of so many units."""
    return bill(line("1", code=code, units=units, **fields), totals={})


def fires(*papers: Written) -> bool:
    return bool(own(checked(*papers), KIND))


def test_nine_tests_where_one_a_day_makes_sense_are_found() -> None:
    finding = found(checked(counted("83036", 9, charge="405.00")), KIND)

    assert (finding.lines, finding.documents, finding.amount) == (("bill:1",), ("bill",), Decimal("405.00"))
    assert "9 units of code 83036" in finding.explanation
    assert "One unit is one test. More than 1 is" in finding.explanation
    assert (finding.confidence, finding.tables[0].name) == ("likely", "unit_ceilings")
    assert {entry.field: entry.value for entry in finding.evidence}["plausible_units"] == "1"


@pytest.mark.parametrize(
    ("code", "most"),
    [
        ("99213", 1), ("99285", 1), ("99396", 1), ("99243", 1), ("99221", 1), ("45385", 1), ("58150", 1), ("44970", 1),
        ("47562", 1), ("27447", 2), ("66984", 2), ("80053", 2), ("85025", 2), ("84443", 1), ("80061", 1), ("36415", 3),
        ("70450", 2), ("93000", 3), ("97110", 16), ("97530", 16), ("90837", 1), ("88305", 16), ("90471", 1),
        ("96365", 1), ("96366", 12), ("99292", 12), ("G0378", 72), ("20610", 2), ("71046", 4), ("96372", 8),
        ("87798", 26), ("93306", 3),
    ],
)  # fmt: skip
def test_a_ceiling_is_reached_in_silence_and_passed_with_a_finding(code: str, most: int) -> None:
    assert not fires(counted(code, most))
    assert fires(counted(code, most + 1))


@pytest.mark.parametrize(
    ("code", "units"),
    [
        ("J1644", 100), ("J1885", 60), ("Q4081", 200), ("A9585", 100), ("Q9967", 150), ("A0425", 180), ("00840", 210),
        ("E0601", 13), ("K0001", 12), ("T1019", 96), ("P9016", 30), ("A4253", 400), ("82962", 24), ("82947", 9),
        ("90460", 9), ("95165", 120), ("86003", 60), ("L1830", 4), ("D2391", 8), ("99232", 9), ("98765", 500),
        ("B4150", 900), ("G0299", 40), ("J9271", 400), ("A0430", 4),
    ],
)  # fmt: skip
def test_doses_miles_months_and_unknown_codes_are_not_judged(code: str, units: int) -> None:
    assert not fires(counted(code, units))


@pytest.mark.parametrize("units", [None, 0, -9, 1, 0.5])
def test_no_count_and_small_counts_say_nothing(units: float | None) -> None:
    assert not fires(counted("83036", units))


def test_a_count_is_said_as_people_write_it() -> None:
    assert "9 units" in found(checked(counted("83036", 9.0)), KIND).explanation
    assert "9.5 units" in found(checked(counted("83036", 9.5)), KIND).explanation
    assert "1e+300 units" in found(checked(counted("83036", 1e300)), KIND).explanation


def test_rooms_and_lines_without_a_code_are_not_judged() -> None:
    assert not fires(counted("", 40, revenue_code="0120"))
    assert not fires({**counted("85025", 12), "bill_type": "0111"})
    assert fires({**counted("85025", 12), "bill_type": "0131"})


def test_a_ceiling_holds_for_each_day_of_a_range() -> None:
    def over(units: int, last: str) -> bool:
        return fires(counted("97110", units, service_date_to=last))

    assert not over(48, "2024-05-08")
    assert over(49, "2024-05-08")
    assert over(17, "2024-05-06")
    assert over(17, "2024-05-01")


def test_without_a_day_nothing_is_judged() -> None:
    assert not fires(counted("83036", 9, service_date=None))


def test_both_sides_in_one_line_may_count_twice() -> None:
    assert not fires(counted("47562", 2, modifiers=["50"]))
    assert not fires(counted("47562", 2, modifiers=["RT", "LT"]))
    assert fires(counted("47562", 2, modifiers=["RT"]))
    assert fires(counted("47562", 3, modifiers=["50"]))
    assert not fires(counted("71046", 4, modifiers=["50"]))


def several(*lines: Written) -> Written:
    return bill(*(line(str(n), **{"code": "97110", **fields}) for n, fields in enumerate(lines, 1)), totals={})


def test_lines_of_one_code_and_day_are_added_up() -> None:
    finding = found(checked(several({"units": 9, "charge": "90.00"}, {"units": 8, "charge": "80.00"})), KIND)

    assert (finding.lines, finding.amount) == (("bill:1", "bill:2"), Decimal("170.00"))
    assert "add up to 17 units" in finding.explanation
    assert not fires(several({"units": 8, "charge": "90.00"}, {"units": 8, "charge": "80.00"}))


@pytest.mark.parametrize(
    "difference",
    [
        {"service_date": "2024-05-07"},
        {"modifiers": ["59"]},
        {"modifiers": ["76"]},
        {"modifiers": ["91"]},
        {"modifiers": ["RT"]},
        {"modifiers": ["50"]},
        {"modifiers": ["26"]},
        {"service_time": "17:20"},
        {"rendering_provider": "Dr. Ben Nib"},
        {"revenue_code": "0972"},
        {"code": "97112"},
    ],
    ids=str,
)
def test_what_sets_lines_apart_keeps_them_from_being_added(difference: Written) -> None:
    first = {"units": 9, "charge": "90.00", "rendering_provider": "Dr. Ada Quill"}

    assert not fires(several(first, {**first, "units": 8, **difference}))


@pytest.mark.parametrize("modifier", ["GP", "KX", "CQ"])
def test_other_modifiers_do_not_set_lines_apart(modifier: str) -> None:
    assert fires(several({"units": 9}, {"units": 8, "modifiers": [modifier]}))


def test_one_line_over_the_ceiling_is_named_alone() -> None:
    assert found(checked(several({"units": 17}, {"units": 2})), KIND).lines == ("bill:1",)


def test_lines_of_one_unit_are_services_of_their_own() -> None:
    one = {"code": "36415", "charge": "10.00", "units": 1}

    assert not fires(several(one, {**one, "charge": "11.00"}, {**one, "charge": "12.00"}, {**one, "charge": "13.00"}))
    assert fires(several({**one, "units": 2}, {**one, "charge": "11.00"}, {**one, "charge": "12.00"}))


def test_a_ceiling_for_a_line_is_not_summed() -> None:
    assert not fires(several(*({"code": "96365", "units": 1, "charge": f"{n}.00"} for n in (1, 2, 3))))
    assert fires(several(*({"code": "20610", "units": 2, "charge": f"{n}.00"} for n in (1, 2, 3))))
    assert not fires(several(*({"code": "20610", "units": 2, "charge": f"{n}.00"} for n in (1, 2))))


def test_equal_lines_are_a_copy_and_not_too_many_units_as_well() -> None:
    twice = several({"code": "80053", "units": 2}, {"code": "80053", "units": 2})
    decided_twice = eob(*(decided(n, code="80053", units=2, allowed="110.00") for n in ("1", "2")))
    each_too_many = several({"code": "80053", "units": 3}, {"code": "80053", "units": 3})

    assert kinds(checked(twice)) == ["duplicate-line"]
    assert kinds(checked(twice, decided_twice)) == ["duplicate-line"]
    assert set(kinds(checked(each_too_many))) == {"duplicate-line", KIND}


def test_the_plans_count_serves_where_the_bill_has_none() -> None:
    plan = eob(decided("1", code="83036", units=9, allowed="110.00"))
    finding = found(checked(counted("83036", None), plan), KIND)

    assert (finding.lines, finding.documents) == (("bill:1", "eob:1"), ("bill", "eob"))
    assert not fires(counted("83036", 1), plan)
    assert found(checked(plan), KIND).lines == ("eob:1",)


@pytest.mark.parametrize(
    "word",
    [
        {"status": "denied"},
        {"adjustments": [{"group": "CO", "reason": "151", "amount": "20.00"}]},
        {"adjustments": [{"group": "CO", "reason": "222", "amount": "20.00"}]},
        {"adjustments": [{"group": "CO", "reason": "96", "amount": "20.00", "remarks": ["N362"]}]},
        {"remarks": [{"code": "N362"}]},
    ],
    ids=str,
)
def test_the_plans_own_word_on_units_is_another_finding(word: Written) -> None:
    assert not fires(counted("83036", 9), eob(decided("1", code="83036", units=9, allowed="80.00", **word)))


def test_another_word_of_the_plan_does_not_silence() -> None:
    plan = decided("1", "CO-45 70.00, PR-3 30.00", code="83036", allowed="110.00", remarks=[{"code": "N130"}])

    assert fires(counted("83036", 9), eob(plan))


def by_published(paper: Written, code: str, limit: int, by: str = "day") -> tuple[list[Finding], list[object]]:
    entry = UnitLimit(code=code, units=limit, by=by, table="MUE 2024q2", source="CMS")  # type: ignore[arg-type]  # day or line
    tables = Published(limit=entry)
    return [f for f in check(case_of(paper), tables=tables).findings if f.kind == KIND], [
        asked[-1] for asked in tables.asked if len(asked) == 3
    ]


@pytest.mark.parametrize(("limit", "most"), [(1, 3), (2, 4), (3, 6), (10, 20)])
def test_a_published_limit_has_to_be_passed_clearly(limit: int, most: int) -> None:
    assert by_published(counted("98765", most), "98765", limit)[0] == []

    (finding,), asked = by_published(counted("98765", most + 1), "98765", limit)
    assert (finding.tables[0].name, finding.tables[0].entry) == ("MUE 2024q2", f"98765: {limit}")
    assert "limits that Medicare puts out" in finding.explanation
    assert asked == ["practitioner"]


def test_a_published_limit_goes_before_the_built_in_one_drawn_from_it() -> None:
    (finding,), _ = by_published(counted("71046", 9), "71046", 4)

    assert finding.tables[0].name == "MUE 2024q2"
    assert "One unit is one test or picture" in finding.explanation
    assert by_published(counted("71046", 8), "71046", 4)[0] == []


def test_our_own_families_go_before_a_published_limit() -> None:
    (finding,), asked = by_published(counted("99213", 2), "99213", 2)

    assert finding.tables[0].name == "unit_ceilings"
    assert asked == []
    assert by_published(counted("J1885", 60), "J1885", 8)[0] == []


def test_a_published_limit_by_line_is_not_summed() -> None:
    lines = bill(*(line(str(n), code="98765", units=3, charge=f"{n}.00") for n in (1, 2)), totals={})

    assert by_published(lines, "98765", 1, "line")[0] == []
    assert len(by_published(lines, "98765", 1)[0]) == 1


def test_limits_are_looked_up_where_they_hold() -> None:
    assert by_published(counted("98765", 9, revenue_code="0300"), "98765", 1)[1] == ["outpatient_hospital"]
    assert by_published(counted("98765", 9), "98765", 1)[1] == ["practitioner"]


@pytest.mark.parametrize("code", ["E9999", "K9999", "L0001"])
def test_equipment_is_looked_up_as_a_suppliers(code: str) -> None:
    assert by_published(counted(code, 9), "98765", 1)[1] == ["equipment"]
