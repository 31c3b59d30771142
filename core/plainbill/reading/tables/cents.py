"""Amounts whose cents stand in a column of their own, as on forms with a rule between dollars and cents."""

import re
import statistics
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from plainbill.reading.heads.head import Head, HeadColumn
from plainbill.reading.heads.head_fields import AMOUNT_FIELDS
from plainbill.reading.rows.atoms import Atom

_DOLLARS = re.compile(r"^\d{1,3}(?:,\d{3})+$|^\d{1,6}$")
_SIGN = re.compile(r"^\$\s?")
_CENTS = re.compile(r"^\d{2}$")
_BOX = re.compile(r"^\d{1,2}[a-z]?\.$")
# A reader may take the rule for a mark: "287:00".
_GLUED = re.compile(r"^(?P<dollars>\d{1,6})[:;|]?(?P<cents>\d\d)$")
# The rule between dollars and cents takes at most this much room, in heights of print.
_WIDEST_RULE = 2.5
_ALIGNED = 0.6
# The next row of services is no further away, in heights of print.
_SAME_TABLE = 4.0
_FEWEST = 2
# A column leans by so much at most, told by so many rows.
_MOST_LEAN, _FEWEST_LEANING = 0.1, 3
_USUAL = 0.7

Atoms = tuple[Atom, ...]


def with_cents(head: Head, body: Sequence[Atoms], height: float) -> list[Atoms]:
    """Return the rows with dollars and cents as one amount, where a column of amounts prints all of them so."""
    rows = list(body)
    # Nothing is named right of the last head, so its print may go on there.
    ends = [*(column.x0 for column in head.columns[1:]), max([head.x1 + height, *(row[-1].x1 for row in rows if row)])]
    for column, end in zip(head.columns, ends, strict=True):
        if not AMOUNT_FIELDS & set(column.fields):
            continue
        # Print may stand right of its head word, up to where the next begins.
        column = replace(column, x1=max(column.x1, end))
        pairs = _pairs(column, rows, height)
        # A sum below has a dollar sign, and may stand a little beside the column.
        signed = {i: j for i, j in pairs.items() if _has_sign(rows[i], j)}
        unsigned = {i: j for i, j in pairs.items() if i not in signed}
        plain = _without_sum_below(column, rows, unsigned, height)
        end = _boxes_below(rows, max(pairs, default=0))
        others = [row for i, row in enumerate(rows[:end]) if i not in signed]
        if plain and _fill_the_column(column, others, rows, plain, height):
            pairs = {**plain, **signed}
            printed = [(rows[i][j], rows[i][j + 1]) for i, j in pairs.items()]
            rows = [_joined(row, pairs[i]) if i in pairs else _parted(row, printed) for i, row in enumerate(rows)]
    return rows


def _boxes_below(rows: Sequence[Atoms], last: int) -> int:
    """The first row below `last` that prints the numbers of a form's boxes: what stands there has rules of its own."""
    below = range(last + 1, len(rows))
    numbered = (i for i in below if sum(_BOX.match(atom.text) is not None for atom in rows[i]) >= _FEWEST)
    return next(numbered, len(rows))


def pieced_rows(body: Sequence[tuple[Atom, ...]], pieced: Container[Atom]) -> list[tuple[Atom, ...]]:
    """Return the rows with a day and an amount in two boxes, which is one of `pieced`."""
    rows = [own for own in body if any(a in pieced and a.money is not None for a in own)]
    return [own for own in rows if any(atom.date is not None for atom in own)]


def _pairs(column: HeadColumn, rows: Sequence[Atoms], height: float) -> Mapping[int, int]:
    """For each row the place of the dollars that stand under the head with two digits close behind."""
    found: dict[int, int] = {}
    for i, row in enumerate(rows):
        for j, (dollars, cents) in enumerate(zip(row, row[1:], strict=False)):
            near = 0 <= cents.x0 - dollars.x1 < _WIDEST_RULE * height
            under = dollars.x1 > column.x0 - height and cents.x0 < column.x1 + height
            if near and under and _DOLLARS.match(_SIGN.sub("", dollars.text)) and _CENTS.match(cents.text):
                # A count of two digits may stand close behind the cents.
                found.setdefault(i, j)
    return found


def _has_sign(row: Atoms, at: int) -> bool:
    """True where a dollar sign stands before the dollars, glued or in a box of its own."""
    return _SIGN.match(row[at].text) is not None or at > 0 and row[at - 1].text == "$"


