"""Ranking: which of several translations of one line is shown, and which stay as alternatives."""

from collections.abc import Sequence
from typing import Final

from plainbill.case import Reading, Translation

# What words rest on, by how their source begins, best first; any other source is a written rule.
_KINDS: Final = (
    frozenset({"printed"}),
    frozenset({"cpt", "hcpcs", "dental", "revenue", "icd-10-cm"}),
    frozenset({"payer"}),
)


def rank(candidates: Sequence[Translation]) -> Translation:
    """Return the best of `candidates`, the others and their alternatives as its alternatives, best first.

    What a person approved or edited comes first; then what was worked out from the paper before what a model said, and
    what says something before what leaves it open. Among these the kind of source decides (printed on this document,
    official public list, payer's own text, written rule), then the confidence.

    Raises:
        ValueError: there is no candidate.
    """
    if not candidates:
        raise ValueError("there is nothing to rank; give at least one translation")
    best, *rest = sorted(candidates, key=_place)
    others = [reading for translation in rest for reading in (_bare(translation), *translation.alternatives)]
    kept = {(each.plain, each.group): each for each in reversed([*best.alternatives, *sorted(others, key=_place)])}
    kept.pop((best.plain, best.group), None)
    return best.but(alternatives=tuple(reversed(kept.values())))


def other_readings(translation: Translation) -> tuple[Reading, ...]:
    """Return the alternatives that say something else; none where code and words agree on what is shown.

    What a model proposed is not among them: it has to be told apart, see `model_readings`.
    """
    if translation.basis == "both":
        return ()
    return tuple(each for each in translation.alternatives if each.basis != "llm")


def model_readings(translation: Translation) -> tuple[Reading, ...]:
    """Return what models proposed and nobody approved; whoever shows it says so."""
    return tuple(each for each in translation.alternatives if each.basis == "llm")


def _place(reading: Reading) -> tuple[bool, bool, bool, int, float, str, str]:
    review = reading.review if isinstance(reading, Translation) else None
    unapproved = review is None or review.status == "rejected"
    by_a_model = reading.basis == "llm"
    kind = _kind_of(reading.source)
    return (unapproved, by_a_model, reading.vague, kind, -reading.confidence, reading.source, reading.plain)


def _kind_of(source: str) -> int:
    """Return the place of what a source, "plugin:kind/entry", rests on."""
    begins = source.rpartition(":")[2].partition("/")[0]
    return next((place for place, kinds in enumerate(_KINDS) if begins in kinds), len(_KINDS))


def _bare(translation: Translation) -> Reading:
    return Reading.model_validate({name: getattr(translation, name) for name in Reading.model_fields})
