"""Refusals for tests: an EOB line that the plan did not pay."""

from typing import Any

from plainbill.case import CheckResult
from tests.checking.making import Written, decided, kinds


def refused(codes: str = "CO-50 180.00", **fields: Any) -> Written:
    """An EOB line of 180.00 that the plan did not pay."""
    denial: Written = {"allowed": "0.00", "not_covered": "180.00", "status": "denied", **fields}
    return decided(codes=codes, paid="0.00", **denial)


def remarked(code: str, remark: str, amount: str = "180.00") -> Written:
    adjustment = {"group": "CO", "reason": code, "amount": amount, "remarks": [remark]}
    return {**refused(""), "adjustments": [adjustment]}


def only(result: CheckResult) -> str:
    (kind,) = kinds(result)
    return kind
