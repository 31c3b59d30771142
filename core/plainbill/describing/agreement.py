"""Agreement: one translation from what a line's code says, what its words say, and what neither says."""

from plainbill.case import Line, Reading, Translation
from plainbill.describing.codes import describe_code, describe_revenue_code
from plainbill.describing.diagnoses import bare_diagnosis, describe_diagnosis, is_known_diagnosis
from plainbill.describing.possibilities import possible_readings
from plainbill.describing.vague_lines import unknown_code_reading, unknown_words_reading, vague_reading
from plainbill.describing.vagueness import says_nothing
from plainbill.describing.words import bare
from plainbill.knowledge.published import NOTHING_IMPORTED, PublishedTables

BOTH = 0.95
DISAGREE = 0.8
"""Confidence in a known code whose line has other words: the code stands for what it stands for."""
FAMILY_AND_WORDS = 0.75
WORDS_WITHOUT_CODE = 0.6

# Groups that one act of care is often filed under by code and by words: a shot is the giving and the medicine, a visit
# in an emergency room is both, an implant is charged beside its surgery.
_NEAR = frozenset(
    frozenset(pair.split())
    for pair in (
        "visit emergency", "visit room", "visit therapy", "visit procedure", "emergency room", "emergency procedure",
        "procedure surgery", "procedure imaging", "procedure lab", "procedure drug", "procedure therapy",
        "procedure anesthesia", "procedure supply", "procedure room", "surgery anesthesia", "surgery room",
        "surgery supply",
        "supply equipment", "supply drug", "drug anesthesia", "imaging drug", "equipment therapy",
    )
)  # fmt: skip
_ANY = frozenset({"fee", "other"})
# What departments that hand out goods or test samples charge for; the others charge for all that is done in them.
_DONE_BY: dict[str, frozenset[str]] = {
    "supply": frozenset({"supply", "equipment", "drug"}),
    "drug": frozenset({"drug", "supply"}),
    "lab": frozenset({"lab", "procedure"}),
}


def describe_line(line: Line, words: Reading | None = None, tables: PublishedTables = NOTHING_IMPORTED) -> Translation:
    """Return the best reading of `line`, where `words` is what its words were understood as, None where they were not.

    A code that the tables know decides; words that agree with it add to the confidence, words that do not are shown as
    an alternative and the disagreement is said. What cannot be known is said to be open, with what to ask. `tables` are
    the published ones that were imported. A line that is nothing but a diagnosis code is described as that.
    """
    diagnosis = _diagnosis_alone(line)
    if line.code and line.code.strip():
        return _with_code(line, line.code, words, tables) if diagnosis is None else _either(line, diagnosis, tables)
    if diagnosis is not None:
        return _translation(diagnosis)
    if words is not None and not words.vague:
        return _words_in_department(line, words)
    left_open = _without_code_or_words(line, words)
    return _translation(left_open, *possible_readings(left_open))


def _words_in_department(line: Line, words: Reading) -> Translation:
    """Return what the words say, unless the department that charges does not do such a thing."""
    revenue = describe_revenue_code(line.revenue_code) if line.revenue_code else None
    if revenue is None or words.group in _DONE_BY.get(revenue.group, {words.group}):
        return _translation(words)
    return _translation(revenue, words)


def describe_without_plugins(line: Line, tables: PublishedTables = NOTHING_IMPORTED) -> Translation:
    """Return what the tables alone say of `line`, for lines that no plugin describes."""
    return describe_line(line, tables=tables)


def _diagnosis_alone(line: Line) -> Reading | None:
    """Return the reading of the diagnosis where the line is that and no charge; its code may be the same letters."""
    if len(line.diagnosis_codes) != 1 or line.description or line.revenue_code or line.charge is not None:
        return None
    written = line.diagnosis_codes[0]
    if line.code and bare(line.code) != bare_diagnosis(written):
        return None
    return describe_diagnosis(written)


def _either(line: Line, diagnosis: Reading, tables: PublishedTables) -> Translation:
    """Return both readings of letters that may be a procedure or a diagnosis; a procedure that is known comes first."""
    procedure = describe_code(line.code or "", line.modifiers, tables)
    if procedure is None:
        return _translation(diagnosis)
    return _translation(diagnosis, procedure) if procedure.vague else _translation(procedure, diagnosis)


def _without_code_or_words(line: Line, words: Reading | None) -> Reading:
    revenue = describe_revenue_code(line.revenue_code) if line.revenue_code else None
    if revenue is not None and (not revenue.vague or not line.description):
        return revenue
    if words is not None:
        return words
    if says_nothing(line.description or ""):
        return vague_reading(line.description or "")
    return revenue or unknown_words_reading(line.description or "")


def _with_code(line: Line, code: str, words: Reading | None, tables: PublishedTables) -> Translation:
    by_code = describe_code(code, line.modifiers, tables)
    understood = words is not None and not words.vague
    if words is None or not understood:
        return _translation(by_code or unknown_code_reading(code))
    if by_code is None:
        return _words_beside_unknown_code(code, words)
    if not _agree(by_code, words):
        return _disagreeing(by_code, words)
    if by_code.vague:
        return _translation(words.but(basis="both", confidence=FAMILY_AND_WORDS), by_code)
    return _translation(by_code.but(basis="both", confidence=BOTH), words)


def _agree(one: Reading, other: Reading) -> bool:
    groups = frozenset({one.group, other.group})
    return len(groups) == 1 or bool(groups & _ANY) or groups in _NEAR


def _disagreeing(by_code: Reading, words: Reading) -> Translation:
    said = f"{by_code.plain} The words beside the code seem to say something else, so ask which of them is right."
    confidence = min(by_code.confidence, DISAGREE)
    return _translation(by_code.but(plain=said, confidence=confidence), words)


def _words_beside_unknown_code(code: str, words: Reading) -> Translation:
    if is_known_diagnosis(code):
        said = f"{words.plain} The code beside these words is a diagnosis code, which says why you had care."
    else:
        said = f"{words.plain} Our tables do not know the code beside these words, so ask if it is right."
    confidence = min(words.confidence, WORDS_WITHOUT_CODE)
    return _translation(words.but(plain=said, confidence=confidence), unknown_code_reading(code))


def _translation(reading: Reading, *alternatives: Reading) -> Translation:
    return Translation.model_validate({**reading.model_dump(), "alternatives": alternatives})
