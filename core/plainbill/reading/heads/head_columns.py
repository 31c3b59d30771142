"""The words of a head parted into columns: by what they say, the blanks between them and the values below."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from plainbill.reading.heads.head_fields import AMOUNT_FIELDS
from plainbill.reading.heads.head_words import is_head_word, meaning_of
from plainbill.reading.heads.values_below import Span, ValueKind, Values, column_under
from plainbill.reading.rows.tokens import Token, stands_under
from plainbill.reading.terms.vocabulary import Meaning

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
UNKNOWN = -1.1
_INEXACT = 0.35
_WORDY = 0.08
# Words that are listed as they stand tell more than some that were put together.
_LISTED = 0.04
# What no other meaning is worth more than.
_BEST_MEANING = Meaning(fields=(), exact=True, listed=True)
_LONGEST_PHRASE = 9
_WORD_LENGTH = 3
_OVERLAP = 0.3
_FEWEST_GUTTERS = 3
_CLEARLY_WIDER = 1.3
_FEWEST_NAMED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """The words over one column, with what they mean where somebody knows."""

    tokens: tuple[Token, ...]
    meaning: Meaning | None


def parted(tokens: Sequence[Token], height: float, below: Sequence[Values]) -> tuple[list[Piece], float]:
    """The tokens of a head, of one row or several, as the columns that explain them best, and how well they do."""
    words = _placed(tokens, below)
    places = _places(words, height)
    blanks = _blanks(words, height)
    costs = [_cut_cost(words, place, blanks, below) if place else 0.0 for place in places]
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
            so_far = best[before][0] - costs[before]
            # Whatever the words mean, they may explain no more than those found: looking them up is what takes time.
            if reached is not None and so_far + _worth_of_words(_BEST_MEANING, end - start) <= reached[0]:
                continue
            run = sorted(words[start:end], key=lambda word: (word.row, word.x0))
            if reached is not None and so_far + _worth(run, _BEST_MEANING, height) <= reached[0]:
                continue
            strange = strangers[end] - strangers[start]
            named = tuple(word.token.text for word in run if word not in names)
            meaning = None if strange > max(1, len(run) // 3) or not named else meaning_of(named)
            total = so_far + _worth(run, meaning, height) - _misfit(run, meaning, below)
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
    return sum(map(str.isalpha, text)) >= _WORD_LENGTH and not begun and not is_head_word(text)


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


def _worth_of_words(meaning: Meaning | None, count: int) -> float:
    """What speaks for so many words by their meaning, wherever they stand."""
    if meaning is None:
        return UNKNOWN
    return (1.0 if meaning.exact else _INEXACT) + _WORDY * count + (_LISTED if meaning.listed else 0.0)


def _worth(run: Sequence[_Placed], meaning: Meaning | None, height: float) -> float:
    """What speaks for the words of the run as one column; `run` is in reading order."""
    worth = _worth_of_words(meaning, len(run))
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


def _cut_cost(words: Sequence[_Placed], place: int, blanks: Span, below: Sequence[Values]) -> float:
    """What speaks against a gutter before a word: a mere blank there, or values of one column below both sides."""
    cost = 0.0
    for row in {word.row for word in words[:place]}:
        left = [word for word in words[:place] if word.row == row]
        right = [word for word in words[place:] if word.row == row]
        if right:
            cost = max(cost, _cut_cost_in_row(left, right, blanks, below))
    return cost


def _cut_cost_in_row(left: Sequence[_Placed], right: Sequence[_Placed], blanks: Span, below: Sequence[Values]) -> float:
    before, word = left[-1], right[0]
    blank, gutter = blanks
    if before.over_another(word):
        if word.x0 - before.x1 >= blank:
            return 0.0
        if {_heads_money(before, below), _heads_money(word, below)} == {True, False}:
            # "Charge Category" over an amount and words: each says what stands below it.
            return _SOMEWHERE
        together = meaning_of((before.token.text, word.token.text))
        return _CUT_A_LISTED_PHRASE if together is not None and together.listed else _SOMEWHERE
    if _ends_between(left, right, blank):
        # Where the words tell as well of one place as of another, the wider blank does.
        return _SOMEWHERE * (1.5 - _ramp(word.x0 - before.x1, 0.0, gutter))
    same = before.under is not None and before.under == word.under
    empty = before.under is None or word.under is None
    cost = _CUT_A_PHRASE * (1 - _ramp(word.x0 - before.x1, blank, gutter if empty else 2 * blank))
    return cost + _SAME_COLUMN if same else cost


def _heads_money(word: _Placed, below: Sequence[Values]) -> bool | None:
    """Whether a word that tells by itself what stands below it tells of money, None where it tells of other things."""
    meaning = meaning_of((word.token.text,))
    if meaning is None or not meaning.listed or word.under is None:
        return None
    kind, amount = below[word.under].kind, meaning.fields[0] in AMOUNT_FIELDS
    return amount if amount == (kind == "money") and kind is not None else None


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
