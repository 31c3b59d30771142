"""member-id-mismatch: papers of one plan that name the patient, the member or the group differently."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from plainbill.checking.drafts import Draft, Outcome, Phrase
from plainbill.checking.evidence import on_paper
from plainbill.checking.identity import (
    are_of_two_members,
    differing_birth_dates,
    differing_numbers,
    differing_people,
    payer_key,
)
from plainbill.checking.matching.bills import is_about
from plainbill.checking.papers import Paper
from plainbill.checking.rules.record import Rule
from plainbill.checking.situation import Situation

_KIND = "member-id-mismatch"
_KINDS_OF_PAPER = frozenset({"bill", "eob", "insurance_card"})
# Comparing papers in pairs is quadratic; nobody has more papers of one plan with different numbers on them.
_MOST_PAPERS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class _Field:
    """One thing that papers say about the member; `differ` tells whether two of them contradict each other."""

    name: Phrase
    path: str
    differ: Callable[[Paper, Paper], bool]


def _member_ids(one: Paper, other: Paper) -> bool:
    here, there = one.document.coverage, other.document.coverage
    return differing_numbers(here.member_id if here else None, there.member_id if there else None)


def _group_numbers(one: Paper, other: Paper) -> bool:
    here, there = one.document.coverage, other.document.coverage
    return differing_numbers(here.group_number if here else None, there.group_number if there else None)


def _subscribers(one: Paper, other: Paper) -> bool:
    here, there = one.document.coverage, other.document.coverage
    return differing_people(here.subscriber_name if here else None, there.subscriber_name if there else None)


def _birth_dates(one: Paper, other: Paper) -> bool:
    return differing_birth_dates(one.document.patient, other.document.patient)


def _patients(one: Paper, other: Paper) -> bool:
    """A card names the member, who need not be the patient; only a misspelling can be told there."""
    here, there = one.document.patient, other.document.patient
    if here is None or there is None or not differing_people(here.name, there.name):
        return False
    if here.date_of_birth and there.date_of_birth:
        return here.date_of_birth == there.date_of_birth
    return differing_people(here.name, there.name, misspelled_only=True)


_FIELDS = (
    _Field(name=Phrase("member number"), path="coverage.member_id", differ=_member_ids),
    _Field(name=Phrase("group number"), path="coverage.group_number", differ=_group_numbers),
    _Field(name=Phrase("name of the member"), path="coverage.subscriber_name", differ=_subscribers),
    _Field(name=Phrase("birth date"), path="patient.date_of_birth", differ=_birth_dates),
    _Field(name=Phrase("name of the patient"), path="patient.name", differ=_patients),
)


def _judge(situation: Situation) -> Iterator[Outcome]:
    for papers in _papers_of_each_plan(situation):
        differing = [field for field in _FIELDS if _is_contradicted(field, papers)]
        if differing:
            yield _draft(papers, differing)


def _papers_of_each_plan(situation: Situation) -> list[list[Paper]]:
    """The newest bills, the EOBs and the cards of each plan; a paper that names none goes with the only plan."""
    bills = set(situation.bills)
    papers = [
        paper
        for paper in situation.papers.papers
        if paper.document.kind in _KINDS_OF_PAPER and (paper.document.kind != "bill" or paper in bills)
    ]
    plans: dict[frozenset[str], list[Paper]] = {}
    for paper in papers:
        words = frozenset(payer_key(paper.document.payer).split())
        if words:
            home = next((plan for plan in plans if plan <= words or words <= plan), words)
            plans.setdefault(home, []).append(paper)
    if len(plans) == 1:
        unnamed = [paper for paper in papers if not payer_key(paper.document.payer)]
        next(iter(plans.values())).extend(unnamed)
    return [_unlike(group) for group in plans.values()]


def _unlike(papers: Sequence[Paper]) -> list[Paper]:
    """Leave out papers that say the same of the member as one before."""
    seen: dict[object, Paper] = {}
    for paper in papers:
        document = paper.document
        seen.setdefault((document.kind, document.patient, document.coverage, _provider(paper)), paper)
    return list(seen.values())[:_MOST_PAPERS]


def _provider(paper: Paper) -> str | None:
    return paper.document.provider.name if paper.document.provider else None


def _is_contradicted(field: _Field, papers: Sequence[Paper]) -> bool:
    """Two papers that differ, or one that agrees with none of the cards: a family may have several."""
    cards = [paper for paper in papers if paper.document.kind == "insurance_card" and on_paper(paper, field.path)]
    others = [paper for paper in papers if paper.document.kind != "insurance_card"]
    if any(_contradict(field, *pair) for pair in combinations(others, 2)):
        return True
    return bool(cards) and any(all(_contradict(field, card, other) for card in cards) for other in others)


def _contradict(field: _Field, one: Paper, other: Paper) -> bool:
    """Two papers about two members of a family may differ in everything that is the person's own."""
    if not field.differ(one, other) or _are_two_plans(one, other):
        return False
    if field.path in ("patient.name", "patient.date_of_birth"):
        return True
    return _one_person(one, other)


def _are_two_plans(one: Paper, other: Paper) -> bool:
    """A first and a second plan of one company have members and numbers of their own."""
    here, there = one.document.coverage, other.document.coverage
    ranks = {coverage.rank for coverage in (here, there) if coverage and coverage.rank}
    return len(ranks) == 2


def _one_person(one: Paper, other: Paper) -> bool:
    if are_of_two_members(one.document, other.document):
        return False
    here, there = one.document.patient, other.document.patient
    if here is None or there is None or "insurance_card" in (one.document.kind, other.document.kind):
        return True
    if here.date_of_birth and there.date_of_birth and here.date_of_birth == there.date_of_birth:
        return True
    return not differing_people(here.name, there.name) or is_about(one, other)


def _draft(papers: Sequence[Paper], differing: Sequence[_Field]) -> Draft:
    paths = [field.path for field in differing]
    concerned = [paper for paper in papers if on_paper(paper, *paths)]
    return Draft(
        kind=_KIND,
        text="papers_differ",
        documents=tuple(sorted(paper.id for paper in concerned)),
        facts=tuple(fact for paper in concerned for fact in on_paper(paper, *paths)),
        words={"fields": tuple(field.name for field in differing)},
        confidence="likely",
    )


RULE = Rule(name="identities", version=1, kinds=(_KIND,), judge=_judge)
