"""Which columns of a table describe the services and which print their codes, told by what stands in them."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from plainbill.reading.columns.column import Column
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.terms.codes import known_codes, parse_code, parse_codes, parse_revenue_code
from plainbill.reading.terms.dates import parse_date

_MOSTLY, _HALF = 0.6, 0.5
# Hours, days and pieces may be counted in one column.
_MOST_MEASURES = 3
_SHORTEST_WORD = 3
_SPEAKS_OF_CODES = re.compile(r"code|proc|cpt|hcpc", re.IGNORECASE)


def coded(columns: list[Column], rows: Sequence[Sequence[Sequence[Atom]]]) -> list[Column]:
    """Where no head known to us names codes, the one that speaks of codes and holds nothing else does."""
    if any(column.field == "code" for column in columns):
        return columns
    several = sum(column.field == "description" for column in columns) > 1
    for i, column in enumerate(columns):
        cells = [" ".join(atom.text for atom in row[i]) for row in rows if row[i]]
        spoken = any(_SPEAKS_OF_CODES.search(token.text) for token in column.head.tokens)
        # Of two columns that heads call words, one may hold nothing but codes and their modifiers.
        open_to_codes = column.field == "" and spoken or column.field == "description" and several
        # What is called the service or an item may be its code.
        open_to_codes |= column.field == "item" and bool(cells) and set(cells) <= known_codes()
        # So may what is called the item where another column, by a head that nobody knows, holds words.
        alone = column.field == "description" and bool(cells) and set(cells) <= known_codes()
        open_to_codes |= alone and _worded_by_itself(columns, rows)
        if open_to_codes and cells and sum(any(parse_codes(cell)) for cell in cells) >= _MOSTLY * len(cells):
            columns[i] = replace(column, field="code")
            break
    return columns


def _worded_by_itself(columns: Sequence[Column], rows: Sequence[Sequence[Sequence[Atom]]]) -> bool:
    return any(
        column.field == "" and _are_phrases([row[i] for row in rows if row[i]]) for i, column in enumerate(columns)
    )


_NOTE = re.compile(r"^(?=.{0,4}\d)[A-Z]{0,3}\d{0,3}[A-Z]?[,;]?$")


def _are_notes(cells: Sequence[Sequence[Atom]]) -> bool:
    """True where all cells hold nothing but the codes of notes: "B01 P02" under "Explanation"."""
    printed = [atom.text for cell in cells for atom in cell]
    return bool(printed) and all(_NOTE.match(text) for text in printed)


def described(columns: list[Column], rows: Sequence[Sequence[Sequence[Atom]]]) -> list[Column]:
    """One column describes the service; where heads name two, the other holds codes or the place."""
    for i, column in enumerate(columns):
        if column.field == "description" and "remark" in column.head.fields and _are_notes([row[i] for row in rows]):
            columns[i] = replace(column, field="remark")
            return columns
    if any(column.field == "description" for column in columns):
        return columns
    for i, column in enumerate(columns):
        cells = [row[i] for row in rows if row[i]]
        worded = sum(_is_worded(cell) for cell in cells) >= _MOSTLY * max(1, len(cells))
        # "Item and NDC" above what was done, the drug's code below it.
        named = column.field == "ndc" and sum(_is_word(cell[0]) for cell in cells) >= _MOSTLY * max(1, len(cells))
        # "Treatment" and "Date Item Description": the head of the days ran into the next one.
        undated = column.field == "date" and worded and not any(atom.date for cell in cells for atom in cell)
        if (column.field == "code" and worded) or named or undated:
            columns[i] = replace(column, field="description")
            return columns
    for field in ("item", "remark", "provider", "place"):
        for i, column in enumerate(columns):
            if column.field == field and "description" in column.head.fields:
                columns[i] = replace(column, field="description")
                return columns
    wordy = [
        (sum(len(atom.text) for cell in cells for atom in cell), -i)
        for i, column in enumerate(columns)
        if column.field in {"", "item"} and _are_phrases(cells := [row[i] for row in rows if row[i]])
    ]
    if wordy:
        columns[-max(wordy)[1]] = replace(columns[-max(wordy)[1]], field="description")
    elif (only := _only_words(columns, rows)) is not None:
        columns[only] = replace(columns[only], field="description")
    return columns


def _only_words(columns: Sequence[Column], rows: Sequence[Sequence[Sequence[Atom]]]) -> int | None:
    """The column that alone has words in every row, be it one, where others beside it print codes and charges."""
    if not {column.field for column in columns} >= {"charge"} or not {column.field for column in columns} & _CODED:
        return None
    charged = [row for row in rows if any(row[i] for i, column in enumerate(columns) if column.field == "charge")]
    unknown = [i for i, column in enumerate(columns) if column.field == "" and any(row[i] for row in charged)]
    if len(unknown) != 1 or len(charged) < _FEWEST_ROWS:
        return None
    cells = [row[unknown[0]] for row in charged]
    several = any(sum(_is_word(atom) for atom in cell) > 1 for cell in cells)
    return unknown[0] if several and all(any(_is_word(atom) for atom in cell) for cell in cells) else None


_CODED, _FEWEST_ROWS = frozenset({"code", "revenue_code"}), 2


_PARSERS: Mapping[str, Callable[[str], object]] = {
    "code": parse_code,
    "revenue_code": parse_revenue_code,
    "date": parse_date,
    "units": re.compile(r"^-?\d{1,3}(?:\.0{1,2})?$").match,
}


def words_apart(columns: tuple[Column, ...], rows: Sequence[Sequence[Sequence[Atom]]]) -> tuple[Column, ...]:
    """Where no column describes and words stand behind most codes of a column, the words are a column of their own.

    So they are behind days ("Dt of Svc Service" over both, the day printed once for several services) and behind
    counts ("# Service").
    """
    if any(column.field == "description" for column in columns):
        return columns
    for i, column in enumerate(columns):
        parse = _PARSERS.get(column.field)
        cells = [row[i] for row in rows if row[i]]
        if parse is None:
            continue
        pairs = [(cell[0], cell[1]) for cell in cells if len(cell) > 1 and _is_word(cell[1]) and parse(cell[0].text)]
        if column.field == "date" and pairs:
            cells = [cell for cell in cells if cell[0].date is not None or cell[0].x0 < pairs[0][0].x1]
        different = len({word.text.lower().rstrip("s.") for _, word in pairs})
        if column.field == "units" and different <= min(_MOST_MEASURES, (len(pairs) + 1) // 2):
            # "2 visits" and "1 visit" say what is counted.
            continue
        if not pairs or len(pairs) < _HALF * len(cells):
            continue
        left, right = max(code.x1 for code, _ in pairs), min(word.x0 for _, word in pairs)
        if left < right:
            cut = (left + right) / 2
            words = replace(column, field="description", left=cut)
            return (*columns[:i], replace(column, right=cut), words, *columns[i + 1 :])
    return columns


def _is_word(atom: Atom) -> bool:
    return atom.kind == "text" and sum(map(str.isalpha, atom.text)) >= _SHORTEST_WORD


def _are_phrases(cells: Sequence[Sequence[Atom]]) -> bool:
    """True where most cells hold two words or more."""
    phrases = sum(sum(_is_word(atom) for atom in cell) > 1 for cell in cells)
    return len(cells) > 1 and phrases >= _MOSTLY * len(cells)


def _is_worded(cell: Sequence[Atom]) -> bool:
    """True where a cell says what was done: words of more than a modifier's two letters."""
    return sum(atom.text.strip(",;()").isalpha() and len(atom.text) > 2 for atom in cell[1:]) > 0
