"""Words on and below a service: codes, modifiers, adjustments, drug codes and remarks that stand among its words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import takewhile
from typing import get_args

from plainbill.case.paper import AdjustmentGroup
from plainbill.reading.lines.statuses import decision_in, labels_a_status
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.found import Found, from_atoms, text_of
from plainbill.reading.rows.leading_codes import leading_code
from plainbill.reading.rows.reasons import label_length, reason_at
from plainbill.reading.terms.codes import (
    is_digits_alone,
    is_glued_code,
    known_modifiers,
    parse_code,
    parse_diagnosis,
    parse_lettered_code,
    parse_modifiers,
    parse_ndc,
    parse_reason,
    parse_revenue_code,
    parse_times,
    with_its_letter,
)
from plainbill.reading.terms.supplies import count_of_a_supply

_LABELS = {
    "ndc": "ndc", "modifier": "modifiers", "modifiers": "modifiers", "mod": "modifiers", "mods": "modifiers",
    "dx": "diagnosis_codes", "diagnosis": "diagnosis_codes", "icd": "diagnosis_codes", "icd-10": "diagnosis_codes",
    # A "D" that was read as an "O".
    "ox:": "diagnosis_codes", "0x:": "diagnosis_codes",
    "diag": "diagnosis_codes", "cpt": "code", "hcpcs": "code", "code": "code", "auth": "authorization_number",
    "billing code": "code", "procedure code": "code", "procedure": "code", "service code": "code",
    "authorization": "authorization_number", "drug": "ndc", "drugcode": "ndc", "national drug": "ndc", "n4": "ndc",
    "remark": "remarks", "remarks": "remarks", "rem": "remarks", "rarc": "remarks", "time": "service_time",
    "time of service": "service_time", "rev": "revenue_code", "revenue": "revenue_code", "pos": "place_of_service",
    "place of service": "place_of_service", "qty": "units", "quantity": "units", "units": "units", "unit": "units",
    "r/c": "revenue_code", "rmk": "remarks", "rmks": "remarks", "reason": "remarks", "reasons": "remarks",
    "performed": "service_date", "performed on": "service_date", "filled": "service_date",
    "date filled": "service_date", "filled on": "service_date", "fill date": "service_date",
    "fill dt": "service_date", "thru": "service_date_to", "through": "service_date_to",
}  # fmt: skip
_ITEM_NUMBER = re.compile(r"^\d{6,10}$")
_GROUPS = frozenset(get_args(AdjustmentGroup))
_NOTE_CODE = re.compile(r"^[A-Z]{0,2}\d{1,3}[A-Z]?$|^[A-Z]{1,2}$")
_KEY, _WORD_AND_KEY = re.compile(r"^\(([A-Z]{0,2}\d{1,3}[A-Z]?)\)$"), 2
_CLOSED = re.compile(r"\)[.,;]?$")
_DRUG = re.compile(r"^(?:N4)?(\d{4,5}-\d{3,4}-\d{1,2})$|^N4(\d{11})$")
# How all of these begin.
_MAY_BE_SERIAL = re.compile(r"\(?\d|S|prescription|\W*rx", re.IGNORECASE)
_SERIAL = re.compile(r"^(?:S/?N|SERIAL|RX\s?#)[:#]?$", re.IGNORECASE)
_PRESCRIBED, _PRESCRIPTION = re.compile(r"^(?:prescription|rx) (?:number|no)[.:#]*$", re.IGNORECASE), 2
_LONGEST_MODIFIER = 3
_PRESCRIPTION_NUMBER = re.compile(r"^\d{5,}[A-Z]?(?:-\d{1,3})?[,;]?$")
_SUPPLIED = re.compile(r"^\(?\d{1,3}[- ]days?[- ]supply\)?[.,;]?$", re.IGNORECASE)
_MEASURED = re.compile(r"^(?:UN|ML|GR|F2|ME)\d+(?:\.\d+)?$")
# In what the drug came, and how strong: "UN4 vial 100MG".
_PACKED = re.compile(
    r"^(?:vials?|amp(?:ou)?les?|syringes?|bags?|pens?|cartridges?|bottles?|kits?|packs?)[,;]?$", re.IGNORECASE
)
_STRENGTH = re.compile(r"^\d+(?:\.\d+)?(?:mc?g|g|ml|units?|iu)(?:/\d*ml)?[,;]?$", re.IGNORECASE)
_GLUED_MODIFIER = re.compile(r"^Mod(?:ifiers?)?:?([A-Z0-9]{2})$")
_CLOCK = re.compile(r"^\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?$", re.IGNORECASE)
_COUNT = re.compile(r"^\d{1,4}$")
_LONGEST_LABEL, _LONGEST_SUPPLY = 3, 5
_FEWEST_DIGITS = 3
# A code and four modifiers.
_BEFORE_WORDS = frozenset({"-", "\u2013"})
_MOST_IN_PARENTHESES = 5


@dataclass(slots=True)
class Details:
    """What was found among the words of one service, and the words that remain."""

    found: dict[str, list[Found]] = field(default_factory=dict)
    adjustments: list[dict[str, Found]] = field(default_factory=list)
    words: list[Atom] = field(default_factory=list)

    def add(self, name: str, value: Found) -> None:
        """Keep one more value of a field."""
        self.found.setdefault(name, []).append(value)

    def absorb(self, other: "Details") -> None:
        """Take over what another row of the same service says."""
        for name, values in other.found.items():
            self.found.setdefault(name, []).extend(values)
        self.adjustments += other.adjustments
        self.words += other.words


def details_of(atoms: Sequence[Atom], *, coded: bool, glued: bool = False) -> Details:
    """Return the values among the words of a description or of a row below a service.

    `coded`: the code is known; `glued`: a run of digits that leads the words may be a code with its modifiers.
    """
    details = Details()
    rest = list(atoms)
    first = True
    while rest:
        taken = (
            _see_note(rest, details)
            or _supply(rest, details)
            or _serial(rest)
            or _adjustment(rest, details)
            or _labeled(rest, details, first=not details.words)
            or _status(rest, details, first=first)
            or _code(rest, details, coded=coded or "code" in details.found, first=first, glued=glued)
        )
        if not taken:
            atom = rest[0]
            if not (_ITEM_NUMBER.match(atom.text.strip("()")) or atom.text in {";", "|", "/", "\u00b7"}):
                details.words.append(atom)
            taken = 1
        rest = rest[taken:]
        first = False
    return details


def _see_note(atoms: Sequence[Atom], details: Details) -> int:
    """A pointer to a note ("See note E12"); returns how many atoms that took."""
    if (
        len(atoms) < 3
        or _bare(atoms[0].text) != "see"
        or _bare(atoms[1].text) not in {"note", "notes", "remark", "remarks"}
    ):
        return 0
    codes = [(code, atom) for atom in atoms[2:] for code, _ in remark_codes([atom])]
    if len(codes) < len(atoms) - 2:
        return 0
    for code, atom in codes:
        details.add("remarks", from_atoms(code, [atom]))
    return len(atoms)


def _supply(atoms: Sequence[Atom], details: Details) -> int:
    """How much of a drug was given and for how long, "60 tablets, 30 day supply"; returns how many atoms that took."""
    if not atoms[0].text[:1].isdigit():
        return 0
    counted = count_of_a_supply(" ".join(atom.text for atom in atoms[:_LONGEST_SUPPLY]))
    if counted is None:
        return 0
    details.add("units", from_atoms(Decimal(counted[0]), atoms[:1]))
    return counted[1]


def _serial(atoms: Sequence[Atom]) -> int:
    """What says nothing of what was sold: its number, "SN 22A7719", how long it lasts; how many atoms it takes."""
    if not _MAY_BE_SERIAL.match(atoms[0].text):
        return 0
    if len(atoms) > _PRESCRIPTION and _PRESCRIBED.match(" ".join(atom.text for atom in atoms[:_PRESCRIPTION])):
        return _PRESCRIPTION + 1
    if (supplied := next((n for n in (2, 3) if _SUPPLIED.match(" ".join(a.text for a in atoms[:n]))), 0)) != 0:
        return supplied
    if len(atoms) > 1 and _bare(atoms[0].text) == "rx" and _PRESCRIPTION_NUMBER.match(atoms[1].text):
        # "Rx 6610482-00".
        return 2
    numbered = len(atoms) > 1 and len(atoms[1].text) > _LONGEST_MODIFIER and any(map(str.isdigit, atoms[1].text))
    return 2 if numbered and _SERIAL.match(atoms[0].text) else 0


def _bare(text: str) -> str:
    return text.strip(" :#.,;()[]").lower()


def _labeled(atoms: Sequence[Atom], details: Details, *, first: bool) -> int:
    """A label like "NDC" with its value; returns how many atoms that took."""
    name, skip = _label(atoms)
    if name is None:
        return _glued_modifier(atoms[0], details) or _unlabeled_drug(atoms, details)
    while skip < len(atoms) - 1 and _bare(atoms[skip].text) in {"", "code", "codes", "no", "number"}:
        skip += 1
    if name == "modifiers" and not first and not atoms[skip - 1].text.endswith(":"):
        # "EST MOD 30 MIN" is of moderate length.
        return 0
    if name == "remarks" and reason_at(atoms[skip:]) is not None:
        return skip
    if name == "service_time":
        return _time(atoms, skip, details)
    taken = 0
    while skip + taken < len(atoms):
        atom = atoms[skip + taken]
        if _serial(atoms[skip + taken :]):
            break
        if name == "diagnosis_codes" and (code := _broken_diagnosis(atoms[skip + taken :])):
            details.add(name, from_atoms(code, atoms[skip + taken : skip + taken + 2]))
            taken += 2
            continue
        values = _values(name, atom)
        if not values or (taken and name not in {"modifiers", "diagnosis_codes", "remarks"}):
            break
        for value in values:
            details.add(name, from_atoms(value, [atom]))
        taken += 1
    if not taken and name == "diagnosis_codes" and atoms[skip - 1].text.endswith(":"):
        # What follows was misread, and is no word of the service either.
        return skip + sum(1 for _ in takewhile(lambda atom: any(mark.isdigit() for mark in atom.text), atoms[skip:]))
    if taken and name == "ndc":
        taken += _measure(atoms[skip + taken :])
    return skip + taken if taken else 0


def _label(atoms: Sequence[Atom]) -> tuple[str | None, int]:
    """The field that the first words announce and how many they are; None where no value can follow."""
    for size in range(min(_LONGEST_LABEL, len(atoms) - 1), 0, -1):
        words = " ".join(atom.text for atom in atoms[:size])
        if name := _LABELS.get(_bare(words)) or _LABELS.get(words.lower()):
            return name, size
    return None, 0


def _glued_modifier(atom: Atom, details: Details) -> int:
    """A modifier whose label a reader left no blank behind ("ModGP")."""
    match = _GLUED_MODIFIER.match(atom.text)
    if match is None or match[1] not in known_modifiers():
        return 0
    details.add("modifiers", from_atoms(match[1], [atom]))
    return 1


def _broken_diagnosis(atoms: Sequence[Atom]) -> str | None:
    """A diagnosis code that a reader put a blank into behind its point ("K80. 20")."""
    if len(atoms) < 2 or not atoms[0].text.endswith("."):
        return None
    text = (atoms[0].text + atoms[1].text).strip(",;()")
    return text if parse_diagnosis(text) is not None else None


def _unlabeled_drug(atoms: Sequence[Atom], details: Details) -> int:
    """A drug code in its own form: with two hyphens, or behind the qualifier N4, a form's measure after it."""
    match = _DRUG.match(atoms[0].text.strip(",;()"))
    if match is None:
        return 0
    details.add("ndc", from_atoms(match[1] or match[2], atoms[:1]))
    return 1 + _measure(atoms[1:])


