"""The words of a head parted into columns: by what they say, the blanks between them and the values below."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from plainbill.reading.heads.head_fields import AMOUNT_FIELDS
from plainbill.reading.heads.head_words import is_head_word, meaning_of
from plainbill.reading.rows.atoms import Atom, cells_of
from plainbill.reading.rows.tokens import Token, stands_under
from plainbill.reading.terms.vocabulary import Meaning

Span = tuple[float, float]
ValueKind = Literal["money", "date", "text"]
# Blanks in heights of print: up to so much a phrase goes on, in wide print up to the second.
# From twice that on two columns stand apart.
_BLANK, _WIDE_BLANK = 0.45, 0.75
_CLOSE, _FAR = 0.65, 1.5
_CUT_A_PHRASE, _CUT_A_LISTED_PHRASE = 1.15, 1.4
_BRIDGED_A_GUTTER = 1.2
_OTHER_COLUMN, _OTHER_COLUMN_LISTED = 0.8, 0.3
_SAME_COLUMN = 0.5
_NOTHING_BELOW = 0.95
_SOMEWHERE = 0.2
_OTHER_KIND = 0.8
_USUAL = 0.6
UNKNOWN = -1.1
_INEXACT = 0.35
_WORDY = 0.08
# Words that are listed as they stand tell more than some that were put together.
_LISTED = 0.04
_LONGEST_PHRASE = 9
_WORD_LENGTH = 3
_OVERLAP = 0.3
# Of the rows below a head so many are looked at, and so many of them may print over a gutter.
_MOST_ROWS = 16
_FEWEST_CELLS = 3
# A list of amounts with words beside them, as of departments.
_A_PAIR, _FEWEST_PAIRS = 2, 3
_FEWEST_GUTTERS = 3
_CLEARLY_WIDER = 1.3
_STRAY = 0.25
_FILLED = 0.6
_COUNT = re.compile(r"^-?\d{1,3}(?:\.\d{1,2})?$")
_MEASURE = re.compile(r"^(?:un|units?|ea|each|hrs?|mins?|days?|ml|mg|mi|bx|pk|tab|cap)\.?$", re.IGNORECASE)
# A day as forms print it, which only its column tells from a number: "031725".
_DENSE_DAY = re.compile(r"^(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:20)?\d{2}$")
_NARROWEST = 0.25
_FEWEST_NAMED = 2


@dataclass(frozen=True, slots=True)
class Values:
    """A column of values: where it stands and what most of its values are, None where they are of several kinds."""

    x0: float
    x1: float
    kind: ValueKind | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """The words over one column, with what they mean where somebody knows."""

    tokens: tuple[Token, ...]
    meaning: Meaning | None


def columns_below(rows: Sequence[Sequence[Atom]], height: float) -> tuple[Values, ...]:
    """Where the values of the rows stand in columns, from left to right; nothing where they show none."""
    if (pairs := _pairs(rows, height)) is not None:
        return tuple(_of_kind(x0, x1, pairs) for x0, x1 in _stretches(pairs, _NARROWEST * height))
    filled = [
        values
        for atoms in rows
        if any(_kind(atom) in {"money", "date"} for atom in atoms)
        and len(values := _values(atoms, _CLOSE * height)) >= _FEWEST_CELLS
    ][:_MOST_ROWS]
    # Rows with far fewer values are sums, or belong to another table.
    most = max((len(values) for values in filled[: _MOST_ROWS // 2]), default=0)
    listed = [values for values in filled if len(values) >= _FILLED * most]
    return tuple(_of_kind(x0, x1, listed) for x0, x1 in _stretches(listed, _NARROWEST * height))


def _pairs(rows: Sequence[Sequence[Atom]], height: float) -> list[list[Values]] | None:
    """The first rows where each of them is an amount with words beside it, on one side; None where few are."""
    found: list[list[Values]] = []
    for atoms in rows:
        values = _values(atoms, _CLOSE * height)
        if found and len(values) == 1 and values[0].kind == "text":
            # It carries on the words above, or prints their code.
            continue
        if len(values) != _A_PAIR or {value.kind for value in values} != {"money", "text"}:
            break
        if found and values[0].kind != found[0][0].kind:
            break
        found.append(values)
    return found if len(found) >= _FEWEST_PAIRS else None


def _stretches(rows: Sequence[Sequence[Values]], narrowest: float) -> list[Span]:
    """What most rows leave free parts the stretches that they print on; a narrow gap only where values stand beside."""
    found: list[Span] = []
    for x0, x1 in _printed_on(rows):
        if found and x0 - found[-1][1] < narrowest and not _stand_beside(found[-1], (x0, x1), rows):
            found[-1] = (found[-1][0], x1)
        else:
            found.append((x0, x1))
    return sorted([*found, *_filled_seldom(found, rows, narrowest)])


def _filled_seldom(found: Sequence[Span], rows: Sequence[Sequence[Values]], narrowest: float) -> list[Span]:
    """Stretches that few rows print on and that stand apart from all others: of columns that few services fill."""
    apart: list[Values] = []
    for row in rows:
        beside = [
            value for value in row if all(value.x0 >= x1 + narrowest or value.x1 <= x0 - narrowest for x0, x1 in found)
        ]
        # A row with more of them is no service of this table.
        apart += beside if len(beside) <= _STRAY * len(row) else []
    seldom: list[Span] = []
    for value in sorted(apart, key=lambda value: value.x0):
        if seldom and value.x0 < seldom[-1][1]:
            seldom[-1] = (seldom[-1][0], max(seldom[-1][1], value.x1))
        else:
            seldom.append((value.x0, value.x1))
    return seldom


def _printed_on(rows: Sequence[Sequence[Values]]) -> list[Span]:
    """The stretches that more than a few rows print on, touching ones as one."""
    edges = sorted({x for row in rows for value in row for x in (value.x0, value.x1)})
    found: list[Span] = []
    for x0, x1 in zip(edges, edges[1:], strict=False):
        middle = (x0 + x1) / 2
        if sum(any(value.x0 < middle < value.x1 for value in row) for row in rows) <= _STRAY * len(rows):
            continue
        if found and found[-1][1] == x0:
            found[-1] = (found[-1][0], x1)
        else:
            found.append((x0, x1))
    return found


def _stand_beside(left: Span, right: Span, rows: Sequence[Sequence[Values]]) -> bool:
    """True where most rows that print on either of two stretches print a value on each."""
    filled = [[any(value.x0 < x1 and value.x1 > x0 for value in row) for x0, x1 in (left, right)] for row in rows]
    several = [any(value.x1 <= right[0] and value.x1 > left[0] for value in row) for row in rows]
    both = sum(all(each) and apart for each, apart in zip(filled, several, strict=True))
    return both >= _USUAL * max(1, sum(any(each) for each in filled))


def _of_kind(x0: float, x1: float, rows: Sequence[Sequence[Values]]) -> Values:
    kinds = [value.kind for row in rows for value in row if min(value.x1, x1) > max(value.x0, x0)]
    usual = max(set(kinds), key=kinds.count)
    return Values(x0, x1, usual if kinds.count(usual) >= _USUAL * len(kinds) else None)


def _values(atoms: Sequence[Atom], gutter: float) -> list[Values]:
    """The stretches that amounts, dates, ranges of dates and runs of words take up."""
    runs: list[list[Atom]] = []
    for cell in cells_of(atoms, gutter):
        fresh = True
        for atom in cell.atoms:
            if not fresh and _one_value(runs[-1][-1], atom):
                runs[-1].append(atom)
            else:
                runs.append([atom])
            fresh = False
    return [Values(run[0].x0, run[-1].x1, _kind(run[0])) for run in runs]


def is_day(atom: Atom) -> bool:
    """True for a date, and for digits that may be a day as forms print it."""
    return atom.kind == "date" or atom.kind == "text" and _DENSE_DAY.match(atom.text) is not None


def _kind(atom: Atom) -> ValueKind | None:
    """What kind of value an atom begins; a dash stands for any."""
    if is_day(atom):
        return "date"
    return None if atom.kind == "dash" else atom.kind


def _one_value(left: Atom, right: Atom) -> bool:
    """True where two neighbors may belong to one value: words, or the days of a range; a count stands alone."""
    kinds = {left.kind, right.kind}
    if kinds & {"money", "date"}:
        return kinds <= {"date", "dash"}
    numbers = _COUNT.match(right.text) or right.text.isdigit()
    counted = _COUNT.match(left.text) and not _MEASURE.match(right.text)
    return not counted and not (numbers and any(mark.isdigit() for mark in left.text))


def column_under(x0: float, x1: float, columns: Sequence[Values]) -> int | None:
    """The column of values that print between `x0` and `x1` stands over most, None where it stands over none."""
    shared = [min(x1, column.x1) - max(x0, column.x0) for column in columns]
    best = max(range(len(columns)), key=lambda i: shared[i], default=None)
    return best if best is not None and shared[best] > 0 else None


def parted(tokens: Sequence[Token], height: float, below: Sequence[Values]) -> tuple[list[Piece], float]:
    """The tokens of a head, of one row or several, as the columns that explain them best, and how well they do."""
    words = _placed(tokens, below)
    places = _places(words, height)
    blanks = _blanks(words, height)
    costs = [_cut_cost(words, place, blanks) if place else 0.0 for place in places]
    names = _names_over_columns(words)
    strangers = list(
        itertools.accumulate((_is_strange(word.token.text) and word not in names for word in words), initial=0)
    )
    best: list[tuple[float, list[Piece]]] = [(0.0, [])]
    for at, end in enumerate(places[1:], start=1):
        reached: tuple[float, list[Piece]] | None = None
        for before in range(at - 1, -1, -1):
            start = places[before]
            if end - start > _LONGEST_PHRASE and before != at - 1:
                break
            run = sorted(words[start:end], key=lambda word: (word.row, word.x0))
            strange = strangers[end] - strangers[start]
            named = tuple(word.token.text for word in run if word not in names)
            meaning = None if strange > max(1, len(run) // 3) or not named else meaning_of(named)
            total = best[before][0] - costs[before] + _worth(run, meaning, height)
            total -= _misfit(run, meaning, below)
            if reached is None or total > reached[0] + 1e-9:
                piece = Piece(tokens=tuple(word.token for word in run), meaning=meaning)
                reached = (total, [*best[before][1], piece])
        if reached is not None:
            best.append(reached)
    return best[-1][1], best[-1][0]


def _is_strange(text: str) -> bool:
    """True for a word that stands in no head; marks, numbers and letters of a form's fields may stand in any."""
    # A word hyphenated over two rows is known once both parts are together.
    begun = text.endswith("-")
    return sum(mark.isalpha() for mark in text) >= _WORD_LENGTH and not begun and not is_head_word(text)


