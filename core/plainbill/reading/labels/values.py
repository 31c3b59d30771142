"""Values by kind: what a label announces, read from the atoms beside it, or nothing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from plainbill.reading.labels.field_kinds import ValueKind
from plainbill.reading.labels.words_of_forms import is_no_name, with_initial_apart
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.found import Found, from_atoms
from plainbill.reading.rows.sexes import sex_in
from plainbill.reading.rows.torn_values import UP_TO, begins_torn_day, torn_days, whole_day, with_capital_i
from plainbill.reading.terms.codes import diagnosis_in, parse_diagnosis, with_its_letter
from plainbill.reading.terms.dates import PrintedDate, parse_date
from plainbill.reading.terms.running_text import ends_a_sentence, ends_one_in_capitals, is_running_text

PHONE = re.compile(
    r"(?<!\d)(?<!\d-)(?:\+?1[-. ]?)?(?:\(\s?\d{3}\s?\)\s?|\d{3}[-. /])\d{3}[-. ]?\d{4}(?!-?\d)"
    r"|\b1?-?8\d\d-[A-Z0-9-]{7,10}"
)
# Numbers of members are printed in three groups of digits as well, with blanks between them.
_PHONE_MARK = re.compile(r"[-.(].*[-.) ]")
# A form prints dollars and cents to both sides of a rule.
_WHOLE_DOLLARS = re.compile(r"^\$\s?\d{1,3}(?:,?\d{3})*$")
_WHOLE = re.compile(r"^\d{1,3}(?:,?\d{3})*$")
_CENTS = re.compile(r"^\d{2}$")
_SHORTEST_NUMBER = 3
# A blank that a reader saw within a number is no wider, in heights of print.
_NO_GUTTER = 0.6
# The number of a form's next box glued to its words: "27.ACCEPT".
_FORM_BOX = re.compile(r"^\d{1,2}[a-z]?\.[A-Z]{2,}")
_NUMBER = re.compile(r"^[#]?[A-Z0-9][A-Z0-9/*.-]*$", re.IGNORECASE)
# "No. 8820" in one piece, behind "Invoice".
_NUMBER_SIGN = re.compile(r"^no\.?\s*(?=\d)", re.IGNORECASE)
# "No. SG-2026-3307" below "Invoice".
_NUMBER_WORD = re.compile(r"^(?:no\.?|nr\.?|number|#)$", re.IGNORECASE)
# "XXX-XX-1234" is masked, the "XXL" of "XXL 2228 6811" are the letters of a plan.
_REDACTED = re.compile(r"^[X*#_•█]+$|^[X*]{2,}(?![A-Z])", re.IGNORECASE)
_MAIL = re.compile(r"^<?[\w.+-]+@[\w.-]+>?$")
_DESK = re.compile(r"^(?:billing|accounts|statements|payments)$", re.IGNORECASE)
_SHORTEST_SENDER = 2
_BLANK = re.compile(r"^(?:n/?a|none|unknown|not on file|-+|_+|\.+|see below|same)$", re.IGNORECASE)


def value_in(atoms: Sequence[Atom], kind: ValueKind) -> Found | None:
    """The value of a kind that the atoms begin with, None where they hold none."""
    atoms = [atom for atom in atoms if atom.text not in {":", "|"}]
    if not atoms or _BLANK.match(" ".join(atom.text for atom in atoms)):
        return None
    return _READERS[kind](_before_mail(atoms) if kind in {"name", "person"} else atoms)


def _before_mail(atoms: Sequence[Atom]) -> Sequence[Atom]:
    """The name of who sent a message, without the address behind it and the desk it came from."""
    at = next((i for i, atom in enumerate(atoms) if _MAIL.match(atom.text)), 0)
    if not at:
        return atoms
    return atoms[: at - 1] if at > _SHORTEST_SENDER and _DESK.match(atoms[at - 1].text) else atoms[:at]


def _money(atoms: Sequence[Atom]) -> Found | None:
    if len(atoms) > 1 and atoms[0].kind == "date":
        # "Plan payment 04/02/26": the day of it stands before the amount.
        atoms = atoms[1:]
    held = [atom for atom in atoms if atom.kind == "money"]
    atoms = atoms[1:] if len(atoms) > 1 and atoms[0].text == "$" else atoms
    if len(atoms) == 2 and _WHOLE.match(atoms[0].text) and _CENTS.match(atoms[1].text):
        return from_atoms(Decimal(f"{atoms[0].text.replace(',', '')}.{atoms[1].text}"), atoms)
    if not held or any(mark.isalnum() for atom in atoms[: atoms.index(held[0])] for mark in atom.text):
        return None
    at = atoms.index(held[0])
    if [atom.text.lower() for atom in atoms[at + 1 : at + 2]] == ["of"] and len(held) > 1:
        # "$1,500.00 of $1,500.00 used": how far a limit is reached.
        return None
    if len(atoms) == at + 2 and _WHOLE_DOLLARS.match(held[0].text) and _CENTS.match(atoms[at + 1].text):
        return from_atoms(Decimal(f"{held[0].money}".split(".")[0] + f".{atoms[at + 1].text}"), atoms[at : at + 2])
    return from_atoms(held[0].money, held[:1])


def _date(atoms: Sequence[Atom]) -> Found | None:
    if begins_torn_day(atoms):
        return whole_day(atoms)
    for atom in atoms[:2]:
        if atom.date is not None:
            return from_atoms(atom.date, [atom])
    if [atom.text for atom in atoms[1:4:2]] == ["/", "/"] and (day := parse_date("".join(a.text for a in atoms[:5]))):
        # A form prints the strokes between its boxes: "09 / 15 / 2025".
        return from_atoms(day, atoms[:5])
    for size in (1, 3):
        dense = parse_date(" ".join(atom.text for atom in atoms[:size]), dense=True)
        if dense is not None:
            return from_atoms(dense, atoms[:size])
    return None


# "031625-032025".
_DENSE_RANGE = re.compile(r"^(?:\d{6}|\d{8})[-\u2013](?:\d{6}|\d{8})$")


def _parts_as_days(text: str) -> Iterator[PrintedDate | None]:
    return (parse_date(part, dense=True) for part in re.split(r"[-\u2013]", text))


def _dates(atoms: Sequence[Atom]) -> Found | None:
    if begins_torn_day(atoms):
        return torn_days(atoms)
    dated = [atom for atom in atoms[:8] if atom.date is not None]
    if not dated:
        ends = [atom for atom in atoms[:3] if atom.kind != "dash" and atom.text.lower() not in UP_TO][:2]
        if len(both := [parse_date(atom.text, dense=True) for atom in ends]) == 2 and all(both):
            return from_atoms(tuple(both), ends)
        if _DENSE_RANGE.match(atoms[0].text) and all(both := [*_parts_as_days(atoms[0].text)]):
            return from_atoms(tuple(both), atoms[:1])
        if len(atoms) == 1 and (day := parse_date(atoms[0].text, dense=True)) is not None:
            return from_atoms((day,), atoms)
        pieces = [date for atom in atoms[:1] for part in re.split(r"-|to", atom.text) if (date := parse_date(part))]
        return from_atoms(tuple(pieces), atoms[:1]) if pieces else None
    if atoms.index(dated[0]) > 2:
        return None
    if dated[0].until is not None:
        return from_atoms((dated[0].date, dated[0].until), dated[:1])
    chosen = dated[:2]
    dates: tuple[PrintedDate, ...] = tuple(atom.date for atom in chosen if atom.date is not None)
    return from_atoms(dates, chosen)


_SUM = re.compile(r"^(?:sub)?(?:totals?|details?|ledger|history|activity|summary|information|p\.?o\.?)$", re.IGNORECASE)
# A letter at the end of a number in groups stands no further away, in heights of print.
_WITHIN_GROUPS, _OF_A_NAME, _BEFORE_A_NAME = 1.0, 5, 4


def _ends_groups(run: Sequence[Atom], atoms: Sequence[Atom]) -> bool:
    """True where a letter, or the name that Veterans Affairs adds, ends groups of digits: "HSH 4471 9920 B"."""
    last, before = run[-1], run[-2]
    grouped = len(run) > 2 and all(any(map(str.isdigit, atom.text)) for atom in run[-3:-1])
    near = last.x0 - before.x1 < _WITHIN_GROUPS * before.tokens[0].box.height
    near = near and (len(last.text) == 1 or len(last.text) == _OF_A_NAME and len(run) >= _BEFORE_A_NAME)
    return grouped and near and len(run) == len(atoms) and last.text.isalpha()


def _number(atoms: Sequence[Atom]) -> Found | None:
    """An identifier, with blanks where it has them: "HSH 4471 9920 01"."""
    run: list[Atom] = []
    if len(atoms) > 1 and _NUMBER_WORD.match(atoms[0].text):
        atoms = atoms[1:]
    for atom in atoms:
        text = atom.text.strip(",;")
        if _FORM_BOX.match(text):
            break
        if not _NUMBER.match(text) and not re.fullmatch(r"\(?[A-Z0-9-]+\)?", text):
            break
        if run and not (any(map(str.isdigit, text)) or (text.isupper() and len(text) <= _OF_A_NAME)):
            break
        if run and PHONE.fullmatch(text) and _PHONE_MARK.search(text):
            break
        run.append(atom)
        if atom.kind in {"date", "money"}:
            run.pop() if len(run) > 1 else None
            break
    while run and not any(map(str.isdigit, run[-1].text)) and len(run) > 1 and not _ends_groups(run, atoms):
        run.pop()
    if len(run) == 1 and len(run[0].text) < _SHORTEST_NUMBER and len(atoms) > 1:
        # "52 REL INFO": the number of the next field of a form.
        return None
    if _FORM.fullmatch(" ".join(atom.text for atom in run)):
        return None
    if run and _SUM.match(run[0].text):  # "CLAIM TOTALS (2026)", "CLAIM DETAIL (1 OF 2)".
        return None
    if run and not any(map(str.isdigit, run[0].text)) and not run[0].text.isupper():
        # "Claims Dept, 600 Slate St": a word before the digits is no beginning of a number.
        return None
    if torn_phone(run[:_PIECES_OF_A_PHONE]) is not None:
        return None
    text = _NUMBER_SIGN.sub("", " ".join(atom.text for atom in run).strip(" ,;#."))
    # A reader may have lost the blank behind the label: "Claim numberE48810".
    text = GLUED_NUMBER_WORD.sub("", text.rstrip(")") if "(" not in text else text)
    if sum(map(str.isdigit, text)) < 2 or _REDACTED.match(text) or (run and run[0].kind == "money"):
        return None
    if run[0].kind == "date" and "/" in run[0].text or (PHONE.fullmatch(text) and _PHONE_MARK.search(text)):
        return None
    return from_atoms(with_capital_i(text), run)


GLUED_NUMBER_WORD = re.compile(r"^(?:[Nn]umber|[Nn]br|[Nn]o)[.:#]?(?=[A-Z]?\d)")
"""The end of a label before a number, with no blank between."""
_CUT_NAME = re.compile(
    r"^(?:\(|\d|#|number\b|dob|mrn|account|acct|id\b|npi|phone|date|po$|p\.o\.|member|claim|group|hicn?\b|mbi\b)",
    re.IGNORECASE,
)


_NUMBERED = re.compile(r"^(?:[:#\d]|no\b|num|id\b|name)", re.IGNORECASE)
# The name of a form is nobody's number.
_FORM = re.compile(r"UB[- ]?(?:04|92)|(?:CMS|HCFA)[- ]?(?:1450|1500)", re.IGNORECASE)
_LONG_NUMBER = re.compile(r"\d{4}")
_LOST_IN_NAME = re.compile(r"(?<=[a-z]{2})(?<!^Mac)(?<!^Van)(?<!^Von)(?<!^Fitz)(?=[A-Z][a-z]{2})")


def _name(atoms: Sequence[Atom]) -> Found | None:
    run: list[Atom] = []
    point = ""
    for i, atom in enumerate(atoms):
        # "Amberlea Medical Group" ends in the word that is a label before a number.
        ends = (
            bool(run)
            and atom.text.strip(",") in {"Group", "GROUP"}
            and (i + 1 == len(atoms) or not _NUMBERED.match(atoms[i + 1].text))
        )
        if atom.kind != "text" or _CUT_NAME.match(atom.text) and not ends or atom.text in {"-", "/", "|"}:
            break
        if atom.text.endswith(":"):
            # An unknown label: what stands before it is the name.
            break
        run.append(atom)
        if len(run) == 10:
            break
        behind = [other.text for other in atoms[i + 1 :]]
        if ends_a_sentence(atom.text, behind) or len(run) > 1 and ends_one_in_capitals(atom.text, behind):
            point = "."
            break
    text = _with_blanks(run).removesuffix(point).strip(" ,;:-")
    letters = sum(map(str.isalpha, text))
    if (
        letters < 3
        or letters < 0.6 * len(text.replace(" ", ""))
        or _BLANK.match(text)
        or not any(m.isupper() for m in text)
    ):
        return None
    return from_atoms(text, run)


def _middle(atoms: Sequence[Atom]) -> Found | None:
    """A middle name, of which forms often hold the first letter alone."""
    return from_atoms(atoms[0].text, atoms[:1]) if _INITIAL.match(atoms[0].text) else _name(atoms)


_INITIAL = re.compile(r"^[A-Z]\.?$")


def _with_blanks(run: Sequence[Atom]) -> str:
    """The words of a name, without a blank where forms print none: "VANTERPOOL,MARISOL"."""
    text = ""
    for atom in run:
        glued = atom.tokens[0].glued and text.endswith(",") and text.isupper() and atom.text.isupper()
        text += atom.text if glued or not text else f" {atom.text}"
    return text


def _before_a_number(atoms: Sequence[Atom]) -> Sequence[Atom]:
    """The atoms up to a member's number, which no label parts from the name before it: "Ada Lombard GJL782230273"."""
    return atoms[: next((i for i, atom in enumerate(atoms) if i and _LONG_NUMBER.search(atom.text)), len(atoms))]


