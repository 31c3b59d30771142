"""The print of a row to the columns it stands in; what fell just over an edge goes back to where it belongs."""

import re
from collections.abc import Sequence

from plainbill.reading.columns.amount_roles import UNKNOWN
from plainbill.reading.columns.column import Column
from plainbill.reading.heads.head_fields import AMOUNT_FIELDS
from plainbill.reading.labels.name_blocks import is_clinician
from plainbill.reading.rows.atoms import Atom, is_open, joined, stands_for_nothing
from plainbill.reading.terms.codes import parse_code, parse_diagnosis
from plainbill.reading.terms.money import parse_money

_SIGNS_OF_A_COUNT = frozenset({"x", "X", "\u00d7"})
_COUNT = re.compile(r"^-?\d{1,4}$")
_TWO_DIGITS = re.compile(r"^\d{2}$")
_DAY_AND_MONTH, _LONGEST_MODIFIER = 2, 2
# Words of one phrase are less than so many heights of print apart.
_BLANK = 0.8
# A column's edge is known to so many heights of print.
_EDGE = 0.1
# Two amounts of one cell are closer than so many heights.
_APART = 1.5
_OF_AMOUNTS = AMOUNT_FIELDS | {UNKNOWN}
# Heads that nobody knows or that no field is for: amounts under them are their own.
_OF_ITS_OWN = ((), ("ignore",))


def assign(columns: Sequence[Column], atoms: Sequence[Atom]) -> tuple[list[Atom], ...]:
    """Return the atoms of one row by column; what stands outside the table is in none, but for words that run on."""
    cells: tuple[list[Atom], ...] = tuple([] for _ in columns)
    for at, atom in enumerate(atoms):
        middle = atom.middle
        for i, column in enumerate(columns):
            if column.left <= middle < column.right:
                own, *dash = _without_the_next_dash(atom, column, columns[i + 1 :])
                cells[i].append(own)
                if dash:
                    cells[i + 1].extend(dash)
                break
        else:
            # "Copay received - Thank" goes on behind the dash too.
            dashed = atom.kind == "dash" and at + 1 < len(atoms) and _runs_on([atom], atoms[at + 1])
            if columns and (_runs_on(cells[-1], atom) or dashed and _is_next(cells[-1], atom)):
                cells[-1].append(atom)
    return _mended(columns, cells)


def _without_the_next_dash(atom: Atom, column: Column, behind: Sequence[Column]) -> tuple[Atom, ...]:
    """An amount, and the dash of the empty column of amounts beside it that was taken for its sign."""
    last = atom.tokens[-1]
    if atom.kind != "money" or last.text != "-" or not behind or behind[0].field not in AMOUNT_FIELDS:
        return (atom,)
    amount = parse_money(joined(atom.tokens[:-1]))
    if last.box.x0 < column.right - _EDGE * last.box.height or amount is None:
        return (atom,)
    own = Atom(kind="money", tokens=atom.tokens[:-1], text=joined(atom.tokens[:-1]), money=amount)
    return own, Atom(kind="dash", tokens=(last,), text=last.text)


def _runs_on(cell: Sequence[Atom], atom: Atom) -> bool:
    """True for a word a blank behind the words of the last column, whose head is shorter than they are."""
    if not cell or not (atom.text[:1].isalpha() or atom.text.startswith("(") or is_open(cell)):
        return False
    return atom.kind == "text" and _is_next(cell, atom)


def _is_next(cell: Sequence[Atom], atom: Atom) -> bool:
    """True for print a blank behind the words, or a dash among words, that end the cell."""
    worded = bool(cell) and cell[-1].kind in {"text", "dash"}
    return worded and 0 <= atom.x0 - cell[-1].x1 < _BLANK * atom.tokens[0].box.height


