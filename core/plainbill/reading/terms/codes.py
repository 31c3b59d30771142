"""Procedure codes with their modifiers, revenue codes, drug codes, diagnoses and reason codes: by their shape."""

import functools
import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from plainbill.knowledge.tables import read_table

_SHAPE = r"(?:\d{4}[0-9FTUM]|[A-V]\d{4})"
_CODE = re.compile(rf"^(?P<code>{_SHAPE})(?P<rest>(?:[-\s.,/:]*[A-Z0-9]{{2}}){{0,4}})$")
_GLUED_CODE = re.compile(rf"^(?P<code>{_SHAPE})(?P<rest>[A-Z0-9]{{2}}(?:[A-Z0-9]{{2}})?)$")
_MODIFIER_LENGTH = 2
_MODIFIER = re.compile(r"[A-Z0-9]{2}")
# In an electronic remittance a code follows the qualifier of its set: "HC:99213".
_LABEL = re.compile(r"^(?:(?:CPT|HCPCS|PROC|CODE|CDT|ADA)\s*(?:CODE)?\s*[:#]?|(?:HC|AD):)\s*", re.IGNORECASE)
_DIAGNOSIS = re.compile(r"^[A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?$|^[A-TV-Z]\d[0-9A-Z][0-9A-Z]{1,4}$")
_NDC = re.compile(r"^\d{4,5}-\d{3,4}-\d{1,2}$|^\d{11}$")
# A reader takes the letter O for a zero: no group is written with one.
_REASON = re.compile(r"^(C[O0]|PR|[O0]A|PI|CR)\s*-?\s*([A-Z]?\d{1,3})$")
_MOST_KEPT = 1 << 15
# What readers make of figures in small print: each letter with the figures that it may stand for.
_LIKE_FIGURES = {
    "o": "0", "O": "0", "i": "1", "I": "1", "l": "1", "L": "1", "e": "068", "a": "048", "s": "568", "S": "5", "B": "8",
    "z": "2", "Z": "2",
}  # fmt: skip
_LETTERED = re.compile(r"^(?P<first>[A-V\d])(?P<figures>[\doOiIlLeasSBzZ]{4})(?P<rest>(?:[- ,][A-Za-z0-9]{2}){0,4})$")
_STROKES_AND_RINGS = re.compile(r"^[A-V][oOiIlL]{4}$")
_SMALL_FIRST = re.compile(
    r"^(?P<first>[aeosz])(?P<figures>[\doOiIlLeasSBzZ]{4})(?P<rest>(?:[- ,][A-Za-z0-9]{2}){0,4})$"
)
_TIMES = re.compile(
    r"^(?:[x\u00d7]\s?|X\s)(?P<count>\d{1,4})(?:\s(?:units?|UNITS?))?$"
    r"|^\(\s?(?:x\s?)?(?P<units>\d{1,4})\s(?:units?|UNITS?)\)$"
)
_REMARK = re.compile(r"^(?:N|M|MA)\d{1,3}$")
_KEY_OF_A_NOTE = re.compile(r"^\(?(?=.*\d)[A-Z]{0,3}\d{1,3}[A-Z]?\)?$")


# Where an ambulance came from and went to, a letter each (CMS, Medicare Claims Processing Manual, chapter 15).
_JOURNEY = re.compile(r"[DEGHIJNPRS][DEGHIJNPRSX]")


@functools.cache
def known_modifiers() -> frozenset[str]:
    """The modifiers that exist: only these may stand glued to a code."""
    return frozenset(row["modifier"] for row in read_table("glued_modifiers"))


