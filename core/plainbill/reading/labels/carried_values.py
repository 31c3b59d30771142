"""Values that break in a box: the rest of a number or name stands below its cell, or behind a blank beside it."""

import re
from collections.abc import Sequence

from plainbill.reading.labels.captions import BELOW
from plainbill.reading.labels.name_blocks import is_organization
from plainbill.reading.labels.words_of_forms import is_known_phrase
from plainbill.reading.rows.atoms import Atom, Cell
from plainbill.reading.rows.found import Found
from plainbill.reading.terms.vocabulary import field_labels

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
        if kind == "name" and (
            _ends_an_organization(value, start, cell) or _wraps_at_the_margin(value, cells, row + at)
        ):
            return Found(value=f"{value.value} {cell.text}", tokens=(*value.tokens, *cell.tokens))
        if not _is_right_below(cell, start):
            continue
        if kind == "name" and last.text.endswith(",") and _FORM_OF_A_FIRM.fullmatch(cell.text):
            return Found(value=f"{value.value}, {cell.text}", tokens=(*value.tokens, *cell.tokens))
        if kind == "number" and (group := _last_group(value, start, cell)) is not None:
            return Found(value=f"{value.value} {group.text}", tokens=(*value.tokens, *group.tokens))
        if kind == "number" and last.text.endswith("-") and len(cell.atoms) == 1 and _REST.match(cell.text):
            return Found(value=f"{str(value.value).lstrip('#')}{cell.text}", tokens=(*value.tokens, *cell.tokens))
        if kind == "person" and len(value.tokens) == 1 and _NAME.match(last.text) and _NAME.match(cell.text):
            return Found(value=f"{value.value} {cell.text}", tokens=(*value.tokens, *cell.tokens))
        if (
            kind == "person"
            and last.text.endswith(",")
            and _FIRST_NAMES.match(cell.text)
            and not is_known_phrase(cell.text)
        ):
            return Found(value=f"{str(value.value).rstrip(',')}, {cell.text}", tokens=(*value.tokens, *cell.tokens))
    return value


def _last_group(value: Found, start: Cell, cell: Cell) -> Atom | None:
    """The last of a number's groups of digits, on the next line: "2615 4470" over "188", "XPH 1987" over "3956".

    It stands alone there, or is as long as the group above and before the next label.
    """
    last, first = str(value.value).split()[-1], cell.atoms[0]
    grouped = " " in str(value.value) and last.isdigit() and len(last) >= len(first.text)
    if not grouped or not _LAST_GROUP.match(first.text) or cell.y - start.y >= _NEXT_LINE * start.height:
        return None
    behind = [atom.text for atom in cell.atoms[1:]]
    meanings = (field_labels().find(behind[:size]) for size in range(1, len(behind) + 1))
    labeled = len(last) == len(first.text) and any(meaning is not None and meaning.exact for meaning in meanings)
    return first if not behind or labeled else None


def _ends_an_organization(value: Found, start: Cell, cell: Cell) -> bool:
    """True for "MUTUAL" right below "COPPER BASIN": words that make a firm's name of what names none by itself."""
    first = value.tokens[0]
    below = cell.y - first.y < _NEXT_ROW * start.height and abs(cell.x0 - first.box.x0) < start.height / 2
    ends = _LAST_WORDS.match(cell.text) is not None and cell.text.isupper() == str(value.value).isupper()
    named = is_organization(cell.text) and not is_organization(str(value.value))
    return below and ends and named and len(value.tokens) > 1 and not is_known_phrase(cell.text)


def _wraps_at_the_margin(value: Found, cells: Sequence[Sequence[Cell]], row: int) -> bool:
    """True where a firm's name ends a full row, and the word that makes it one stands alone at the margin below."""
    own, below = cells[row], cells[row + 1][0]
    ends_row = own[-1].tokens[-1] is value.tokens[-1] and value.tokens[0].box.x0 > below.x1
    at_margin = abs(below.x0 - own[0].x0) < own[0].height and below.y - own[0].y < _NEXT_LINE * own[0].height
    named = _LAST_WORDS.match(below.text) is not None and is_organization(below.text)
    if len(cells[row + 1]) > 1 or not (ends_row and at_margin and named):
        return False
    right = max(cell.x1 for other in cells for cell in other)
    return own[-1].x1 + below.atoms[0].x1 - below.atoms[0].x0 > right - own[0].height


def with_parted_words(value: Cell, row: Sequence[Cell], captions: Sequence[Cell]) -> list[Cell]:
    """Return the cell of a name with those that a blank of wide print parts from it: no caption stands over these."""
    kept = [value]
    for cell in row[row.index(value) + 1 :]:
        words = all(atom.kind == "text" and atom.text[:1].isupper() for atom in cell.atoms)
        headed = any(min(own.x1, cell.x1) > max(own.x0, cell.x0) for own in captions if own.x0 > value.x1)
        near = cell.x0 - kept[-1].x1 < _WIDE_BLANK * cell.height
        if not near or headed or not words or is_known_phrase(cell.text):
            break
        kept.append(cell)
    return kept


def _is_right_below(cell: Cell, start: Cell) -> bool:
    """True for a cell of the next row that begins where the other does, or has its middle there."""
    aside = min(abs(cell.x0 - start.x0), abs(cell.middle - start.middle))
    return cell.y - start.y < BELOW * start.height and aside < start.height
