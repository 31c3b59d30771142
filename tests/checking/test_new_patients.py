"""new-patient-established: who is new, who is known, and whose visits count."""

import datetime
from typing import Any

import pytest

from plainbill.checking.matching.earlier_visits import within_three_years
from tests.checking.making import Written, bill, checked, decided, eob, found, kinds, line, own, record

KIND = "new-patient-established"
ME = {"name": "Marigold Fennimore"}


def visit(code: str = "99203", day: str = "2024-05-06", **fields: Any) -> Written:
    return eob(decided(code=code, service_date=day, **fields), patient=ME)


def earlier(code: str = "99213", day: str = "2023-02-06", **fields: object) -> Written:
    return {**visit(code, day), "id": "old", "claim_number": "C-0412", **fields}


def sure(*papers: Written, **story: object) -> str | None:
    """How sure the finding is, None where there is none."""
    return next((f.confidence for f in checked(*papers, **story).findings if f.kind == KIND), None)


@pytest.mark.parametrize(
    ("earlier_day", "day", "is_within"),
    [
        ("2021-05-06", "2024-05-05", True),
        ("2021-05-06", "2024-05-06", True),
        ("2021-05-06", "2024-05-07", False),
        ("2020-02-29", "2023-02-28", True),
        ("2020-02-29", "2023-03-01", False),
        ("2021-02-28", "2024-02-28", True),
        ("2021-02-28", "2024-02-29", False),
        ("2021-03-01", "2024-02-29", True),
        ("2024-05-06", "2024-05-06", False),
        ("2024-05-07", "2024-05-06", False),
        ("2024-05-05", "2024-05-06", True),
        ("9997-01-01", "9999-12-31", True),
    ],
)
def test_three_years_end_with_the_third_anniversary(earlier_day: str, day: str, is_within: bool) -> None:
    days = (datetime.date.fromisoformat(earlier_day), datetime.date.fromisoformat(day))

    assert within_three_years(*days) is is_within


def test_the_finding_names_bill_and_eob_line_and_the_day_before() -> None:
    finding = found(checked(bill(line(code="99203")), visit(), last_seen="2022-03-14"), KIND)

    assert finding.lines == ("bill:1", "eob:1")
    assert (finding.category, finding.acts_first, finding.confidence) == ("coding", "clinician_or_coder", "likely")
    assert ("story", "last_seen", "2022-03-14") in {(e.document, e.field, e.value) for e in finding.evidence}
    assert "2022-03-14" in finding.ask
    assert [use.entry for use in finding.tables] == ["99203"]


@pytest.mark.parametrize(
    ("code", "last_seen", "confidence"),
    [
        ("99203", "2021-05-06", "likely"),
        ("99203", "2021-05-05", None),
        ("99203", "2024-05-06", None),
        ("99203", "2024-06-01", None),
        ("99385", "2022-03-14", "likely"),
        ("92004", "2022-03-14", "likely"),
        ("99344", "2022-03-14", "likely"),
        ("S0620", "2022-03-14", "likely"),
        ("99243", "2022-03-14", None),
        ("99283", "2022-03-14", None),
        ("99221", "2022-03-14", None),
        ("G0438", "2022-03-14", None),
        ("99213", "2022-03-14", None),
        ("99213", "2021-05-06", None),
        ("99213", "2021-05-05", "possible"),
        ("99395", "2015-01-01", "possible"),
        ("99213", "2025-01-01", None),
    ],
)
def test_the_last_visit_that_the_patient_tells(code: str, last_seen: str, confidence: str | None) -> None:
    assert sure(visit(code), last_seen=last_seen) == confidence


@pytest.mark.parametrize(
    ("code", "new", "last_seen", "confidence"),
    [
        ("99203", False, None, "likely"),
        ("99203", True, None, None),
        ("99203", None, None, None),
        ("99203", True, "2022-03-14", "possible"),
        ("99203", False, "2015-03-14", "likely"),
        ("99213", True, None, "likely"),
        ("99213", False, None, None),
        ("99213", False, "2015-03-14", None),
        ("99213", True, "2015-03-14", "likely"),
    ],
)
def test_what_the_record_says_comes_before_what_is_told(
    code: str, new: bool | None, last_seen: str | None, confidence: str | None
) -> None:
    told = {"last_seen": last_seen} if last_seen else {}

    assert sure(visit(code), record(visit={"new_patient": new}), **told) == confidence


def test_records_that_contradict_each_other_say_nothing() -> None:
    two = (record(visit={"new_patient": False}), record(id="other", visit={"new_patient": True}))

    assert sure(visit(), *two) is None


def test_the_record_stands_among_the_papers_of_the_finding() -> None:
    finding = found(checked(visit(), record(visit={"new_patient": False})), KIND)

    assert finding.documents == ("eob", "record")
    assert ("record", "visit.new_patient", "false") in {(e.document, e.field, e.value) for e in finding.evidence}


@pytest.mark.parametrize(
    ("paper", "confidence"),
    [
        (earlier(), "likely"),
        (earlier(day="2021-05-06"), "likely"),
        (earlier(day="2021-05-05"), None),
        (earlier(day="2024-05-06"), None),
        (earlier(day="2024-05-05"), "likely"),
        (earlier(day="2024-06-01"), None),
        (earlier("99203"), "likely"),
        (earlier("92014"), "likely"),
        (earlier("99283"), None),
        (earlier("99232"), None),
        (earlier("85025"), None),
        (earlier(kind="bill", totals={}), "likely"),
        (earlier(kind="estimate"), None),
        (earlier(provider={"name": "Fernhill Dermatology"}), None),
        (earlier(patient={"name": "Basil Oakley"}), None),
        (record(id="old", service_from="2023-02-06", visit={"reason": "follow_up"}), "likely"),
        (record(id="old", service_from="2023-02-06", visit={"reason": "emergency"}), None),
        (record(id="old", service_from="2023-02-06"), None),
        (record({"id": "1", "code": "99213"}, id="old", service_from="2023-02-06"), "likely"),
        (record(id="old", service_from="2023-02-06", provider=None, visit={"reason": "follow_up"}), None),
    ],
)
def test_an_earlier_visit_on_another_paper(paper: Written, confidence: str | None) -> None:
    assert sure(visit(), paper) == confidence


