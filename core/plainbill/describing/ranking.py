"""Ranking: which of several translations of one line is shown, and which stay as alternatives."""

from collections.abc import Sequence

from plainbill.case import Reading, Translation


def rank(candidates: Sequence[Translation]) -> Translation:
    """Return the best of `candidates`, the others and their alternatives as its alternatives, best first.

    What a person approved or edited comes first; then what was worked out from the paper before what a model said,
    what says something before what leaves it open, and the more confident.

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


def _place(reading: Reading) -> tuple[bool, bool, bool, float, str, str]:
    review = reading.review if isinstance(reading, Translation) else None
    unapproved = review is None or review.status == "rejected"
    by_a_model = reading.basis == "llm"
    return (unapproved, by_a_model, reading.vague, -reading.confidence, reading.source, reading.plain)


def _bare(translation: Translation) -> Reading:
    return Reading.model_validate({name: getattr(translation, name) for name in Reading.model_fields})
