"""What holds for every case: no input raises, order and written form leave no trace, amounts scale."""

from collections.abc import Mapping
from decimal import Decimal
from itertools import pairwise
from typing import Any, cast, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plainbill.case import Case, CheckResult, read_as, write_json
from plainbill.case.paper import VisitReason
from plainbill.checking import check
from plainbill.checking.papers import natural
from tests.checking.drawn_cases import AMOUNTS, written_cases
from tests.checking.making import bill
from tests.example_cases import OWN, WorkedCase, worked_cases

# Words of the vocabulary itself, which have one form only.
_VISIT_REASONS = frozenset(get_args(VisitReason))
_BY_DOLLARS = {"estimate-exceeded"}  # the law names a sum
ONE_MACHINE = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow], derandomize=True)


def judged(written: Mapping[str, Any]) -> CheckResult:
    return check(read_as(Case, written))


@ONE_MACHINE
@given(written_cases())
def test_no_case_makes_it_raise_and_every_result_can_be_written_and_read(written: dict[str, Any]) -> None:
    result = judged(written)

    assert read_as(CheckResult, result.model_dump(mode="json")) == result


@ONE_MACHINE
@given(written_cases(), st.randoms(use_true_random=False))
def test_the_order_of_papers_and_lines_leaves_no_trace(written: dict[str, Any], random: Any) -> None:
    documents = [
        {**document, "lines": random.sample(document.get("lines") or [], len(document.get("lines") or []))}
        for document in written["documents"]
    ]
    random.shuffle(documents)

    assert write_json(judged({**written, "documents": documents})) == write_json(judged(written))


@ONE_MACHINE
@given(written_cases())
def test_another_legal_way_to_write_the_values_changes_no_finding(written: dict[str, Any]) -> None:
    rewritten = _rewritten(written)

    assert _gist(judged(rewritten)) == _gist(judged(written))


_WRITTEN_APART = {
    "code", "modifiers", "claim_number", "authorization_number", "member_id", "group_number", "npi", "reason",
    "remarks",
}  # fmt: skip


def _rewritten(value: Any, key: str = "") -> Any:
    """Codes and numbers in small letters with blanks and hyphens, ICD-10 without dots, amounts as numbers."""
    if isinstance(value, dict):
        absent = {"payer": None} if "kind" in value and "id" in value else {}
        return {**absent, **{k: _rewritten(v, k) for k, v in value.items()}}
    if isinstance(value, list):
        return [_rewritten(entry, key) for entry in value]
    if not isinstance(value, str):
        return value
    if key in _WRITTEN_APART and value not in _VISIT_REASONS:
        return " - ".join(value.lower())
    if key == "diagnosis_codes":
        return value.lower().replace(".", "")
    if key == "description":
        return value.replace(" ", "  ")
    if key != "text" and value[-3:-2] == "." and value.replace(".", "").replace("-", "").isdigit():
        return Decimal(value)
    return value


def _gist(result: CheckResult) -> list[tuple[object, ...]]:
    return [(f.kind, f.category, f.lines, f.documents, f.amount) for f in result.findings]


@ONE_MACHINE
@given(written_cases(), st.sampled_from([2, 3, 7]))
def test_multiplied_amounts_multiply_the_findings(written: dict[str, Any], factor: int) -> None:
    wordless = _without_text(written)
    plain, multiplied = judged(wordless), judged(_multiplied(wordless, factor))

    # Tolerances are cents, so a difference of a cent or two may come up; these amounts are whole dollars but one.
    assert [(f.kind, f.lines, f.amount and f.amount * factor) for f in plain.findings if f.kind not in _BY_DOLLARS] == [
        (f.kind, f.lines, f.amount) for f in multiplied.findings if f.kind not in _BY_DOLLARS
    ]


