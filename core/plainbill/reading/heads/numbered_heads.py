"""Heads that print numbers or letters over their columns, and what these stand for in a list: "2 Plan allowance"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from plainbill.reading.heads.head_words import is_head_word
from plainbill.reading.page import Box
from plainbill.reading.rows.atoms import atoms_of, cells_of
from plainbill.reading.rows.forming import Row
from plainbill.reading.rows.tokens import Token

_NUMBER, _KEY = re.compile(r"^\((\d{1,2})\)$"), re.compile(r"^\(?(\d{1,2})[).:]?$")
_LETTER, _KEY_LETTER = re.compile(r"^\(?([A-N])\)?$"), re.compile(r"^\(?([A-N])[).:]?$")
_FEWEST, _GUTTER = 4, 1.2
# What a number stands for is a few words.
_MOST_WORDS = 12
_STROKE = re.compile(r"^[=:\u2013\u2014-]$")
# How a sum comes about says no more of what it is: "(A minus B)", "because the office is in our network".
_ASIDE = re.compile(r" \(.*$| (?:because|since|after|before|of column|of amounts? in|from column) .*$")


def with_numbers_spelled_out(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows, the numbers or letters of a head as the words they stand for where a list has every one of them.

    A list of numbers stands above the head, where those of other lists do not; one of letters anywhere.
    """
    for at, row in enumerate(rows):
        for printed, key, listed in ((_NUMBER, _KEY, rows[:at]), (_LETTER, _KEY_LETTER, rows)):
            keys = [match[1] for token in row.tokens if (match := printed.match(token.text)) is not None]
            if len(keys) < _FEWEST or not _in_order(keys) or printed is _LETTER and not _has_words(row):
                continue
            legend = _legend([other for other in listed if other is not row], key)
            if set(keys) <= legend.keys():
                spelled = tuple(part for token in row.tokens for part in _spelled_out(token, printed, legend))
                return (*rows[:at], replace(row, tokens=spelled), *rows[at + 1 :])
    return tuple(rows)


def _in_order(keys: Sequence[str]) -> bool:
    return keys in ([str(i + 1) for i in range(len(keys))], [chr(ord("A") + i) for i in range(len(keys))])


def _has_words(row: Row) -> bool:
    """True where the letters stand beside words of a head and not below some: "Date", "What was done", "A", "B"."""
    words = [token.text for token in row.tokens if _LETTER.match(token.text) is None]
    return any(map(is_head_word, words))


def _legend(rows: Sequence[Row], key: re.Pattern[str]) -> Mapping[str, tuple[str, ...]]:
    """The words behind each number or letter that begins a cell."""
    found: dict[str, tuple[str, ...]] = {}
    for row in rows:
        cells = [[token.text for token in cell.tokens] for cell in cells_of(atoms_of(row), _GUTTER * row.height)]
        for (first, *words_beside), behind in zip(cells, [*cells[1:], []], strict=True):
            # A key may stand in a column of its own.
            rest = words_beside or behind
            match = key.match(first)
            if match is None:
                continue
            text = " ".join(rest[1:] if rest and _STROKE.match(rest[0]) else rest)
            words = _ASIDE.sub("", text).split()
            if 0 < len(words) <= _MOST_WORDS and all(word[:1].isalpha() for word in words):
                found.setdefault(match[1], tuple(words))
    return found


def _spelled_out(token: Token, printed: re.Pattern[str], legend: Mapping[str, tuple[str, ...]]) -> Sequence[Token]:
    """The token, or one for each word that its number stands for, side by side in its place."""
    number = printed.match(token.text)
    if number is None:
        return (token,)
    words = legend[number[1]]
    step = token.box.width / len(words)
    return [
        replace(token, text=word, box=_moved(token.box, i * step, step), glued=False) for i, word in enumerate(words)
    ]


def _moved(box: Box, by: float, width: float) -> Box:
    return replace(box, x0=box.x0 + by, x1=box.x0 + by + width)
