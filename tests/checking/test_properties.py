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
from tests.checking.making import bill
from tests.example_cases import OWN, WorkedCase, worked_cases

# Words of the vocabulary itself, which have one form only.
VISIT_REASONS = frozenset(get_args(VisitReason))
ONE_MACHINE = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow], derandomize=True)

amounts = st.sampled_from(["0.00", "1.00", "20.00", "70.00", "80.00", "110.00", "180.00", "-180.00", "99999999.99"])
days = st.sampled_from(["2024-05-06", "2024-05-07", "2023-12-31"])
some_text = st.sampled_from(["Office visit", "MISC", "Supplies", "", "بطاقة 🙂", "Tetanus vaccine", "{amount}"])
codes = st.sampled_from(["99213", "71046", "36415", "J1885", "99 213", "bogus", ""])


def maybe(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=fields)


adjustments = maybe(
    group=st.sampled_from(["CO", "PR", "OA", "PI", "CR"]),
    reason=st.sampled_from(["45", "1", "2", "3", "18", "CO45", "97", "23", "100", "133", "ZZ", "0"]),
    amount=amounts,
    remarks=st.lists(st.sampled_from(["N864", "M62"]), max_size=1),
)
lines = maybe(
    service_date=days,
    service_date_to=days,
    code=codes,
    modifiers=st.lists(st.sampled_from(["25", "76", "rt"]), max_size=2),
    revenue_code=st.sampled_from(["0250", "0450", "1"]),
    description=some_text,
    diagnosis_codes=st.lists(st.sampled_from(["Z00.00", "M54.50"]), max_size=1),
    units=st.sampled_from([1, 2, 0, -1, 0.5, 1e300]),
    charge=amounts,
    allowed=amounts,
    plan_paid=amounts,
    not_covered=amounts,
    copay=amounts,
    patient_responsibility=amounts,
    adjustments=st.lists(adjustments, max_size=3),
    claim_number=st.sampled_from(["C-1", "C-2"]),
    status=st.sampled_from(["paid", "denied", "pending", "adjusted"]),
)
totals = maybe(
    charges=amounts,
    adjustments=amounts,
    insurance_paid=amounts,
    patient_paid=amounts,
    plan_paid=amounts,
    patient_responsibility=amounts,
    balance_due=amounts,
    estimate=amounts,
)
payments = maybe(
    date=days,
    kind=st.sampled_from(["insurance_payment", "contractual_adjustment", "patient_payment", "refund", "other"]),
    amount=amounts,
)
papers = st.fixed_dictionaries(
    {"kind": st.sampled_from(["bill", "bill", "eob", "eob", "visit_summary", "estimate", "letter"])},
    optional={
        "provider": maybe(name=st.sampled_from(["Willow Brook Clinic", "Fernhill", "?"])),
        "payer": maybe(name=st.sampled_from(["Harbor Plan", "Second Mutual", "Self-pay"])),
        "patient": maybe(name=st.sampled_from(["Marigold Fennimore", "Basil F"]), date_of_birth=days),
        "coverage": maybe(
            network_status=st.sampled_from(["in", "out"]), rank=st.sampled_from(["primary", "secondary"])
        ),
        "claim_number": st.sampled_from(["C-1", "C-2"]),
        "claim_frequency": st.sampled_from(["original", "corrected", "reversal"]),
        "adjustments": st.lists(adjustments, max_size=2),
        "insurance_pending": st.booleans(),
        "previous_balance": amounts,
        "fees": amounts,
        "document_date": days,
        "processed_date": days,
        "service_from": days,
        "service_to": days,
        "lines": st.lists(lines, max_size=5),
        "payments": st.lists(payments, max_size=3),
        "totals": totals,
        "text": some_text,
    },
)
stories = maybe(
    insured=st.booleans(),
    visit_reason=st.sampled_from(["preventive", "emergency"]),
    paid=st.lists(maybe(date=days, amount=amounts), max_size=2),
)


@st.composite
def written_cases(draw: st.DrawFn) -> dict[str, Any]:
    documents: list[dict[str, Any]] = draw(st.lists(papers, min_size=1, max_size=4))
    for place, document in enumerate(documents):
        document["id"] = f"d{place}"
        document["lines"] = [{**line, "id": str(n)} for n, line in enumerate(document.get("lines", []))]
    return {"documents": documents, "story": draw(st.none() | stories)}


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
        {**document, "lines": random.sample(document["lines"], len(document["lines"]))}
        for document in written["documents"]
    ]
    random.shuffle(documents)

    assert write_json(judged({**written, "documents": documents})) == write_json(judged(written))


@ONE_MACHINE
@given(written_cases())
def test_another_legal_way_to_write_the_values_changes_no_finding(written: dict[str, Any]) -> None:
    rewritten = _rewritten(written)

    assert _gist(judged(rewritten)) == _gist(judged(written))


def _rewritten(value: Any, key: str = "") -> Any:
    """Codes in small letters with blanks, amounts as numbers, absent as null."""
    if isinstance(value, dict):
        return (
            {"payer": None, **{k: _rewritten(v, k) for k, v in value.items()}}
            if "kind" in value and "id" in value
            else {k: _rewritten(v, k) for k, v in value.items()}
        )
    if isinstance(value, list):
        return [_rewritten(entry, key) for entry in value]
    if key in ("code", "modifiers", "claim_number", "reason") and isinstance(value, str) and value not in VISIT_REASONS:
        return " ".join(value.lower())
    if (
        isinstance(value, str)
        and key != "text"
        and value.replace(".", "").replace("-", "").isdigit()
        and value[-3:-2] == "."
    ):
        return Decimal(value)
    return value


def _gist(result: CheckResult) -> list[tuple[object, ...]]:
    return [(f.kind, f.category, f.lines, f.documents, f.amount) for f in result.findings]


@ONE_MACHINE
@given(written_cases(), st.sampled_from([2, 3, 7]))
def test_multiplied_amounts_multiply_the_findings(written: dict[str, Any], factor: int) -> None:
    plain, multiplied = judged(written), judged(_multiplied(written, factor))

    # Tolerances are cents, so a difference of a cent or two may come up; these amounts are whole dollars but one.
    assert [(f.kind, f.lines, f.amount and f.amount * factor) for f in plain.findings] == [
        (f.kind, f.lines, f.amount) for f in multiplied.findings
    ]


def _multiplied(value: Any, factor: int) -> Any:
    if isinstance(value, dict):
        return {k: _multiplied(v, factor) for k, v in value.items()}
    if isinstance(value, list):
        return [_multiplied(entry, factor) for entry in value]
    if isinstance(value, str) and value[-3:-2] == "." and value.lstrip("-").replace(".", "").isdigit():
        return f"{Decimal(value) * factor:.2f}"
    return value


def _reversed_order(written: Mapping[str, Any]) -> dict[str, Any]:
    documents = [{**document, "lines": (document.get("lines") or [])[::-1]} for document in written["documents"]]
    return {**written, "documents": documents[::-1]}


@pytest.mark.parametrize("case", worked_cases(OWN), ids=lambda case: case.name)
def test_the_order_of_a_worked_case_leaves_no_trace(case: WorkedCase) -> None:
    assert write_json(judged(_reversed_order(case.case))) == write_json(check(case.read()))


@pytest.mark.parametrize("case", worked_cases(OWN), ids=lambda case: case.name)
def test_a_worked_case_in_other_legal_writing_is_found_alike(case: WorkedCase) -> None:
    assert _gist(judged(_rewritten(case.case))) == _gist(check(case.read()))


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
