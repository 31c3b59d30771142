"""Cases in and out of JSON: every fault at once with its path, and nothing changed on the way."""

import json

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainbill.case import (
    Case,
    CheckResult,
    DescribeResult,
    Entry,
    ExplainResult,
    FaultyFile,
    ReadResult,
    parse_json,
    read_as,
    write_json,
)

BILL = {
    "id": "bill",
    "kind": "bill",
    "provider": {"name": "Larkspur Clinic"},
    "document_date": "2024-05-31",
    "lines": [{"id": "1", "code": "99213", "modifiers": ["25"], "units": 1, "charge": "160.00"}],
    "totals": {"charges": "160.00", "balance_due": "-3.50"},
}


def faults_of(written: object) -> dict[str, str]:
    with pytest.raises(FaultyFile) as refusal:
        read_as(Case, parse_json(json.dumps(written).encode()))
    return {fault.path: fault.message for fault in refusal.value.faults}


def test_every_fault_is_reported_at_once_with_its_path() -> None:
    faults = faults_of(
        {
            "documents": [
                {"id": "a", "kind": "bill", "members": 2, "lines": [{"id": "1", "charge": "5"}, {"id": "1"}]},
                {"id": "a", "kind": "receipt", "visit": {"level": 9}},
            ],
            "story": {"unrecognized": ["a:7"], "insured": "yes"},
        }
    )
    assert set(faults) == {
        "documents[0].members",
        "documents[0].lines[0].charge",
        "documents[0].lines[1].id",
        "documents[1].id",
        "documents[1].kind",
        "documents[1].visit",
        "documents[1].visit.level",
        "story.unrecognized[0]",
        "story.insured",
    }


def test_a_reference_that_points_nowhere_is_a_fault_of_its_own() -> None:
    assert set(faults_of({"documents": [BILL], "story": {"not_received": ["bill:1", "bill:9"]}})) == {
        "story.not_received[1]"
    }


def test_a_visit_on_a_bill_is_a_fault() -> None:
    assert set(faults_of({"documents": [{**BILL, "visit": {"level": 3}}]})) == {"documents[0].visit"}


def test_a_case_without_papers_is_a_fault() -> None:
    assert set(faults_of({"documents": []})) == {"documents"}


@pytest.mark.parametrize("path", ["id", "kind"])
def test_null_is_a_fault_where_a_paper_says_what_it_is(path: str) -> None:
    assert set(faults_of({"documents": [{**BILL, path: None}]})) == {f"documents[0].{path}"}


def test_null_equals_absent_everywhere_else() -> None:
    nulls = {**BILL, "payer": None, "payments": None, "due_date": None, "totals": {**BILL["totals"], "allowed": None}}  # type: ignore[dict-item]  # a dict of JSON values
    assert read_as(Case, {"documents": [nulls], "story": None}) == read_as(Case, {"documents": [BILL]})


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"{",
        b"[1, 2",
        b'{"documents": [NaN]}',
        b'{"a": 1, "a": 2}',
        b"[" * 200_000,
        b'"text"',
        b"1" * 9_000,
    ],
)
def test_what_is_no_case_is_refused_with_a_reason(content: bytes) -> None:
    with pytest.raises(FaultyFile) as refusal:
        read_as(Case, parse_json(content))
    assert all(fault.message for fault in refusal.value.faults)


def test_a_case_reads_back_as_it_was_written() -> None:
    case = read_as(Case, {"documents": [BILL], "story": {"insured": False, "unrecognized": ["bill:1"]}})
    written = write_json(case)
    assert read_as(Case, parse_json(written.encode())) == case
    assert json.loads(written) == {"documents": [BILL], "story": {"insured": False, "unrecognized": ["bill:1"]}}


def test_what_is_read_cannot_be_changed() -> None:
    case = read_as(Case, {"documents": [BILL]})
    with pytest.raises(ValueError, match="frozen"):
        case.documents = ()


@pytest.mark.parametrize("kind", [Case, ReadResult, ExplainResult, CheckResult, DescribeResult])
def test_the_published_schema_is_a_schema(kind: type[Entry]) -> None:
    jsonschema.Draft202012Validator.check_schema(kind.model_json_schema())


def test_the_published_schema_takes_a_case_and_refuses_an_unknown_key() -> None:
    schema = jsonschema.Draft202012Validator(Case.model_json_schema())
    assert schema.is_valid({"documents": [BILL]})
    assert not schema.is_valid({"documents": [{**BILL, "members": 2}]})
    assert not schema.is_valid({"documents": [{**BILL, "totals": {"charges": "5"}}]})


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from([*BILL, "documents", "story", "x"]), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(json_values)
def test_no_value_does_anything_but_fit_or_be_refused(value: object) -> None:
    try:
        read_as(Case, value)
    except FaultyFile as refusal:
        assert refusal.faults
