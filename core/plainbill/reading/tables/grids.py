"""Closing sums printed side by side: labels in one row, or wrapped over a few, and the amounts below them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plainbill.reading.rows.atoms import Atom, cells_of
from plainbill.reading.rows.found import Found, from_atoms
from plainbill.reading.rows.tokens import Token
from plainbill.reading.terms.codes import parse_code
from plainbill.reading.terms.vocabulary import field_labels, header_words
from plainbill.reading.terms.wording import summary_field

_FEWEST_AMOUNTS = 2
_MOST_LABEL_ROWS = 4
# Label rows stand this close to each other and to the amounts, in heights.
_NEAR = 2.4
# What a grid of sums names at least one of: without it the amounts may be those of a service.
_ANCHORS = frozenset({"balance_due", "total_owed", "previous_balance", "fees", "estimate_total"})
_FEWEST_KNOWN = 0.6
_LEFT_OUT, _IN_COLUMNS = "ignore_money", frozenset({"ignore", "estimated_insurance"})
_MOST_ROWS_OF_A_SERVICE = 8
# The next service of a list has at least this share of the amounts.
_FEWEST_HELD = 0.5
_FAR = 14.0
_GUTTER = 0.9
# A number of the account or the office: what it names is no caption.
_NUMBER = re.compile(r"(?:\d[^\s\d]?){5}")
_FEWEST_OF_A_NOTE, _FULL_STOP = 4, re.compile(r"[a-z]{4}\.$")


@dataclass(frozen=True, slots=True, kw_only=True)
class GridValue:
    """An amount of the grid, the words above it, and what they say it is."""

    field: str
    label: tuple[Token, ...]
    value: Found


def grid_values(rows: Sequence[Sequence[Atom]], heights: Sequence[float]) -> Iterator[GridValue]:
    """Return the amounts of every grid of closing sums on a page; `rows` are all its atoms."""
    for i, row in enumerate(rows):
        amounts = _amounts(row)
        if len(amounts) < _FEWEST_AMOUNTS or _is_one_of_many(rows, i, amounts, heights[i]):
            continue
        if _is_cut(rows, i, amounts, heights[i]):
            continue
        found = [named(amount, words) for amount, words in _columns(rows, i, amounts, heights[i])]
        known = [value for value in found if value is not None]
        # How long parts of it have been owed is printed for several ages.
        sums = [value.field for value in known if value.field != _LEFT_OUT]
        enough = len(known) >= max(_FEWEST_AMOUNTS, _FEWEST_KNOWN * len(amounts))
        if _ANCHORS & {*sums} and len({*sums}) == len(sums) and enough:
            yield from known


def _amounts(row: Sequence[Atom]) -> tuple[Atom, ...]:
    """The amounts that end the row, where nothing else stands between them; the first of all has words before it."""
    at = len(row)
    while at and row[at - 1].kind in {"money", "dash"}:
        at -= 1
    return tuple(atom for atom in row[at + bool(at) :] if atom.kind == "money")


def _is_one_of_many(rows: Sequence[Sequence[Atom]], at: int, amounts: Sequence[Atom], height: float) -> bool:
    """True where a row further down holds amounts in the same columns: they are rows of a table.

    Words above those amounts would be the labels of another grid, unless a day stands before them.
    """
    for row in rows[at + 1 : at + 1 + _MOST_ROWS_OF_A_SERVICE]:
        below = [atom for atom in row if atom.x1 > amounts[0].x0]
        if not below:
            continue
        if below[0].y - amounts[0].y > _FAR * height:
            return False
        if any(atom.kind == "text" for atom in below):
            if any(atom.date is not None for atom in row):
                # The day and the words of the next service.
                continue
            return False
        held = [atom for atom in below if atom.kind == "money"]
        if len(held) == len(amounts) and all(_overlap(a, b) for a, b in zip(amounts, held, strict=True)):
            return True
        if _is_next_of_a_list(rows[at], row, amounts, held):
            return True
    return False


def _is_next_of_a_list(
    row: Sequence[Atom], other: Sequence[Atom], amounts: Sequence[Atom], held: Sequence[Atom]
) -> bool:
    """True where both rows begin with a day or words, and the other lacks an amount in some column: a blank share."""
    begun = all(any(atom.kind in {"date", "text"} for atom in each if atom.x1 < amounts[0].x0) for each in (row, other))
    under = all(any(_overlap(amount, atom) for amount in amounts) for atom in held)
    return begun and under and len(held) >= max(_FEWEST_AMOUNTS, _FEWEST_HELD * len(amounts))


def _is_cut(rows: Sequence[Sequence[Atom]], at: int, amounts: Sequence[Atom], height: float) -> bool:
    """True where the amount before the first one stands below the head of a column too: it is a row of a table."""
    before = [atom for atom in rows[at] if atom.kind == "money" and atom.x1 <= amounts[0].x0]
    if not before:
        return False
    (_, words), *_ = _columns(rows, at, (before[-1], *amounts), height)
    return bool(words) and header_words().find([word for atom in words for word in atom.text.split()]) is not None


def _overlap(one: Atom, other: Atom) -> bool:
    return min(one.x1, other.x1) > max(one.x0, other.x0)


def _columns(
    rows: Sequence[Sequence[Atom]], at: int, amounts: Sequence[Atom], height: float
) -> Iterator[tuple[Atom, tuple[Atom, ...]]]:
    """Each amount with the words above it, from the top; words go to the amount whose middle is nearest."""
    words: list[list[Atom]] = [[] for _ in amounts]
    y, left = amounts[0].y, _left(amounts)
    labels: list[list[Atom]] = []
    for row in reversed(rows[max(0, at - _MOST_LABEL_ROWS) : at]):
        own = [atom for atom in row if atom.x1 > left]
        if not own:
            continue
        if (
            y - own[0].y > _NEAR * height
            or any(atom.kind in {"money", "date"} for atom in own)
            or parse_code(" ".join(atom.text for atom in own)) is not None
            or any(_NUMBER.search(atom.text) for atom in own)
            or _is_note(own, height, len(amounts))
        ):
            break
        labels.insert(0, own)
        y = own[0].y
    for own in labels:
        for run in _runs(own, height):
            nearest = min(range(len(amounts)), key=lambda k: _distance(run, amounts[k]))
            words[nearest] += run
    for amount, above in zip(amounts, words, strict=True):
        yield amount, tuple(above)


def _is_note(atoms: Sequence[Atom], height: float, amounts: int) -> bool:
    """True where a row holds a sentence, "Keep this page for your records.", and not one over each sum."""
    cells = cells_of(atoms, _GUTTER * height)
    return len(cells) != amounts and any(
        len(cell.atoms) >= _FEWEST_OF_A_NOTE and _FULL_STOP.search(cell.text) is not None for cell in cells
    )


def _left(amounts: Sequence[Atom]) -> float:
    gaps = [right.x0 - left.x1 for left, right in zip(amounts, amounts[1:], strict=False)]
    return amounts[0].x0 - min(gaps) / 2


def _runs(atoms: Sequence[Atom], height: float) -> list[list[Atom]]:
    runs: list[list[Atom]] = []
    for atom in atoms:
        if runs and atom.x0 - runs[-1][-1].x1 < 0.6 * height:
            runs[-1].append(atom)
        else:
            runs.append([atom])
    return runs


def _distance(run: Sequence[Atom], amount: Atom) -> float:
    """How far the edges or middles that are aligned best stand apart."""
    x0, x1 = run[0].x0, run[-1].x1
    return min(abs(x0 - amount.x0), abs(x1 - amount.x1), abs((x0 + x1) / 2 - amount.middle))


def named(amount: Atom, words: Sequence[Atom]) -> GridValue | None:
    """Return the amount with what the words above or below it say that it sums up, None where nobody knows them."""
    texts = [word for atom in words for word in atom.text.replace(":", " ").split()]
    meaning = field_labels().find(texts) if texts else None
    if meaning is not None:
        # Among closing sums what is carried forward is the earlier balance, no sum of the page before.
        field: str | None = next((each for each in meaning.fields if each != "subtotal"), "subtotal")
    else:
        field = summary_field(" ".join(texts)) if texts else None
        heads = header_words().find(texts) if texts and field is None else None
        if heads is not None and heads.fields[0] in _IN_COLUMNS:
            # "31-60", "Est ins pending".
            field = _LEFT_OUT
    if field is None:
        return None
    return GridValue(
        field=field,
        label=tuple(token for atom in words for token in atom.tokens),
        value=from_atoms(amount.money, [amount]),
    )
