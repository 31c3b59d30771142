"""Names in large print over two rows, and the whole name that a letterhead prints beside its logo."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from plainbill.reading.labels.name_blocks import is_clinician, is_organization, is_street, is_title
from plainbill.reading.rows.atoms import Cell
from plainbill.reading.terms.vocabulary import field_labels, plain_key

# Print of a logo is so much larger than small print beside it; its two rows are of one size and stand close together.
_LARGE, _AS_LARGE, _CLOSE = 1.15, 0.8, 2.0
_ALIGNED = 0.5
_MOST_WORDS = 3
# What is stamped on a paper or says which of several it is.
_STAMP = re.compile(
    r"\b(?:paid|self-?\s?pay|final|past|urgent|draft|void|sample|specimen|corrected|revised|reprint(?:ed)?)\b",
    re.IGNORECASE,
)
_LEGAL_FORM = re.compile(
    r"\b(?:inc|l\.?l\.?[cp]|p\.?l\.?l\.?c|p\.?\s?c|p\.?\s?a|corp|corporation|company|incorporated)\.?$", re.IGNORECASE
)
# The whole name stands so far above or below its logo at most, in heights of the logo.
_BESIDE = 4.0


def with_upper_row(cell: Cell, cells: Sequence[Sequence[Cell]], *, small: float) -> Cell:
    """The cell with the row above it where both are one logo: "ALDERMERE" over "IMAGING".

    `small` is the height of small print around it.
    """
    if not is_organization(cell.text) or cell.height < _LARGE * small or is_title(cell.text):
        return cell
    above = [other for row in cells for other in row if 0 < cell.y - other.y < _CLOSE * cell.height]
    over = [other for other in above if min(other.x1, cell.x1) > max(other.x0, cell.x0)]
    if len(over) != 1 or not _begins_a_name(over[0], cell, small):
        return cell
    return replace(cell, atoms=(*over[0].atoms, *cell.atoms))


def _begins_a_name(above: Cell, cell: Cell, small: float) -> bool:
    same_size = _AS_LARGE < above.height / cell.height < 1 / _AS_LARGE and above.height > _LARGE * small
    edges = ((above.x0, cell.x0), (above.middle, cell.middle), (above.x1, cell.x1))
    aligned = any(abs(one - other) < _ALIGNED * cell.height for one, other in edges)
    words = all(atom.kind == "text" and atom.text[-1] not in ":,;" for atom in above.atoms)
    # "St." may begin a name, and a full stop ends none.
    words = words and not above.atoms[-1].text.endswith(".")
    named = is_organization(above.text) or is_title(above.text) or is_clinician(above.text) or _is_label(above)
    named = named or _STAMP.search(above.text) is not None
    return same_size and aligned and words and len(above.atoms) <= _MOST_WORDS and not named


def _is_label(cell: Cell) -> bool:
    return field_labels().find(cell.text.split()) is not None


def in_full(logo: Cell, cells: Sequence[Sequence[Cell]]) -> Cell:
    """The name that begins with the logo, where it stands near with its legal form or address; else the logo."""
    return next(_in_full(logo, cells), logo)


def _in_full(logo: Cell, cells: Sequence[Sequence[Cell]]) -> Iterator[Cell]:
    begun = plain_key(logo.text)
    for cell in (cell for row in cells for cell in row):
        near = abs(cell.y - logo.y) < _BESIDE * logo.height
        if not near or len(begun) >= len(plain_key(cell.text)):
            continue
        if _LEGAL_FORM.search(cell.text) or _is_addressed(cell, cells):
            words = all(atom.kind == "text" for atom in cell.atoms)
            if words and plain_key(cell.text).startswith(begun) and not is_title(cell.text):
                yield cell


def _is_addressed(cell: Cell, cells: Sequence[Sequence[Cell]]) -> bool:
    """True for the name of a firm right above its street or box, from the same edge on."""
    below = (
        other
        for row in cells
        for other in row
        if 0 < other.y - cell.y < _CLOSE * cell.height and abs(other.x0 - cell.x0) < _ALIGNED * cell.height
    )
    return is_organization(cell.text) and any(is_street(other.text) for other in below)
