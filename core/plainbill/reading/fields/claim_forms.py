"""What the boxes of a professional claim form hold beside their labels: sex, and phone and number of who bills."""

import re
from collections.abc import Iterator, Sequence

from plainbill.reading.labels.finding import Labeled
from plainbill.reading.labels.name_blocks import parties_of, phone_in
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.atoms import Cell
from plainbill.reading.rows.found import Found, from_atoms

# "3. PATIENT'S BIRTH DATE   SEX": two boxes under one label; "F X", the cross behind the letter.
_BIRTH_AND_SEX = re.compile(r"\bbirth\s?date\b.*\bsex\b", re.IGNORECASE)
_SEX = re.compile(r"^(?P<sex>[MF])(?:\s?X)?$")
_TICKED, _LETTERED = re.compile(r"([MF])[\[(][xX][\])]"), re.compile(r"([MF])[\[(][_xX]?[\])]")
# Two letters with their boxes are so many words at most.
_FEW = 6
_BILLING = re.compile(r"^33\b|provider\sinfo", re.IGNORECASE)
# "a.1330055574", the first of the two boxes below the address.
_NPI = re.compile(r"^a\.\s?(?P<npi>\d{10})\b", re.IGNORECASE)
# The address below the label takes up to so many heights of print.
_BOX = 12.0
_ADDRESSED = 5.0


def form_fields(layouts: Sequence[PageLayout], payer: Found | None) -> Iterator[tuple[str, Found]]:
    """Return what a claim form says in its boxes and below the name of the payer, each with the field it belongs to."""
    for layout in layouts:
        for label in layout.labels:
            wording = _wording(label)
            if label.field == "patient.date_of_birth" and _BIRTH_AND_SEX.search(wording):
                yield from _sex_beside(layout, label)
            elif label.field == "patient.date_of_birth" and _names_sex(layout, label):
                yield from _sex_ticked(layout, label)
            if is_who_bills(label):
                yield from _of_who_bills(layout, label)
                if payer is not None:
                    yield from _address_below(layout, payer)


def is_who_bills(label: Labeled) -> bool:
    """True for box 33, which names the provider whoever else a form names."""
    return label.field == "provider.name" and _BILLING.search(_wording(label)) is not None


def _wording(label: Labeled) -> str:
    return " ".join(token.text for token in label.label)


def _address_below(layout: PageLayout, payer: Found) -> Iterator[tuple[str, Found]]:
    """The address of the plan that a form is sent to: below its name, from its left edge or up to its right one."""
    first, name = payer.tokens[0].box, payer.tokens[-1].box
    for party in parties_of(layout.cells):
        if party.address is None or party.address.page != payer.page:
            continue
        last = party.address.tokens[-1].box
        aligned = min(abs(last.x1 - name.x1), abs(party.x0 - first.x0)) < name.height
        if aligned and 0 < party.y - payer.y < _ADDRESSED * name.height:
            yield "payer.address", party.address


def _sex_beside(layout: PageLayout, label: Labeled) -> Iterator[tuple[str, Found]]:
    last = label.value.tokens[-1]
    for row in layout.cells:
        at = next((i for i, cell in enumerate(row) if last in cell.tokens), None)
        for cell in row[at + 1 : at + 2] if at is not None else ():
            if (match := _SEX.match(cell.text)) is not None:
                yield "patient.sex", from_atoms(match["sex"], cell.atoms)


def _names_sex(layout: PageLayout, label: Labeled) -> bool:
    """True where the words behind the label go on to the sex: "PATIENT'S BIRTH DATE  MM DD YY  SEX M F"."""
    row = next((row for row in layout.rows if label.label[-1] in row.tokens), None)
    behind = [token.text.upper() for token in row.tokens if token.box.x0 > label.label[-1].box.x0] if row else []
    return behind[:4] in (["MM", "DD", "YY", "SEX"], ["MM", "DD", "YYYY", "SEX"]) or behind[:1] == ["SEX"]


def _sex_ticked(layout: PageLayout, label: Labeled) -> Iterator[tuple[str, Found]]:
    """The one letter whose box is ticked behind the day: "M[X]  F[ ]"."""
    last = label.value.tokens[-1]
    row = next((row for row in layout.rows if last in row.tokens), None)
    behind = [token for token in row.tokens if token.box.x0 > last.box.x0][:_FEW] if row else []
    text = "".join(token.text for token in behind)
    if len(ticked := _TICKED.findall(text)) == 1 and len(_LETTERED.findall(text)) == 2:
        yield "patient.sex", Found(value=ticked[0], tokens=tuple(behind[:1]))


def _of_who_bills(layout: PageLayout, label: Labeled) -> Iterator[tuple[str, Found]]:
    for row in layout.cells:
        for cell in row:
            if label.label[0] in cell.tokens and (phone := phone_in(cell)) is not None:
                yield "provider.phone", phone
            if _is_in_box(cell, label) and (match := _NPI.match(cell.text)) is not None:
                yield "provider.npi", from_atoms(match["npi"], cell.atoms)


def _is_in_box(cell: Cell, label: Labeled) -> bool:
    first = label.value.tokens[0]
    height = first.box.height
    return abs(cell.x0 - first.box.x0) < height and 0 < cell.y - first.y < _BOX * height
