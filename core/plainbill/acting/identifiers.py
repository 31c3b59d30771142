"""The names and numbers that a desk asks for, out of the papers that it knows."""

from collections.abc import Iterable, Sequence

from plainbill.acting.papers import Papers, dated, named, service_days
from plainbill.acting.parties import Party, same_name
from plainbill.acting.values import Value, Values, joined, of_document, of_line
from plainbill.case import Document

_ON_PAPERS = {
    "patient": "patient.name",
    "birth": "patient.date_of_birth",
    "account": "patient.account_number",
    "member": "coverage.member_id",
    "group": "coverage.group_number",
    "subscriber": "coverage.subscriber_name",
}


def identifiers_of(party: Party, papers: Papers) -> Values:
    """Return what identifies the patient, the account and the claim to a desk; None where no paper prints it."""
    own = _known_to(party, papers)
    values = {name: _first(own, path) for name, path in _ON_PAPERS.items()}
    anywhere = papers.case.documents
    return {
        **values,
        "patient": values["patient"] or _first(anywhere, "patient.name"),
        "birth": values["birth"] or _first(anywhere, "patient.date_of_birth"),
        "member": values["member"] or _first(_cards(anywhere, party), "coverage.member_id"),
        "claim": _all(own, "claim_number"),
        "approval": _all(own, "authorization_number"),
        "days": service_days([paper for paper in own if paper.kind != "estimate"] or own),
        "papers": joined([named(paper) for paper in own]),
        "bill": next((named(paper) for paper in own if paper.kind == "bill"), None),
        "bill_day": next((dated(paper) for paper in own if paper.kind == "bill"), None),
        "asked": next((of_document(paper, "totals.balance_due") for paper in own if paper.kind == "bill"), None),
        "office": party.name,
    }


def _known_to(party: Party, papers: Papers) -> tuple[Document, ...]:
    """The papers that a desk is asked about, and those that name it."""
    side = "payer" if party.desk == "payer" else "provider"
    names = {paper.id: of_document(paper, f"{side}.name") for paper in papers.case.documents}
    asked = {paper.id for paper in party.papers}
    found = [
        paper
        for paper in papers.case.documents
        if paper.id in asked or (party.key and same_name((names[paper.id] or _NOBODY).text, party.key))
    ]
    return tuple(sorted(found, key=lambda paper: paper.kind != ("eob" if side == "payer" else "bill")))


_NOBODY = Value(text="")


def _cards(papers: Iterable[Document], party: Party) -> list[Document]:
    cards = [paper for paper in papers if paper.kind == "insurance_card"]
    return cards if party.desk != "clinician_or_coder" and len(cards) == 1 else []


def _first(papers: Sequence[Document], path: str) -> Value | None:
    return next((value for value in (of_document(paper, path) for paper in papers) if value), None)


def _all(papers: Iterable[Document], field: str) -> Value | None:
    """Every number that the papers and their lines print under one field."""
    found = []
    for paper in papers:
        found.append(of_document(paper, field))
        found += [of_line(paper, line, field) for line in paper.lines]
    return joined(found)
