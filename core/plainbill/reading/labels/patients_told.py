"""Patients named without a colon: "Patient Ada Lombard" over their street, or beside the day of their visit."""

import re
from collections.abc import Sequence

from plainbill.reading.labels.captions import BELOW
from plainbill.reading.labels.name_blocks import is_organization, is_street_with_number, is_title
from plainbill.reading.labels.words_of_forms import is_no_name
from plainbill.reading.rows.atoms import Cell
from plainbill.reading.terms.vocabulary import field_labels, header_words

_NAME = re.compile(r"^[A-Z][A-Za-z'\u2019-]+(?:\s(?:[A-Z][A-Za-z'\u2019-]+|[A-Z]\.?)){1,3}$")
# What an office has for its patients.
_OF_AN_OFFICE = re.compile(
    r"\b(?:portal|log ?in|advoca\w+|rights|relations|experience|access|safety|liaison|rep(?:resentative)?|team|copy)\b",
    re.IGNORECASE,
)
# What stands beside the name of whoever was treated.
_OF_A_PATIENT = frozenset(
    {"patient.date_of_birth", "patient.sex", "patient.medical_record_number", "account", "service_dates"}
)
_LONGEST = 3


def names_the_patient(cell: Cell, size: int, cells: Sequence[Sequence[Cell]], row: int) -> bool:
    """True where a cell is the word "Patient" and a person's name, and what stands around it bears that out."""
    if cell.atoms[0].text.lower() != "patient" or not _is_a_persons_name(cell, size):
        return False
    below = next((under for under in cells[row + 1 :] if under), ())
    street = any(
        abs(other.x0 - cell.x0) < cell.height / 2
        and other.y - cell.y < BELOW * cell.height
        and is_street_with_number(other.text)
        for other in below
    )
    first, *beside = cells[row]
    return street or first is cell and any(map(_tells_of_a_patient, beside))


def _is_a_persons_name(cell: Cell, size: int) -> bool:
    words = [atom.text for atom in cell.atoms[size:]]
    name = " ".join(words)
    if _NAME.match(name) is None or is_organization(name) or is_title(name) or is_no_name(name):
        return False
    # A first name may be a word of heads, "Ada" over the codes of dentists, and is no reason against a surname.
    meanings = (table.find(words[-1:]) for table in (field_labels(), header_words()))
    known = any(meaning is not None and meaning.exact for meaning in meanings)
    return not known and _OF_AN_OFFICE.search(name) is None


def _tells_of_a_patient(cell: Cell) -> bool:
    """True for "Date of visit 9/27/25" and the like: a label of theirs with its value behind it."""
    words = [atom.text.rstrip(":") for atom in cell.atoms]
    for size in range(min(_LONGEST, len(words) - 1), 0, -1):
        meaning = field_labels().find(words[:size])
        if meaning is not None and meaning.exact:
            return meaning.fields[0] in _OF_A_PATIENT and any(map(str.isdigit, words[size]))
    return False