def _before_sex_or_age(atoms: Sequence[Atom]) -> Sequence[Atom]:
    """The atoms up to what a comma parts from the name: "Ada Lombard, female, age 34"."""
    behind = (i for i in range(1, len(atoms)) if atoms[i - 1].text.endswith(","))
    return atoms[: next((i for i in behind if atoms[i].text.lower().rstrip(",;:.") in _OF_SOMEBODY), len(atoms))]


_OF_SOMEBODY = frozenset({"female", "male", "age", "aged", "born", "sex", "gender"})


def _person(atoms: Sequence[Atom]) -> Found | None:
    """A person's name is two words or more: where a capital stands within the only one, a reader lost the blank."""
    if any("[" in atom.text for atom in atoms):
        # The boxes to tick of a form's question: "NO [X]".
        return None
    name = _name(_before_sex_or_age(_before_a_number(atoms)))
    if name is not None and (is_running_text(str(name.value)) or is_no_name(str(name.value))):
        return None
    if name is not None:
        name = with_initial_apart(name)
    if name is None or len(name.tokens) > 1 or name.tokens[0].from_text:
        return name
    return replace(name, value=_LOST_IN_NAME.sub(" ", str(name.value)))


def _words(atoms: Sequence[Atom]) -> Found | None:
    text = " ".join(atom.text for atom in atoms).strip(" ,;:")
    # Readers take the tick in a box for a letter of another script.
    return from_atoms(text, atoms) if any(m.isalpha() and m.isascii() for m in text) else None


