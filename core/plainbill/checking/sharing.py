"""The one place that decides how kinds share out a situation."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from plainbill.checking.drafts import OLDER_DECISION, Draft, Hint, Phrase, Word
from plainbill.checking.money import some_add_up, total

_INFO = frozenset({"cost-share", "contractual-adjustment"})
_EXPLAIN_A_BALANCE = frozenset(
    {
        "contractual-amount-billed",
        "duplicate-line",
        "arithmetic-error",
        "payment-not-posted",
        "not-billed-to-insurance",
        "billed-before-adjudication",
        "payer-pending",
        "surprise-balance-bill",
        "credit-balance",
    }
)
# A bill that was early, is still waiting, or stands under the No Surprises rules: whatever it asks is explained, and no
# discount is said to be asked.
_EXPLAIN_ANYTHING = frozenset({"billed-before-adjudication", "payer-pending", "surprise-balance-bill"})
# A charge that nobody decided on, or that stands there twice: any part of it may be what is asked too much.
_EXPLAIN_UP_TO = frozenset({"not-billed-to-insurance", "duplicate-line"})
_MOST_NAMED = 5


def share_out(drafts: Iterable[Draft], hints: Sequence[Hint]) -> tuple[Draft, ...]:
    """Return the drafts that stand beside each other, those about one thing joined."""
    proposed = list(drafts)
    causes: list[Draft | Hint] = [*proposed, *hints]
    held = {name for cause in causes if cause.kind in _EXPLAIN_ANYTHING for name in cause.documents}
    standing = [
        draft for draft in proposed if draft.kind != "contractual-amount-billed" or not held & set(draft.documents)
    ]
    standing = _without_double_sums(standing)
    standing = _without_double_counts(standing)
    standing = _without_copies(standing)
    standing = _without_general_refusals(standing)
    standing = _without_explained(standing, hints)
    standing = _without_disputed(standing, hints)
    coded = {document for draft in standing if draft.kind == "missing-codes" for document in draft.documents}
    return tuple(
        _joined([draft for draft in standing if draft.kind != "vague-description" or not coded & set(draft.documents)])
    )


def _without_copies(drafts: list[Draft]) -> list[Draft]:
    """A line printed twice of which the plan has one is a copy, and not a charge that was never sent to the plan."""
    copies = {at.ref for draft in drafts if draft.kind == "duplicate-line" for at in draft.lines}
    return [
        draft
        for draft in drafts
        if draft.kind != "not-billed-to-insurance" or not draft.lines or not copies & {at.ref for at in draft.lines}
    ]


def _without_double_sums(drafts: list[Draft]) -> list[Draft]:
    """A line printed twice and counted once is one fault, not a wrong sum as well."""
    repeated = {(draft.documents[0], draft.amount) for draft in drafts if draft.kind == "duplicate-line"}
    return [
        draft
        for draft in drafts
        if not (draft.text == "sum_of_charges" and (draft.documents[0], draft.amount) in repeated)
    ]


def _without_double_counts(drafts: list[Draft]) -> list[Draft]:
    """Lines that only together count too many units are copies of each other where they are printed again."""
    repeated = {(at.code, at.date) for draft in drafts if draft.kind == "duplicate-line" for at in draft.lines}
    return [
        draft
        for draft in drafts
        if not (
            draft.kind == "units-implausible"
            and draft.text.startswith("several_lines")
            and repeated.issuperset((at.code, at.date) for at in draft.lines)
        )
    ]


def _without_general_refusals(drafts: list[Draft]) -> list[Draft]:
    """A refusal of a code that the papers themselves show not to fit the patient is that, and no more."""
    told = {(at.code, at.date) for draft in drafts if draft.kind == "demographic-code-conflict" for at in draft.lines}
    return [
        draft
        for draft in drafts
        if draft.kind != "denied-code-combination"
        or not draft.lines
        or not told.issuperset((at.code, at.date) for at in draft.lines)
    ]


def _without_explained(drafts: list[Draft], hints: Sequence[Hint]) -> list[Draft]:
    """`balance-exceeds-eob` is the headline only where nothing more specific explains the whole excess."""
    near: dict[str, list[Draft | Hint]] = defaultdict(list)
    causes: list[Draft | Hint] = [*drafts, *hints]
    for cause in causes:
        if _may_explain(cause):
            for document in cause.documents:
                near[document].append(cause)
    return [
        draft
        for draft in drafts
        if draft.kind != "balance-exceeds-eob"
        or draft.amount is None
        or draft.text == OLDER_DECISION
        or not _explain({id(cause): cause for name in draft.documents for cause in near[name]}.values(), draft.amount)
    ]


def _explain(causes: Iterable[Draft | Hint], excess: Decimal) -> bool:
    near = list(causes)
    if any(cause.kind in _EXPLAIN_ANYTHING or (isinstance(cause, Hint) and cause.amount is None) for cause in near):
        return True
    if any(cause.kind in _EXPLAIN_UP_TO and excess <= (cause.amount or 0) for cause in near):
        return True
    return some_add_up([cause.amount for cause in near if cause.amount is not None], excess)


def _may_explain(other: Draft | Hint) -> bool:
    """Whether something accounts for a balance: certain kinds do, and every charge that the plan refused."""
    return other.kind in _EXPLAIN_A_BALANCE or (isinstance(other, Draft) and other.refuses)


def _without_disputed(drafts: list[Draft], hints: Sequence[Hint]) -> list[Draft]:
    """An info finding never calls right what another finding disputes."""
    services: dict[str, set[object]] = defaultdict(set)
    for draft in drafts:
        if draft.kind not in _INFO:
            for at in draft.lines:
                services[_side(draft.kind)] |= {at.ref, (at.code, at.date)}
    refs = {ref for hint in hints for ref in hint.lines}
    whole = {document for hint in hints if hint.kind == "preventive-cost-share" for document in hint.documents}
    return [draft for draft in drafts if draft.kind not in _INFO or not _is_disputed(draft, services, refs, whole)]


def _side(kind: str) -> str:
    """A discount that is asked disputes the discount only; everything else disputes the share."""
    return "contractual-adjustment" if kind == "contractual-amount-billed" else "cost-share"


def _is_disputed(draft: Draft, services: dict[str, set[object]], refs: set[str], whole: set[str]) -> bool:
    touched = services[draft.kind]
    if any(at.ref in touched or (at.code and (at.code, at.date) in touched) for at in draft.lines):
        return True
    if draft.kind != "cost-share":
        return False
    return any(at.ref in refs for at in draft.lines) or (not draft.lines and bool(whole & set(draft.documents)))


def _joined(drafts: Sequence[Draft]) -> Iterator[Draft]:
    groups: dict[object, list[Draft]] = defaultdict(list)
    for place, draft in enumerate(drafts):
        groups[(draft.kind, draft.text, draft.rule, draft.joins) if draft.joins else place].append(draft)
    for group in groups.values():
        yield group[0] if len(group) == 1 else _join(group)


def _join(group: Sequence[Draft]) -> Draft:
    amounts = [draft.amount for draft in group]
    return replace(
        group[0],
        lines=tuple(at for draft in group for at in draft.lines),
        documents=tuple(sorted({document for draft in group for document in draft.documents})),
        amount=total(amounts) if any(amount is not None for amount in amounts) else None,
        facts=tuple(fact for draft in group for fact in draft.facts),
        words={name: _joined_word([draft.words[name] for draft in group]) for name in group[0].words},
        confidence=min((draft.confidence for draft in group), key=("possible", "likely", "certain").index),
        tables=tuple({(use.name, use.entry): use for draft in group for use in draft.tables}.values()),
    )


def _joined_word(written: Sequence[Word]) -> Word:
    sums = [word for word in written if isinstance(word, Decimal)]
    if len(sums) == len(written):
        return total(sums)
    if len(set(written)) == 1:
        return written[0]
    parts = dict.fromkeys(part for word in written for part in _parts(word))
    named = tuple(parts)[:_MOST_NAMED]
    return Phrase("{named} and others", (("named", named),)) if len(parts) > _MOST_NAMED else named


def _parts(word: Word) -> Sequence[Word]:
    if isinstance(word, str):
        return word.split(", ")
    return word if isinstance(word, tuple) else (word,)
