"""visit-level-high: what speaks against a level, what supports it, and what is no sign."""

import datetime

import pytest

from plainbill.checking.codes.visits import visit_code
from tests.checking.making import Written, bill, checked, decided, eob, found, kinds, line, own, record

KIND = "visit-level-high"


def judged(code: str, visit: Written, story: str | None = None, day: str = "2024-05-06") -> str | None:
    """How sure a finding on this visit is, None where there is none."""
    told = {"visit_reason": story} if story else {}
    visit_record = [record(visit=visit, service_from=day)] if visit else []
    result = checked(eob(decided(code=code, service_date=day)), *visit_record, **told)
    return next((finding.confidence for finding in result.findings if finding.kind == KIND), None)


def test_the_finding_names_bill_and_eob_line_and_rests_on_the_record() -> None:
    visit = {"minutes": 20, "problems_addressed": 1}

    finding = found(checked(bill(line(code="99204")), eob(decided(code="99204")), record(visit=visit)), KIND)

    assert finding.lines == ("bill:1", "eob:1")
    assert finding.documents == ("bill", "eob", "record")
    assert (finding.category, finding.acts_first) == ("coding", "clinician_or_coder")
    assert ("record", "visit.minutes", "20") in {(e.document, e.field, e.value) for e in finding.evidence}
    assert ("record", "visit.problems_addressed", "1") in {(e.document, e.field, e.value) for e in finding.evidence}
    assert "45 minutes" in finding.explanation
    assert [use.entry for use in finding.tables] == ["99204"]


@pytest.mark.parametrize(
    ("code", "level", "confidence"),
    [
        ("99214", 3, "likely"),
        ("99214", 4, None),
        ("99214", 5, None),
        ("99204", 3, "likely"),
        ("99212", 1, "likely"),
        ("99211", 1, None),
        ("99285", 4, "likely"),
        ("99285", 5, None),
        ("99223", 2, "likely"),
        ("99223", 3, None),
        ("99233", 2, "likely"),
        ("99350", 4, None),
        ("98011", 4, "likely"),
        ("99291", 3, None),
        ("99396", 1, None),
        ("99239", 1, None),
    ],
)
def test_the_level_in_the_record_is_held_against_the_billed_one(code: str, level: int, confidence: str | None) -> None:
    day = "2025-05-06" if code.startswith("98") else "2024-05-06"

    assert judged(code, {"level": level}, day=day) == confidence


def test_a_level_that_holds_silences_time_and_reason() -> None:
    assert (
        judged("99215", {"level": 5, "minutes": 5, "problems_addressed": 1, "reason": "follow_up"}, "follow_up") is None
    )


def test_a_lower_level_counts_also_beside_many_minutes_and_problems() -> None:
    assert judged("99215", {"level": 4, "minutes": 50, "problems_addressed": 4}) == "likely"


@pytest.mark.parametrize(
    ("code", "minutes", "problems", "confidence"),
    [
        ("99214", 29, 1, "likely"),
        ("99214", 30, 1, None),
        ("99214", 29, 2, None),
        ("99214", 29, 0, "likely"),
        ("99214", 29, None, None),
        ("99214", 0, 1, "likely"),
        ("99213", 19, 1, "likely"),
        ("99213", 20, 1, None),
        ("99212", 5, 1, None),
        ("99203", 29, 1, "likely"),
        ("99205", 59, 1, "likely"),
        ("99205", 60, 1, None),
        ("99215", 39.5, 1, "likely"),
        ("99215", 40, 1, None),
        ("99285", 5, 1, None),
        ("99223", 74, 1, "likely"),
        ("99223", 75, 1, None),
        ("99222", 54, 1, None),
    ],
)
def test_less_time_than_the_level_takes_counts_only_with_one_problem_at_most(
    code: str, minutes: float, problems: int | None, confidence: str | None
) -> None:
    visit = {"minutes": minutes} | ({} if problems is None else {"problems_addressed": problems})

    assert judged(code, visit) == confidence


@pytest.mark.parametrize(
    ("reason", "story", "diagnoses", "confidence"),
    [
        ("follow_up", None, ["I10"], "possible"),
        (None, "follow_up", ["I10"], "possible"),
        ("follow_up", "follow_up", [], "possible"),
        ("follow_up", None, ["I10", "E11.9"], None),
        ("follow_up", "new_problem", ["I10"], None),
        ("new_problem", None, ["I10"], None),
        (None, None, ["I10"], None),
    ],
)
def test_a_short_visit_without_a_count_of_problems_counts_only_as_a_plain_follow_up(
    reason: str | None, story: str | None, diagnoses: list[str], confidence: str | None
) -> None:
    visit = {"minutes": 29} | ({"reason": reason} if reason else {})
    told = {"visit_reason": story} if story else {}
    result = checked(eob(decided(code="99214")), record(visit=visit, diagnosis_codes=diagnoses), **told)

    assert next((f.confidence for f in result.findings if f.kind == KIND), None) == confidence