def _mended(columns: Sequence[Column], cells: tuple[list[Atom], ...]) -> tuple[list[Atom], ...]:
    """Move a value that fell just over an edge into the neighbor that lacks one."""
    for i, column in enumerate(columns):
        if column.field in AMOUNT_FIELDS:
            continue
        for neighbor, at in ((i + 1, -1), (i - 1, 0)):
            if not 0 <= neighbor < len(columns) or not cells[i] or columns[neighbor].field not in AMOUNT_FIELDS:
                continue
            atom = cells[i][at]
            # A dash in the neighbor prints that it holds nothing.
            lacks = not any(other.kind == "money" or stands_for_nothing(other) for other in cells[neighbor])
            over = min(atom.x1, column.head.x1) > max(atom.x0, column.head.x0)
            # "Amount" alone may be the end of the head beside it, unless another one names the charges.
            said = column.field == UNKNOWN and (len(column.head.tokens) > 1 or bool(column.head.fields))
            own = over and (said or column.head.fields in _OF_ITS_OWN)
            if atom.kind == "money" and column.field not in {"units", "percent"} and lacks and not own:
                cells[neighbor].append(cells[i].pop(at))
    for i in range(len(columns)):
        _share_amounts(columns, cells, i)
        _take_day(columns, cells, i)
    for i, column in enumerate(columns):
        if column.field in {"date", "date_to"} and i + 1 < len(columns):
            _take_range(columns[i + 1], cells[i], cells[i + 1])
        elif column.field == "diagnosis" and i + 1 < len(columns):
            _take_listed(cells[i], cells[i + 1])
        elif column.field == "units" and i + 1 < len(columns) and not cells[i]:
            _take_count(columns[i + 1].field, cells[i], cells[i + 1])
    for i, column in enumerate(columns):
        if i:
            _give_back(columns[i - 1].field, cells[i - 1], column.field, cells[i])
        if column.field in AMOUNT_FIELDS:
            _push_words_out(columns, cells, i)
        elif column.field == "code":
            _trade_with_words(columns, cells, i)
    return cells


def _share_amounts(columns: Sequence[Column], cells: tuple[list[Atom], ...], i: int) -> None:
    """Of two amounts that stand apart in one column, one is that of an empty column of amounts beside it.

    On bent paper print stands farther aside row by row than its head.
    """
    if columns[i].field not in _OF_AMOUNTS or [atom.kind for atom in cells[i]] != ["money", "money"]:
        return
    one, other = cells[i]
    if other.x0 - one.x1 < _APART * other.tokens[0].box.height:
        return
    for neighbor, at in ((i + 1, 1), (i - 1, 0)):
        if 0 <= neighbor < len(columns) and columns[neighbor].field in _OF_AMOUNTS and not cells[neighbor]:
            cells[neighbor].append(cells[i].pop(at))
            return


def _take_day(columns: Sequence[Column], cells: tuple[list[Atom], ...], i: int) -> None:
    """An empty column of days takes the day that stands in a column of amounts beside it, where no day belongs."""
    if columns[i].field != "date" or cells[i]:
        return
    for neighbor, at in ((i - 1, -1), (i + 1, 0)):
        beside = 0 <= neighbor < len(columns) and columns[neighbor].field in AMOUNT_FIELDS and bool(cells[neighbor])
        if beside and cells[neighbor][at].date is not None:
            cells[i].append(cells[neighbor].pop(at))
            return


def _take_range(beside: Column, days: list[Atom], cell: list[Atom]) -> None:
    """Days may be wider than their column: a year or the second day of a range is taken back from the one beside."""
    if not days or beside.field in {"date", "date_to"} or "date" in beside.head.fields:
        return
    if len(days) == _DAY_AND_MONTH and len(cell) > 1 and all(_TWO_DIGITS.match(a.text) for a in (*days, cell[0])):
        # The year of a form's "06 01 24".
        days.append(cell.pop(0))
    while cell and (cell[0].kind == "date" or (cell[0].kind == "dash" and len(cell) > 1 and cell[1].kind == "date")):
        days.append(cell.pop(0))


def _take_listed(diagnoses: list[Atom], cell: list[Atom]) -> None:
    """Diagnoses may be wider than their column: behind a comma the next one is taken back from the one beside."""
    while diagnoses and diagnoses[-1].text.endswith((",", ";")) and cell and parse_diagnosis(cell[0].text) is not None:
        diagnoses.append(cell.pop(0))


