"""Cells of a line to values, by what their column holds."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from plainbill.reading.labels.name_blocks import is_clinician
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.found import Found, from_atoms
from plainbill.reading.terms.blanks import with_blanks
from plainbill.reading.terms.codes import (
    ProcedureCode,
    is_glued_code,
    known_modifiers,
    parse_code,
    parse_codes,
    parse_diagnosis,
    parse_lettered_code,
    parse_modifiers,
    parse_ndc,
    parse_revenue_code,
    parse_times,
    with_its_letter,
)
from plainbill.reading.terms.dates import days_in, parse_date

_TIME = re.compile(
    r"^\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?$|^\d{1,2}:\d{2}-\d{1,2}:\d{2}$|^\d{4}$", re.IGNORECASE
)
_FROM_TO = re.compile(r"^(\d{1,2}:\d{2})(?:\s[-\u2013]\s?|[-\u2013]\s)(\d{1,2}:\d{2})$")
_UNITS = re.compile(
    r"^(?P<open>\()?(?P<sign>-)?(?P<number>\d{1,3}(?:,\d{3})+|\d+)(?P<rest>\.\d+)?(?P<close>\))?(?P<tail>-)?(?:ea|un|hr|hrs|mo|vst|day|units?|x)?\.?$",
    re.IGNORECASE,
)
# Three digits may be a revenue code.
_COUNT = re.compile(r"^-?\d{1,2}(?:\.\d{1,2})?$|^-?\d{1,4}\.\d{1,2}$")
# Codes of physical and occupational therapy (CPT 97010 to 97799).
_THERAPY = re.compile(r"^97[0-7]\d{2}$")
# Under a head that names counts too, so few digits are one.
_FEW = re.compile(r"^-?\d{1,2}(?:\.\d{1,2})?$")
# Among the codes of an estimate four digits after a zero are a revenue code.
_REVENUE = re.compile(r"^0\d{3}$")
# The word over the column once more before its count: "Qty 2".
_SAYS_HOW_MANY = re.compile(r"^(?:qty|quantity|units?|[x\u00d7])[.:]?$", re.IGNORECASE)
_WORDED_COUNT = re.compile(r"^\d{1,3}(?:\.\d{1,2})?\s?(?:un|units?|ea)$", re.IGNORECASE)
_STATUSES = (
    ("denied", "den"),
    ("denied", "no"),
    ("pending", "pend"),
    ("adjusted", "adj"),
    ("paid", "paid"),
    ("paid", "approved"),
    ("paid", "yes"),
    ("paid", "covered"),
    ("paid", "allowed"),
    ("pending", "hold"),
    ("pending", "on hold"),
    ("pending", "in process"),
    ("pending", "in review"),
)
_KEY_OF_A_NOTE = re.compile(r"^\(([A-Z]{0,3}\d{1,3}[A-Z]?|[A-Z]{1,3})\)$")
_FEWEST_LETTERS = 3
# Blanks that readers lose or add in names: "Ironside,B", "LattimorePA-C", "PA- C".
_LOST_BLANKS = (
    (re.compile(r",(?=[A-Za-z])"), ", "),
    (re.compile(r"(?<=[a-z])(?=(?:MD|DO|NP|PA-C|DDS|DMD|DPM|DC|OD|PT|RN|CRNA)$)"), " "),
    (re.compile(r"\bPA ?- ?C$"), "PA-C"),
    # "RolfPetrakis MD", not "MacDonald".
    (re.compile(r"^([A-Z][a-z]{3,})(?<!Fitz)(?=[A-Z][a-z]{2,}\s[A-Z]{2,4}$)"), r"\1 "),
    (re.compile(r"\bDr\.(?=[A-Z])"), "Dr. "),
)
_POINTERS = re.compile(r"^(?:[A-L](?:[\s,;/]*[A-L]){0,3}|\d{1,2}(?:[\s,;/]+\d{1,2}){0,3})$")

_LETTERS = re.compile(r"^[A-L]{1,4}$")
# Letters that stand for diagnosis codes have no field of their own; the legend of the form resolves them.
POINTERS = "(diagnosis pointers)"

Draft = dict[str, Found]
_Reader = Callable[[Draft, tuple[Atom, ...]], None]


def read_cell(draft: Draft, field: str, cell: tuple[Atom, ...]) -> None:
    """Put into the draft what a cell of a column of that field prints."""
    reader = _CELL_READERS.get(field)
    if reader is not None and any(atom.kind != "dash" for atom in cell):
        reader(draft, tuple(atom for atom in cell if atom.kind != "dash"))


def restored(atom: Atom) -> str:
    """Return the word, with a blank that a reader lost; the file's own text lost none.

    "W/0" is short for nothing, "W/O" for a write-off.
    """
    if any(token.from_text for token in atom.tokens):
        return atom.text
    return _WRITE_OFF.sub(r"\1/O", with_blanks(atom.text))


_WRITE_OFF = re.compile(r"^(W)/0$")


def _date(draft: Draft, cell: tuple[Atom, ...]) -> None:
    dated = [atom for atom in cell if atom.date is not None]
    _beside_days(draft, [atom for atom in cell if atom.date is None])
    days = days_in(" ".join(atom.text for atom in cell))
    if dated and len(days) < 2:
        draft["service_date"] = from_atoms(dated[0].date, dated[:1])
        if dated[0].until is not None:
            draft["service_date_to"] = from_atoms(dated[0].until, dated[:1])
        elif len(dated) > 1:
            draft["service_date_to"] = from_atoms(dated[1].date, dated[1:2])
        return
    for i, (name, day) in enumerate(zip(("service_date", "service_date_to"), days, strict=False)):
        draft[name] = from_atoms(day, dated[i : i + 1] if len(dated) == len(days) else cell)


def _beside_days(draft: Draft, beside: list[Atom]) -> None:
    """Keep who gave the care, or how often, where the head of its column was taken for the end of that of the days."""
    text = " ".join(atom.text for atom in beside)
    if is_clinician(text):
        _provider(draft, tuple(beside))
    elif _WORDED_COUNT.match(text):
        _units(draft, tuple(beside))


def _date_to(draft: Draft, cell: tuple[Atom, ...]) -> None:
    printed = parse_date(" ".join(atom.text for atom in cell), dense=True)
    if printed is None and len(cell) > 1 and cell[0].date is not None and _PLACE.match(cell[1].text):
        # The head over the places beside was not read.
        _place(draft, cell[1:])
        printed, cell = cell[0].date, cell[:1]
    if printed is not None:
        draft["service_date_to"] = from_atoms(printed, cell)


_STAND_FOR_NOTHING = frozenset({"none", "n/a", "na", "not required", "not req'd"})
_PLACE = re.compile(r"^(?:0[1-9]|[1-9]\d)$")


def _code(draft: Draft, cell: tuple[Atom, ...]) -> None:
    if dated := tuple(atom for atom in cell if atom.date is not None):
        # The head of the days beside was not read.
        if "service_date" not in draft:
            _date(draft, dated)
        cell = tuple(atom for atom in cell if atom.date is None)
    if "code" in draft and parse_modifiers(" ".join(atom.text for atom in cell)) is not None:
        # The second box of codes of a form holds modifiers.
        _modifiers(draft, cell)
        return
    if len(cell) > 1 and "units" not in draft and _COUNT.match(cell[0].text) and parse_code(cell[1].text) is not None:
        # The head of the counts beside was taken for the beginning of that of the codes.
        _units(draft, cell[:1])
        cell = cell[1:]
    revenue, _ = parse_codes(" ".join(atom.text for atom in cell))
    if revenue is not None:
        cell = _split_revenue(draft, revenue, cell)
    for size in range(len(cell), 0, -1):
        text = " ".join(atom.text for atom in cell[:size])
        code = parse_code(text)
        if code is not None and (size == 1 or not is_glued_code(text)):
            _put_code(draft, code, cell[:size])
            behind = cell[size:]
            if behind and (count := parse_times(" ".join(atom.text for atom in behind))) is not None:
                draft["units"] = from_atoms(count, behind)
            return
    if len(cell) == 1 and (code := parse_lettered_code(cell[0].text)) is not None:
        _put_code(draft, code, cell)
    elif len(cell) == 1 and _REVENUE.match(cell[0].text) and "revenue_code" not in draft:
        draft["revenue_code"] = from_atoms(cell[0].text, cell)


def _counted_code(draft: Draft, cell: tuple[Atom, ...]) -> None:
    """A code, a count, or both, under one head of two columns: "HCPCS DAYS/UN"."""
    *before, last = cell
    if _FEW.match(last.text) and "units" not in draft and (not before or parse_code(before[-1].text) is not None):
        _units(draft, cell[-1:])
        cell = tuple(before)
    if cell:
        _code(draft, cell)


def _split_revenue(draft: Draft, revenue: str, cell: tuple[Atom, ...]) -> tuple[Atom, ...]:
    """Keep the revenue code that a cell of codes begins with, and return the rest of the cell."""
    draft["revenue_code"] = from_atoms(revenue, cell[:1])
    first = re.split(r"[/|]", cell[0].text, maxsplit=1)
    rest = cell[1:]
    if len(first) == 2 and first[1].strip():
        return (replace(cell[0], text=first[1].strip(), kind="text", money=None), *rest)
    if rest and rest[0].text[:1] in {"/", "|"}:
        # "0636 /J1756".
        behind = rest[0].text[1:].strip()
        return (*((replace(rest[0], text=behind, kind="text", money=None),) if behind else ()), *rest[1:])
    return rest


def with_letters(draft: Draft) -> Draft:
    """The line, "G0" behind a code of therapy read as the letters that name an occupational therapist.

    G0 is a modifier too, of a stroke treated from afar, which no therapist bills.
    """
    code = draft.get("code")
    if code is None or not _THERAPY.match(str(code.value)):
        return draft
    mistaken = {name: found for name, found in draft.items() if name.startswith("modifiers[") and found.value == "G0"}
    return {**draft, **{name: replace(found, value="GO") for name, found in mistaken.items()}}


def _put_code(draft: Draft, code: ProcedureCode, atoms: Sequence[Atom]) -> None:
    draft["code"] = from_atoms(code.code, atoms)
    for i, modifier in enumerate(code.modifiers):
        draft[f"modifiers[{i}]"] = from_atoms(modifier, atoms)


def _modifiers(draft: Draft, cell: tuple[Atom, ...]) -> None:
    if cell and _LETTERS.match(cell[-1].text) and cell[-1].text not in known_modifiers():
        # The head of the pointers beside was taken for the end of this one.
        _diagnosis(draft, cell[-1:])
        cell = cell[:-1]
    modifiers = parse_modifiers(" ".join(atom.text for atom in cell))
    start = sum(key.startswith("modifiers[") for key in draft)
    for i, modifier in enumerate(modifiers or ()):
        draft[f"modifiers[{start + i}]"] = from_atoms(modifier, cell)


def _revenue_code(draft: Draft, cell: tuple[Atom, ...]) -> None:
    if "code" not in draft and parse_codes(" ".join(atom.text for atom in cell))[0] is not None:
        _code(draft, cell)
        return
    if (code := parse_revenue_code(cell[0].text)) is not None:
        draft["revenue_code"] = from_atoms(code, cell[:1])
    elif parse_code(cell[0].text) is not None:
        # "Proc/rev code" heads codes of both kinds.
        _code(draft, cell)


# What a reader takes the figure one for, where figures are set as in old print.
_LIKE_ONE = frozenset({"I", "l", "|"})


def _units(draft: Draft, cell: tuple[Atom, ...]) -> None:
    code = parse_code(cell[0].text) if len(cell) > 1 and "code" not in draft else None
    if code is not None and _UNITS.match(cell[1].text):
        # The code before the count fell over the edge between their columns.
        _put_code(draft, code, cell[:1])
        cell = cell[1:]
    if len(cell) > 1 and cell[0].date is not None and "service_date" not in draft:
        # The head of the days was not read: they stand before the counts, under that of both.
        _date(draft, cell[:1])
        cell = cell[1:]
    if len(cell) > 1 and _SAYS_HOW_MANY.match(cell[0].text):
        cell = cell[1:]
    if len(cell) == 1 and cell[0].text in _LIKE_ONE:
        draft["units"] = from_atoms(1, cell)
        return
    for size in (2, 1):
        if any(mark.isdigit() for atom in cell[1:size] for mark in atom.text) and cell[0].text not in {"-", "("}:
            # Two numbers are not one.
            continue
        match = _UNITS.match("".join(atom.text for atom in cell[:size]))
        if match:
            number = float(match["number"].replace(",", "") + (match["rest"] or ""))
            negative = match["sign"] or match["tail"] or (match["open"] and match["close"])
            value = int(number) if number == int(number) else number
            draft["units"] = from_atoms(-value if negative else value, cell[:size])
            return
    if (times := parse_times(" ".join(atom.text for atom in cell))) is not None:
        draft["units"] = from_atoms(times, cell)


def _text(field: str) -> _Reader:
    def read(draft: Draft, cell: tuple[Atom, ...]) -> None:
        text = " ".join(atom.text for atom in cell).strip(" ,;")
        if text and text.lower() not in _STAND_FOR_NOTHING:
            draft[field] = from_atoms(text, cell)

    return read


def _provider(draft: Draft, cell: tuple[Atom, ...]) -> None:
    """A name; the number that stands for it on a claim form is none."""
    text = " ".join(atom.text for atom in cell if atom.text.strip(".:#").upper() != "NPI").strip(" ,;")
    for pattern, usual in _LOST_BLANKS:
        text = pattern.sub(usual, text)
    if sum(map(str.isalpha, text)) >= _FEWEST_LETTERS:
        draft["rendering_provider"] = from_atoms(text, cell)


def _time(draft: Draft, cell: tuple[Atom, ...]) -> None:
    text = " ".join(atom.text for atom in cell)
    if (both := _FROM_TO.match(text)) is not None:
        draft["service_time"] = from_atoms(" - ".join(both.groups()), cell)
    elif _TIME.match(text):
        draft["service_time"] = from_atoms(text, cell)


def _ndc(draft: Draft, cell: tuple[Atom, ...]) -> None:
    if (ndc := parse_ndc(cell[0].text)) is not None:
        draft["ndc"] = from_atoms(ndc, cell[:1])


def _diagnosis(draft: Draft, cell: tuple[Atom, ...]) -> None:
    cell = _without_modifiers(draft, cell)
    start = sum(key.startswith("diagnosis_codes[") for key in draft)
    for atom in cell:
        # A comma may be read as a point: "D50.9.N39.0".
        for part in re.split(r"[,;/]+|(?<=\w)\.(?=[A-TV-Z]\d[0-9A-Z]\.)", atom.text):
            if (code := parse_diagnosis(with_its_letter(part.rstrip(".")))) is not None:
                draft[f"diagnosis_codes[{start}]"] = from_atoms(code, [atom])
                start += 1
    text = " ".join(atom.text for atom in cell)
    if not start and _POINTERS.match(text):
        draft[POINTERS] = from_atoms(text, cell)


def _without_modifiers(draft: Draft, cell: tuple[Atom, ...]) -> tuple[Atom, ...]:
    """Give the code the modifiers before its pointers, whose own head was not read; return what is left."""
    pointers = next((i for i, atom in enumerate(cell) if _POINTERS.match(" ".join(each.text for each in cell[i:]))), 0)
    before = cell[:pointers]
    if "code" not in draft or not known_modifiers().issuperset(atom.text for atom in before):
        return cell
    _modifiers(draft, before)
    return cell[pointers:]


_PLACE_IN_FIGURES, _OF_THE_NEXT_COLUMN = re.compile(r"^\d{2}$"), re.compile(r"^(?:[A-Z]|un|units?|ea)[.:,]?$")


def _place(draft: Draft, cell: tuple[Atom, ...]) -> None:
    diagnoses = tuple(atom for atom in cell if "." in atom.text and parse_diagnosis(atom.text) is not None)
    if diagnoses:
        # They fell over the edge of the column beside.
        _diagnosis(draft, diagnoses)
        cell = tuple(atom for atom in cell if atom not in diagnoses)
    if any(_PLACE_IN_FIGURES.match(atom.text) for atom in cell):
        # A unit or an initial of the columns beside is no part of it: "11 un", "S 21".
        cell = tuple(atom for atom in cell if not _OF_THE_NEXT_COLUMN.match(atom.text))
    if cell and not any(atom.money is not None or atom.date is not None for atom in cell):
        draft["place_of_service"] = from_atoms(" ".join(atom.text for atom in cell), cell)


def _status(draft: Draft, cell: tuple[Atom, ...]) -> None:
    text = " ".join(atom.text for atom in cell).lower()
    for status, beginning in _STATUSES:
        if text.startswith(beginning):
            *said, last = cell
            keyed = _KEY_OF_A_NOTE.match(last.text) if said else None
            if keyed is not None:
                # "PENDING (PX)"
                start = sum(key.startswith("remarks[") for key in draft)
                draft[f"remarks[{start}].code"] = from_atoms(keyed[1], [last])
            draft["status"] = from_atoms(status, said if keyed else cell)
            return


_CELL_READERS: Mapping[str, _Reader] = {
    "date": _date,
    "date_to": _date_to,
    "time": _time,
    "code": _code,
    "counted_code": _counted_code,
    "modifiers": _modifiers,
    "revenue_code": _revenue_code,
    "units": _units,
    "provider": _provider,
    "ndc": _ndc,
    "diagnosis": _diagnosis,
    "place": _place,
    "claim_number": _text("claim_number"),
    "authorization": _text("authorization_number"),
    "status": _status,
}
