"""Odd papers are judged or listed as a gap: any script, no or negative charges, values missing, thousands of lines."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.made_cases import many_papers, one_pair, one_service, words_only
from plainbill.case import Case, CheckResult, read_as
from plainbill.checking import check
from tests.checking.drawn_cases import AMOUNTS, TYPED
from tests.checking.making import bill, checked, eob, line
from tests.example_cases import OWN, WorkedCase, worked_cases

WORKED = [case for case in worked_cases(OWN) if not case.is_refused]
_WORDS = {"name", "description", "text", "notes", "subscriber_name", "plan_name", "rendering_provider", "address"}
# Letters of both directions, signs that turn them round or join them, emoji of one code point and of several.
any_script = st.text(
    st.sampled_from("aZ é\u0301ßİﬁ９½٣שלוםمرحبا日本🙂👩🏽\u200d⚕️\u202e\u200f\u2066\u00a0\u0000{}%|<\\"), max_size=24
)


def judged(written: Mapping[str, Any]) -> CheckResult:
    """What checking says, which can also be written and read again."""
    result = check(read_as(Case, written))
    assert read_as(CheckResult, result.model_dump(mode="json")) == result
    return result


def replaced(value: Any, keys: set[str], new: Callable[[str], object]) -> Any:
    """The same case with another text under these keys."""
    if isinstance(value, Mapping):
        return {
            k: new(str(v)) if k in keys and isinstance(v, str | int | float | Decimal) else replaced(v, keys, new)
            for k, v in value.items()
        }
    return [replaced(entry, keys, new) for entry in value] if isinstance(value, list) else value


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(st.sampled_from(TYPED), any_script)
def test_words_in_any_script_are_judged(written: Mapping[str, Any], words: str) -> None:
    judged(replaced(written, _WORDS, lambda _: words))


@pytest.mark.parametrize("case", WORKED, ids=lambda case: case.name)
def test_a_case_with_nothing_but_zeros_is_judged(case: WorkedCase) -> None:
    found = judged(replaced(case.case, AMOUNTS, lambda _: "0.00")).findings

    assert all(not finding.amount for finding in found)


@pytest.mark.parametrize("case", WORKED, ids=lambda case: case.name)
def test_a_case_with_every_amount_turned_round_is_judged(case: WorkedCase) -> None:
    judged(replaced(case.case, AMOUNTS, lambda amount: f"{-Decimal(amount):.2f}"))


def _keys(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(value).union(*map(_keys, value.values()))
    return set().union(*map(_keys, value)) if isinstance(value, list) else set()


def _without(value: Any, key: str) -> Any:
    if isinstance(value, dict):
        return {k: _without(v, key) for k, v in value.items() if k != key}
    return [_without(entry, key) for entry in value] if isinstance(value, list) else value


# Without its lines a case would be refused where the story names one.
@pytest.mark.parametrize("key", sorted(_keys(TYPED) - {"id", "kind", "documents", "lines"}))
def test_cases_in_which_a_value_is_missing_everywhere_are_judged(key: str) -> None:
    for written in [written for written in TYPED if key in _keys(written)][:25]:
        judged(_without(written, key))


@pytest.mark.parametrize("make", [many_papers, one_pair, words_only, one_service])
def test_five_thousand_lines_are_judged(make: Callable[..., Mapping[str, object]]) -> None:
    assert judged(make(5_000, seed=2)).findings


def test_a_paper_without_a_day_or_a_charge_outside_its_stay_is_judged() -> None:
    stay = {"service_from": "2024-05-01", "service_to": "2024-05-04", "bill_type": "0111"}

    result = checked(bill(line(charge=None), totals={}, **stay), eob(line(service_date=None, charge=None), **stay))

    assert "date-mismatch" not in [finding.kind for finding in result.findings]
