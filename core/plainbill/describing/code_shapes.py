"""Code shapes: what a procedure code looks like, and how modifiers hang on it."""

import re
from dataclasses import dataclass

from plainbill.describing.words import bare

# CPT five digits; categories II, III, laboratory and administrative codes end in F, T, U or M; HCPCS Level II and
# dental codes are a letter A-V and four digits.
_CODE = r"\d{5}|\d{4}[FTUM]|[A-V]\d{4}"
_PROCEDURE = re.compile(_CODE)
_WITH_MODIFIERS = re.compile(rf"({_CODE})((?:[A-Z0-9]{{2}}){{0,4}})")
# What somebody may have meant as a code: a run of digits with a letter or two, too long or too short, or with letters
# that a reader took for digits. Shorter runs are counts, doses and names of tests.
_CODE_LIKE = re.compile(r"[A-Z]?\d[0-9OIL]{2,6}[A-Z]?|[A-Z]\d{3,7}|\d{3,11}")
_DIAGNOSIS = re.compile(r"[A-Z]\d[0-9AB]\.[0-9A-Z]{1,4}")
_REVENUE = re.compile(r"0\d{3}")
_LABELS = re.compile(r"^(?:CPT|HCPCS|HCPC|PROCEDURE|PROC|BILLING)?(?: ?CODES?)?[ :#.]*(?=\S*\d)")

_DIAGNOSIS_LABEL = re.compile(r"(?:ICD[- ]?10(?:[- ]?CM)?|DX|DIAGNOSIS)(?: CODES?)?[ :#.]*(?=[A-Z]\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureCode:
    """A procedure code in capitals, and its modifiers."""

    code: str
    modifiers: tuple[str, ...] = ()


def read_procedure_code(text: str) -> ProcedureCode | None:
    """Return the code that `text` is, with the modifiers glued to it ("99213-25", "9921325"), or None."""
    match = _WITH_MODIFIERS.fullmatch(bare(text))
    if match is None:
        return None
    code, glued = match.groups()
    return ProcedureCode(code=code, modifiers=tuple(glued[i : i + 2] for i in range(0, len(glued), 2)))


def is_procedure_code(text: str) -> bool:
    """Return whether `text` has the shape of a procedure code, without modifiers."""
    return _PROCEDURE.fullmatch(text) is not None


def is_revenue_code(text: str) -> bool:
    """Return whether `text` is four digits with a leading zero, as revenue codes are printed."""
    return _REVENUE.fullmatch(text) is not None


def is_diagnosis_code(text: str) -> bool:
    """Return whether `text` is written as a diagnosis code with its dot, "M79.3"."""
    return _DIAGNOSIS.fullmatch(text) is not None


def is_meant_as_code(text: str) -> bool:
    """Return whether `text`, one word, looks like a code, well formed or not."""
    word = bare(text)
    return bool(
        _CODE_LIKE.fullmatch(word) or _WITH_MODIFIERS.fullmatch(word) or is_diagnosis_code(text.strip().upper())
    )


def labeled_diagnosis(text: str) -> str | None:
    """Return the rest of a text that says that a diagnosis code follows, "ICD-10 E11.9"; None where it does not."""
    upper = text.strip().upper()
    label = _DIAGNOSIS_LABEL.match(upper)
    return None if label is None else upper[label.end() :]


def without_label(text: str) -> str:
    """Return `text` without a word that only says that a code follows: "CPT 99213" is "99213"."""
    return _LABELS.sub("", text.strip().upper(), count=1)
