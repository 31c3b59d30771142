"""Who is asked what: each finding with the desk to call and the name of the office or plan it belongs to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from plainbill.acting.contacts import Contact
from plainbill.acting.papers import Papers
from plainbill.acting.values import Value, of_document
from plainbill.case import Desk, Document, Finding
from plainbill.knowledge.firms import firm

DESKS: tuple[Desk, ...] = ("clinician_or_coder", "billing_office", "payer")
"""The desks that answer a call, in the order in which a fault travels down from one to the next."""

# Who answers the question of a finding on which the patient acts, or nobody has to.
_ANSWERS: Mapping[str, Desk] = {"payer": "payer", "billing": "billing_office", "coding": "clinician_or_coder"}
_ANSWERS_INFO: Mapping[str, Desk] = {"cost-share": "payer"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A desk of one office or plan; `key` compares names, and is empty where no paper names it."""

    desk: Desk
    key: tuple[str, ...]
    name: Value | None
    papers: tuple[Document, ...]


def desk_to_call(finding: Finding) -> Desk:
    """Return the desk that answers the question of a finding, also where the patient acts or nobody has to."""
    if finding.acts_first in DESKS:
        return finding.acts_first
    return _ANSWERS.get(finding.category) or _ANSWERS_INFO.get(finding.kind, "billing_office")


def party_of(finding: Finding, papers: Papers, desk: Desk | None = None) -> Party:
    """Return whom the question of a finding goes to; `desk` where it is not the one to call first."""
    called = desk or desk_to_call(finding)
    side = "payer" if called == "payer" else "provider"
    found = papers.of(finding)
    if side == "payer":
        found = tuple(sorted(found, key=lambda paper: paper.kind != "eob"))
    names = [of_document(paper, f"{side}.name") for paper in found]
    name = next((each for each in names if each), None) or _only_name(papers.case.documents, side)
    return party_named(called, name, found)


def party_named(desk: Desk, name: Value | None, papers: tuple[Document, ...]) -> Party:
    """Return the desk of an office or plan by the name that its papers print."""
    return Party(desk=desk, key=_key(name), name=name, papers=papers)


def _only_name(papers: Iterable[Document], side: str) -> Value | None:
    """The name that every paper with a name has, None where they differ."""
    names = [name for name in (of_document(paper, f"{side}.name") for paper in papers) if name]
    return names[0] if len({_key(name) for name in names}) == 1 else None


def _key(name: Value | None) -> tuple[str, ...]:
    return firm(name.text) if name else ()


def contacts_of(party: Party, contacts: Sequence[Contact]) -> tuple[Contact, ...]:
    """Return the contacts of a party, those that its papers print first, each number once."""
    own = [each for each in contacts if each.desk == party.desk and same_name(each.name, party.key)]
    first: dict[tuple[str | None, str | None], Contact] = {}
    for contact in sorted(own, key=lambda each: not each.facts):
        first.setdefault((contact.phone, contact.address), contact)
    return tuple(first.values())


def same_name(name: str | None, key: tuple[str, ...]) -> bool:
    """Tell whether a name as printed is the one that `key` compares, perhaps written otherwise."""
    return firm(name) == key