def _names_over_columns(words: Sequence["_Placed"]) -> frozenset["_Placed"]:
    """The words of a name that begins the heads of several columns: "Blue Heron discount", "Blue Heron paid"."""
    rows = [[word for word in words if word.row == row] for row in sorted({word.row for word in words})]
    behind = {left: right for row in rows for left, right in itertools.pairwise(row)}
    found: set[_Placed] = set()
    for text in {word.token.text for word in words}:
        alike = [word for word in words if word.token.text == text]
        if len(alike) >= _FEWEST_NAMED and _is_strange(text) and text[0].isupper():
            found |= set(alike)
    for text in {word.token.text for word in words}:
        # A word of heads may begin a name.
        alike = [word for word in words if word.token.text == text]
        if len(alike) >= _FEWEST_NAMED and text[0].isupper() and all(behind.get(word) in found for word in alike):
            found |= set(alike)
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A word of a head: where it stands, in which of the head's rows, and over which column of values."""

    token: Token
    x0: float
    x1: float
    row: int
    under: int | None

    def over_another(self, other: "_Placed") -> bool:
        """True where both stand over values, of different columns."""
        return self.under is not None and other.under is not None and self.under != other.under


def _placed(tokens: Sequence[Token], below: Sequence[Values]) -> list[_Placed]:
    """The tokens from left to right."""
    placed: list[_Placed] = []
    row, y = 0, None
    for token in sorted(tokens, key=lambda token: token.y):
        above = (word.token for word in placed if word.row == row)
        if y is not None and (
            token.y - y >= 0.5 * token.box.height or any(stands_under(token, other) for other in above)
        ):
            row, y = row + 1, token.y
        y = token.y if y is None else y
        box = token.box
        placed.append(_Placed(token, box.x0, box.x1, row, column_under(box.x0, box.x1, below)))
    return sorted(placed, key=lambda word: (word.x0 + word.x1, word.row))


