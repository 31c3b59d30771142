"""Which dollars each finding questions: on which service or paper, and on which printed part of it."""

import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from plainbill.acting.papers import Papers
from plainbill.acting.services import Service
from plainbill.case import Finding

ZERO = Decimal("0.00")

_CUT = re.compile(r"adjustments\[\d+\]\.amount")
# Fields of a line whose amounts may be the dollars in question, tried in this order.
_PARTS = (_CUT, re.compile("plan_paid"), re.compile("not_covered|deductible|copay|coinsurance|patient_responsibility"))
_CHARGE = re.compile("charge")
# Each of these names a part of what a bill asks too much, beside the parts that others name. What exceeds the plan's
# paper as a whole holds all those parts.
_APART = frozenset({"payment-not-posted", "arithmetic-error", "credit-balance"})
# What a bill asks beyond the share that the plan's paper leaves to the patient.
_BEYOND_SHARE = "balance-exceeds-eob"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Dollars of a finding: of which bill, on which services, on a named part of the service or on any.

    Without `places` they are on the whole bill; several places hold them between them. `charge` is what a single
    service costs, 0 where no paper prints it. Dollars of the share that the plan's paper leaves to the patient and
    dollars that a bill asks beyond that share are never the same.
    """

    bill: str
    places: tuple[Hashable, ...] = ()
    part: Hashable = None
    amount: Decimal
    charge: Decimal = ZERO
    of_share: bool = False
    beyond_share: bool = False


class Claims:
    """Finds the dollars that a finding questions."""

    def __init__(self, papers: Papers, services: Sequence[Service]) -> None:
        self._papers = papers
        self._services = services
        self._place = {ref: place for place, service in enumerate(services) for ref in service.refs}

    def of(self, finding: Finding) -> Iterator[Claim]:
        """Yield the dollars of a finding: printed amounts that make it up, else what its lines or papers hold."""
        amount = finding.amount or ZERO
        bill = self._bill(finding)
        made_of = _made_of(finding, amount)
        if made_of:
            for (ref, part), dollars in made_of.items():
                place = self._place.get(ref)
                where = ref if place is None else place
                yield Claim(
                    bill=bill,
                    places=(where,),
                    part=part,
                    amount=dollars,
                    charge=self._charge(place),
                    of_share=finding.category == "payer" and self._is_left_to_patient(place, dollars),
                )
            return
        places = tuple(dict.fromkeys(self._place[ref] for ref in finding.lines if ref in self._place))
        part = finding.kind if finding.kind in _APART and not places else None
        charge = self._charge(places[0]) if len(places) == 1 else ZERO
        beyond = finding.kind == _BEYOND_SHARE and not places
        yield Claim(bill=bill, places=places, part=part, amount=amount, charge=charge, beyond_share=beyond)

    def _is_left_to_patient(self, place: int | None, dollars: Decimal) -> bool:
        """True where the plan's paper counts all these dollars of a service to what the patient owes."""
        if place is None:
            return False
        shares = (line.patient_responsibility for _, line in self._services[place].lines.values())
        return any(share is not None and share >= dollars for share in shares)

    def _charge(self, place: int | None) -> Decimal:
        if place is None:
            return ZERO
        return max((line.charge or ZERO for _, line in self._services[place].lines.values()), default=ZERO)

    def _bill(self, finding: Finding) -> str:
        """The paper whose dollars are in question: the bill, also where a finding rests on its plan paper alone."""
        papers = self._papers.of(finding)
        if papers and papers[0].kind == "bill":
            return papers[0].id
        services = (self._services[self._place[ref]] for ref in finding.lines if ref in self._place)
        bills = (paper.id for service in services for paper, _ in service.lines.values() if paper.kind == "bill")
        return next(bills, papers[0].id if papers else "")


def _made_of(finding: Finding, amount: Decimal) -> Mapping[tuple[str, Hashable], Decimal]:
    """The printed amounts that make up the amount of a finding, by line and part; empty where none do."""
    for field in _PARTS:
        found = _facts(finding, field)
        if sum(found.values(), ZERO) == amount:
            return {
                (ref, name if field is _CUT or name == "plan_paid" else None): dollars
                for (ref, name), dollars in found.items()
            }
    charges = _facts(finding, _CHARGE)
    if sum(charges.values(), ZERO) == amount:
        return {(ref, None): dollars for (ref, _), dollars in charges.items()}
    last = [ref for (ref, _), dollars in charges.items() if dollars == amount][-1:]
    return {(ref, None): amount for ref in last}


def _facts(finding: Finding, field: re.Pattern[str]) -> dict[tuple[str, str], Decimal]:
    return {
        (f"{fact.document}:{fact.line}", fact.field): Decimal(fact.value)
        for fact in finding.evidence
        if fact.line is not None and field.fullmatch(fact.field)
    }
