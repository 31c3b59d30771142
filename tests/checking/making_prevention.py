"""Papers about preventive care for tests, and the one cause that was found for a share on it."""

from typing import Any

from plainbill.case import CheckResult
from tests.checking.making import Written, decided

PLAN, MODIFIER, MISMATCH = "preventive-cost-share", "missing-modifier", "diagnosis-mismatch"
PREVENTIVE = {"visit_reason": "preventive"}
SHARE, NO_SHARE = "CO-45 70.00, PR-3 30.00", "CO-45 100.00"


def charged(code: str, *diagnoses: str, codes: str = SHARE, **fields: Any) -> Written:
    """An EOB line for a code with these diagnoses; by default with a copay of 30.00."""
    return {**decided(code=code, codes=codes), "diagnosis_codes": list(diagnoses), **fields}


def verdict(result: CheckResult) -> tuple[str, str] | None:
    """The one cause that was found, and how sure it is."""
    causes = [(f.kind, f.confidence) for f in result.findings if f.kind in (PLAN, MODIFIER, MISMATCH)]
    assert len(causes) < 2
    return causes[0] if causes else None
