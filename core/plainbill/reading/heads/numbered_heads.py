"""Heads that print numbers over their columns, and what the numbers stand for in a list above: "2 Plan allowance"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from plainbill.reading.page import Box
from plainbill.reading.rows.atoms import atoms_of, cells_of
from plainbill.reading.rows.forming import Row
from plainbill.reading.rows.tokens import Token

_NUMBER, _KEY = re.compile(r"^\((\d{1,2})\)$"), re.compile(r"^\(?(\d{1,2})[).:]?$")
_FEWEST, _GUTTER = 4, 1.2
# What a number stands for is a few words.
_MOST_WORDS = 6


def with_numbers_spelled_out(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows, the numbers of a head as the words they stand for where a list above has every one of them."""
    for at, row in enumerate(rows):
        numbers = [match[1] for token in row.tokens if (match := _NUMBER.match(token.text)) is not None]
        if len(numbers) < _FEWEST or numbers != [str(i + 1) for i in range(len(numbers))]:
            continue
        legend = _legend(rows[:at])
        if set(numbers) <= legend.keys():
            spelled = tuple(part for token in row.tokens for part in _spelled_out(token, legend))
            return (*rows[:at], replace(row, tokens=spelled), *rows[at + 1 :])
    return tuple(rows)


def _legend(rows: Sequence[Row]) -> Mapping[str, tuple[str, ...]]:
    """The words behind each number that begins a cell."""
    found: dict[str, tuple[str, ...]] = {}
    for row in rows:
        for cell in cells_of(atoms_of(row), _GUTTER * row.height):
            first, *words = [token.text for token in cell.tokens]
            key = _KEY.match(first)
            if key is not None and 0 < len(words) <= _MOST_WORDS and all(word[:1].isalpha() for word in words):
                found[key[1]] = tuple(words)
    return found


def _spelled_out(token: Token, legend: Mapping[str, tuple[str, ...]]) -> Sequence[Token]:
    """The token, or one for each word that its number stands for, side by side in its place."""
    number = _NUMBER.match(token.text)
    if number is None:
        return (token,)
    words = legend[number[1]]
    step = token.box.width / len(words)
    return [
        replace(token, text=word, box=_moved(token.box, i * step, step), glued=False) for i, word in enumerate(words)
    ]


def _moved(box: Box, by: float, width: float) -> Box:
    return replace(box, x0=box.x0 + by, x1=box.x0 + by + width)