@pytest.mark.parametrize(
    ("code", "story", "visit", "confidence"),
    [
        ("99215", "follow_up", {}, "likely"),
        ("99205", "follow_up", {}, "likely"),
        ("99214", "follow_up", {}, None),
        ("99215", "new_problem", {}, None),
        ("99215", None, {}, None),
        ("99215", "follow_up", {"problems_addressed": 1}, "likely"),
        ("99215", "follow_up", {"problems_addressed": 2}, None),
        ("99215", "follow_up", {"minutes": 40}, None),
        ("99215", "follow_up", {"reason": "new_problem"}, None),
        ("99215", None, {"reason": "follow_up"}, "likely"),
        ("99215", None, {"reason": "new_problem", "problems_addressed": 1}, "possible"),
        ("99215", None, {"reason": "new_problem"}, None),
        ("99214", None, {"reason": "new_problem", "problems_addressed": 1}, None),
        ("99350", "follow_up", {}, None),
        ("99233", "follow_up", {}, None),
        ("99285", "follow_up", {}, None),
    ],
)
def test_a_plain_follow_up_or_one_problem_at_the_top_level_of_an_office(
    code: str, story: str | None, visit: dict[str, object], confidence: str | None
) -> None:
    assert judged(code, visit, story) == confidence


def test_the_evidence_says_who_called_it_a_follow_up() -> None:
    paper = eob(decided(code="99215"))

    recorded = found(checked(paper, record(visit={"reason": "follow_up"})), KIND)
    told = found(checked(paper, visit_reason="follow_up"), KIND)

    assert ("record", "visit.reason", "follow_up") in {(e.document, e.field, e.value) for e in recorded.evidence}
    assert "story" not in {e.document for e in recorded.evidence}
    assert ("story", "visit_reason", "follow_up") in {(e.document, e.field, e.value) for e in told.evidence}


def test_a_follow_up_for_several_diagnoses_is_only_possible() -> None:
    visit = decided(code="99215", diagnosis_codes=["I10", "E11.9"])

    assert found(checked(eob(visit), visit_reason="follow_up"), KIND).confidence == "possible"


def test_what_the_patient_says_of_one_visit_is_not_said_of_two() -> None:
    two = eob(decided(code="99215"), decided("2", code="99213", service_date="2024-05-20"))

    assert KIND not in kinds(checked(two, visit_reason="follow_up"))


def test_a_visit_of_somebody_else_does_not_take_the_story_away() -> None:
    mine = eob(decided(code="99215"), patient={"name": "Marigold Fennimore"})
    other = bill(line(service_date="2024-05-20"), totals={}, patient={"name": "Basil Oakley"})

    assert KIND in kinds(checked(mine, other, visit_reason="follow_up"))


@pytest.mark.parametrize(
    ("fields", "is_of_the_visit"),
    [
        ({}, True),
        ({"provider": None}, True),
        ({"provider": {"name": "Fernhill Clinic"}}, False),
        ({"service_from": "2024-05-07"}, False),
        ({"service_from": None, "document_date": "2024-05-06"}, True),
        ({"service_from": None}, False),
        ({"service_from": "2024-05-05", "service_to": "2024-05-07"}, True),
        ({"service_from": "2024-05-04", "service_to": "2024-05-05"}, False),
        ({"patient": {"name": "Basil Oakley"}}, False),
        ({"document_date": "2024-05-30"}, True),
    ],
)
def test_only_a_record_of_the_same_day_patient_and_provider_counts(
    fields: dict[str, object], is_of_the_visit: bool
) -> None:
    paper = eob(decided(code="99214"), patient={"name": "Marigold Fennimore"})

    result = checked(paper, record(visit={"level": 3}, **fields))

    assert (KIND in kinds(result)) is is_of_the_visit


def test_of_two_records_the_one_that_supports_the_level_counts() -> None:
    low, high = record(visit={"level": 2}), record(id="other", visit={"level": 4})

    assert KIND not in kinds(checked(eob(decided(code="99214")), low, high))