def _phone(atoms: Sequence[Atom]) -> Found | None:
    for start in range(min(len(atoms), 6)):
        for size in (1, 2, 3, 4):
            run = atoms[start : start + size]
            match = PHONE.search(" ".join(atom.text for atom in run))
            if match and len(run) == size:
                return from_atoms(match.group().strip(), run)
    return torn_phone(atoms)


_PIECES_OF_A_PHONE = 2
_BEGINS_PHONE, _ENDS_PHONE = re.compile(r"^(?:1-)?\(?\d{3}\)?[-.]\d{3}[-.]\d{1,3}$"), re.compile(r"^\d{1,3}$")


def torn_phone(atoms: Sequence[Atom]) -> Found | None:
    """A phone number whose last four digits a reader put a blank into: "1-855-555-01 47"."""
    for run in zip(atoms, atoms[1:], strict=False):
        whole = "".join(atom.text for atom in run)
        torn = _BEGINS_PHONE.match(run[0].text) and _ENDS_PHONE.match(run[1].text)
        near = run[1].x0 - run[0].x1 < _NO_GUTTER * run[0].tokens[0].box.height
        if torn and near and PHONE.fullmatch(whole):
            return from_atoms(whole, run)
    return None


def _place(atoms: Sequence[Atom]) -> Found | None:
    text = " ".join(atom.text for atom in atoms[:4])
    if len(atoms) > 1 and atoms[1].text.startswith("="):
        # What a place's number stands for: "POS 10 = telehealth".
        return None
    return from_atoms(text, atoms[:4]) if re.match(r"^\d{2}\b|^[A-Z][a-z]+", text) else None


