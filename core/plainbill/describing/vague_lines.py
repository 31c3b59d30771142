"""What is said of a line that does not say what was done: what is left open, and what to ask for."""

import functools
from collections.abc import Mapping

from plainbill.case import Reading
from plainbill.describing.code_shapes import is_diagnosis_code, is_procedure_code, is_revenue_code
from plainbill.describing.diagnoses import name_diagnosis
from plainbill.describing.vagueness import vague_groups
from plainbill.describing.words import bare, words_of
from plainbill.knowledge.tables import Row, read_table

OPEN = 0.4
"""Confidence where the kind of thing is named but not the thing."""
UNKNOWN = 0.1
"""Confidence where nothing is known."""
LONGEST_CHARGE = 1_000
"""More characters than this are no words of one charge."""

# What the words are mostly about, where they name more than one kind: goods before the room they were used in.
_TELLING = ("supply", "drug", "lab", "imaging", "anesthesia", "therapy", "equipment", "room", "surgery", "fee", "other")
_OWN_NUMBER_DIGITS = range(6, 12)


def vague_reading(description: str) -> Reading:
    """Return what is said of words that name no service; "SURGICAL SUPPLIES" leaves open which supplies."""
    words = words_of(description)
    if not words:
        return _reading("empty", UNKNOWN)
    phrases = (
        " ".join(words[start : start + length])
        for length in range(min(len(words), 3), 0, -1)
        for start in range(len(words) - length + 1)
    )
    groups = vague_groups(words)
    group = next((each for each in _TELLING if each in groups), "other")
    phrase = next((each for each in phrases if each in _rows() and _rows()[each]["group"] in (group, "other")), group)
    return _reading(phrase, OPEN if phrase != "other" else UNKNOWN)


def unknown_words_reading(description: str = "") -> Reading:
    """Return what is said of words that no table knows, or that are far too many for one charge."""
    return _reading("too long" if len(description) > LONGEST_CHARGE else "unknown", UNKNOWN)


def unknown_code_reading(code: str) -> Reading:
    """Return what is said of a code that is malformed or that no table knows: that it is unknown, and what to ask."""
    word = bare(code)
    diagnosis = name_diagnosis(code)
    if diagnosis is not None:
        reading = _reading("diagnosis", OPEN, diagnosis)
    elif is_diagnosis_code(code.strip().upper()):
        reading = _reading("unknown diagnosis", UNKNOWN)
    elif is_procedure_code(word) or is_revenue_code(word):
        reading = _reading("not in tables", UNKNOWN)
    elif word.isdecimal() and len(word) in _OWN_NUMBER_DIGITS:
        reading = _reading("own number", UNKNOWN)
    else:
        reading = _reading("malformed", UNKNOWN)
    return reading.but(basis="code")


def _reading(key: str, confidence: float, known: str = "") -> Reading:
    row = _rows()[key]
    said = f"{row['plain']} {known}".strip()
    return Reading.model_validate(
        {
            "plain": f"{said} {row['ask']}",
            "group": row["group"],
            "basis": "description",
            "confidence": confidence,
            "vague": True,
            "source": f"vague/{key.lower()}",
        }
    )


@functools.cache
def _rows() -> Mapping[str, Row]:
    return {row["key"]: row for row in read_table("vague_readings")}
