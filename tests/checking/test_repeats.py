"""duplicate-line: charges printed again, and the many ways in which two equal lines are right."""

from decimal import Decimal

import pytest

from plainbill.case import PageReport, Problem, Source
from plainbill.checking import check
from tests.checking.making import Written, bill, case_of, checked, decided, eob, found, kinds, line


def twice(*, second: Written | None = None, **fields: object) -> Written:
    """A bill that lists one film twice; `second` is what its second line has in a way of its own."""
    film = {"code": "71046", "description": "Chest X-ray, two views", "charge": "140.00", **fields}
    return bill(line("1", **film), line("2", **{**film, **(second or {})}), totals={"charges": "280.00"})


def test_one_charge_printed_twice_is_found_with_the_repeated_amount() -> None:
    finding = found(checked(twice()), "duplicate-line")

    assert (finding.lines, finding.amount) == (("bill:1", "bill:2"), Decimal("140.00"))


def test_three_equal_lines_are_two_too_many() -> None:
    lines = [line(str(n), code="71046") for n in range(3)]

    assert found(checked(bill(*lines, totals={})), "duplicate-line").amount == Decimal("360.00")


@pytest.mark.parametrize(
    "difference",
    [
        {"service_date": "2024-05-07"},
        {"service_date_to": "2024-05-09"},
        {"modifiers": ["76"]},
        {"modifiers": ["RT"]},
        {"charge": "139.00"},
        {"units": 2},
        {"service_time": "14:30"},
        {"rendering_provider": "Dr. Ada Quill"},
        {"revenue_code": "0972"},
        {"diagnosis_codes": ["R07.9"]},
        {"description": "Chest X-ray, left side lying"},
        {"place_of_service": "22"},
        {"ndc": "00000-0000-01"},
    ],
    ids=lambda difference: next(iter(difference)),
)
def test_a_line_that_differs_is_no_copy(difference: dict[str, object]) -> None:
    assert "duplicate-line" not in kinds(checked(twice(second=difference)))


@pytest.mark.parametrize("wording", ["Chest X-ray", "Chest X-ray, two views, left", "Chest X-ray, 2 views, two views"])
def test_a_word_for_a_side_or_a_number_makes_another_service(wording: str) -> None:
    is_copy = "duplicate-line" in kinds(checked(twice(second={"description": wording})))

    assert is_copy is (wording == "Chest X-ray")


def test_a_blood_count_may_repeat_during_a_stay_but_not_in_an_office() -> None:
    assert kinds(checked({**twice(code="85025"), "bill_type": "0111"})) == []
    assert kinds(checked(twice(code="85025"))) == ["duplicate-line"]


def test_two_claim_numbers_for_one_charge_are_still_a_copy() -> None:
    assert "duplicate-line" in kinds(checked(twice(claim_number="C-1", second={"claim_number": "C-2"})))


def test_lines_without_a_day_may_be_of_two_days() -> None:
    result = checked(twice(service_date=None))

    assert kinds(result) == []
    assert any(gap.kinds == ("duplicate-line",) and gap.field == "service_date" for gap in result.not_assessed)


def test_a_bill_for_one_day_lends_its_day_to_its_lines() -> None:
    paper = {**twice(service_date=None), "service_from": "2024-05-06", "service_to": "2024-05-06"}

    assert kinds(checked(paper)) == ["duplicate-line"]


@pytest.mark.parametrize("code", ["96366", "90472", "88305", "87040", "A0425", "99292", "82962"])
def test_codes_that_are_counted_more_than_once_a_day_may_repeat(code: str) -> None:
    assert kinds(checked(twice(code=code))) == []


def test_doses_on_a_hospital_bill_may_repeat_but_not_in_an_office() -> None:
    assert kinds(checked(twice(code="J1885", revenue_code="0636"))) == []
    assert kinds(checked(twice(code="J1885"))) == ["duplicate-line"]


@pytest.mark.parametrize(
    ("description", "revenue_code"),
    [
        ("ONDANSETRON 4MG TAB", None),
        ("SODIUM CHLORIDE 1000 ML BAG", None),
        ("FOLEY CATHETER TRAY", None),
        ("LABORATORY", None),
        ("Semi-private room, one day", None),
        ("Something given", "0250"),
    ],
)
def test_goods_and_time_without_a_code_may_repeat(description: str, revenue_code: str | None) -> None:
    paper = twice(code=None, description=description, revenue_code=revenue_code)

    assert "duplicate-line" not in kinds(checked(paper))


def test_a_named_service_without_a_code_is_a_possible_copy() -> None:
    finding = found(checked(twice(code=None, description="Office consultation with Dr. Reed")), "duplicate-line")

    assert finding.confidence == "possible"


def test_a_charge_and_its_negative_twin_are_gone() -> None:
    film = {"code": "71046", "charge": "140.00"}
    taken_back = line("3", code="71046", charge="-140.00", units=-1)

    assert kinds(checked(bill(line("1", **film), line("2", **film), taken_back, totals={}))) == []


def test_a_visit_record_that_counts_two_makes_two_lines_right() -> None:
    record = {
        "id": "record",
        "kind": "visit_summary",
        "lines": [line("1", code="71046", charge=None, units=2)],
    }

    assert kinds(checked(twice(), record)) == []


@pytest.mark.parametrize(
    ("billed", "recorded", "is_copy"), [(0.5, 0.5, True), (0.5, 1, False), (1, 0, True), (1, -1, True), (1, 2, False)]
)
def test_two_lines_are_right_where_the_record_counts_the_units_of_both(
    billed: float, recorded: float, is_copy: bool
) -> None:
    record = {"id": "record", "kind": "visit_summary", "lines": [line("1", code="71046", charge=None, units=recorded)]}

    assert ("duplicate-line" in kinds(checked(twice(units=billed), record))) is is_copy