def _measure(atoms: Sequence[Atom]) -> int:
    """How many atoms a form's measure behind a drug code takes, with what it came in: "UN4 vial 100MG"."""
    patterns = zip(atoms, (_MEASURED, _PACKED, _STRENGTH), strict=False)
    return sum(1 for _ in takewhile(lambda each: each[1].match(each[0].text), patterns))


def _time(atoms: Sequence[Atom], skip: int, details: Details) -> int:
    for size in (2, 1):
        text = " ".join(atom.text for atom in atoms[skip : skip + size])
        if _CLOCK.match(text):
            details.add("service_time", from_atoms(text, atoms[skip : skip + size]))
            return skip + size
    return 0


def _values(name: str, atom: Atom) -> tuple[object, ...]:
    text = atom.text.strip(",;()")
    if name in {"service_date", "service_date_to"}:
        return (atom.date,) if atom.date is not None else ()
    if name == "ndc":
        return (text,) if parse_ndc(text) else ()
    if name == "modifiers":
        modifiers = parse_modifiers(text) or ()
        # Among words "MOD 30 MIN" is a moderate half hour.
        return () if any(each.isdigit() and each not in known_modifiers() for each in modifiers) else modifiers
    if name == "diagnosis_codes":
        # A reader takes a comma for a full stop: "E11.9. Z79.4".
        codes = tuple(with_its_letter(part) for part in re.split(r"[,;/]+", text.rstrip(".")) if part)
        return codes if codes and all(parse_diagnosis(code) for code in codes) else ()
    if name == "code":
        code = parse_code(text)
        return (code,) if code else ()
    if name == "revenue_code":
        revenue = parse_revenue_code(text)
        return (revenue,) if revenue else ()
    if name == "place_of_service":
        return (text,) if re.fullmatch(r"\d{2}", text) else ()
    if name == "authorization_number":
        return (text,) if sum(map(str.isdigit, text)) >= _FEWEST_DIGITS else ()
    if name == "units":
        return (int(text),) if _COUNT.match(text) else ()
    if name == "remarks":
        # A group of adjustments whose reason was misread is no note.
        noted = _NOTE_CODE.match(text) and parse_reason(text) is None and text not in _GROUPS
        return (text,) if noted else ()
    return ()


