"""unrecognized-service: what the patient names, and what a record that lists codes does not have."""

from decimal import Decimal

import pytest

from plainbill.case import PageReport, Problem
from plainbill.checking import check
from tests.checking.making import Written, bill, case_of, checked, decided, eob, found, kinds, line, own, record

KIND = "unrecognized-service"
SPLINT = {"code": "29125", "description": "Splint, forearm", "charge": "95.00"}


def papers(**splint: object) -> tuple[Written, Written]:
    """A bill and an EOB for a visit and a splint."""
    own = {**SPLINT, **splint}
    paid = decided("2", "CO-45 45.00", "50.00", **own)
    return bill(line(), line("2", **own), totals={}), eob(decided(), paid)


def visit_record(*codes: str | None, **fields: object) -> Written:
    return record(*({"id": str(n), "code": code} for n, code in enumerate(codes)), **fields)


@pytest.mark.parametrize("named", ["bill:2", "eob:2"])
@pytest.mark.parametrize("field", ["unrecognized", "not_received"])
def test_a_named_charge_is_reported_on_both_papers_once(field: str, named: str) -> None:
    finding = found(checked(*papers(), **{field: [named]}), KIND)

    assert finding.lines == ("bill:2", "eob:2")
    assert finding.documents == ("bill", "eob")
    assert finding.amount == Decimal("95.00")
    assert (finding.category, finding.acts_first, finding.confidence) == ("coding", "clinician_or_coder", "likely")
    assert ("story", field, named) in {(e.document, e.field, e.value) for e in finding.evidence}
    assert "29125 (Splint forearm)" in finding.ask


def test_both_lines_of_one_service_named_are_one_finding() -> None:
    finding = found(checked(*papers(), unrecognized=["bill:2", "eob:2"]), KIND)

    assert finding.amount == Decimal("95.00")


def test_what_did_not_happen_is_not_also_unknown() -> None:
    finding = found(checked(*papers(), unrecognized=["bill:2"], not_received=["eob:2"]), KIND)

    assert "did not happen" in finding.explanation


def test_several_charges_of_one_paper_are_one_finding_with_their_sum() -> None:
    finding = found(checked(*papers(), unrecognized=["bill:1", "bill:2"]), KIND)

    assert finding.lines == ("bill:1", "bill:2", "eob:1", "eob:2")
    assert finding.amount == Decimal("275.00")


def test_a_share_of_a_charge_in_question_is_not_called_right() -> None:
    result = checked(*papers(), not_received=["bill:1"])

    assert "cost-share" not in {finding.kind for finding in result.findings}


def test_a_charge_on_an_eob_alone_is_enough() -> None:
    assert found(checked(papers()[1], unrecognized=["eob:2"]), KIND).lines == ("eob:2",)


def test_a_charge_that_was_taken_back_is_in_question_no_more() -> None:
    back = line("3", **{**SPLINT, "charge": "-95.00"})
    paper = bill(line(), line("2", **SPLINT), back, totals={})

    assert KIND not in kinds(checked(paper, unrecognized=["bill:2"]))


def test_a_line_of_an_older_statement_is_found_on_the_newer_one() -> None:
    older = bill(line(), line("2", **SPLINT), totals={}, id="old", document_date="2024-05-30")

    assert found(checked(older, *papers(), unrecognized=["old:2"]), KIND).lines == ("bill:2", "eob:2")


def test_a_charge_without_code_and_words_is_named_as_what_it_is() -> None:
    paper = bill(line(code=None, description=None), totals={})

    assert "this charge" in found(checked(paper, unrecognized=["bill:1"]), KIND).explanation


def test_a_charge_without_an_amount_has_none() -> None:
    paper = bill({"id": "1", "code": "29125"}, totals={})

    assert found(checked(paper, unrecognized=["bill:1"]), KIND).amount is None


