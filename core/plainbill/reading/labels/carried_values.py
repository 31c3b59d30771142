"""Values that break in a box: the rest of a number or name stands below its cell, or behind a blank beside it."""

import re
from collections.abc import Sequence

from plainbill.reading.labels.captions import BELOW
from plainbill.reading.labels.name_blocks import is_organization
from plainbill.reading.rows.atoms import Atom, Cell
from plainbill.reading.rows.found import Found
from plainbill.reading.terms.vocabulary import field_labels, header_words

_REST = re.compile(r"^(?=.*\d)[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$")
_LAST_GROUP = re.compile(r"^\d{2,4}$")
_NAME = re.compile(r"^[A-Z][a-z'\u2019-]+(?:\s(?:[A-Z][a-z'\u2019-]+|[JS]r\.?))?$")
# Behind the comma of "LOMBARD," stands whatever first names there are.
_FIRST_NAMES = re.compile(r"^[A-Z][A-Za-z'\u2019-]+(?:\s[A-Z][A-Za-z'\u2019-]*\.?){0,2}$")
_LAST_WORDS = re.compile(r"^[A-Z][A-Za-z&'-]+(?:\s[A-Z][A-Za-z&'-]+)?$")
_FORM_OF_A_FIRM = re.compile(
    r"(?:inc|l\.?l\.?[cp]|p\.?l\.?l\.?c|p\.?c|p\.?a|corp|corporation|incorporated|ltd|m\.?d|d\.?d\.?s)\.?",
    re.IGNORECASE,
)
_GROUPS = re.compile(r"^[A-Z]{2,4}(?:\s\d{3,4})+$")
# A value stands in the row of its label or in one of so many below.
_ROWS = 3
# Rows of one value stand no further apart, and words of one in wide print, in heights of print.
_NEXT_ROW, _WIDE_BLANK = 2.0, 1.8
# Lines of one run of print follow each other this closely.
_NEXT_LINE = 1.5


def carried_on(value: Found, kind: str, cells: Sequence[Sequence[Cell]], row: int) -> Found:
    """Return the value with its rest below its cell: a number that ends with a hyphen, or the rest of a name."""
    last = value.tokens[-1]
    rows = cells[row : row + _ROWS]
    at = next((i for i, own in enumerate(rows) if any(last in cell.tokens for cell in own)), None)
    if at is None or row + at + 1 >= len(cells):
        return value
    start = next(cell for cell in rows[at] if last in cell.tokens)
    for cell in cells[row + at + 1]:
        if start.tokens[-1] is not last:
            continue
        wraps = _ends_an_organization(value, start, cell) or _wraps_at_the_margin(value, cells, row + at)
        if kind == "name" and wraps:
            return Found(value=f"{value.value} {cell.text}", tokens=(*value.tokens, *cell.tokens))
        if not _is_right_below(cell, start):
            continue
        if kind == "name" and last.text.endswith(",") and _FORM_OF_A_FIRM.fullmatch(cell.text):
            return Found(value=f"{value.value}, {cell.text}", tokens=(*value.tokens, *cell.tokens))
        if kind == "number" and (group := _last_group(value, cell)) is not None:
            return Found(value=f"{value.value} {group.text}", tokens=(*value.tokens, *group.tokens))
        if kind == "number" and last.text.endswith("-") and len(cell.atoms) == 1 and _REST.match(cell.text):
            return Found(value=f"{str(value.value).lstrip('#')}{cell.text}", tokens=(*value.tokens, *cell.tokens))
        if kind == "number" and _is_last_group(value, start, cell):
            return Found(value=f"{value.value} {cell.text}", tokens=(*value.tokens, *cell.tokens))
        if kind == "person" and len(value.tokens) == 1 and _NAME.match(last.text) and _NAME.match(cell.text):
            return Found(value=f"{value.value} {cell.text}", tokens=(*value.tokens, *cell.tokens))
        if kind == "person" and last.text.endswith(",") and _FIRST_NAMES.match(cell.text) and not _is_known(cell):
            return Found(value=f"{str(value.value).rstrip(',')}, {cell.text}", tokens=(*value.tokens, *cell.tokens))
    return value