@functools.cache
def known_codes() -> frozenset[str]:
    """The procedure codes that the built-in table explains: the usual ones of patients' bills."""
    return frozenset(row["key"] for row in read_table("codes"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureCode:
    """A CPT, HCPCS or dental code and the modifiers printed with it."""

    code: str
    modifiers: tuple[str, ...] = ()


@functools.lru_cache(maxsize=_MOST_KEPT)
def parse_code(text: str) -> ProcedureCode | None:
    """Return the procedure code in `text` with its modifiers taken apart, None where it holds none.

    A modifier glued to its code ("9921325") counts only where it is one that exists; behind a hyphen or blank any does.
    """
    bare = _LABEL.sub("", text.strip().upper()).strip("()[] .,;:*-")
    match = _CODE.match(bare)
    if match is None or _NDC.match(bare):
        return None
    if match["code"] not in known_codes() and (read := _with_a_small_letter(text)) is not None:
        return read
    rest = match["rest"]
    if rest and any(mark.islower() for mark in text[-len(rest) :]):
        # Modifiers are printed in capitals: "96374 Medicine" is a code and a word.
        return None
    for part in re.split(r"[-\s.,/:]+", rest):
        glued = len(part) > _MODIFIER_LENGTH or rest[:1].isalnum()
        if part and glued and not all(_may_be_glued(found, match["code"]) for found in _MODIFIER.findall(part)):
            return None
    modifiers = tuple(_MODIFIER.findall(rest))
    return ProcedureCode(code=match["code"], modifiers=modifiers)


def parse_lettered_code(text: str) -> ProcedureCode | None:
    """Return the code that `text` prints where a reader took figures for letters ("Do120", "Diiio", "85o25-9l").

    Only letters that look like figures count, and only where exactly one of the codes they may make is known.
    """
    match = _LETTERED.match(text) or _SMALL_FIRST.match(text)
    if match is None:
        return None
    whole = match["first"] + match["figures"]
    if not any(map(str.isdigit, whole)) and not _STROKES_AND_RINGS.match(whole):
        # "(Lease)" is a word.
        return None
    kept = {match["first"]} if match["first"].isupper() else set()
    signs = ([*kept, *_LIKE_FIGURES.get(whole[0], whole[0])], *(_LIKE_FIGURES.get(sign, sign) for sign in whole[1:]))
    known = {code for each in itertools.product(*signs) if (code := "".join(each)) in known_codes()}
    modifiers = tuple(_MODIFIER.findall(match["rest"].upper()))
    if len(known) != 1 or not known_modifiers().issuperset(modifiers):
        return None
    return ProcedureCode(code=known.pop(), modifiers=modifiers)


def _with_a_small_letter(text: str) -> ProcedureCode | None:
    """The code in parentheses whose first figure was read as a small letter: "(a7040)", since codes have capitals."""
    bare = text.strip()
    return (
        parse_lettered_code(bare.strip("()").strip())
        if bare.startswith("(") and bare[1:].lstrip()[:1].islower()
        else None
    )


def _may_be_glued(modifier: str, code: str) -> bool:
    return modifier in known_modifiers() or code.startswith("A0") and _JOURNEY.fullmatch(modifier) is not None


def are_of_a_ride(code: str, modifiers: Sequence[str]) -> bool:
    """True where an ambulance's code is followed by from where to where it went, and modifiers that exist."""
    return code.startswith("A0") and all(_may_be_glued(modifier, code) for modifier in modifiers)


def is_glued_code(text: str) -> bool:
    """True where a code and its modifiers stand with nothing between ("9921325"): a column has to vouch for that."""
    return _GLUED_CODE.match(text.upper()) is not None


_BETWEEN_CODES = re.compile(r"\s*[/|]\s*|(?<=^0\d{3})\s(?=(?:[A-Z]\d{4}|\d{5})\b)")


# "128/82 and your weight" is no code with another one behind.
_WORDED = re.compile(r"\s[a-z]{2,}")


def parse_codes(text: str) -> tuple[str | None, ProcedureCode | None]:
    """Return revenue and procedure code of a cell that may print both ("0305 / 85610"), None for what is not there.

    A reader may lose the stroke between them, not the naught before: "0636 J0696".
    """
    bare = text.strip()
    if bare.startswith("0") or "/" in bare or "|" in bare:
        parts = _BETWEEN_CODES.split(bare, maxsplit=1)
        if len(parts) == 2 and (revenue := parse_revenue_code(parts[0])) is not None and not _WORDED.search(parts[1]):
            return revenue, parse_code(parts[1])
    return None, parse_code(text)


def is_digits_alone(text: str) -> bool:
    """True where code and modifiers are one run of digits ("9921325"), which a hospital's own number may be too."""
    return text.strip("()[] .,;:").isdigit()


def parse_modifiers(text: str) -> tuple[str, ...] | None:
    """Return the modifiers in `text`, None where it holds anything else."""
    parts = [part for part in re.split(r"[\s,;/-]+", text.strip().upper()) if part]
    if len(parts) == 1 and len(parts[0]) in {4, 6}:
        parts = _MODIFIER.findall(parts[0])
        return tuple(parts) if set(parts) <= known_modifiers() else None
    return tuple(parts) if parts and all(_MODIFIER.fullmatch(part) for part in parts) else None


_OF_THREE_DIGITS, _OF_FOUR_DIGITS = re.compile(r"\d{3}"), re.compile(r"[01]\d{3}")


def parse_revenue_code(text: str) -> str | None:
    """Return the revenue code in `text` with four digits, None where it holds none."""
    bare = text.strip().strip(".:;,")
    if _OF_THREE_DIGITS.fullmatch(bare) and bare != "000":
        return "0" + bare
    return bare if _OF_FOUR_DIGITS.fullmatch(bare) else None


def parse_diagnosis(text: str) -> str | None:
    """Return the ICD-10-CM code in `text` as printed, None where it holds none."""
    bare = text.strip().strip(",;:()")
    return bare if _DIAGNOSIS.match(bare.upper()) else None


# Whole numbers may point to others, but for one with a naught.
_O_AS_ZERO, _I_AS_ONE = (
    re.compile(r"^0\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?$"),
    re.compile(r"^1\d[0-9A-Z]\.[0-9A-Z]{1,4}$|^110$"),
)


def with_its_letter(code: str) -> str:
    """A diagnosis as its label or head promises one: it begins with a letter: "009.511" is O09.511, "110" is I10."""
    if _O_AS_ZERO.match(code):
        return "O" + code[1:]
    return "I" + code[1:] if _I_AS_ONE.match(code) else code


# The letter I before two digits, read as a one: no diagnosis begins with a digit.
_ONE_FOR_I = re.compile(r"^\(1(?=\d\d(?:\.\d{1,4})?\)$)")


def diagnosis_in(text: str) -> str | None:
    """The diagnosis code in the last word of an entry of diagnoses, None where it holds none.

    In parentheses, where only the code of the words before them stands, "(110)" is "I10".
    """
    return parse_diagnosis(text) or parse_diagnosis(_ONE_FOR_I.sub("(I", text))


def parse_ndc(text: str) -> str | None:
    """Return the drug code in `text` as printed, None where it holds none."""
    bare = text.strip().strip(",;:()")
    return bare if _NDC.match(bare) else None


def parse_reason(text: str) -> tuple[str, str] | None:
    """Return group and reason of an adjustment code like CO-45, None where `text` holds none."""
    match = _REASON.match(text.strip().strip(",;:()").upper())
    return (match[1].replace("0", "O"), match[2]) if match else None


def parse_times(text: str) -> int | None:
    """Return the count in "x 12" or "(4 units)", None where `text` is anything else: "X7" is a note."""
    match = _TIMES.match(text)
    return int(match["count"] or match["units"]) if match is not None else None


def is_remark_code(text: str) -> bool:
    """True where `text` has the shape of a remittance remark code (N130, MA18, M51)."""
    return _REMARK.match(text.strip().strip(",;:()")) is not None


def is_key_of_a_note(text: str) -> bool:
    """True where `text` has the shape of a paper's number for a note of its own: "A1", "(12)", "7B"."""
    return _KEY_OF_A_NOTE.match(text) is not None


MODIFIERS_LIKE_WORDS = frozenset(
    {"AD", "AM", "AS", "AT", "CR", "CT", "ED", "EJ", "EP", "ER", "ET", "FT", "FX", "GA", "GC", "GE", "GH", "IV", "LD",
     "LS", "MS", "OR", "OT", "PA", "PB", "PC", "PO", "PT", "RA", "RE", "RN", "SC", "ST", "T3", "T4", "TB", "UN"}
)  # fmt: skip
# Those that begin no words of a service either.
MODIFIERS_UNLIKE_WORDS = frozenset(
    {"CQ", "FQ", "GN", "GO", "GP", "GQ", "GT", "GV", "GW", "GX", "GY", "GZ", "JW", "JZ", "KX", "NU", "QK", "QS", "QW",
     "QX", "QY", "QZ", "RR", "SG", "TC", "XE", "XP", "XS", "XU"}
)  # fmt: skip
"""Modifiers that begin the words of services as well: "TB SKIN TEST", "T4 FREE", "EP STUDY", "OR LEVEL 3"."""
MEASURES = (
    r"(?:hydroxy\w*|oh|h(?:ou)?rs?|min(?:ute)?s?|days?|weeks?|years?|m?c?g|gm|ml|mm|cm|cc|units?|views?|leads?|or|to)\b"
    r"|%|-"
)
"""What stands behind the number that begins the words of a service, and that is no modifier: "24 HR HOLTER"."""
_MEASURED = re.compile(MEASURES, re.IGNORECASE)


def may_begin_words(modifier: str, behind: str) -> bool:
    """True where what has the form of a modifier may as well begin the words of a service that go on behind it."""
    return modifier in MODIFIERS_LIKE_WORDS or modifier.isdigit() and _MEASURED.match(behind) is not None


# Seven characters, the last of them saying whether it is the first visit: "S61.411A".
_TORN_DIAGNOSIS = re.compile(r"(?<![A-Z0-9.])([MSTV-Y]\d[0-9A-Z]\.[0-9A-Z]{1,3}) ([0-9]{0,2}[ADS])(?![A-Z0-9])")
_LENGTH_OF_A_VISIT = 8
# "E78.5.Z00.00": the comma between them was read as a point.
_POINT_BETWEEN = re.compile(r"(?<![A-Z0-9.])([A-TV-Z]\d[0-9A-Z]\.[0-9A-Z]{1,4})\.(?=[A-TV-Z]\d[0-9A-Z]\.[0-9A-Z])")


def with_whole_diagnoses(text: str) -> str:
    """The text without the blank that a reader saw within a diagnosis, "S61.41 1A", nor a point between two of them."""
    return _POINT_BETWEEN.sub(r"\1,", _TORN_DIAGNOSIS.sub(_joined, text))


def _joined(torn: re.Match[str]) -> str:
    whole = torn[1] + torn[2]
    return whole if len(whole) == _LENGTH_OF_A_VISIT else torn[0]