def _fill_the_column(
    column: HeadColumn, others: Sequence[Atoms], rows: Sequence[Atoms], pairs: Mapping[int, int], height: float
) -> bool:
    """True where the pairs stand in line and no other amount among `others` stands in their column."""
    if any(atom.kind == "money" and _is_under(column, atom) for row in others for atom in row):
        return False
    if len(pairs) < _FEWEST and not all(_is_printed_again(rows, i, j) for i, j in pairs.items()):
        return False
    printed = max(height, statistics.median(rows[i][j].tokens[0].box.height for i, j in pairs.items()))
    amounts = [(rows[i][j], rows[i][j + 1]) for i, j in pairs.items()]
    left, right = ([(d.y, d.x0) for d, _ in amounts], [(d.y, d.x1) for d, _ in amounts])
    ruled = _in_line(right, printed) and _in_line([(c.y, c.x0) for _, c in amounts], printed)
    # Without a rule the cents follow the dollars, all at one distance.
    steps = [cents.x0 - dollars.x1 for dollars, cents in amounts]
    spaced = _in_line(left, printed) and max(steps) - min(steps) <= _ALIGNED * printed
    if not (ruled or spaced):
        return False
    first, last = min(pairs), max(pairs)
    numbered = [row for row in rows[first : last + 1] if any(a.text.isdigit() and _is_under(column, a) for a in row)]
    # Digits that run over the rule fill the column too.
    glued = sum(any(_as_amount(atom, amounts) is not None for atom in row) for row in numbered)
    return len(pairs) + glued >= _USUAL * len(numbered)


def _without_sum_below(
    column: HeadColumn, rows: Sequence[Atoms], pairs: Mapping[int, int], height: float
) -> Mapping[int, int]:
    """The pairs, but for the last one where it stands out of line below words of its own: the sum in a box below."""
    *kept, last = sorted(pairs) or [0]
    label = rows[last - 1] if len(kept) >= _FEWEST else ()
    if not label or any(atom.text.isdigit() and _is_under(column, atom) for atom in label):
        return pairs
    cents = [rows[i][pairs[i] + 1] for i in (*kept, last)]
    printed = max(height, statistics.median(atom.tokens[0].box.height for atom in cents))
    places = [(atom.y, atom.x0) for atom in cents]
    return {i: pairs[i] for i in kept} if _in_line(places[:-1], printed) and not _in_line(places, printed) else pairs


def _is_printed_again(rows: Sequence[Atoms], at: int, place: int) -> bool:
    """True where dollars and cents of one row stand in another one too: the sum of a form with one service."""
    printed = [atom.text for atom in rows[at][place : place + 2]]
    return any(
        [_SIGN.sub("", dollars.text), cents.text] == printed
        for i, row in enumerate(rows)
        for dollars, cents in zip(row, row[1:], strict=False)
        if i != at
    )


def _in_line(places: Sequence[tuple[float, float]], height: float) -> bool:
    """True where places (down, across) lie on one line, which may lean as on a photo."""
    down, across = zip(*places, strict=True)
    lean = 0.0
    if len(places) >= _FEWEST_LEANING and max(down) > min(down):
        lean = max(-_MOST_LEAN, min(_MOST_LEAN, statistics.linear_regression(down, across).slope))
    straight = [x - lean * y for y, x in places]
    middle = statistics.median(straight)
    return all(abs(x - middle) <= _ALIGNED * height for x in straight)


def _is_under(column: HeadColumn, atom: Atom) -> bool:
    return column.x0 < atom.middle < column.x1


def _parted(row: Atoms, printed: Sequence[tuple[Atom, Atom]]) -> Atoms:
    """The row with digits that run over the rule as dollars and cents: they end where the cents of the next row do."""
    return tuple(_as_amount(atom, printed) or atom for atom in row)


def _as_amount(atom: Atom, printed: Sequence[tuple[Atom, Atom]]) -> Atom | None:
    if (glued := _GLUED.match(atom.text)) is None:
        return None
    dollars, cents = min(printed, key=lambda pair: abs(pair[1].y - atom.y))
    near = _ALIGNED * atom.tokens[0].box.height
    if abs(cents.y - atom.y) > _SAME_TABLE * atom.tokens[0].box.height:
        # A zip code or phone number below the services.
        return None
    if abs(atom.x1 - cents.x1) > near or not atom.x0 < dollars.x1 - near:
        return None
    whole, part = glued["dollars"], glued["cents"]
    return Atom(kind="money", tokens=atom.tokens, text=f"{whole} {part}", money=Decimal(f"{whole}.{part}"))


def _joined(row: Atoms, at: int | None) -> Atoms:
    if at is None:
        return row
    return (*row[:at], as_one_amount(row[at], row[at + 1]), *row[at + 2 :])


def as_one_amount(dollars: Atom, cents: Atom) -> Atom:
    """The amount whose dollars and cents stand apart."""
    return Atom(
        kind="money",
        tokens=(*dollars.tokens, *cents.tokens),
        text=f"{dollars.text} {cents.text}",
        money=Decimal(f"{_SIGN.sub('', dollars.text).replace(',', '')}.{cents.text}"),
    )
