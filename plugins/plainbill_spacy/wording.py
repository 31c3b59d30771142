"""Wording: the parts of a sentence that every reading of words shares."""

from collections.abc import Sequence

from plainbill.case import Group, Reading
from plainbill_spacy.words import Word

_QUOTED = 60
_LESS_FOR_REPAIR = 0.1
_LEAST = 0.5
_SHOWN = 2


def quoted(text: str) -> str:
    """Return printed words in quotation marks, cut where they are long."""
    short = text if len(text) <= _QUOTED else f"{text[:_QUOTED].rstrip()}…"
    return f'"{short}"'


def bracketed(words: Sequence[Word], notes: Sequence[str] = ()) -> str:
    """Return notes in brackets with what was repaired, " (3 views; we read "5UPPLY" as SUPPLY)", or nothing."""
    repairs = [f"we read {quoted(word.printed)} as {' '.join(word.reading)}" for word in words if word.repaired]
    said = [*notes, *repairs[:_SHOWN]]
    return f" ({'; '.join(said)})" if said else ""


def open_reading(plain: str, group: str, confidence: float, source: str) -> Reading:
    """Return a reading of words that name a kind of thing and leave open which."""
    return Reading.model_validate(
        {
            "plain": plain,
            "group": group,
            "basis": "description",
            "confidence": confidence,
            "vague": True,
            "source": source,
        }
    )


def reading(plain: str, group: Group | str, confidence: float, source: str, words: Sequence[Word]) -> Reading:
    """Return a reading of words; what had to be repaired is less sure, but never vague for that alone."""
    less = _LESS_FOR_REPAIR if any(word.repaired for word in words) else 0.0
    return Reading.model_validate(
        {
            "plain": plain,
            "group": group,
            "basis": "description",
            "confidence": round(max(_LEAST, confidence - less), 2),
            "vague": False,
            "source": source,
        }
    )
