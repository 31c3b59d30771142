"""Cards with two lists of labeled amounts side by side, whose rows are not level: each list keeps its own distances."""

import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, pairwise

from plainbill.reading.blocks.block_titles import note_alone
from plainbill.reading.blocks.cards import Card, put_amount, table_of
from plainbill.reading.columns.table import Table
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.forming import Row
from plainbill.reading.terms.codes import parse_code
from plainbill.reading.terms.vocabulary import header_words

_FEWEST_CARDS, _FEWEST_LISTS = 2, 2
_MOST_LABELS = 10
_MADE_UP = ("charge", "adjustment", "allowed", "not_covered")
# Rows of one card stand closer than this many heights.
_PITCH = 2.4
# What is on one line differs by so little, in heights of print; amounts of one list end as close to each other.
_LEVEL, _ALIGNED = 0.45, 1.2

_Printed = tuple[Row, tuple[Atom, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _List:
    """Where a list stands: its labels begin behind `left`, its amounts stand from `start` to `end`."""

    left: float
    start: float
    end: float


def listed_cards(rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]]) -> Table | None:
    """Return the services on such cards as a table, None where a page holds none."""
    found = [(title, body) for title, body in _cards([*zip(rows, atoms, strict=True)]) if body]
    lists = _lists([body for _, body in found])
    if len(found) < _FEWEST_CARDS or len(lists) < _FEWEST_LISTS:
        return None
    cards = [_read(title, body, lists) for title, body in found]
    return None if None in cards else table_of([card for card in cards if card is not None])


def _cards(printed: Sequence[_Printed]) -> Iterator[tuple[_Printed, list[Atom]]]:
    """Rows that print a day or a code and no amount, each with the print that follows closely below it."""
    titles = [i for i, (_, own) in enumerate(printed) if _is_title(own)]
    for start, end in pairwise([*titles, len(printed)]):
        body: list[Atom] = []
        for (above, _), (row, own) in pairwise(printed[start:end]):
            if row.y - above.y > _PITCH * max(row.height, above.height):
                break
            body += own
        yield printed[start], body if any(atom.money is not None for atom in body) else []


def _is_title(atoms: Sequence[Atom]) -> bool:
    named = any(atom.date is not None or parse_code(atom.text) is not None for atom in atoms)
    return named and all(atom.money is None for atom in atoms)


def _lists(bodies: Sequence[Sequence[Atom]]) -> list[_List]:
    """The lists that every card has, by where their amounts end; none where an amount stands outside of them."""
    amounts = sorted((atom for body in bodies for atom in body if atom.money is not None), key=lambda atom: atom.x1)
    columns: list[list[Atom]] = []
    for atom in amounts:
        near = columns and atom.x1 - columns[-1][-1].x1 <= _ALIGNED * atom.tokens[0].box.height
        if near:
            columns[-1].append(atom)
        else:
            columns.append([atom])
    if any(len(column) < len(bodies) for column in columns):
        return []
    ends = [float("-inf"), *(max(atom.x1 for atom in column) for column in columns)]
    starts = [min(atom.x0 for atom in column) for column in columns]
    return [_List(left=left, start=start, end=end) for left, start, end in zip(ends, starts, ends[1:], strict=False)]


def _read(title: _Printed, body: Sequence[Atom], lists: Sequence[_List]) -> Card | None:
    """The card with each amount under its label; None where a list has more amounts than labels."""
    card = Card(titles=[title])
    for each in lists:
        labels = _lines([a for a in body if a.money is None and each.left < a.middle < each.start])
        amounts = sorted((a for a in body if a.money is not None and each.start <= a.x0 < each.end), key=_height_of)
        if not len(amounts) <= len(labels) <= _MOST_LABELS:
            return None
        for label, amount in zip(_level_with(labels, amounts), amounts, strict=True):
            put_amount(card, label, amount)
    if not _adds_up(card):
        # One of them was read wrong, and nothing tells which.
        card.amounts = {name: amount for name, amount in card.amounts.items() if name not in _MADE_UP}
    below = (note_alone(line) for line in _lines([atom for atom in body if atom.money is None]))
    card.notes = _notes([atom for atom in body if atom.x0 > lists[-1].end]) or next(filter(None, below), ())
    return card


def _height_of(atom: Atom) -> float:
    """Where the print stands in the picture: within one card it tells better than the level rows of the page."""
    return statistics.fmean(token.box.middle[1] for token in atom.tokens)


def _lines(atoms: Sequence[Atom]) -> list[list[Atom]]:
    """The words of a list as lines, from top to bottom."""
    lines: list[list[Atom]] = []
    for atom in sorted(atoms, key=_height_of):
        if lines and _height_of(atom) - _height_of(lines[-1][0]) < _LEVEL * atom.tokens[0].box.height:
            lines[-1].append(atom)
        else:
            lines.append([atom])
    return [sorted(line, key=lambda atom: atom.x0) for line in lines]


def _level_with(labels: Sequence[list[Atom]], amounts: Sequence[Atom]) -> Sequence[list[Atom]]:
    """The labels, in their order, that are most level with the amounts: some print a dash or nothing."""
    return min(
        combinations(labels, len(amounts)),
        key=lambda chosen: sum(
            abs(_height_of(label[0]) - _height_of(amount)) for label, amount in zip(chosen, amounts, strict=True)
        ),
    )


def _notes(atoms: Sequence[Atom]) -> tuple[Atom, ...]:
    """The codes behind or below the word for notes, right of all lists."""
    words = [atom for line in _lines(atoms) for atom in line]
    meaning = header_words().find([words[0].text.strip(":")]) if words else None
    return tuple(words[1:]) if meaning is not None and "remark" in meaning.fields else ()


def _adds_up(card: Card) -> bool:
    """False where the charge less the discount, or less what is not covered too, is not what the plan allows."""
    charge, off, allowed, barred = (card.amounts[name].money if name in card.amounts else None for name in _MADE_UP)
    if charge is None or off is None or allowed is None:
        return True
    return charge - abs(off) - allowed in {Decimal(0), barred}