@pytest.mark.parametrize(("code", "is_found"), [("99213", True), ("99203", True), ("99214", False), ("99283", False)])
def test_a_visit_code_in_the_record_is_its_level(code: str, is_found: bool) -> None:
    listed = record({"id": "1", "code": code})

    assert (KIND in kinds(checked(eob(decided(code="99214")), listed))) is is_found


def test_the_evidence_names_what_in_the_record_gives_the_level() -> None:
    paper = eob(decided(code="99214"))

    by_code = found(checked(paper, record({"id": "1", "code": "99213"})), KIND)
    by_level = found(checked(paper, record({"id": "1", "code": "99213"}, visit={"level": 2})), KIND)
    by_time = found(checked(paper, record({"id": "1", "code": "99203"}, visit={"minutes": 5}, id="r")), KIND)

    assert ("record", "1", "code", "99213") in {(e.document, e.line, e.field, e.value) for e in by_code.evidence}
    assert "level 3" in by_code.explanation
    assert ("record", "visit.level", "2") in {(e.document, e.field, e.value) for e in by_level.evidence}
    assert "visit.minutes" not in {e.field for e in by_time.evidence}


def test_a_visit_that_the_plan_refused_is_judged_by_its_reason() -> None:
    refused = decided(codes="CO-150 180.00", paid="0.00", code="99214", status="denied")

    assert not own(checked(eob(refused), record(visit={"level": 3})), KIND)


def test_the_code_that_the_plan_lowered_is_held_against_the_record() -> None:
    result = checked(bill(line(code="99215")), eob(decided(code="99214")), record(visit={"level": 4}))

    assert KIND not in kinds(result)


def test_the_code_on_the_bill_counts_where_the_plan_prints_none() -> None:
    result = checked(bill(line(code="99214")), eob(decided(code=None)), record(visit={"level": 3}))

    assert found(result, KIND).lines == ("bill:1", "eob:1")


def test_a_hospitals_level_for_its_rooms_is_only_possibly_the_clinicians() -> None:
    room = decided(code="99285", revenue_code="0450")

    assert found(checked(eob(room), record(visit={"level": 3})), KIND).confidence == "possible"


@pytest.mark.parametrize(
    ("code", "visit", "asked"),
    [
        ("99215", None, ["top_level"]),
        ("99205", None, ["top_level"]),
        ("99214", None, []),
        ("99285", None, []),
        ("99215", {"reason": "new_problem"}, []),
        ("99214", {"minutes": 29}, ["problems_unknown"]),
        ("99214", {"minutes": 30}, []),
        ("99214", {"minutes": 29, "problems_addressed": 2}, []),
        ("99214", {"minutes": 29, "level": 4}, []),
        ("99285", {"minutes": 5}, []),
    ],
)
def test_what_is_missing_is_asked_only_where_the_level_is_in_question(
    code: str, visit: dict[str, object] | None, asked: list[str]
) -> None:
    papers = [eob(decided(code=code)), *([record(visit=visit)] if visit else [])]

    gaps = [gap for gap in checked(*papers).not_assessed if KIND in gap.kinds]

    assert [gap.needs for gap in gaps] == ["visit_summary"] * len(asked)
    assert [("top level" in gap.why, gap.document) for gap in gaps] == [(a == "top_level", "eob") for a in asked]


@pytest.mark.parametrize(
    ("code", "day", "minutes"),
    [
        ("99213", "2020-12-31", None),
        ("99213", "2021-01-01", 20),
        ("99201", "2020-12-31", None),
        ("99223", "2023-01-01", 75),
    ],
)
def test_minutes_hold_from_the_day_they_were_set(code: str, day: str, minutes: int | None) -> None:
    known = visit_code(code, datetime.date.fromisoformat(day))

    assert known is not None
    assert known.minutes == minutes


@pytest.mark.parametrize(("code", "day"), [("99201", "2021-01-01"), ("99223", "2022-12-31"), ("98003", "2024-12-31")])
def test_a_code_that_did_not_live_on_the_day_has_no_level(code: str, day: str) -> None:
    assert visit_code(code, datetime.date.fromisoformat(day)) is None


def test_without_a_day_the_table_of_now_holds() -> None:
    known = visit_code("99213", None)

    assert known is not None
    assert known.minutes == 20
    assert visit_code("99201", None) is None


def test_what_only_the_record_says_is_no_word_of_the_patient() -> None:
    result = checked(bill(line(code="99215")), record(visit={"level": 3, "reason": "follow_up"}))

    assert "story" not in {entry.document for entry in found(result, KIND).evidence}
