"""The one place that decides how kinds share out a situation; what fits beside what is settled in the contract."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from plainbill.checking.drafts import Draft, Hint, Word
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
# A bill that was early, is still waiting, or stands under the No Surprises rules is not read as asking a discount.
_EXPLAIN_A_DISCOUNT = frozenset({"billed-before-adjudication", "payer-pending", "surprise-balance-bill"})
_MOST_NAMED = 5


def share_out(drafts: Iterable[Draft], hints: Sequence[Hint]) -> tuple[Draft, ...]:
    """Return the drafts that stand beside each other, those about one thing joined."""
    standing = [draft for draft in drafts if not (draft.kind == "contractual-amount-billed" and _is_held(draft, hints))]
    standing = _without_double_sums(standing)
    standing = _without_double_counts(standing)
    standing = [draft for draft in standing if not _is_explained(draft, standing, hints)]
    standing = _without_disputed(standing, hints)
    coded = {document for draft in standing if draft.kind == "missing-codes" for document in draft.documents}
    return tuple(
        _joined([draft for draft in standing if draft.kind != "vague-description" or not coded & set(draft.documents)])
    )


def _is_held(draft: Draft, hints: Sequence[Hint]) -> bool:
    return any(hint.kind in _EXPLAIN_A_DISCOUNT and set(hint.documents) & set(draft.documents) for hint in hints)


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


def _is_explained(draft: Draft, drafts: Sequence[Draft], hints: Sequence[Hint]) -> bool:
    """`balance-exceeds-eob` is the headline only where nothing more specific explains the whole excess."""
    if draft.kind != "balance-exceeds-eob" or draft.amount is None:
        return False
    near: list[Draft | Hint] = [*drafts, *hints]
    near = [other for other in near if other.kind in _EXPLAIN_A_BALANCE and set(other.documents) & set(draft.documents)]
    if any(isinstance(other, Hint) and other.amount is None for other in near):
        return True
    return some_add_up([other.amount for other in near if other.amount is not None], draft.amount)


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
    parts = dict.fromkeys(part for word in written for part in str(word).split(", "))
    named = ", ".join(list(parts)[:_MOST_NAMED])
    return f"{named} and others" if len(parts) > _MOST_NAMED else named
