"""Tables copied from a page or a PDF with one blank between all words: their cells told by what they hold.

Such a row begins with a day and ends with amounts, and so do its neighbors. The words above are a head where they part
into as many columns as a row has cells, each of a kind that its words allow; else the rows stay as they are.
"""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from plainbill.reading.heads.head_fields import AMOUNT_FIELDS
from plainbill.reading.heads.head_words import is_head_word
from plainbill.reading.terms.codes import MEASURES, MODIFIERS_LIKE_WORDS, known_modifiers
from plainbill.reading.terms.money import parse_money
from plainbill_files.columns import GAP
from plainbill_files.copied_heads import Columns, adds_up, partings

_DAY = r"\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})"
_MONEY = r"(?:-?\(?-?\$?-?\d[\d,]*\.\d\d\)?(?:CR|-)?)"
_STARTS = re.compile(rf"^{_DAY}\s")
_AMOUNTS = re.compile(rf"(?:\s{_MONEY})+$")
_ANY_AMOUNT = re.compile(rf"(?<=\s){_MONEY}(?=\s|$)")
# Cells set apart by more than one blank are told by their places.
_WIDE = re.compile(r"\S(?: {2,}|\t)\S")
_SET_APART = re.compile(rf"{_WIDE.pattern}|\|")
# A head whose columns are narrow takes so many rows, and so many words.
_MOST_HEAD_ROWS, _MOST_HEAD_WORDS = 24, 60
_FEWEST_ROWS, _FEWEST_COLUMNS, _FEWEST_SUMS = 2, 3, 2
# Of the rows that begin with a day and end with amounts so many fit the head.
_MOSTLY = 0.75
# So many rows below are looked at, and of the sums that their columns should make so many do.
_LOOKED_AT, _ADDS_UP = 40, 0.6
_MODIFIER = r"(?:[A-Z]{2}|[A-Z]\d|\d{2})"
_CELL = {
    "date": rf"{_DAY}(?: ?(?:-|–|to|thru) ?{_DAY})?",
    "revenue": r"\d{3,4}",
    "code": rf"(?:[A-Z]\d{{4}}|\d{{4}}[A-Z]|\d{{5}})(?:-{_MODIFIER})*(?: MODIFIERS)?",
    "modifiers": r"MODIFIERS",
    "words": r"\S.*?",
    "count": r"-?\d{1,4}(?:\.\d{1,2})?",
    "money": _MONEY,
    "remark": r"[A-Z]{1,3}-?\d{1,3}(?:[ ,]+[A-Z]{1,3}-?\d{1,3})*|[A-Z]{1,2}\d?",
}
_MAY_BE_BLANK = frozenset({"revenue", "code", "modifiers", "remark", "count"})


@dataclass(frozen=True, slots=True)
class _Head:
    """The head of a copied table: where its rows begin, its cells, and the kind and field of each column."""

    first: int
    cells: tuple[str, ...]
    kinds: tuple[str, ...]
    fields: tuple[str, ...]


def part_copied_rows(rows: Sequence[str]) -> list[str]:
    """The rows with the cells of each copied table in columns, its head in one row."""
    services = {at for at, row in enumerate(rows) if _is_service(row)}
    done: list[str] = []
    at = kept = 0
    while at < len(rows):
        head = _head_above(rows, at, kept) if at in services and at - 1 not in services else None
        table = _table(rows, head, at) if head is not None else {}
        if head is None or not table:
            at += 1
            continue
        done += rows[kept : head.first]
        end = max(table) + 1
        done += _in_columns([head.cells, *(table.get(i, (rows[i],)) for i in range(at, end))])
        at = kept = end
    return [*done, *rows[kept:]]


def _is_service(row: str) -> bool:
    text = row.strip()
    ends = _AMOUNTS.search(re.sub(r"(?<=\d)(?: [A-Z]{1,3}-?\d{1,3})+$", "", text))
    return ends is not None and _STARTS.match(text) is not None and not _SET_APART.search(text)


def _head_above(rows: Sequence[str], at: int, start: int) -> _Head | None:
    """The head right above the row whose columns fit it best: as many cells, each of a known kind."""
    first = at
    while first > start and at - first < _MOST_HEAD_ROWS and _is_of_head(rows[first - 1]):
        first -= 1
    for begin in range(first, at):
        words = tuple(" ".join(rows[begin:at]).replace("|", " ").split())
        if not _FEWEST_COLUMNS <= len(words) <= _MOST_HEAD_WORDS:
            continue
        services = [row.strip() for row in rows[at : at + _LOOKED_AT] if _is_service(row)]
        heads = (_headed(begin, words, columns, services[0]) for columns in partings(words, _amounts_in(services[0])))
        ranked = [(adds_up(_printed(head, services)), head) for head in heads if head is not None]
        if ranked:
            # Where two are as good the surer words come first.
            share, head = max(ranked, key=lambda each: each[0])
            return head if share >= _ADDS_UP else None
    return None


