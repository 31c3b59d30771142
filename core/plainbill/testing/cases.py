"""A made-up case for tests of contacts, days and exports: a bill, a plan's notice that refuses, and its letter."""

from collections.abc import Mapping

from plainbill.case import Case, read_as

PAYER = "Lanternfish Mutual"
"""The plan of the case, which does not exist."""


def make_case(words: str = "Office visit", *, dated: bool = True) -> Case:
    """Return a case that leads to call sheets, letters, days and a comparison.

    `words` stand wherever a paper prints words of its own, so that a test can put there what looks like markup or a
    formula. Where it is not `dated`, no paper prints a day.
    """
    provider = {"name": f"Juniper Clinic {words}", "phone": "555-0144", "address": f"5 Elm Row {words}"}
    line = {"service_date": "2026-02-03", "code": "99213", "description": words, "units": 1, "charge": "180.00"}
    denied = {"adjustments": [{"group": "PR", "reason": "50", "amount": "180.00"}], "status": "denied"}
    bill = {
        "id": "bill", "kind": "bill", "provider": provider, "document_date": "2026-03-20", "due_date": "2026-04-15",
        "lines": [{"id": "1", **line}, {"id": "2", **line}],
        "totals": {"charges": "360.00", "balance_due": "360.00"},
    }  # fmt: skip
    notice = {
        "id": "notice", "kind": "eob", "provider": provider, "processed_date": "2026-03-02",
        "lines": [{"id": "1", **line, **denied, "allowed": "0.00", "plan_paid": "0.00"}],
    }  # fmt: skip
    letter = {
        "id": "letter", "kind": "letter", "document_date": "2026-03-03",
        "text": f"{PAYER}\nWe cannot approve this care. {words}",
    }  # fmt: skip
    shared = {
        "payer": {"name": PAYER}, "patient": {"name": f"Wilhelmina Ash {words}", "account_number": words},
        "claim_number": "LF-20418",
    }  # fmt: skip
    papers: list[dict[str, object]] = [{**shared, **paper} for paper in (bill, notice, letter)]
    return read_as(Case, {"documents": papers if dated else [_undated(paper) for paper in papers]})


def _undated(record: Mapping[str, object]) -> dict[str, object]:
    """A record without its days, and without those of its lines."""
    kept = {key: value for key, value in record.items() if not key.endswith("_date")}
    lines = kept.get("lines")
    return {**kept, "lines": [_undated(line) for line in lines]} if isinstance(lines, list) else kept
