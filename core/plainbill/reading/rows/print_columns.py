"""Pages set in two columns of print like a newspaper: the rows of the left one, then those of the right one."""

import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from plainbill.reading.rows.atoms import Atom, AtomsOfRows, atoms_of
from plainbill.reading.rows.forming import Row
from plainbill.reading.rows.tokens import Token
from plainbill.reading.rows.unlevel_lists import Lists, unlevel_lists
from plainbill.reading.terms.codes import is_glued_code, parse_code
from plainbill.reading.terms.vocabulary import header_words
from plainbill.reading.terms.wording import is_total, summary_field

# Each column lists so many services, all amounts of one with the same right edge.
_FEWEST = 2
# In heights of print: how wide the gutter is at least, how well amounts are aligned, how far rows of one block stand
# apart, and how far below the left column the right one is put.
_GUTTER, _ALIGNED, _BLOCK, _BELOW = 1.5, 1.5, 3.5, 6.0
_FEWEST_LETTERS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Listed:
    """A service of a column: the place of its row, its code and the amount that ends it."""

    row: int
    code: Atom
    amount: Atom


def in_reading_order(rows: Sequence[Row], atoms: AtomsOfRows) -> tuple[tuple[Row, ...], ...]:
    """Return the rows of the page, cut in two below the left column where it has two columns of services."""
    if not rows:
        return ((),)
    height = statistics.median(row.height for row in rows)
    found = _coded_lists(rows, atoms, height) or unlevel_lists([atoms.of(row) for row in rows], height)
    if found is None:
        return (tuple(rows),)
    above = min(found.entries) - 1
    if above >= 0 and _heads_differ(rows[above], found.gutter):
        return (tuple(rows),)
    gutter, first, last = found.gutter, found.first, _end(rows, found)
    one, other = _one_below_the_other(rows[first:last], gutter, height)
    return (*rows[:first], *one), (*other, *_lowered(rows[last:], other[-1].y - rows[last - 1].y))


def _coded_lists(rows: Sequence[Row], atoms: AtomsOfRows, height: float) -> Lists | None:
    """Two lists of services with their codes; None without them."""
    listed = [service for i, row in enumerate(rows) for service in _services(i, atoms.of(row))]
    if len(listed) < 2 * _FEWEST:
        return None
    edge = min(service.amount.x1 for service in listed)
    left = [service for service in listed if abs(service.amount.x1 - edge) < _ALIGNED * height]
    right = [service for service in listed if service not in left]
    gutter = _gutter_between(rows, left, right, height)
    entries = tuple(service.row for service in listed)
    return None if gutter is None else Lists(gutter, _first(rows, min(entries), gutter, height), entries)


def _services(row: int, atoms: Sequence[Atom]) -> Iterator[_Listed]:
    """Every run of words, a code behind them and an amount right of it."""
    words, code = False, None
    for atom in atoms:
        if atom.kind == "money":
            if words and code is not None:
                yield _Listed(row=row, code=code, amount=atom)
            words, code = False, None
        elif atom.kind == "text" and words and parse_code(atom.text) is not None and not is_glued_code(atom.text):
            code = atom
        elif atom.kind == "text" and sum(map(str.isalpha, atom.text)) >= _FEWEST_LETTERS:
            words = True


def _gutter_between(
    rows: Sequence[Row], left: Sequence[_Listed], right: Sequence[_Listed], height: float
) -> float | None:
    """Where no print stands between the amounts of one list and the words of the other; None where they are no two."""
    if min(len(left), len(right)) < _FEWEST:
        return None
    ends = [service.amount.x1 for service in right]
    begins, stops = max(service.amount.x1 for service in left), min(service.code.x0 for service in right)
    if max(ends) - min(ends) > _ALIGNED * height or begins >= stops:
        return None
    among = {service.row for service in (*left, *right)}
    starts = [token.box.x0 for i in among for token in rows[i].tokens if token.box.x1 > begins + 0.1 * height]
    return (begins + min(starts)) / 2 if starts and min(starts) - begins > _GUTTER * height else None


def _end(rows: Sequence[Row], lists: Lists) -> int:
    """The row below the last of the columns: print across the gutter is part of neither."""
    last = max(lists.entries) + 1
    while last < len(rows) and not _crosses(rows[last], lists.gutter):
        last += 1
    return last


def _first(rows: Sequence[Row], first: int, gutter: float, height: float) -> int:
    """The first row of the columns, from that of their first service upward."""
    tops = {True: rows[first].y, False: rows[first].y}
    for i in range(first - 1, -1, -1):
        if _crosses(rows[i], gutter):
            break
        # What stands apart above both columns is the head of the page.
        sides = {token.box.x0 > gutter for token in rows[i].tokens}
        near = [side for side in sides if tops[side] - rows[i].y < _BLOCK * height]
        if len(near) < len(sides):
            break
        tops |= dict.fromkeys(near, rows[i].y)
        first = i
    return first


def _crosses(row: Row, gutter: float) -> bool:
    across = any(token.box.x0 < gutter < token.box.x1 for token in row.tokens)
    return across or not _is_parted(row, gutter) or _sums_up(row, gutter)


def _sums_up(row: Row, gutter: float) -> bool:
    """True for the words of a sum left of the gutter and nothing but its amount right of it."""
    atoms = atoms_of(row)
    words, amounts = ([atom for atom in atoms if (atom.x0 < gutter) == left] for left in (True, False))
    text = " ".join(atom.text for atom in words)
    alone = len(amounts) == 1 and amounts[0].money is not None and all(atom.money is None for atom in words)
    return alone and bool(text) and (is_total(text) or summary_field(text) is not None)


def _heads_differ(row: Row, gutter: float) -> bool:
    """True where the last words over the two sides name different amounts: they are columns of one table."""
    last = [[t.text for t in row.tokens if (t.box.x0 < gutter) == left][-1:] for left in (True, False)]
    meanings = [header_words().find(words) if words else None for words in last]
    fields = [set(meaning.fields) if meaning is not None else set() for meaning in meanings]
    return all(fields) and not fields[0] & fields[1]


def _is_parted(row: Row, gutter: float) -> bool:
    """True where the blank at the gutter is wider than one between words."""
    left = [token.box.x1 for token in row.tokens if token.box.x0 < gutter]
    right = [token.box.x0 for token in row.tokens if token.box.x0 >= gutter]
    return not left or not right or min(right) - max(left) > _GUTTER * row.height


def _one_below_the_other(rows: Sequence[Row], gutter: float, height: float) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    left = [part for row in rows if (part := _side(row, [t for t in row.tokens if t.box.x0 < gutter])) is not None]
    right = [part for row in rows if (part := _side(row, [t for t in row.tokens if t.box.x0 >= gutter])) is not None]
    return tuple(left), tuple(_lowered(right, left[-1].y - right[0].y + _BELOW * height))


def _side(row: Row, tokens: Sequence[Token]) -> Row | None:
    return replace(row, tokens=tuple(tokens)) if tokens else None


def _lowered(rows: Sequence[Row], by: float) -> list[Row]:
    """The rows farther down, in the order they are read; where they stand in the picture stays as it is."""
    return [
        replace(row, y=row.y + by, tokens=tuple(replace(token, y=token.y + by) for token in row.tokens)) for row in rows
    ]
