"""Each act of care as a question of prevention: what the table says of it, what it was for, and what was charged."""

import datetime
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from plainbill.case import Story
from plainbill.checking.evidence import Fact, on_paper
from plainbill.checking.identity import age_on, identifier, patient_key, payer_key, sex_of
from plainbill.checking.matching.acts import Act
from plainbill.checking.matching.bills import is_about
from plainbill.checking.matching.records import Records, Told
from plainbill.checking.matching.rulings import Ruling
from plainbill.checking.matching.shares import NONE, CostShare, share_on_claim, share_or_rest
from plainbill.checking.papers import LineAt, Paper, Papers
from plainbill.checking.prevention.lists import MARKS, Entry, entry_of, is_medicare, is_problem, medicare_share
from plainbill.checking.prevention.purposes import Purpose, purpose_of

_CHECK_UPS = frozenset({"check-up", "Medicare wellness visit"})
_PICTURE = "screening mammogram"
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Care:
    """One act of care seen as prevention; `entry` is None where the table does not know its code.

    `is_charged` also holds where the plan put a share on the whole claim, `is_asked` where no plan's paper is there and
    the bill asks something. `must_cover` is False where no law makes the
    plan cover prevention in full: out of network, in a grandfathered plan, at another age, or within Medicare's part.
    """

    act: Act
    entry: Entry | None
    purpose: Purpose
    share: CostShare
    is_charged: bool
    is_asked: bool
    must_cover: bool
    is_in_network: bool
    is_for_medicare: bool
    has_check_up: bool
    has_screening_picture: bool

    @property
    def is_marked(self) -> bool:
        """Whether a modifier says that the service was preventive."""
        return bool(self.act.modifiers & MARKS)

    @property
    def is_charged_in_vain(self) -> bool:
        """Whether a share was charged that no plan of this kind may ask for prevention."""
        return self.is_charged and self.must_cover

    @property
    def points_to_a_problem(self) -> bool:
        """Whether the first diagnosis on the line itself is an illness that does not go with the service."""
        own = next((at.line.diagnosis_codes for at in self._lines if at.line.diagnosis_codes), ())
        first = identifier(own[0]) if own else ""
        return is_problem(first) and not (self.entry is not None and self.entry.is_fitting(first))

    @property
    def _lines(self) -> tuple[LineAt, ...]:
        return (self.act.claim, *self.act.lines)

    def facts(self) -> tuple[Fact, ...]:
        """Return what a judgment on it rests on."""
        lines = self.act.facts("service_date", "code", "modifiers", "description", "charge")
        network = on_paper(self.act.claim_paper, "coverage.network_status")
        return (*lines, *self.act.diagnosis_facts(), *self.share.facts(), *network, *self.purpose.facts())


def preventive_care(
    papers: Papers, rulings: Sequence[Ruling], acts: Sequence[Act], records: Records, told: Told
) -> Iterator[Care]:
    """Yield the acts of care that may be prevention and that the plan did not refuse.

    What is on no list never is; what no table knows may be where the plan charged a share.
    """
    covered = {act: _entry(act) for act in acts if not act.is_refused}
    whole = _Whole(papers, rulings, covered, records, told)
    for act, entry in covered.items():
        if entry.form != "unlisted" if entry else whole.is_charged(act):
            yield whole.care(act, entry)


class _Whole:
    """What has to be known of the whole case to see one act of care as prevention."""

    def __init__(
        self,
        papers: Papers,
        rulings: Sequence[Ruling],
        covered: Mapping[Act, Entry | None],
        records: Records,
        told: Told,
    ) -> None:
        self._story = papers.case.story or Story()
        self._records, self._told = records, told
        self._charged = {ruling.paper.id for ruling in rulings if share_on_claim(ruling).amount > 0}
        self._check_ups: dict[datetime.date | None, dict[str, Paper]] = defaultdict(dict)
        self._grandfathered = {
            payer_key(paper.document.payer)
            for paper in papers.papers
            if paper.document.coverage and paper.document.coverage.grandfathered
        }
        self._pictures: set[Hashable] = set()
        self._shares: dict[Act, CostShare] = {}
        for act, entry in covered.items():
            if entry is not None and entry.reason in _CHECK_UPS:
                self._check_ups[act.day].update({paper.id: paper for paper in act.papers})
            if entry is not None and entry.reason == _PICTURE:
                self._pictures.add(patient_key(act.papers[0].document.patient))

    def _share(self, act: Act) -> CostShare:
        if act not in self._shares:
            self._shares[act] = share_or_rest(act.decision) if act.decision else NONE
        return self._shares[act]

    def is_charged(self, act: Act) -> bool:
        """Tell whether the plan charged a share on the line, or on the claim as a whole."""
        return self._share(act).amount > 0 or act.claim.document.id in self._charged

    def care(self, act: Act, entry: Entry | None) -> Care:
        """Return an act with what the case says of it."""
        share = self._share(act)
        return Care(
            act=act,
            entry=entry,
            purpose=purpose_of(act, self._records.of(act), self._told.of(act)),
            share=share,
            is_charged=self.is_charged(act),
            is_asked=act.decision is None and any(map(_asks, act.papers)),
            must_cover=self._must_cover(act, entry, share),
            is_in_network=act.decision is not None and act.decision.in_network,
            is_for_medicare=is_medicare(act.claim.document),
            has_check_up=any(
                is_about(paper, own) for paper in self._check_ups.get(act.day, {}).values() for own in act.papers
            ),
            has_screening_picture=patient_key(act.papers[0].document.patient) in self._pictures,
        )

    def _must_cover(self, act: Act, entry: Entry | None, share: CostShare) -> bool:
        document = act.claim.document
        if document.coverage and document.coverage.network_status == "out":
            return False
        if self._story.chose_out_of_network or payer_key(document.payer) in self._grandfathered:
            return False
        if entry is not None and entry.is_outside(self._age(act), self._sex(act)):
            return False
        return not (is_medicare(document) and _is_medicares_part(act, entry, share))

    def _age(self, act: Act) -> float | None:
        """The age on the day of service: by the birth date on a paper, else as told."""
        births = [paper.document.patient.date_of_birth for paper in act.papers if paper.document.patient]
        born = next(filter(None, births), None)
        if born is None or act.day is None:
            return self._story.patient_age
        return age_on(born, act.day)

    def _sex(self, act: Act) -> str:
        """F or M, "" where nobody says one of these."""
        printed = [paper.document.patient.sex for paper in act.papers if paper.document.patient]
        said = next(filter(None, (*printed, self._story.patient_sex)), None)
        return sex_of(said)


def _is_medicares_part(act: Act, entry: Entry | None, share: CostShare) -> bool:
    """Whether a share is no more than Medicare leaves to the patient where a bowel screening finds something."""
    if entry is None or entry.form != "by_mark" or share.deductible or act.decision is None:
        return False
    part = medicare_share(act.day)
    allowed = act.claim.line.allowed or act.decision.paid + share.amount
    return part is not None and share.amount <= allowed * part.percent / 100 + _CENT


def _entry(act: Act) -> Entry | None:
    return entry_of(act.code, act.day, medicare=is_medicare(act.claim.document))


def _asks(paper: Paper) -> bool:
    totals = paper.document.totals
    return paper.document.kind == "bill" and totals is not None and (totals.balance_due or 0) > 0