def _is_last_group(value: Found, start: Cell, cell: Cell) -> bool:
    """True for the last of a number's groups of digits, alone on the next line: "2615 4470" over "188"."""
    groups = str(value.value).split()
    grouped = len(groups) > 1 and groups[-1].isdigit() and len(groups[-1]) >= len(cell.text)
    return grouped and _LAST_GROUP.match(cell.text) is not None and cell.y - start.y < _NEXT_LINE * start.height


def _last_group(value: Found, cell: Cell) -> Atom | None:
    """The digits that begin the cell below, where the number above is of letters and groups of as many: "XPH 1987"."""
    groups, first = str(value.value).split(), cell.atoms[0]
    alike = _GROUPS.match(str(value.value)) is not None and len(groups[-1]) == len(first.text)
    behind = [atom.text for atom in cell.atoms[1:]]
    meanings = [field_labels().find(behind[:size]) for size in range(1, len(behind) + 1)]
    labeled = not behind or any(meaning is not None and meaning.exact for meaning in meanings)
    near = cell.y - value.y < _NEXT_LINE * cell.height
    return first if alike and first.text.isdigit() and labeled and near else None


def _ends_an_organization(value: Found, start: Cell, cell: Cell) -> bool:
    """True for "MUTUAL" right below "COPPER BASIN": words that make a firm's name of what names none by itself."""
    first = value.tokens[0]
    below = cell.y - first.y < _NEXT_ROW * start.height and abs(cell.x0 - first.box.x0) < start.height / 2
    ends = _LAST_WORDS.match(cell.text) is not None and cell.text.isupper() == str(value.value).isupper()
    named = is_organization(cell.text) and not is_organization(str(value.value))
    return below and ends and named and len(value.tokens) > 1 and not _is_known(cell)


def _wraps_at_the_margin(value: Found, cells: Sequence[Sequence[Cell]], row: int) -> bool:
    """True where a firm's name ends a full row, and the word that makes it one stands alone at the margin below."""
    if len(cells[row + 1]) != 1:
        return False
    own, below = cells[row], cells[row + 1][0]
    ends_row = own[-1].tokens[-1] is value.tokens[-1] and value.tokens[0].box.x0 > below.x1
    at_margin = abs(below.x0 - own[0].x0) < own[0].height and below.y - own[0].y < _NEXT_LINE * own[0].height
    right = max(cell.x1 for other in cells for cell in other)
    full = own[-1].x1 + below.atoms[0].x1 - below.atoms[0].x0 > right - own[0].height
    return ends_row and at_margin and full and is_organization(below.text) and _LAST_WORDS.match(below.text) is not None


def _is_known(cell: Cell) -> bool:
    """True for a cell that is a label or the head of a column."""
    words = cell.text.split()
    known = (table.find(words) for table in (field_labels(), header_words()))
    return any(meaning is not None and meaning.exact for meaning in known)


def with_parted_words(value: Cell, row: Sequence[Cell], captions: Sequence[Cell]) -> list[Cell]:
    """Return the cell of a name with those that a blank of wide print parts from it: no caption stands over these."""
    kept = [value]
    for cell in row[row.index(value) + 1 :]:
        words = all(atom.kind == "text" and atom.text[:1].isupper() for atom in cell.atoms)
        headed = any(min(own.x1, cell.x1) > max(own.x0, cell.x0) for own in captions if own.x0 > value.x1)
        near = cell.x0 - kept[-1].x1 < _WIDE_BLANK * cell.height
        if not near or headed or not words or _is_known(cell):
            break
        kept.append(cell)
    return kept


def _is_right_below(cell: Cell, start: Cell) -> bool:
    """True for a cell of the next row that begins where the other does, or has its middle there."""
    aside = min(abs(cell.x0 - start.x0), abs(cell.middle - start.middle))
    return cell.y - start.y < BELOW * start.height and aside < start.height
