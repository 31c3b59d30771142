"""Blocks of labels and values under a heading that says whose they are: "Payer" over "Name", "Contact", "ID"."""

import re
from collections.abc import Sequence

from plainbill.reading.labels.captions import BELOW
from plainbill.reading.rows.atoms import Atom, Cell
from plainbill.reading.terms.vocabulary import field_labels

_WHOSE = frozenset({"payer.name", "provider.name", "patient.name", "subscriber"})
_NAME = frozenset({"name", "full name"})
# "INSURED'S" over "NAME" is one caption.
_OWNER = re.compile(r"^([A-Za-z]+)['\u2019]s$", re.IGNORECASE)
# A heading begins within so many heights of print of the labels below it.
_ALIGNED = 0.5


def named_by_heading(label: Sequence[Atom], cells: Sequence[Sequence[Cell]], row: int) -> tuple[str, ...] | None:
    """Return what "Name" stands for right below a heading such as "Payer", None for any other label."""
    if " ".join(atom.text.strip(":").lower() for atom in label) not in _NAME:
        return None
    above = next((cells[i] for i in range(row - 1, -1, -1) if cells[i]), ())
    first = label[0]
    height = first.tokens[0].box.height
    for cell in above:
        owner = _OWNER.match(cell.text)
        aside = abs(cell.x0 - first.x0)
        if owner is not None:  # A caption of two rows stands in the middle of its box.
            aside = min(aside, abs(cell.middle - (first.x0 + label[-1].x1) / 2))
        near = aside < _ALIGNED * height and first.y - cell.y < BELOW * cell.height
        whose = [owner[1]] if owner is not None else cell.text.split()
        meaning = field_labels().find(whose) if near else None
        if meaning is not None and meaning.exact and meaning.fields[0] in _WHOSE:
            return meaning.fields
    return None
