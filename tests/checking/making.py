"""Papers for tests: one visit of one patient, billed and decided, with what a test wants different."""

from collections.abc import Mapping
from typing import Any

from plainbill.case import Case, CheckResult, Finding, read_as
from plainbill.checking import check

Written = Mapping[str, Any]

PROVIDER = {"name": "Willow Brook Clinic"}
PLAN = {"name": "Harbor Lantern Health Plan"}


def line(number: str = "1", **fields: object) -> Written:
    """A bill line: an office visit for 180.00."""
    visit = {"service_date": "2024-05-06", "code": "99213", "description": "Office visit", "charge": "180.00"}
    return {"id": number, **visit, **fields}


def bill(*lines: Written, totals: Written | None = None, **fields: object) -> Written:
    """A bill of 10 June for these lines, by default for one visit with 30.00 left to pay."""
    asked = {"charges": "180.00", "adjustments": "70.00", "insurance_paid": "80.00", "balance_due": "30.00"}
    return {
        "id": "bill",
        "kind": "bill",
        "provider": PROVIDER,
        "payer": PLAN,
        "document_date": "2024-06-10",
        "lines": list(lines or (line(),)),
        "totals": asked if totals is None else totals,
        **fields,
    }


def pair(one: str = "94060", two: str = "94010", *, first: Written | None = None, **second: object) -> Written:
    """A bill with two codes of one day; `first` and `second` are what each line has besides."""
    whole = line("1", code=one, description="The one", charge="290.00", **(first or {}))
    part = {"code": two, "description": "The other", "charge": "130.00", **second}
    return bill(whole, line("2", **part), totals={})


def decided(
    number: str = "1", codes: str = "CO-45 70.00, PR-3 30.00", paid: str = "80.00", **fields: object
) -> Written:
    """An EOB line: the visit with a discount of 70.00, a copay of 30.00 and 80.00 paid."""
    adjustments = []
    for code in filter(None, codes.split(", ")):
        name, _, amount = code.partition(" ")
        group, _, reason = name.partition("-")
        adjustments.append({"group": group, "reason": reason, "amount": amount})
    return {**line(number), "plan_paid": paid, "adjustments": adjustments, **fields}


def eob(*lines: Written, **fields: object) -> Written:
    """An EOB of 22 May for these lines, by default for the visit."""
    return {
        "id": "eob",
        "kind": "eob",
        "provider": PROVIDER,
        "payer": PLAN,
        "coverage": {"network_status": "in"},
        "claim_number": "C-1001",
        "processed_date": "2024-05-22",
        "lines": list(lines or (decided(),)),
        **fields,
    }


def record(*lines: Written, **fields: object) -> Written:
    """A visit summary of the visit; what it says of the visit as `visit`."""
    return {
        "id": "record",
        "kind": "visit_summary",
        "provider": PROVIDER,
        "service_from": "2024-05-06",
        "lines": list(lines),
        **fields,
    }


def case_of(*documents: Written, **story: object) -> Case:
    """A case of an insured patient."""
    told: dict[str, object] = {"insured": True, **story}
    return read_as(Case, {"documents": list(documents), "story": told})


def checked(*documents: Written, **story: object) -> CheckResult:
    """What checking says of these papers."""
    return check(case_of(*documents, **story))


def kinds(result: CheckResult) -> list[str]:
    """The kinds found, info kinds left out."""
    return [finding.kind for finding in result.findings if finding.category != "info"]


def found(result: CheckResult, kind: str) -> Finding:
    """The one finding of a kind."""
    (finding,) = [finding for finding in result.findings if finding.kind == kind]
    return finding


def own(result: CheckResult, kind: str) -> list[Finding]:
    """The findings of a kind that are not the plan's own word on a charge it refused."""
    return [finding for finding in result.findings if finding.kind == kind and not finding.rule.startswith("denied")]
