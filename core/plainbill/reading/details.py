"""Words on and below a service: codes, modifiers, adjustments, drug codes and remarks that stand among its words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from plainbill.reading.atoms import Atom
from plainbill.reading.codes import (
    is_glued_code,
    parse_code,
    parse_diagnosis,
    parse_modifiers,
    parse_ndc,
    parse_reason,
)
from plainbill.reading.found import Found, from_atoms, text_of

_STATUS = (
    ("denied", re.compile(r"^(?:denied|not\s*approved|rejected)\b", re.IGNORECASE)),
    ("pending", re.compile(r"^(?:pending|pended|in process|in review)\b", re.IGNORECASE)),
    ("adjusted", re.compile(r"^(?:adjusted|reprocessed)\b", re.IGNORECASE)),
    ("paid", re.compile(r"^(?:paid|approved|allowed)\b", re.IGNORECASE)),
)
_LABELS = {
    "ndc": "ndc", "modifier": "modifiers", "modifiers": "modifiers", "mod": "modifiers", "mods": "modifiers",
    "dx": "diagnosis_codes", "diagnosis": "diagnosis_codes", "icd": "diagnosis_codes", "icd-10": "diagnosis_codes",
    "diag": "diagnosis_codes", "cpt": "code", "hcpcs": "code", "code": "code", "auth": "authorization_number",
    "authorization": "authorization_number", "adj": "adjustments", "adjustment": "adjustments", "cas": "adjustments",
    "remark": "remarks", "remarks": "remarks", "rem": "remarks", "rarc": "remarks", "time": "service_time",
    "rev": "revenue_code", "pos": "place_of_service",
}  # fmt: skip
_COST_SHARE = {"1": "deductible", "2": "coinsurance", "3": "copay"}
_ITEM_NUMBER = re.compile(r"^\d{6,10}$")
_NOTE_CODE = re.compile(r"^[A-Z]{0,2}\d{1,3}[A-Z]?$|^[A-Z]{1,2}$")
_PARENTHESIZED = re.compile(r"^\(.*\)[.,;]?$")


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


def details_of(atoms: Sequence[Atom], *, coded: bool) -> Details:
    """Return the values among the words of a description or of a row below a service; `coded`: the code is known."""
    details = Details()
    rest = list(atoms)
    first = True
    while rest:
        taken = (
            _see_note(rest, details)
            or _labeled(rest, details)
            or _adjustment(rest, details)
            or _status(rest, details, first=first)
            or _code(rest, details, coded=coded or "code" in details.found, first=first)
        )
        if not taken:
            atom = rest[0]
            if not (_ITEM_NUMBER.match(atom.text) or atom.text in {";", "|", "/", "\u00b7"}):
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


def _bare(text: str) -> str:
    return text.strip(" :#.,;()[]").lower()


def _labeled(atoms: Sequence[Atom], details: Details) -> int:
    """A label like "NDC" with its value; returns how many atoms that took."""
    name = _LABELS.get(_bare(atoms[0].text))
    if name is None or len(atoms) < 2:
        return 0
    skip = 1
    while skip < len(atoms) - 1 and _bare(atoms[skip].text) in {"", "code", "codes", "no", "number"}:
        skip += 1
    if name in {"adjustments", "remarks"} and (parse_reason(_pair(atoms[skip:])) or parse_reason(atoms[skip].text)):
        return skip
    if name == "adjustments":
        return skip if parse_reason(_pair(atoms[skip:])) or parse_reason(atoms[skip].text) else 0
    taken = 0
    while skip + taken < len(atoms):
        atom = atoms[skip + taken]
        values = _values(name, atom)
        if not values or (taken and name not in {"modifiers", "diagnosis_codes", "remarks"}):
            break
        for value in values:
            details.add(name, from_atoms(value, [atom]))
        taken += 1
    return skip + taken if taken else 0


def _values(name: str, atom: Atom) -> tuple[object, ...]:
    text = atom.text.strip(",;()")
    if name == "ndc":
        return (text,) if parse_ndc(text) else ()
    if name == "modifiers":
        return parse_modifiers(text) or ()
    if name == "diagnosis_codes":
        return (text,) if parse_diagnosis(text) else ()
    if name == "code":
        code = parse_code(text)
        return (code,) if code else ()
    if name == "remarks":
        return (text,) if _NOTE_CODE.match(text) and parse_reason(text) is None else ()
    return ()


def _pair(atoms: Sequence[Atom]) -> str:
    return " ".join(atom.text for atom in atoms[:2])


def _adjustment(atoms: Sequence[Atom], details: Details) -> int:
    """A reason code like CO-45 with the amount behind it; returns how many atoms that took."""
    taken = 1
    reason = parse_reason(atoms[0].text)
    if reason is None and len(atoms) > 1 and len(atoms[0].text) == 2:
        reason, taken = parse_reason(_pair(atoms)), 2
    if reason is None:
        return 0
    group, number = reason
    entry = {"group": from_atoms(group, atoms[:taken]), "reason": from_atoms(number, atoms[:taken])}
    for ahead in range(taken, min(taken + 4, len(atoms))):
        atom = atoms[ahead]
        if parse_reason(atom.text):
            break
        if atom.money is not None:
            entry["amount"] = from_atoms(atom.money, [atom])
            if group == "PR" and number in _COST_SHARE:
                details.add(_COST_SHARE[number], entry["amount"])
            taken = ahead + 1
            break
    details.adjustments.append(entry)
    return taken


def _status(atoms: Sequence[Atom], details: Details, *, first: bool) -> int:
    if not first or not atoms[0].text.isupper():
        return 0
    for status, pattern in _STATUS:
        if pattern.match(atoms[0].text) and (
            len(atoms) == 1 or _bare(atoms[1].text) in {"adj", "-", ""} or parse_reason(atoms[1].text)
        ):
            details.add("status", from_atoms(status, atoms[:1]))
            return 1
    return 0


def _code(atoms: Sequence[Atom], details: Details, *, coded: bool, first: bool) -> int:
    """A procedure code that leads the words, ends them in parentheses, or stands alone."""
    if coded:
        return 0
    atom = atoms[0]
    enclosed = _PARENTHESIZED.match(atom.text) is not None
    opened = atom.text.startswith("(") and len(atoms) > 1
    code = parse_code(atom.text)
    taken = 1
    if code is None and opened and atoms[1].text.endswith(")"):
        code, taken, enclosed = parse_code(_pair(atoms)), 2, True
    if code is None or atom.money is not None or not (enclosed or first) or is_glued_code(atom.text.strip("()")):
        return 0
    details.add("code", from_atoms(code, atoms[:taken]))
    return taken


def remark_codes(atoms: Sequence[Atom]) -> Iterator[tuple[str, Atom]]:
    """The note codes in a cell of note codes, one by one."""
    for atom in atoms:
        for part in re.split(r"[,;/\s]+", atom.text):
            code = part.strip("()*. ")
            if code and re.fullmatch(r"[A-Z0-9][A-Z0-9-]{0,5}", code):
                yield code, atom


__all__ = ["Details", "details_of", "remark_codes", "text_of"]