def test_the_paper_that_shows_the_earlier_visit_is_named() -> None:
    finding = found(checked(visit(), earlier()), KIND)

    assert finding.documents == ("eob", "old")
    assert finding.lines == ("eob:1",)
    assert ("old", "1", "service_date", "2023-02-06") in {
        (e.document, e.line, e.field, e.value) for e in finding.evidence
    }


def test_the_second_new_visit_on_one_paper_is_wrong() -> None:
    two = eob(decided(code="99203"), decided("2", code="99203", service_date="2024-05-20"))

    assert found(checked(two), KIND).lines == ("eob:2",)


@pytest.mark.parametrize(
    ("doctor_then", "doctor_now", "is_found"),
    [
        ("Dr. Ash Rowan", "Dr. Ash Rowan", True),
        ("Dr. Ash Rowan", "Dr. Elm Hazel", False),
        ("Dr. Li Na", "Dr. Lina", False),
        ("Dr. Ash Rowan", None, True),
        (None, "Dr. Elm Hazel", True),
    ],
)
def test_another_doctor_of_the_practice_may_have_another_specialty(
    doctor_then: str | None, doctor_now: str | None, is_found: bool
) -> None:
    before = decided(code="99213", service_date="2023-02-06", rendering_provider=doctor_then)

    result = checked(visit(rendering_provider=doctor_now), eob(before, id="old", patient=ME, claim_number="C-0412"))

    assert (KIND in kinds(result)) is is_found


@pytest.mark.parametrize(("day", "is_found"), [("2024-05-05", False), ("2024-04-05", False), ("2024-04-04", True)])
def test_a_record_shortly_before_may_be_the_visit_under_a_wrong_date(day: str, is_found: bool) -> None:
    before = record(service_from=day, visit={"reason": "new_problem"})

    assert (KIND in kinds(checked(visit(), before))) is is_found


def test_a_record_shortly_before_counts_where_the_visit_has_its_own() -> None:
    own = record(id="own", visit={"reason": "new_problem"})
    before = record(service_from="2024-05-05", visit={"reason": "new_problem"})

    assert KIND in kinds(checked(visit(), own, before))


def test_a_bill_with_another_day_than_the_eob_is_no_earlier_visit() -> None:
    paper = bill(line(code="99203", service_date="2024-05-05", claim_number="C-1001"), patient=ME)

    assert KIND not in kinds(checked(paper, visit()))


def test_an_established_code_is_right_after_a_visit_on_paper_whatever_the_record_says() -> None:
    assert sure(visit("99213"), earlier(), record(visit={"new_patient": True})) is None
    assert sure(visit("99213"), earlier(day="2020-02-06"), record(visit={"new_patient": True})) == "likely"


def test_with_two_practices_nobody_knows_which_one_was_meant() -> None:
    other = {**visit("99213"), "id": "other", "provider": {"name": "Fernhill Dermatology"}, "claim_number": "C-2"}
    laboratory = {**visit("85025"), "id": "lab", "provider": {"name": "Fernhill Laboratory"}, "claim_number": "C-3"}
    somebody = {**other, "patient": {"name": "Basil Oakley"}}

    assert sure(visit(), other, last_seen="2022-03-14") is None
    assert sure(visit(), laboratory, last_seen="2022-03-14") == "likely"
    assert sure(visit(), somebody, last_seen="2022-03-14") == "likely"


def test_a_code_for_a_known_patient_is_doubted_only_where_nobody_else_was_seen() -> None:
    somebody = {**visit("99212"), "id": "other", "patient": {"name": "Basil Oakley"}, "claim_number": "C-2"}

    assert sure(visit("99213"), last_seen="2015-03-14") == "possible"
    assert sure(visit("99213"), somebody, last_seen="2015-03-14") is None


def test_a_visit_that_the_plan_refused_is_judged_by_its_reason() -> None:
    refused = eob(decided(codes="CO-B16 180.00", paid="0.00", code="99203", status="denied"), patient=ME)

    assert not own(checked(refused, record(visit={"new_patient": False})), KIND)


def test_a_visit_without_a_day_cannot_be_held_against_another() -> None:
    undated = eob({**decided(code="99203"), "service_date": None}, patient=ME)

    assert sure(undated, earlier(), last_seen="2022-03-14") is None


def test_one_tax_number_is_one_practice_under_two_names() -> None:
    then, now = (
        {"name": "Brookside Family Care", "tax_id": "00-1234567"},
        {"name": "Willow Brook", "tax_id": "001234567"},
    )

    assert sure({**visit(), "provider": now}, earlier(provider=then)) == "likely"


def test_two_members_of_a_remittance_without_names_are_not_one_patient() -> None:
    nameless = {"patient": {"account_number": "HWC-40917"}}
    one = {**visit(), **nameless, "coverage": {"member_id": "MHN 330 8127 44"}}
    other = {**earlier(), **nameless}

    assert sure(one, {**other, "coverage": {"member_id": "MHN 119 0046 02"}}) is None
    assert sure(one, {**other, "coverage": {"member_id": "MHN 330 8127 44"}}) is not None