def _adjustment(atoms: Sequence[Atom], details: Details) -> int:
    """A reason code like CO-45 with the amount behind it; returns how many atoms that took."""
    if announced := label_length(atoms):
        return announced
    reason = reason_at(atoms)
    if reason is None:
        return 0
    details.adjustments.append(reason.fields)
    if reason.share is not None:
        details.add(reason.share, reason.fields["amount"])
    return reason.taken


def _status(atoms: Sequence[Atom], details: Details, *, first: bool) -> int:
    if labeled := _labeled_status(atoms, details):
        return labeled
    if not first or not atoms[0].text.isupper():
        return 0
    decided = decision_in(atoms[0].text)
    if decided is None:
        return 0
    if len(atoms) == _WORD_AND_KEY and (key := _KEY.match(atoms[1].text)):
        # "DENIED (K12)": the key of the note that says why.
        details.add("status", from_atoms(decided[0], atoms[:1]))
        details.add("remarks", from_atoms(key[1], atoms[1:]))
        return _WORD_AND_KEY
    if len(atoms) == 1 or _bare(atoms[1].text) in {"adj", "-", ""} or parse_reason(atoms[1].text):
        details.add("status", from_atoms(decided[0], atoms[:1]))
        return 1
    return 0


def _labeled_status(atoms: Sequence[Atom], details: Details) -> int:
    """What was decided behind a label that says so, "Status: PAID"; returns how many atoms that took."""
    for size in range(1, min(_LONGEST_LABEL, len(atoms))):
        if labels_a_status(" ".join(atom.text for atom in atoms[:size])):
            decided = decision_in(" ".join(atom.text for atom in atoms[size : size + 2]))
            if decided is None:
                return 0
            status, words = decided
            details.add("status", from_atoms(status, atoms[size : size + words]))
            return size + words
    return 0


