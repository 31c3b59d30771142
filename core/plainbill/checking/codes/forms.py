"""What a text in the field of a procedure code is: a code, something else that is right there, or no code at all."""

import functools
import re

from plainbill.describing.code_shapes import read_procedure_code
from plainbill.knowledge.tables import read_table

_PLAIN = re.compile(r"[0-9A-Z]+")
# Numbers that lie in no range that CPT has given out, five digits long: the first and last number of each gap.
_GAPS = ((0, 99), (2000, 10003), (69991, 70009), (80000, 80046), (89399, 90280), (99608, 99999))
_FIVE_DIGITS = re.compile(r"[0-9]{5}")
# Revenue codes and payment groups of hospitals have four digits and begin with 0 to 5; CPT numbers cut short beyond.
_CUT_SHORT = re.compile(r"[6-9][0-9]{3}")
_ONE_LETTER = re.compile(r"(?=.{5}$)[0-9]*[A-Z][0-9]*")
# Sections of ICD-10-PCS and the body systems in them; an inpatient bill may print its seven characters as the code.
_INPATIENT_PROCEDURE = re.compile(r"(?:0.|10|2[WY]|3[0CE]|4[AB]|5A|6A|7W|8[CE]|9W|[BCDFGHX].)[0-9A-HJ-NP-Z]{5}")
_CODE_AND_MORE = re.compile(r"[0-9]{5}([0-9]?[A-Z][0-9A-Z]?)")


@functools.lru_cache(maxsize=8192)
def is_no_code(text: str) -> bool:
    """Tell whether `text`, in capitals without blanks and hyphens, looks like a code and can be none.

    Item numbers, revenue codes, drug codes, payment groups and words may rightly stand where the code is printed, so
    they are not meant.
    """
    if not _PLAIN.fullmatch(text) or _INPATIENT_PROCEDURE.fullmatch(text):
        return False
    code = read_procedure_code(text)
    if code is not None and not code.modifiers:
        return bool(_FIVE_DIGITS.fullmatch(text)) and any(low <= int(text) <= high for low, high in _GAPS)
    more = _CODE_AND_MORE.fullmatch(text)
    if more:
        return more[1] not in _glued_modifiers()
    return code is None and bool(_CUT_SHORT.fullmatch(text) or _ONE_LETTER.fullmatch(text))


def is_no_modifier(text: str) -> bool:
    """Tell whether `text`, in capitals without blanks, is too short or too long for a modifier, or two glued ones."""
    return bool(_PLAIN.fullmatch(text)) and len(text) in (1, 3)


@functools.cache
def _glued_modifiers() -> frozenset[str]:
    return frozenset(row["modifier"] for row in read_table("glued_modifiers"))