def _multiplied(value: Any, factor: int, key: str = "") -> Any:
    if isinstance(value, dict):
        return {k: _multiplied(v, factor, k) for k, v in value.items()}
    if isinstance(value, list):
        return [_multiplied(entry, factor) for entry in value]
    return f"{Decimal(str(value)) * factor:.2f}" if key in AMOUNTS and value is not None else value


def _without_text(written: Mapping[str, Any]) -> dict[str, Any]:
    """Without the words of whole papers, which may name amounts."""
    return {**written, "documents": [{k: v for k, v in d.items() if k != "text"} for d in written["documents"]]}


def _reversed_order(written: Mapping[str, Any]) -> dict[str, Any]:
    documents = [{**document, "lines": (document.get("lines") or [])[::-1]} for document in written["documents"]]
    return {**written, "documents": documents[::-1]}


@pytest.mark.parametrize("case", worked_cases(OWN), ids=lambda case: case.name)
def test_the_order_of_a_worked_case_leaves_no_trace(case: WorkedCase) -> None:
    assert write_json(judged(_reversed_order(case.case))) == write_json(check(case.read()))


@pytest.mark.parametrize("case", worked_cases(OWN), ids=lambda case: case.name)
def test_a_worked_case_in_other_legal_writing_is_found_alike(case: WorkedCase) -> None:
    assert _gist(judged(_rewritten(case.case))) == _gist(check(case.read()))


def _without_plain_amounts(line: Mapping[str, Any]) -> dict[str, Any]:
    """Codes without amounts, as many plans print them, where the other figures of the line leave one amount each."""
    figures = [line.get(name) for name in ("charge", "plan_paid", "patient_responsibility")]
    adjustments = [dict(adjustment) for adjustment in line.get("adjustments") or []]
    if None in figures or not all(adjustment.get("group") for adjustment in adjustments):
        return dict(line)
    charge, paid, share = (Decimal(str(figure)) for figure in figures)
    for is_patient_s, whole in ((True, share), (False, charge - paid - share)):
        own = [adjustment for adjustment in adjustments if (adjustment["group"] == "PR") is is_patient_s]
        if len(own) == 1 and own[0].get("amount") is not None and Decimal(str(own[0]["amount"])) == whole > 0:
            del own[0]["amount"]
    return {**line, "adjustments": adjustments}


def test_amounts_of_codes_that_the_line_leaves_no_choice_about_need_not_be_printed() -> None:
    shortened = 0
    for case in worked_cases(OWN):
        printed = check(case.read()).findings
        documents = [
            {**document, "lines": [_without_plain_amounts(line) for line in document.get("lines") or []]}
            for document in cast(list[Any], case.case["documents"])
        ]
        # Only amounts that are printed can be wrong.
        if documents == case.case["documents"] or any(finding.kind == "arithmetic-error" for finding in printed):
            continue
        shortened += 1
        told = [(f.kind, f.lines, f.amount) for f in judged({**case.case, "documents": documents}).findings]
        assert told == [(f.kind, f.lines, f.amount) for f in printed], case.name
    assert shortened > 50


@pytest.mark.parametrize("case", worked_cases(OWN), ids=lambda case: case.name)
def test_an_unrelated_clean_paper_adds_nothing_but_info_and_gaps(case: WorkedCase) -> None:
    unrelated = bill(id="unrelated", provider={"name": "Nobody Knows Optics"}, patient={"name": "Basil Fennimore"})
    written = {**case.case, "documents": [*cast(list[Any], case.case["documents"]), unrelated]}

    added = [f for f in judged(written).findings if "unrelated" in f.documents and f.category != "info"]
    kept = [gist for gist in _gist(judged(written)) if "unrelated" not in cast(tuple[str, ...], gist[3])]

    assert added == []
    assert kept == _gist(check(case.read()))


@given(st.lists(st.text(max_size=12), max_size=8))
def test_any_ids_can_be_sorted(ids: list[str]) -> None:
    in_order = sorted(ids, key=natural)

    assert all(natural(one) <= natural(other) for one, other in pairwise(in_order))
