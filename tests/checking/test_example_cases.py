"""The worked cases come out as their files say."""

import pytest

from plainbill.case import CATALOGUE, FaultyFile
from plainbill.checking import check
from tests.example_cases import OWN, SHARED, WorkedCase, faults_of, worked_cases

needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the contract's cases do not lie beside this checkout")


@pytest.mark.parametrize("case", worked_cases(OWN), ids=lambda case: case.name)
def test_a_case_of_ours_is_exact(case: WorkedCase) -> None:
    assert faults_of(case, check(case.read()).findings) == []


@needs_shared
@pytest.mark.parametrize("case", worked_cases(SHARED), ids=lambda case: case.name)
def test_a_case_of_the_contract_is_exact(case: WorkedCase) -> None:
    if case.is_refused:
        with pytest.raises(FaultyFile):
            case.read()
        return

    assert faults_of(case, check(case.read()).findings) == []


@pytest.mark.parametrize("kind", CATALOGUE)
def test_each_kind_has_a_case_that_fires_and_one_that_must_not(kind: str) -> None:
    cases = list(worked_cases(OWN))

    assert any(kind in case.expected_kinds for case in cases)
    assert any(kind in case.forbidden for case in cases)