def _take_count(beside: str, units: list[Atom], cell: list[Atom]) -> None:
    """A whole number before the amount in the next column is the count that the empty column of units lacks."""
    if beside in AMOUNT_FIELDS and len(cell) > 1 and _COUNT.match(cell[0].text) and cell[1].kind == "money":
        units.append(cell.pop(0))


def _trade_with_words(columns: Sequence[Column], cells: tuple[list[Atom], ...], i: int) -> None:
    """Words before or behind a code belong to the description beside it, and a code at its edge to the codes."""
    for neighbor, at in ((i - 1, 0), (i + 1, -1)):
        if not 0 <= neighbor < len(columns) or columns[neighbor].field != "description":
            continue
        moved = False
        while len(cells[i]) > 1 and _is_word(cells[i], at) or moved and cells[i] and _is_long_word(cells[i][0]):
            cells[neighbor].append(cells[i].pop(at))
            cells[neighbor].sort(key=lambda atom: atom.x0)
            moved = at == 0
        edge = -1 if at == 0 else 0
        if cells[i] or len(cells[neighbor]) < 2:
            continue
        outermost = cells[neighbor][edge]
        apart = columns[i].left - outermost.x1 if at == 0 else outermost.x0 - columns[i].right
        # A number far from the edge is a strength or a count, whatever its shape.
        if apart < 0.3 * (outermost.x1 - outermost.x0) and parse_code(outermost.text) is not None:
            cells[i].append(cells[neighbor].pop(edge))


def _is_word(cell: Sequence[Atom], at: int) -> bool:
    """True for a word at an end of a cell of codes; two letters may be a modifier, but not right before a code."""
    text = cell[at].text
    before_a_code = at == 0 and text.isalpha() and parse_code(cell[1].text) is not None
    return not any(map(str.isdigit, text)) and (len(text) > 2 or before_a_code)


def _is_long_word(atom: Atom) -> bool:
    """True for what is no code or modifier: the last of words that run on into the column of codes."""
    return len(atom.text) > _LONGEST_MODIFIER and not any(map(str.isdigit, atom.text))


def _give_back(before: str, words: list[Atom], field: str, cell: list[Atom]) -> None:
    """Words wider than their column belong to it: before a count or a place of service, and a title behind a name."""
    if (before, field) == ("description", "units"):
        # Behind the count stands what was counted.
        while len(cell) > 1 and _counts_nothing(cell[0]) and _COUNT.match(cell[-1].text):
            words.append(cell.pop(0))
    elif (before, field) == ("description", "place"):
        # "Ambulance, advanced life support 2" before "21".
        while words and len(cell) > 1 and _TWO_DIGITS.match(cell[-1].text):
            words.append(cell.pop(0))
    elif (before, field) == ("provider", "diagnosis"):
        # "Nakagawa" before "MD G47.33".
        while words and len(cell) > 1 and is_clinician(cell[0].text):
            words.append(cell.pop(0))


def _counts_nothing(atom: Atom) -> bool:
    """True for a word that is no sign of a count: "x 2"."""
    return atom.text.strip(",;").isalpha() and atom.text not in _SIGNS_OF_A_COUNT


def _push_words_out(columns: Sequence[Column], cells: tuple[list[Atom], ...], i: int) -> None:
    """Words in a column of amounts belong to the words beside it, a count before the amount to the units."""
    amounts = _amounts(cells[i])
    for atom in [atom for atom in cells[i] if atom.kind == "text"] if amounts else ():
        neighbor = i - 1 if atom.middle < amounts[0].middle else i + 1
        if not 0 <= neighbor < len(columns):
            continue
        worded = any(map(str.isalpha, atom.text)) and columns[neighbor].field not in AMOUNT_FIELDS
        counted = atom.text.isdigit() and columns[neighbor].field == "units" and not cells[neighbor]
        coded = columns[neighbor].field == "code" and parse_code(atom.text) is not None and neighbor < i
        if worded or counted or coded:
            cells[i].remove(atom)
            cells[neighbor].append(atom)
            cells[neighbor].sort(key=lambda other: other.x0)


def _amounts(atoms: Sequence[Atom]) -> list[Atom]:
    return [atom for atom in atoms if atom.kind == "money"]