def test_a_line_that_is_not_billed_is_in_question_only_where_a_bill_has_the_like() -> None:
    listed = visit_record("29125")

    assert found(checked(*papers(), listed, unrecognized=["record:0"]), KIND).lines == ("bill:2", "eob:2")
    assert KIND not in kinds(checked(bill(), listed, unrecognized=["record:0"]))


@pytest.mark.parametrize(
    ("splint", "recorded", "is_found"),
    [
        ({}, ["99213"], True),
        ({}, ["99213", "73030"], True),
        ({}, ["99213", "29125"], False),
        ({}, ["99213", "29130"], False),
        ({}, ["99213", None], False),
        ({}, [], False),
        ({}, ["73030"], False),
        ({"code": "97140"}, ["99213", "97110"], True),
        ({"code": "97140"}, ["99213", "97140"], False),
        ({"code": "73030"}, ["99213"], True),
        ({"code": "93000"}, ["99213"], True),
        ({"code": "73030", "modifiers": ["26"]}, ["99213"], False),
        ({"code": "73030", "modifiers": ["TC"]}, ["99213"], False),
        ({"code": "73030", "modifiers": ["RT"]}, ["99213"], True),
        ({"code": "36415"}, ["99213"], False),
        ({"code": "36417"}, ["99213"], True),
        ({"code": "85025"}, ["99213"], False),
        ({"code": "79999"}, ["99213"], True),
        ({"code": "90686"}, ["99213"], False),
        ({"code": "90832"}, ["99213"], True),
        ({"code": "96372"}, ["99213"], False),
        ({"code": "01990"}, ["99213"], False),
        ({"code": "99406"}, ["99213"], False),
        ({"code": "J1885"}, ["99213"], False),
        ({"code": "0509T"}, ["99213"], False),
    ],
)
def test_a_record_that_lists_codes_would_list_a_procedure(
    splint: dict[str, object], recorded: list[str | None], is_found: bool
) -> None:
    result = checked(*papers(**splint), visit_record(*recorded))

    assert (KIND in kinds(result)) is is_found


def test_a_procedure_that_is_missing_in_the_record_is_only_possible() -> None:
    finding = found(checked(*papers(), visit_record("99213")), KIND)

    assert (finding.confidence, finding.documents) == ("possible", ("bill", "eob", "record"))
    assert finding.lines == ("bill:2", "eob:2")
    assert ("record", "0", "code", "99213") in {(e.document, e.line, e.field, e.value) for e in finding.evidence}


def test_what_the_patient_says_comes_before_what_the_record_lacks() -> None:
    finding = found(checked(*papers(), visit_record("99213"), unrecognized=["bill:2"]), KIND)

    assert "do not know" in finding.explanation


def test_one_of_two_records_that_has_it_is_enough() -> None:
    two = (visit_record("99213"), visit_record("99213", "29125", id="other"))

    assert KIND not in kinds(checked(*papers(), *two))


def test_a_record_of_another_day_lists_nothing_of_this_one() -> None:
    assert KIND not in kinds(checked(*papers(), visit_record("99213", service_from="2024-05-07")))


def test_a_procedure_that_the_plan_refused_is_judged_by_its_reason() -> None:
    refused = decided("2", "CO-112 95.00", "0.00", **SPLINT, status="denied")

    assert not own(checked(eob(decided(), refused), visit_record("99213")), KIND)


@pytest.mark.parametrize("code", ["94760", "94762", "36400", "36416"])
def test_what_a_summary_rarely_lists_is_not_missed_in_it(code: str) -> None:
    billed = eob(decided(), decided("2", code=code, charge="20.00"))

    assert not own(checked(billed, visit_record("99213")), KIND)


def test_a_bill_in_other_money_is_not_told_in_dollars() -> None:
    case = case_of(bill(), not_received=["bill:1"])
    page = PageReport(
        page=0,
        file="bill.jpg",
        width=100,
        height=100,
        document="bill",
        problems=(Problem(kind="foreign_currency", text="In euros."),),
    )

    assert KIND not in kinds(check(case, pages=(page,)))
