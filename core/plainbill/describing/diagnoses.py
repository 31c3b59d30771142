"""Diagnoses: what a diagnosis code stands for, in plain words where a table has them, else by its official title."""

import functools
import re
import unicodedata
from collections.abc import Iterable, Mapping

from plainbill.case import Document, Reading
from plainbill.describing.code_lives import ended
from plainbill.describing.official_words import write_out
from plainbill.describing.sentences import as_sentences
from plainbill.knowledge.diagnosis_titles import DiagnosisTitle, diagnosis_title
from plainbill.knowledge.tables import Row, read_table

KNOWN = 0.9
"""Confidence in what a table says of exactly this code."""
TITLED = 0.85
"""Confidence in the official title of exactly this code, which tables have put in plainer words."""

_SHAPE = re.compile(r"[A-Z][0-9A][0-9AB][0-9A-Z]{0,4}")
_CATEGORY = 3
_WHAT_IT_IS = "This is a diagnosis code: it says why you had care."
_SAYS = "The code list says: "
_UNKNOWN = "Our tables do not know this code."
_INCOMPLETE = "A claim needs a longer code than this one."


def describe_diagnosis(code: str) -> Reading | None:
    """Return what a diagnosis code stands for, with or without its dot; None where no table has exactly this code."""
    key = bare_diagnosis(code)
    if not _SHAPE.fullmatch(key):
        return None
    official = diagnosis_title(key)
    said = _said_of(key, official)
    if said is None:
        return None
    notes = (_WHAT_IT_IS, _INCOMPLETE if official and not official.complete else "", ended(key, system="diagnosis"))
    return Reading.model_validate(
        {
            "plain": " ".join(part for part in (said, *notes) if part),
            "group": "other",
            "basis": "code",
            "confidence": KNOWN if key in _plain() else TITLED,
            "vague": False,
            "source": f"icd-10-cm/{key}",
        }
    )


def is_known_diagnosis(code: str) -> bool:
    """Return whether a table or the official list has exactly this diagnosis code, with or without its dot."""
    key = bare_diagnosis(code)
    return _SHAPE.fullmatch(key) is not None and (key in _plain() or diagnosis_title(key) is not None)


def name_diagnosis(code: str) -> str | None:
    """Return what a diagnosis code stands for and no more, for a list of them; None where no table has it."""
    key = bare_diagnosis(code)
    return _said_of(key, diagnosis_title(key)) if _SHAPE.fullmatch(key) else None


def diagnoses_on(document: Document) -> Mapping[str, str]:
    """Return what the diagnosis codes of a paper stand for, by code as printed, each once, in their order."""
    printed = [*document.diagnosis_codes, *(code for line in document.lines for code in line.diagnosis_codes)]
    return name_diagnoses(printed)


def name_diagnoses(codes: Iterable[str]) -> Mapping[str, str]:
    """Return what each code stands for, by code as printed; of one that no table has, that it is unknown."""
    once = {bare_diagnosis(code): " ".join(code.split()) for code in reversed([*codes])}
    return {once[key]: name_diagnosis(key) or _UNKNOWN for key in reversed(once) if key}


def bare_diagnosis(code: str) -> str:
    """Return a diagnosis code as codes are compared: NFKC, capitals, without blanks, hyphens and dots."""
    return re.sub(r"[\s.\-\u2010-\u2015]+", "", unicodedata.normalize("NFKC", code)).upper()


def _said_of(key: str, official: DiagnosisTitle | None) -> str | None:
    """Return our own words for exactly this code, else those for its category or chapter with its official title."""
    exact = _plain().get(key)
    if exact is not None:
        return exact["plain"]
    if official is None:
        return None
    above = next((row for end in range(len(key) - 1, _CATEGORY - 1, -1) if (row := _plain().get(key[:end]))), None)
    kind = above or _chapter_of(key)
    title = as_sentences(write_out(official.title, "diagnoses"), _SAYS)
    return title if kind is None else f"{kind['plain']} {title}"


def _chapter_of(key: str) -> Row | None:
    category = key[:_CATEGORY]
    return next((row for row in read_table("diagnosis_chapters") if _within(category, row["key"])), None)


def _within(category: str, chapter: str) -> bool:
    first, _, last = chapter.partition("-")
    return first <= category <= last


@functools.cache
def _plain() -> Mapping[str, Row]:
    return {row["key"]: row for row in read_table("diagnoses")}