def test_what_the_plan_did_with_the_copy_is_said() -> None:
    film = {"code": "71046", "charge": "140.00"}
    share = "CO-45 60.00, PR-2 16.00"
    paid = decided("1", share, "64.00", allowed="80.00", **film)
    once, both = eob(paid), eob(paid, decided("2", share, "64.00", allowed="80.00", **film))

    assert "The plan paid each of them." in found(checked(twice(), both), "duplicate-line").explanation
    assert "The plan's paper has it once." in found(checked(twice(), once), "duplicate-line").explanation


def test_two_equal_lines_that_a_plan_paid_are_found_without_a_bill() -> None:
    paid = {"code": "71046", "allowed": "110.00"}

    assert found(checked(eob(decided("1", **paid), decided("2", **paid))), "duplicate-line").lines == ("eob:1", "eob:2")


@pytest.mark.parametrize(("billed_by", "is_copy"), [({}, False), ({"provider": {"name": "Elsewhere"}}, True)])
def test_two_equal_lines_of_a_plan_are_right_where_its_own_bill_shows_two_times(
    billed_by: Written, is_copy: bool
) -> None:
    film = {"code": "71046", "charge": "140.00"}
    two_times = [line(number, service_time=time, **film) for number, time in (("1", "08:10"), ("2", "16:40"))]
    twice_paid = eob(decided("1", allowed="110.00", **film), decided("2", allowed="110.00", **film))

    result = checked(bill(*two_times, totals={}, **billed_by), twice_paid)
    assert ("duplicate-line" in kinds(result)) is is_copy


def test_two_statements_about_one_visit_are_no_copies() -> None:
    assert kinds(checked(bill(), {**bill(), "id": "reminder", "document_date": "2024-07-10"})) == []


def _source(page: int, top: float, *, confirmed: bool = True) -> Source:
    return Source(
        page=page, box=(10, top, 90, top + 10), text="140.00", confirmed_by=("line_sum",) if confirmed else ()
    )


def test_lines_read_from_one_place_on_the_paper_are_a_reading_fault() -> None:
    paths = ["documents[0].lines[0].charge", "documents[0].lines[1].charge"]

    same_place = check(case_of(twice()), sources={paths[0]: _source(0, 100), paths[1]: _source(0, 102)})
    two_places = check(case_of(twice()), sources={paths[0]: _source(0, 100), paths[1]: _source(0, 130)})

    assert kinds(same_place) == []
    assert kinds(two_places) == ["duplicate-line"]


def test_lines_on_a_page_photographed_twice_are_no_copies() -> None:
    pages = [
        PageReport(file="a.jpg", page=1, document="bill", width=10, height=10),
        PageReport(
            file="b.jpg",
            page=1,
            document="bill",
            width=10,
            height=10,
            problems=(Problem(kind="duplicate_page", text="The same page again."),),
        ),
    ]
    sources = {"documents[0].lines[0].charge": _source(0, 100), "documents[0].lines[1].charge": _source(1, 100)}

    assert kinds(check(case_of(twice()), sources=sources, pages=pages)) == []


@pytest.mark.parametrize(("top", "is_copy"), [(5.0, False), (10.0, True), (10.5, True), (9.5, False)])
def test_places_that_share_more_than_half_are_one_place(top: float, is_copy: bool) -> None:
    sources = {
        f"documents[0].lines[{n}].charge": Source(page=0, box=(0, y, 10, y + 20), text="1", confirmed_by=("total",))
        for n, y in enumerate((0.0, top))
    }

    assert ("duplicate-line" in kinds(check(case_of(twice()), sources=sources))) is is_copy


@pytest.mark.parametrize(("left", "is_copy"), [(80.0, True), (70.0, False)])
def test_a_small_place_is_part_of_a_large_one_only_where_most_of_it_lies_there(left: float, is_copy: bool) -> None:
    places = ((0.0, 10.0, 84.0, 20.0), (left, 10.0, left + 20.0, 20.0))
    sources = {
        f"documents[0].lines[{n}].charge": Source(page=0, box=box, text="1", confirmed_by=("total",))
        for n, box in enumerate(places)
    }

    assert ("duplicate-line" in kinds(check(case_of(twice()), sources=sources))) is is_copy


def test_two_tables_side_by_side_are_two_places() -> None:
    places = ((0.0, 0.0, 10.0, 20.0), (20.0, 0.0, 30.0, 20.0))
    sources = {
        f"documents[0].lines[{n}].charge": Source(page=0, box=box, text="1", confirmed_by=("total",))
        for n, box in enumerate(places)
    }

    assert "duplicate-line" in kinds(check(case_of(twice()), sources=sources))


@pytest.mark.parametrize("words", ["Chest scan left", "CHEST SCAN LEFT"])
def test_lines_without_codes_are_told_apart_by_the_plan_however_it_writes_the_words(words: str) -> None:
    ours = [line(number, code=None, description="Chest scan left") for number in ("1", "2")]
    theirs = [
        decided(number, code=None, description=words, modifiers=[side]) for number, side in (("1", "RT"), ("2", "LT"))
    ]

    assert "duplicate-line" not in kinds(checked(bill(*ours, totals={}), eob(*theirs)))


def test_copies_on_an_eob_that_takes_everything_back_are_nothing() -> None:
    twice_paid = eob(decided(), decided("2"), claim_frequency="reversal")

    assert kinds(checked(twice_paid)) == []


def test_the_same_place_on_two_pages_is_two_places() -> None:
    sources = {f"documents[0].lines[{n}].charge": _source(n, 100) for n in range(2)}

    assert kinds(check(case_of(twice()), sources=sources)) == ["duplicate-line"]