def _places(words: Sequence[_Placed], height: float) -> list[int]:
    """Before which words a line from top to bottom can be drawn that crosses none."""
    places = [0]
    rightmost = words[0].x1
    leftmost = [0.0] * len(words)
    for i in range(len(words) - 1, -1, -1):
        leftmost[i] = min(words[i].x0, leftmost[i + 1] if i + 1 < len(words) else words[i].x0)
    for i in range(1, len(words)):
        if rightmost <= leftmost[i] + _OVERLAP * height:
            places.append(i)
        rightmost = max(rightmost, words[i].x1)
    return [*places, len(words)]


def _worth(run: Sequence[_Placed], meaning: Meaning | None, height: float) -> float:
    """What speaks for the words of the run as one column; `run` is in reading order."""
    worth = UNKNOWN
    if meaning is not None:
        worth = (1.0 if meaning.exact else _INEXACT) + _WORDY * len(run) + (_LISTED if meaning.listed else 0.0)
    before: _Placed | None = None
    for left, right in zip(run, run[1:], strict=False):
        if left.row != right.row:
            before = None
            continue
        before = left if left.under is not None else before
        worth -= _BRIDGED_A_GUTTER * _ramp((right.x0 - left.x1) / height, _CLOSE, _FAR)
        if before is not None and before.over_another(right):
            worth -= _OTHER_COLUMN if meaning is None or not meaning.listed else _OTHER_COLUMN_LISTED
    return worth


