"""Services whose words fill a row, with code and amount on the next one: "Video visit" over "99213 95   $149.00"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from plainbill.reading.blocks.item_rows import ItemRow
from plainbill.reading.tables.row_roles import is_summary, total_role
from plainbill.reading.tables.told_below import told_in
from plainbill.reading.terms.wording import is_payment

_FEWEST = 2
# Both rows stand within so many heights of each other.
_PITCH = 2.8
_WORD = re.compile(r"[^\W\d_]{3}")


def with_words_before_facts(rows: Sequence[ItemRow]) -> list[ItemRow]:
    """Return the rows, the amount of each such service beside its words and the facts by themselves below.

    Among them may stand one without a code, whose amount is all that its second row prints.
    """
    coded = {i for i in range(len(rows) - 1) if _is_pair(rows[i], rows[i + 1]) and _facts(rows[i + 1])}
    run = {i for i in coded if i - 2 in coded or i + 2 in coded}
    if len(run) < _FEWEST:
        return list(rows)
    run |= {i for i in range(len(rows) - 1) if {i - 2, i + 2} & run and _is_uncoded(rows[i], rows[i + 1])}
    if _goes_on(rows[max(run) + 1 :]):
        return list(rows)
    found: list[ItemRow] = []
    for i, row in enumerate(rows):
        if i in run:
            below = rows[i + 1]
            found.append(replace(row, amount=below.amount, atoms=(*row.atoms, below.atoms[-1]), is_of_a_run=True))
        elif i - 1 not in run:
            found.append(row)
        elif facts := told_in(row.atoms[:-1]):
            found.append(replace(row, atoms=row.atoms[:-1], words=(), told=facts, amount=None))
    return found


def _is_pair(words: ItemRow, below: ItemRow) -> bool:
    """True for words by themselves right above a row that ends in the one amount of it."""
    near = below.y - words.y < _PITCH * max(words.height, below.height)
    return (
        _is_worded(words)
        and near
        and below.amount is not None
        and below.atoms[-1] is below.amount
        and below.day is None
    )


def _goes_on(rows: Sequence[ItemRow]) -> bool:
    """True where words stand below the last amount as well: the words of each service follow its code."""
    last, *below = rows
    return bool(below) and _is_worded(below[0]) and below[0].y - last.y < _PITCH * max(last.height, below[0].height)


def _is_worded(row: ItemRow) -> bool:
    return row.amount is None and row.day is None and not row.told and _WORD.search(row.text) is not None


def _facts(row: ItemRow) -> bool:
    return "code" in told_in(row.atoms[:-1])


def _is_uncoded(words: ItemRow, below: ItemRow) -> bool:
    summed = total_role("", words.words, set()) is not None or is_summary(words.words)
    return _is_pair(words, below) and len(below.atoms) == 1 and not summed and not is_payment(words.text)
