"""Services over two rows, each row under a head of its own: day, code and some amounts above, other amounts below."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from plainbill.reading.columns.column import Column
from plainbill.reading.columns.finding import columns_of
from plainbill.reading.columns.placing import assign
from plainbill.reading.columns.table import Role, Table, TableRow
from plainbill.reading.heads.head import Head, head_height
from plainbill.reading.heads.head_fields import AMOUNT_FIELDS
from plainbill.reading.heads.head_words import meaning_of
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.forming import Row
from plainbill.reading.tables.stacked import starts_service
from plainbill.reading.terms.codes import parse_code
from plainbill.reading.terms.wording import is_subtotal, is_total

# What the first head names at least one of, and the second none of.
_NAMED = frozenset({"date", "code", "revenue_code"})
_FEWEST_AMOUNTS = 2
# The two rows of a service stand closer than this many heights.
_PITCH = 2.4
_MOSTLY = 0.8

_Printed = tuple[Row, tuple[Atom, ...]]
_Pair = tuple[_Printed, _Printed]


def are_paired(first: Head, second: Head) -> bool:
    """True where the second head stands right below the first and names more amounts of the same services."""
    above, below = ({column.fields[0] for column in head.columns if column.fields} for head in (first, second))
    return (
        second.first_row == first.last_row + 1
        and bool(above & _NAMED)
        and not below & _NAMED & (above | {"date"})
        and bool(above & AMOUNT_FIELDS)
        and len(below & AMOUNT_FIELDS) >= _FEWEST_AMOUNTS
        and not above & below & AMOUNT_FIELDS
    )


def with_words_of_both(first: Head, second: Head) -> tuple[Head, Head]:
    """The two heads, "Date of" above and "service" below put together as what the first head says.

    The values of such a column stand on the first row of a service, and nothing of the second head is left of it.
    """
    dated = any(column.fields[:1] == ("date",) for column in (*first.columns, *second.columns))
    for above, below in itertools.product(first.columns, second.columns):
        if dated or above.fields or min(above.x1, below.x1) <= max(above.x0, below.x0):
            continue
        tokens = (*above.tokens, *below.tokens)
        meaning = meaning_of(tuple(token.text for token in tokens))
        if meaning is not None and meaning.fields[0] == "date" and len(second.columns) > _FEWEST_AMOUNTS:
            named = replace(above, fields=meaning.fields, tokens=tokens)
            upper = tuple(named if column is above else column for column in first.columns)
            lower = tuple(column for column in second.columns if column is not below)
            return replace(first, columns=upper), replace(second, columns=lower)
    return first, second


def paired_table(first: Head, second: Head, rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]]) -> Table | None:
    """The table below two heads, None where its rows do not take turns."""
    printed = [*zip(rows, atoms, strict=True)]
    coded_below = any("code" in column.fields for column in second.columns)
    pairs = list(_pairs(printed, coded_below=coded_below))
    services = [pair for pair in pairs if starts_service(pair[0][1])]
    # The code of a service may begin its second row.
    taken = {row.y for pair in pairs for row, _ in (pair if coded_below else pair[:1])}
    alone = sum(starts_service(own) and _is_of_amounts(own) for row, own in printed if row.y not in taken)
    if not services or len(services) < _MOSTLY * (len(services) + alone):
        return None
    upper = columns_of(first, [own for (_, own), _ in pairs], head_height(first))
    lower = columns_of(second, [own for _, (_, own) in services], head_height(second))
    tokens = tuple(token for head in (first, second) for column in head.columns for token in column.tokens)
    return Table(columns=(*upper, *lower), rows=tuple(_rows(upper, lower, printed, pairs)), head=tokens, is_paired=True)


def _is_of_amounts(own: Sequence[Atom]) -> bool:
    return sum(atom.money is not None for atom in own) >= _FEWEST_AMOUNTS


def _is_coded(own: Sequence[Atom]) -> bool:
    return any(parse_code(atom.text) is not None for atom in own)


def _pairs(printed: Sequence[_Printed], *, coded_below: bool) -> Iterator[_Pair]:
    """A row that names a service or a sum and holds amounts, with the row of amounts right below it.

    `coded_below`: the second row names the code of what the first gives the day of.
    """
    used = -1
    for i, (above, below) in enumerate(zip(printed, printed[1:], strict=False)):
        near = below[0].y - above[0].y < _PITCH * max(above[0].height, below[0].height)
        named = starts_service(above[1]) or _sum_role(above[1]) is not None
        begins = any(atom.date is not None for atom in below[1]) if coded_below else starts_service(below[1])
        added = not begins and _sum_role(below[1]) is None
        if i > used and named and added and near and _is_of_amounts(above[1]) and _is_of_amounts(below[1]):
            used = i + 1
            yield above, below


def _sum_role(own: Sequence[Atom]) -> Role | None:
    words = " ".join(atom.text for atom in own if atom.kind == "text")
    return "subtotal" if is_subtotal(words) else "total" if is_total(words) else None


def _rows(
    upper: Sequence[Column], lower: Sequence[Column], printed: Sequence[_Printed], pairs: Sequence[_Pair]
) -> Iterator[TableRow]:
    below = {above[0].y: under for above, under in pairs}
    second = {under[0].y for _, under in pairs}
    last = max(second)
    for row, own in printed:
        alone = row.y not in below and row.y not in second and starts_service(own) and _is_of_amounts(own)
        if row.y in second or row.y > last and _is_of_amounts(own) and not (alone and _is_coded(own)):
            continue
        cells = tuple(tuple(cell) for cell in assign(upper, own))
        if row.y in below:
            _, under = below[row.y]
            role: Role = "service" if starts_service(own) else _sum_role(own) or "total"
            merged = (*cells, *(tuple(cell) for cell in assign(lower, under)))
            yield TableRow(role=role, cells=merged, y=row.y, height=row.height)
        elif any(cells) and (alone or row.y < last):
            # Of a service whose second row was not read, the first one holds.
            cells = (*cells, *((),) * len(lower))
            yield TableRow(role="service" if alone else "words", cells=cells, y=row.y, height=row.height)