def _diagnoses(atoms: Sequence[Atom]) -> Found | None:
    # Behind "S83.241A." goes on what the sentence says next.
    worded = [i for i, (atom, behind) in enumerate(pairwise(atoms)) if atom.text[-1:] == "." and behind.text.isalpha()]
    atoms = atoms[: next((i for i in worded if parse_diagnosis(atoms[i].text[:-1])), len(atoms)) + 1]
    # A point behind the last code ends the sentence: "Diagnosis: F80.2, F82."
    parts = [(atom, part) for atom in atoms for part in re.split(r",(?=[A-Z]\d|110\b)", atom.text)]
    last = diagnosis_in(with_its_letter(parts[-1][1].rstrip(".")))
    read = [
        *((atom, _listed_code(part, behind)) for (atom, part), (_, behind) in pairwise(parts)),
        (atoms[-1], last),
    ]
    held = [(atom, code) for atom, code in read if code is not None]
    if not held or (atoms.index(held[0][0]) > 1 and not held[0][0].text.startswith("(")):
        return None
    return from_atoms(tuple(code for _, code in held), [atom for atom, _ in held])


def _listed_code(text: str, behind: str) -> str | None:
    """The code that another print follows: before digits its point was lost, "H61 23", or they are not its own."""
    if behind[:1].isdigit() and ("." not in text or text.endswith(".")):
        return None
    # "M54.50. S93.401A": the comma between them was read as a point.
    return parse_diagnosis(with_its_letter(text.strip(",;").removesuffix(".")))


def _tax(atoms: Sequence[Atom]) -> Found | None:
    match = re.match(r"^(\d{2}-?\d{7}|\d{3}-\d{2}-\d{4})$", atoms[0].text.strip(",;."))
    return from_atoms(match[1], atoms[:1]) if match else None


def _npi(atoms: Sequence[Atom]) -> Found | None:
    text = atoms[0].text.strip(",;.")
    return from_atoms(text, atoms[:1]) if re.fullmatch(r"\d{10}", text) else None


_READERS = {
    "money": _money,
    "date": _date,
    "dates": _dates,
    "number": _number,
    "name": _name,
    "person": _person,
    "middle": _middle,
    "words": _words,
    "phone": _phone,
    "sex": sex_in,
    "place": _place,
    "diagnoses": _diagnoses,
    "tax": _tax,
    "npi": _npi,
}
