"""Services that begin with their labeled day beside the amounts: below it stand what was done and by which code.

"Date of service: 04/02/26   $165.00   $94.10", below it the words and "(billing code 99213)", as plans' reports of a
month print them. Small print below an amount says how it came about, and may print amounts of its own.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from plainbill.reading.columns.column import Column, placeless
from plainbill.reading.columns.finding import columns_of
from plainbill.reading.columns.placing import assign
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.heads.head import Head, head_height
from plainbill.reading.heads.head_fields import AMOUNT_FIELDS
from plainbill.reading.heads.head_words import meaning_of
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.forming import Row
from plainbill.reading.terms.codes import parse_code
from plainbill.reading.terms.wording import heads_a_claim, is_total

_ADDED = ("date", "description", "code", "status", "ignore")
_FEWEST_AMOUNTS = 2
_LONGEST_CODE = 4
# Words below a day follow one another within so many heights.
_PITCH, _BLANK = 2.2, 0.8
_DENIED = re.compile(r"^(?:denied|not covered|not approved)\b", re.IGNORECASE)

_Printed = tuple[Row, tuple[Atom, ...]]


def days_beside_amounts(head: Head, rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]]) -> Table | None:
    """Return the services and sums below a head of amounts, up to amounts that are neither; None where none are."""
    named = [column for column in head.columns if column.tokens]
    if not named or not all(AMOUNT_FIELDS & {*column.fields[:1]} for column in named):
        return None
    amounts = replace(head, columns=tuple(named))
    edge = amounts.columns[0].x0
    filled = [own for own in atoms if _sums(own, edge) and _day(own)]
    if not filled:
        return None
    columns = columns_of(amounts, filled, head_height(head))
    found = [*_rows(columns, [*zip(rows, atoms, strict=True)])]
    if not any(row.role == "service" for row in found):
        return None
    tokens = tuple(token for column in named for token in column.tokens)
    whole = (*columns, *(placeless(name) for name in _ADDED))
    return Table(columns=whole, rows=(*found,), head=tokens, is_stacked=True)


def _rows(columns: Sequence[Column], printed: Sequence[_Printed]) -> Iterator[TableRow]:
    """The services with what is said below them, the sums and the headings between; nothing from what fits none on."""
    starts = [i for i, (_, own) in enumerate(printed) if _fits(columns, own)]
    yield from _headings(columns, printed[: starts[0]] if starts else ())
    for start, end in itertools.pairwise([*starts, len(printed)]):
        row, own = printed[start]
        day = _day(own)
        words, rest = _below(columns, printed[start:end])
        cells = [tuple(atom for atom in cell if atom.kind != "text") for cell in assign(columns, own)]
        if is_total(" ".join(atom.text for atom in _beside(columns, own))):
            label = tuple(_beside(columns, own))
            yield TableRow(role="total", cells=(*cells, (), label, (), (), ()), y=row.y, height=row.height)
            rest = [*printed[start + 1 : end]]
        elif day and (said := _said(columns, words)):
            yield TableRow(role="service", cells=(*cells, (day[-1],), *said), y=row.y, height=row.height)
        else:
            return
        if end < len(printed):
            yield from _headings(columns, rest)


def _headings(columns: Sequence[Column], printed: Sequence[_Printed]) -> Iterator[TableRow]:
    """Rows that say whose services follow, of which claim."""
    for row, own in printed:
        if heading := tuple(_beside(columns, own)):
            cells = (*((),) * len(columns), (), heading, (), (), ())
            yield TableRow(role="words", cells=cells, y=row.y, height=row.height)


def _fits(columns: Sequence[Column], own: Sequence[Atom]) -> bool:
    """True for a row with an amount in several columns, each by itself."""
    held = [cell for cell in assign(columns, own) if any(atom.money is not None for atom in cell)]
    return len(held) >= _FEWEST_AMOUNTS and all(len(cell) == 1 for cell in held)


def _sums(own: Sequence[Atom], edge: float) -> bool:
    return sum(atom.money is not None and atom.x1 > edge for atom in own) >= _FEWEST_AMOUNTS


def _beside(columns: Sequence[Column], own: Sequence[Atom]) -> list[Atom]:
    """The print left of the amounts, with what goes on from there across their columns."""
    beside = [atom for atom in own if atom.middle < columns[0].left]
    for atom in own[len(beside) :] if beside else ():
        if atom.kind != "text" or atom.x0 - beside[-1].x1 > _BLANK * atom.tokens[0].box.height:
            break
        beside.append(atom)
    return beside


def _day(own: Sequence[Atom]) -> tuple[Atom, ...]:
    """The label of a day and the day that a row begins with, with nothing between them and the amounts."""
    words = [*itertools.takewhile(lambda atom: atom.money is None and atom.kind != "dash", own)]
    if len(words) < 2 or words[-1].date is None or any(atom.kind != "text" for atom in words[:-1]):
        return ()
    known = meaning_of(tuple(word for atom in words[:-1] for word in atom.text.replace(":", " ").split()))
    return tuple(words) if known is not None and "date" in known.fields else ()


def _below(columns: Sequence[Column], printed: Sequence[_Printed]) -> tuple[list[_Printed], list[_Printed]]:
    """The rows right below the first that go on with it, from its code's or else its first on the others."""
    near = [
        *itertools.takewhile(
            lambda pair: pair[1][0].y - pair[0][0].y < _PITCH * pair[0][0].height, itertools.pairwise(printed)
        )
    ]
    own = [below for _, below in near]
    coded = next((i for i, (_, its) in enumerate(own) if _code(_beside(columns, its))), None)
    if coded is None:
        return own[:1], [*printed[2:]]
    # Small print beside them may go on for longer.
    while coded + 1 < len(own) and not _beside(columns, own[coded + 1][1]):
        coded += 1
    return own[: coded + 1], [*printed[coded + 2 :]]


def _said(columns: Sequence[Column], words: Sequence[_Printed]) -> tuple[tuple[Atom, ...], ...]:
    """What was done, its code, the decision and the small print, each maybe empty; nothing without any words."""
    described: list[Atom] = []
    code: tuple[Atom, ...] = ()
    for _, own in words:
        beside = _beside(columns, own)
        found = _code(beside)
        code = code or found
        numbered = heads_a_claim(" ".join(atom.text for atom in beside))
        described += [] if found or numbered else beside
    notes = [atom for _, own in words for atom in own[len(_beside(columns, own)) :]]
    denied = bool(notes) and _DENIED.match(" ".join(atom.text for atom in notes)) is not None
    if not described:
        return ()
    decided = notes[:1] if denied else []
    return (tuple(described), code, tuple(decided), tuple(notes[len(decided) :]))


def _code(beside: Sequence[Atom]) -> tuple[Atom, ...]:
    """The code of a row that holds but its code, in parentheses with what it is called: "(billing code 99213)"."""
    if not 0 < len(beside) <= _LONGEST_CODE or any(atom.kind != "text" for atom in beside):
        return ()
    last = beside[-1]
    enclosed = beside[0].text.startswith("(") and last.text.endswith(")")
    return (last,) if (enclosed or len(beside) == 1) and parse_code(last.text.strip("()")) is not None else ()