def _headed(first: int, words: tuple[str, ...], columns: Columns, row: str) -> _Head | None:
    """The head of these columns, None where the row does not fit it."""
    ends = [0, *(column.end for column in columns)]
    cells = tuple(" ".join(words[a:b]) for a, b in itertools.pairwise(ends))
    kinds = tuple(column.kind for column in columns)
    if len(kinds) < _FEWEST_COLUMNS or kinds.count("words") != 1 or kinds[0] != "date" or _cells(row, kinds) is None:
        return None
    return _Head(first, cells, kinds, tuple(column.field for column in columns))


def _printed(head: _Head, rows: Sequence[str]) -> list[dict[str, Decimal]]:
    """The amounts of the rows by their fields."""
    printed: list[dict[str, Decimal]] = []
    for cells in filter(None, (_cells(row, head.kinds) for row in rows)):
        amounts = ((field, parse_money(cell)) for field, cell in zip(head.fields, cells, strict=True) if cell)
        printed.append({field: money for field, money in amounts if field in AMOUNT_FIELDS and money is not None})
    return printed


def _amounts_in(row: str) -> int:
    return len(_ANY_AMOUNT.findall(row))


def _is_of_head(row: str) -> bool:
    words = row.split()
    if not words or _WIDE.search(row.strip()) or any(mark.isdigit() for mark in row):
        return False
    return all(is_head_word(word) for word in words if any(mark.isalpha() for mark in word))


def _table(rows: Sequence[str], head: _Head, at: int) -> dict[int, tuple[str, ...]]:
    """The cells of the rows from `at` on that fit the head, up to the next head; none where few fit."""
    found: dict[int, tuple[str, ...]] = {}
    missed = 0
    for i in range(at, len(rows)):
        if not _is_service(rows[i]):
            if (closing := _closing(rows[i].strip(), head.kinds)) is not None:
                found[i] = closing
            if _is_of_head(rows[i]) or i - max(found, default=i) > _MOST_HEAD_ROWS:
                break
            continue
        if (cells := _cells(rows[i].strip(), head.kinds)) is not None:
            found[i] = cells
        else:
            missed += 1
    services = sum(_is_service(rows[i]) for i in found)
    return found if services >= max(_FEWEST_ROWS, _MOSTLY * (services + missed)) else {}


def _cells(row: str, kinds: Sequence[str]) -> tuple[str, ...] | None:
    """The cells of a service by the kinds of its columns, None where it does not fit them."""
    match = _pattern(tuple(kinds)).fullmatch(row)
    return tuple(cell or "" for cell in match.groups()) if match is not None else None


def _closing(row: str, kinds: Sequence[str]) -> tuple[str, ...] | None:
    """The cells of a row of sums: words, and an amount for each column that has them."""
    amounts = _ANY_AMOUNT.findall(row)
    label = row[: row.index(amounts[0])].strip() if amounts else ""
    if not label or len(amounts) < _FEWEST_SUMS or len(amounts) != list(kinds).count("money"):
        return None
    if row != " ".join([label, *amounts]):
        return None
    left = iter(amounts)
    return tuple(label if i == 0 else next(left) if kind == "money" else "" for i, kind in enumerate(kinds))


@lru_cache(maxsize=64)
def _pattern(kinds: tuple[str, ...]) -> re.Pattern[str]:
    parts: list[str] = []
    for i, kind in enumerate(kinds):
        cell = f"({_cell(kind)})"
        blank = " " if i else ""
        parts.append(f"(?:{blank}{cell})?" if kind in _MAY_BE_BLANK else f"{blank}{cell}")
    return re.compile("".join(parts))


@lru_cache(maxsize=16)
def _cell(kind: str) -> str:
    sure = "|".join(map(re.escape, sorted(known_modifiers() - MODIFIERS_LIKE_WORDS)))
    modifiers = rf"(?:{sure})(?:[ ,-](?:{sure})){{0,3}}(?=\s|$)(?!(?<=\d\d)\s(?i:{MEASURES}))"
    return _CELL[kind].replace("MODIFIERS", modifiers)


def _in_columns(table: Sequence[tuple[str, ...]]) -> list[str]:
    """The rows with their cells in columns; a row of one cell stands as it is."""
    count = max(map(len, table))
    widths = [max((len(row[place]) for row in table if len(row) == count), default=0) for place in range(count)]
    return [
        row[0]
        if len(row) == 1
        else "".join(cell.ljust(width + GAP) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in table
    ]
