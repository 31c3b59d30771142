"""From a case to findings and gaps: lay out, ask every rule, share out, put into words, sort."""

import datetime
import decimal
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from plainbill.case import CATALOGUE, Case, CheckResult, Finding, Gap, PageReport, Source
from plainbill.checking.drafts import Draft, Hint, Missing, Outcome
from plainbill.checking.papers import Papers, lay_out, natural
from plainbill.checking.rules import RULES
from plainbill.checking.sharing import share_out
from plainbill.checking.situation import Situation, see
from plainbill.checking.wording import as_finding, as_gap
from plainbill.knowledge.languages import ENGLISH, current_language, say_in
from plainbill.knowledge.payer_meanings import NOTHING_EXPLAINED, PayerMeanings
from plainbill.knowledge.published import NOTHING_IMPORTED, PublishedTables

_NO_SOURCES: Mapping[str, Source] = MappingProxyType({})
# Amounts have up to 23 digits and a sum up to some thousands of them; Python's own 28 digits would round.
_EXACT = decimal.Context(prec=60)
_ORDER = {kind: place for place, kind in enumerate(CATALOGUE)}
_JUDGE_MONEY = (
    "arithmetic-error", "duplicate-line", "balance-exceeds-eob", "contractual-amount-billed", "payment-not-posted",
    "credit-balance", "not-billed-to-insurance", "surprise-balance-bill", "estimate-exceeded", "cost-share",
    "contractual-adjustment", "self-pay-review",
)  # fmt: skip


def check(
    case: Case,
    *,
    sources: Mapping[str, Source] = _NO_SOURCES,
    pages: Sequence[PageReport] = (),
    today: datetime.date | None = None,
    tables: PublishedTables = NOTHING_IMPORTED,
    off: Collection[str] = (),
    meanings: PayerMeanings = NOTHING_EXPLAINED,
) -> CheckResult:
    """Return what the papers of a case show, and what could not be judged; the same for the same arguments.

    `sources` and `pages` are those of a `ReadResult`; without them every value counts as confirmed. `today` is the day
    for rules that depend on it, `tables` are published tables that were imported, `off` names rules to leave out, and
    `meanings` say what payers mean by notes that no table explains. Texts are in the language of `say_in`.
    """
    with decimal.localcontext(_EXACT):
        papers = lay_out(case, sources, pages, meanings)
        outcomes = _outcomes(see(papers, today=today, tables=tables), off)
        drafts = share_out(
            [outcome for outcome in outcomes if isinstance(outcome, Draft)],
            [outcome for outcome in outcomes if isinstance(outcome, Hint)],
        )
        findings = _told(drafts, papers)
        missing = [outcome for outcome in outcomes if isinstance(outcome, Missing)]
        missing += _foreign(papers)
        missing += _held_back(outcomes, drafts)
        return CheckResult(findings=findings, not_assessed=_gaps(missing))


def _told(drafts: Iterable[Draft], papers: Papers) -> tuple[Finding, ...]:
    """The findings in the order that they have in English, so that each has its place in every language."""
    with say_in(ENGLISH):
        english = [(as_finding(draft, papers), draft) for draft in drafts]
    english.sort(key=lambda pair: _place(pair[0]))
    told = current_language()
    return tuple(finding if told == ENGLISH else as_finding(draft, papers) for finding, draft in english)


def _outcomes(situation: Situation, off: Collection[str]) -> list[Outcome]:
    return [
        replace(outcome, rule=rule.id) if isinstance(outcome, Draft) else outcome
        for rule in RULES
        if rule.name not in off
        for outcome in rule.judge(situation)
    ]


def _foreign(papers: Papers) -> list[Missing]:
    return [
        Missing(kinds=_JUDGE_MONEY, needs="currency", text="foreign_currency", document=paper.id)
        for paper in papers.papers
        if paper.foreign
    ]


def _held_back(outcomes: Iterable[Outcome], drafts: Iterable[Draft]) -> list[Missing]:
    """A balance that only a hint explains is not judged; what a finding explains is."""
    said = {document for draft in drafts if _ORDER[draft.kind] < _ORDER["cost-share"] for document in draft.documents}
    return [
        Missing(kinds=(outcome.kind,), needs="itemized_bill", text="held_back", document=document)
        for outcome in outcomes
        if isinstance(outcome, Draft) and outcome.kind == "balance-exceeds-eob" and not said & set(outcome.documents)
        for document in outcome.documents[:1]
    ]


def _place(finding: Finding) -> tuple[object, ...]:
    return (
        _ORDER[finding.kind],
        tuple(map(natural, finding.documents)),
        tuple(map(natural, finding.lines)),
        finding.amount or 0,
        finding.title,
        finding.explanation,
    )


def _gaps(missing: Iterable[Missing]) -> tuple[Gap, ...]:
    """Join what is missing for one reason on one paper."""
    kinds: dict[Missing, set[str]] = {}
    for one in missing:
        kinds.setdefault(replace(one, kinds=()), set()).update(one.kinds)
    joined = [replace(one, kinds=tuple(sorted(found, key=_ORDER.__getitem__))) for one, found in kinds.items()]
    joined.sort(key=lambda one: (natural(one.document or ""), _ORDER[one.kinds[0]], one.needs, one.text))
    return tuple(as_gap(one) for one in joined)
