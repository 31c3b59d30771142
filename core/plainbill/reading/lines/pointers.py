"""Diagnosis pointers: letters or numbers on a line that stand for the codes listed at the head of a claim form."""

import re
from collections.abc import Iterator, Mapping, Sequence

from plainbill.reading.fields.claim_form_boxes import is_form
from plainbill.reading.layout import PageLayout
from plainbill.reading.lines.cell_values import POINTERS, Draft
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.found import Found
from plainbill.reading.rows.tokens import Token
from plainbill.reading.terms.codes import parse_diagnosis

_MARK = re.compile(r"^(?:([A-L])[.):]?|(\d{1,2})[.):])$|^(c)\.$")
_BOTH = re.compile(r"^(?:([A-L])|(\d{1,2}))[.):](?=[A-Z])")
_NUMBER = re.compile(r"^\d{1,2}$")
_SHORTEST_CODE = 3
_POINTER = re.compile(r"\d{1,2}|[A-L]")


def diagnosis_legend(layouts: Sequence[PageLayout]) -> Mapping[str, str]:
    """The diagnosis codes of the paper by the letter or number before them."""
    legend: dict[str, str] = {}
    for layout in layouts:
        for row in layout.free:
            for mark, code, _ in _listed([atom for cell in row for atom in cell.atoms]):
                legend.setdefault(mark, code)
    return legend


def lettered_diagnoses(layout: PageLayout) -> Iterator[tuple[str, Token]]:
    """The diagnosis codes of a page that a letter or number stands before, each with its print."""
    listed = [each for row in layout.free for each in _listed([atom for cell in row for atom in cell.atoms])]
    # Numbers of other kinds begin with a letter too ("Room B. C12"), but have no point.
    pointed = any("." in code for _, code, _ in listed) or is_form(layout)
    for _, code, atom in listed:
        if "." in code or pointed and (len(code) == _SHORTEST_CODE or is_form(layout)):
            yield code, atom.tokens[0]


def _listed(atoms: Sequence[Atom]) -> Iterator[tuple[str, str, Atom]]:
    for i, atom in enumerate(atoms):
        if (both := _BOTH.match(atom.text)) and (code := parse_diagnosis(atom.text[both.end() :])):
            yield both[1] or both[2], code, atom
        elif (
            not i
            and len(atoms) > 1
            and _NUMBER.match(atom.text)
            and "." in (code := parse_diagnosis(atoms[1].text) or "")
        ):
            yield atom.text, code, atoms[1]
        elif (mark := _MARK.match(atom.text)) and i + 1 < len(atoms) and (code := parse_diagnosis(atoms[i + 1].text)):
            if "." not in code and i + 2 < len(atoms) and atoms[i + 2].text.isdigit():
                # "A. H61 23": a reader lost its point, and whatever else stood there.
                continue
            yield mark[1] or mark[2] or "C", code, atoms[i + 1]


def resolved(draft: Draft, legend: Mapping[str, str]) -> Draft:
    """The line with the codes that its pointers stand for; a pointer that the legend lacks stands for nothing."""
    pointers = draft.get(POINTERS)
    if pointers is None:
        return draft
    line = {name: value for name, value in draft.items() if name != POINTERS}
    codes = [legend[mark] for mark in _POINTER.findall(str(pointers.value)) if mark in legend]
    start = sum(name.startswith("diagnosis_codes[") for name in line)
    for i, code in enumerate(dict.fromkeys(codes)):
        line[f"diagnosis_codes[{start + i}]"] = Found(value=code, tokens=pointers.tokens)
    return line