def _code(atoms: Sequence[Atom], details: Details, *, coded: bool, first: bool, glued: bool) -> int:
    """A procedure code with its modifiers that leads the words, ends them in parentheses, or stands alone."""
    if coded or atoms[0].money is not None:
        return _times(atoms, details) if coded and first else 0
    taken = _enclosed(atoms) or (leading_code(atoms) if first else 0)
    text = " ".join(atom.text for atom in atoms[:taken])
    # The row may break behind the hyphen: "(A0433-" over "SH)".
    code = parse_code(text.replace("- ", "-")) if taken else None
    if code is None and text.startswith("("):
        # Figures in parentheses that a reader took for letters: "(92o14)".
        code = parse_lettered_code(text.strip("() "))
    if code is None and first and not taken and len(atoms) > 2 and atoms[1].text in _BEFORE_WORDS:
        # "Di110 - Cleaning, adult".
        code, taken = parse_lettered_code(atoms[0].text), 1
    if code is None:
        return 0
    if not text.startswith("(") and is_glued_code(text) and is_digits_alone(text) and not glued:
        return 0
    details.add("code", from_atoms(code, atoms[:taken]))
    taken += _times(atoms[taken:], details)
    return taken + (taken < len(atoms) and atoms[taken].text == "-")


def _times(atoms: Sequence[Atom], details: Details) -> int:
    """A count right behind a code ("J0561 x 12"); returns how many atoms that took."""
    for size in (1, 2):
        count = parse_times(" ".join(atom.text for atom in atoms[:size]))
        of_views = len(atoms) > size and atoms[size].text.lower().startswith("view")
        if count is not None and len(atoms) >= size and not of_views:
            details.add("units", from_atoms(count, atoms[:size]))
            return size
    return 0


def _enclosed(atoms: Sequence[Atom]) -> int:
    """How many atoms stand in one pair of parentheses, 0 where none do."""
    if not atoms[0].text.startswith("("):
        return 0
    for i, atom in enumerate(atoms[:_MOST_IN_PARENTHESES]):
        if _CLOSED.search(atom.text):
            return i + 1
    return 0


def remark_codes(atoms: Sequence[Atom]) -> Iterator[tuple[str, Atom]]:
    """The note codes in a cell of note codes, one by one; small ones only where it holds no words ("not a benefit")."""
    parts = [(part.strip("()*. "), atom) for atom in atoms for part in re.split(r"[,;/\s]+", atom.text)]
    worded = any(len(code) > 1 and code.isalpha() and not code.isupper() for code, _ in parts)
    for code, atom in parts:
        if re.fullmatch(r"[A-Z0-9][A-Z0-9-]{0,5}", code) or not worded and re.fullmatch("[a-z]", code):
            yield code, atom


__all__ = ["Details", "details_of", "remark_codes", "text_of"]