def _misfit(run: Sequence[_Placed], meaning: Meaning | None, below: Sequence[Values]) -> float:
    """What speaks against the words by the values below: there are none, or none of the kind that the words say."""
    under = {word.under for word in run} - {None}
    if not below or meaning is None:
        return 0.0
    if not under:
        return _NOTHING_BELOW
    kinds = {below[i].kind for i in under if i is not None}
    fits = any(kind is None or any(may_hold(field, kind) for field in meaning.fields) for kind in kinds)
    return 0.0 if fits else _OTHER_KIND


def may_hold(field: str, kind: ValueKind) -> bool:
    """True where a column of the field may hold values of the kind."""
    if field in {"date", "date_to"}:
        return kind != "money"
    if field in AMOUNT_FIELDS or field == "payment":
        return kind == "money"
    return kind == "text" or field in {"ignore", "description", "remark", "item", "units"}


def _blanks(words: Sequence[_Placed], height: float) -> Span:
    """The widest stretch that is no more than a blank between two words of a phrase, and the first that is a gutter.

    Where columns stand close together, those with values below tell how close.
    """
    last: dict[int, _Placed] = {}
    narrowest = float("inf")
    gutters: list[float] = []
    for word in words:
        if (before := last.get(word.row)) is not None:
            narrowest = min(narrowest, word.x0 - before.x1)
            if before.over_another(word):
                gutters.append(word.x0 - before.x1)
        last[word.row] = word
    blank = min(max(_BLANK * height, 1.2 * narrowest), _WIDE_BLANK * height)
    close = min(gutters) if len(gutters) >= _FEWEST_GUTTERS else 2 * blank
    return blank, min(2 * blank, max(close, _CLEARLY_WIDER * blank))


def _cut_cost(words: Sequence[_Placed], place: int, blanks: Span) -> float:
    """What speaks against a gutter before a word: a mere blank there, or values of one column below both sides."""
    cost = 0.0
    for row in {word.row for word in words[:place]}:
        left = [word for word in words[:place] if word.row == row]
        right = [word for word in words[place:] if word.row == row]
        if right:
            cost = max(cost, _cut_cost_in_row(left, right, blanks))
    return cost


def _cut_cost_in_row(left: Sequence[_Placed], right: Sequence[_Placed], blanks: Span) -> float:
    before, word = left[-1], right[0]
    blank, gutter = blanks
    if before.over_another(word):
        if word.x0 - before.x1 >= blank:
            return 0.0
        together = meaning_of((before.token.text, word.token.text))
        return _CUT_A_LISTED_PHRASE if together is not None and together.listed else _SOMEWHERE
    if _ends_between(left, right, blank):
        # Where the words tell as well of one place as of another, the wider blank does.
        return _SOMEWHERE * (1.5 - _ramp(word.x0 - before.x1, 0.0, gutter))
    same = before.under is not None and before.under == word.under
    empty = before.under is None or word.under is None
    cost = _CUT_A_PHRASE * (1 - _ramp(word.x0 - before.x1, blank, gutter if empty else 2 * blank))
    return cost + _SAME_COLUMN if same else cost


def _ends_between(left: Sequence[_Placed], right: Sequence[_Placed], blank: float) -> bool:
    """True where a column ends among words that stand over no values and that no gutter parts: the words tell where."""
    first = next((i for i in range(len(left) - 1, -1, -1) if left[i].under is not None), None)
    last = next((i for i, word in enumerate(right) if word.under is not None), None)
    if first is None or last is None or not left[first].over_another(right[last]):
        return False
    chain = [*left[first:], *right[: last + 1]]
    return all(other.x0 - one.x1 < 2 * blank for one, other in zip(chain, chain[1:], strict=False))


def _ramp(value: float, low: float, high: float) -> float:
    return min(1.0, max(0.0, (value - low) / (high - low)))
