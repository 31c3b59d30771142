"""Names in large print over two rows, and the whole name that a letterhead prints beside its logo."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from plainbill.reading.labels.name_blocks import is_city_line, is_clinician, is_organization, is_street, is_title
from plainbill.reading.rows.atoms import Atom, Cell
from plainbill.reading.terms.vocabulary import field_labels, plain_key

# Print of a logo is so much larger than small print beside it; its two rows are of one size and stand close together.
_LARGE, _AS_LARGE, _CLOSE = 1.15, 0.8, 2.0
_ALIGNED, _WITHIN = 0.5, 0.8
_MOST_WORDS, _FEWEST_OF_A_NAME = 3, 2
# What an office does stands in smaller print below its name, not smaller than this share of it.
_MUCH_SMALLER = 0.3
# Words that names of offices and plans share, and that none has alone.
_OF_MANY = re.compile(
    r"(?:regional|general|community|county|university|family|medical|medicine|clinical|physical|occupational|speech|sports?|hand|pain"
    r"|cent(?:er|re)|clinic|hospital|dentistry|dental|dentists?|laborator(?:y|ies)|labs?|imaging|radiology|associates|group|physicians?"
    r"|surgery|surgical|surgeons?|specialists?|therapy|rehab(?:ilitation)?|health(?:care)?|care|urgent|primary|emergency"
    r"|pediatrics?|\w+ology|orthop\w+|orthodontics|podiatry|chiropractic|psychiatry|services|system|network|partners|practice|eye|vision"
    r"|women'?s|children'?s|pharmacy|ambulance|ems|diagnostics?|anesthesia|wellness|home|hospice|infusion|equipment|supply|plans?"
    r"|insurance|benefits?|company|administrators?|mutual|trust|of|and|&|the|for|inc\.?|l\.?l\.?c\.?|p\.?c\.?),?",
    re.IGNORECASE,
)
# What is stamped on a paper or says which of several it is.
_STAMP = re.compile(
    r"\b(?:paid|self-?\s?pay|final|past|urgent|draft|void|sample|specimen|corrected|revised|reprint(?:ed)?)\b",
    re.IGNORECASE,
)
_LEGAL_FORM = re.compile(
    r"\b(?:inc|l\.?l\.?[cp]|p\.?l\.?l\.?c|p\.?\s?c|p\.?\s?a|corp|corporation|company|incorporated)\.?$", re.IGNORECASE
)
_NEXT = 2.0
_ENDS_A_NAME = re.compile(
    r"(?:inc|l\.?l\.?[cp]|p\.?l\.?l\.?c|p\.?c|p\.?a|corp|corporation|incorporated|ltd)\.?", re.IGNORECASE
)
# A name does not end in "&".
_GOES_ON = re.compile(r"\s(?:&|and|of)$")
_ENDS_ANY_NAME = re.compile(
    r"(?:inc\.?|plans?|district|authority|group|administrators|associates|company|cent(?:er|re)|clinic|hospital|partners|physicians|specialists"
    r"|services|system|trust"
    r"|p\.?l\.?l\.?c\.?|l\.?l\.?c\.?)",
    re.IGNORECASE,
)
_WIDEST_EMBLEM = 4.0
_POINTS = frozenset({"\u00b7", "\u2022", "|", "-", "\u2013", "\u2014"})
# The whole name stands so far above or below its logo at most, in heights of the logo.
_BESIDE = 4.0


def with_upper_row(cell: Cell, cells: Sequence[Sequence[Cell]], *, small: float) -> Cell:
    """The cell with the row above it where both are one logo: "ALDERMERE" over "IMAGING".

    `small` is the height of small print around it.
    """
    small_print = cell.height < _LARGE * small and not _is_line_of_a_trade(cell)
    if not is_organization(cell.text) or small_print or is_title(cell.text):
        return cell
    above = [other for row in cells for other in row if 0 < cell.y - other.y < _CLOSE * _larger(cell, other)]
    over = [other for other in above if min(other.x1, cell.x1) > max(other.x0, cell.x0)]
    if len(over) != 1 or not _begins_a_name(over[0], cell, small):
        return cell
    return replace(cell, atoms=(*over[0].atoms, *cell.atoms))


def with_lower_row(cell: Cell, cells: Sequence[Sequence[Cell]]) -> Cell:
    """The name with what its office does in smaller print below it: "northgate" over "Clinical Laboratories".

    Or with its last word where it wraps: "Valley Surgical" over "Group", "Juniper Physicians," over "P.C.".
    """
    if is_organization(cell.text) or cell.text.endswith(",") or _GOES_ON.search(cell.text):
        rest = (
            other
            for at, row in enumerate(cells)
            for other in row
            if _is_rest_of_a_name(cell, other) and not _leads_to_a_number(other, cells[at : at + 2])
        )
        return next((replace(cell, atoms=(*cell.atoms, *below.atoms)) for below in rest), cell)
    if not _may_be_a_name(cell):
        return cell
    for below in (other for row in cells for other in row if 0 < other.y - cell.y < _CLOSE * _larger(cell, other)):
        smaller = _MUCH_SMALLER * cell.height < below.height <= cell.height and _is_line_of_a_trade(below)
        if smaller and _aligned(cell, below):
            return replace(cell, atoms=(*cell.atoms, *below.atoms))
    return cell


def _is_rest_of_a_name(cell: Cell, below: Cell) -> bool:
    """True for what ends a name, right below it in print of the same size: "Group", "Services"."""
    alike = _AS_LARGE < below.height / cell.height < 1 / _AS_LARGE
    near = 0 < below.y - cell.y < _NEXT * _larger(cell, below)
    edges = ((cell.x0, below.x0), (cell.middle, below.middle), (cell.x1, below.x1))
    # An emblem stands before the first row alone.
    begins_below_it = 0 < cell.x0 - below.x0 < _WIDEST_EMBLEM * cell.height and below.x1 > cell.x0
    aligned = any(abs(one - other) < _ALIGNED * below.height for one, other in edges)
    if not (alike and near and (aligned or begins_below_it)):
        return False
    if cell.text.endswith(","):
        return _ENDS_A_NAME.fullmatch(below.text) is not None
    if _GOES_ON.search(cell.text):
        return all(_OF_MANY.fullmatch(atom.text) for atom in below.atoms)
    return _ENDS_ANY_NAME.fullmatch(below.text) is not None and not _LEGAL_FORM.search(cell.text)


def _leads_to_a_number(word: Cell, rows: Sequence[Sequence[Cell]]) -> bool:
    """True for a label: "Group" with a number beside it, or below."""
    beside = next((cell for cell in rows[0] if cell.x0 > word.x1), None)
    below = [cell for row in rows[1:] for cell in row if abs(cell.x0 - word.x0) < _ALIGNED * word.height]
    return any(
        cell is not None and len(cell.atoms) == 1 and any(map(str.isdigit, cell.text)) for cell in (beside, *below)
    )


def _is_line_of_a_trade(cell: Cell) -> bool:
    """True for "Regional Medical Center", a name that many share, not for "Riverside Medical Center"."""
    if cell.text.lower() == "home":
        # The first entry of a site's menu.
        return False
    return is_organization(cell.text) and all(_OF_MANY.fullmatch(atom.text) for atom in cell.atoms)


def _begins_a_name(above: Cell, cell: Cell, small: float) -> bool:
    as_large = above.height / cell.height > _AS_LARGE and above.height > _LARGE * small
    larger = above.height / cell.height >= 1 / _AS_LARGE
    sized = as_large and (not larger or _is_line_of_a_trade(cell))
    return sized and _aligned(above, cell) and _may_be_a_name(above) and not is_organization(above.text)


def _larger(cell: Cell, other: Cell) -> float:
    """The height that the distance of two rows goes by: that of both, where a name is larger than what stands below."""
    return (cell.height + max(cell.height, other.height)) / 2


def _aligned(above: Cell, below: Cell) -> bool:
    """True where two rows begin, end or stand in the middle alike; an emblem may stand before the name alone."""
    edges = ((above.x0, below.x0), (above.middle, below.middle), (above.x1, below.x1))
    within = min(above.x1, below.x1) - max(above.x0, below.x0) > _WITHIN * min(above.x1 - above.x0, below.x1 - below.x0)
    return any(abs(one - other) < _ALIGNED * below.height for one, other in edges) or (
        within and _is_line_of_a_trade(below)
    )


def _may_be_a_name(cell: Cell) -> bool:
    """True for a few words that are no title, label, stamp or person."""
    # "St." may begin a name, and a full stop ends none.
    words = all(atom.kind == "text" and atom.text[-1] not in ":,;" for atom in cell.atoms)
    words = words and not cell.atoms[-1].text.endswith(".")
    named = is_title(cell.text) or is_clinician(cell.text) or _is_label(cell) or _STAMP.search(cell.text) is not None
    return words and len(cell.atoms) <= _MOST_WORDS and not named


def _is_label(cell: Cell) -> bool:
    return field_labels().find(cell.text.split()) is not None


def in_full(logo: Cell, cells: Sequence[Sequence[Cell]]) -> Cell:
    """The name that begins with the logo, where it stands near with its legal form, its state or its address.

    Or the same name before an address, where the emblem in the logo was read as a letter: "VALEOHEALTH".
    """
    return next(_in_full(logo, cells), None) or next(_before_an_address(logo, cells), logo)


def _in_full(logo: Cell, cells: Sequence[Sequence[Cell]]) -> Iterator[Cell]:
    begun = plain_key(logo.text)
    for cell in (cell for row in cells for cell in row):
        near = abs(cell.y - logo.y) < _BESIDE * logo.height
        if not near or len(begun) >= len(plain_key(cell.text)):
            continue
        if _goes_on(logo, cell) or _is_addressed(cell, cells):
            words = all(atom.kind == "text" for atom in cell.atoms)
            if words and plain_key(cell.text).startswith(begun) and not is_title(cell.text):
                yield cell


def _goes_on(logo: Cell, cell: Cell) -> bool:
    """True where the cell has a legal form, or says of which place: "Larkspur Dental" and "Larkspur Dental of Ohio"."""
    behind = cell.atoms[len(logo.atoms) :]
    placed = len(behind) > 1 and behind[0].text.lower() == "of" and all(atom.text[:1].isupper() for atom in behind[1:])
    return _LEGAL_FORM.search(cell.text) is not None or placed


def written_out(logo: Cell, cells: Sequence[Sequence[Cell]]) -> Cell:
    """The name before an address or with its legal form, anywhere on a paper, that a logo is short for.

    The logo has one word, or small letters alone, whatever blanks it has. It is itself where there is no such name.
    """
    if len(logo.atoms) > 1 and not logo.text.islower():
        return logo
    for cell in (cell for row in cells for cell in row):
        name, street = _name_and_street(cell)
        size = _size_of_its_beginning(name, plain_key(logo.text))
        formed = _LEGAL_FORM.search(cell.text) and all(atom.kind == "text" for atom in cell.atoms)
        if size and formed and len(cell.atoms) > _FEWEST_OF_A_NAME and is_organization(cell.text):
            return cell
        told = is_organization(_text(name[1:] if size == 1 else name))
        if size and is_street(street) and told and not is_title(_text(name)):
            return replace(cell, atoms=(*name[:-1], replace(name[-1], text=name[-1].text.rstrip(","))))
    return logo


def _size_of_its_beginning(name: Sequence[Atom], drawn: str) -> int:
    """How many words of the name make up what is drawn, 0 where none do: "palisadehealth" is "Palisade Health"."""
    sizes = (size for size in range(1, len(name) + 1) if plain_key(_text(name[:size])) == drawn)
    return next(sizes, 0) if not _text(name).islower() else 0


def _name_and_street(cell: Cell) -> tuple[tuple[Atom, ...], str]:
    """The words up to the first comma or point between, with a legal form behind it, and those that follow."""
    ends = (i for i, atom in enumerate(cell.atoms) if atom.text.endswith(",") or atom.text in _POINTS)
    at = next(ends, len(cell.atoms))
    at += at < len(cell.atoms) and cell.atoms[at].text not in _POINTS
    formed = at < len(cell.atoms) and _ENDS_A_NAME.fullmatch(cell.atoms[at].text.rstrip(",")) is not None
    at += formed
    behind = cell.atoms[at:]
    return cell.atoms[:at], _text(behind[1:] if behind and behind[0].text in _POINTS else behind)


def _before_an_address(logo: Cell, cells: Sequence[Sequence[Cell]]) -> Iterator[Cell]:
    """The name before a street in one row with it: the logo has the same letters and one more."""
    drawn = plain_key(logo.text)
    for cell in (cell for row in cells for cell in row):
        name, street = _name_and_street(cell)
        if len(name) < _FEWEST_OF_A_NAME or not is_street(street):
            continue
        written = plain_key(_text(name))
        without = {drawn[:i] + drawn[i + 1 :] for i in range(1, len(drawn) - 1)}
        near = abs(cell.y - logo.y) < _BESIDE * logo.height and is_city_line(cell.text)
        if near and written in without:
            last = replace(name[-1], text=name[-1].text.rstrip(","))
            yield replace(cell, atoms=(*name[:-1], last))


def _text(atoms: Sequence[Atom]) -> str:
    return " ".join(atom.text for atom in atoms)


def _is_addressed(cell: Cell, cells: Sequence[Sequence[Cell]]) -> bool:
    """True for the name of a firm right above its street or box, from the same edge on."""
    below = (
        other
        for row in cells
        for other in row
        if 0 < other.y - cell.y < _CLOSE * cell.height and abs(other.x0 - cell.x0) < _ALIGNED * cell.height
    )
    return is_organization(cell.text) and any(is_street(other.text) for other in below)
