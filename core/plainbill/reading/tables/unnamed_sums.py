"""Rows of a table that no word calls a sum, told by what they add up: "Price of all tests", "Left to settle"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile

from plainbill.reading.columns.column import Column
from plainbill.reading.columns.table import TableRow
from plainbill.reading.heads.head_fields import AMOUNT_FIELDS
from plainbill.reading.tables.row_roles import is_named
from plainbill.reading.terms.codes import known_codes
from plainbill.reading.terms.wording import summary_field

_FEWEST_ABOVE = 2
# Of so many services that a day or a code names, none adds up all others by chance.
_FEWEST_NAMED = 3
_FEWEST_COLUMNS = 2
_FEWEST_STEPS = 2
_SUMS = frozenset({"total", "subtotal", "summary"})
_ENTRIES = frozenset({"service", "payment", "carried", "summary"})


def with_sums_by_amount(columns: Sequence[Column], rows: Sequence[TableRow]) -> tuple[TableRow, ...]:
    """The rows, those that take the place of a service and hold the sum of all above told as what they are."""
    charge = next((i for i, column in enumerate(columns) if column.field == "charge"), None)
    if charge is None:
        return tuple(rows)
    found = list(rows)
    above, whole = 0, Decimal(0)
    for i in range(len(found)):
        # What stands above was told by now: its services are counted and added up row by row.
        if i and found[i - 1].role == "service":
            above, whole = above + 1, whole + _charged(found[i - 1], charge)
        if above >= _FEWEST_ABOVE and (end := _steps_to_what_is_left(found, i, charge, whole)) is not None:
            found[i] = replace(found[i], role="total")
            found[i + 1 : end] = (replace(row, role="summary") for row in found[i + 1 : end])
            found[end] = replace(found[end], role="summary")
            break
        if found[i].role != "service" or above < _FEWEST_ABOVE or _is_named(columns, found, i):
            continue
        if (end := _steps_to_a_sum(found, i, charge)) is not None:
            found[i] = replace(found[i], role="total")
            found[i + 1 : end] = (_as_step(row, charge) for row in found[i + 1 : end])
            continue
        if _is_summed_up(found, i, charge):
            continue
        if _sums_up_named(columns, found, i, charge) or _remains(columns, found, i, charge):
            found[i] = replace(found[i], role="total")
            found[i + 1 :] = _closing(columns, found, i + 1)
    return _with_last_sum(columns, found, charge)


def _steps_to_a_sum(rows: Sequence[TableRow], at: int, charge: int) -> int | None:
    """The sum below that the row, which adds up all services, and those between the two come to; None where none does.

    "Goods on this sheet 158.00", "Open since March 41.00", "Please pay 199.00".
    """
    end = next((i for i in range(at + 1, len(rows)) if rows[i].role in _SUMS - {"summary"}), None)
    if end is None or end - at < _FEWEST_STEPS:
        return None
    own = _summed([row for row in rows[:at] if row.role == "service"], charge)
    between = [row for row in rows[at:end] if row.role != "words"]
    steps = bool(own) and own == _charged(rows[at], charge) and all(_charged(row, charge) for row in between)
    return end if steps and _summed(between, charge) == _charged(rows[end], charge) else None


def _steps_to_what_is_left(rows: Sequence[TableRow], at: int, charge: int, whole: Decimal) -> int | None:
    """The entry below a row that adds up all services which what is taken off between the two leaves; None without.

    `whole` is what the services above come to.

    "What we charged 950.00", "Your plan has paid -700.00", "Reduction agreed -150.00", "Left for you 100.00".
    """
    left = _charged(rows[at], charge)
    if rows[at].role != "service" or not left or left != whole:
        return None
    for i in range(at + 1, len(rows)):
        if i > at + 1 and _charged(rows[i], charge) == left:
            return i
        if not _charged(rows[i], charge) or not _takes_off(rows[i]):
            return None
        left -= abs(_charged(rows[i], charge))
    return None


def _takes_off(row: TableRow) -> bool:
    """True for an amount with a minus, which may stand apart from it, and for one that words call a payment."""
    *_, before, amount = [None, *row.atoms]
    apart = before is not None and before.kind == "dash"
    return row.role in {"payment", "summary"} or apart or amount is not None and (amount.money or 0) < 0


def _as_step(row: TableRow, charge: int) -> TableRow:
    """A row between the two sums: what takes off on a day was paid, what else looks like a service is a sum."""
    if row.role != "service":
        return row
    paid = _charged(row, charge) < 0 and any(atom.date is not None for atom in row.atoms)
    return replace(row, role="payment" if paid else "summary")


def _is_summed_up(rows: Sequence[TableRow], at: int, charge: int) -> bool:
    """True where a sum below counts the row among the services: what it costs is by chance what those above do."""
    for i in (i for i in range(at + 1, len(rows)) if rows[i].role in _SUMS):
        whole = _charged(rows[i], charge)
        if whole and whole == _summed([row for row in rows[:i] if row.role == "service"], charge):
            return True
    return False


def _sums_up_named(columns: Sequence[Column], rows: Sequence[TableRow], at: int, charge: int) -> bool:
    """True where services that a day or a code names stand above, and the row adds them up.

    One sum is enough below several of them, below two of them several columns have to add up.
    """
    services = [i for i, row in enumerate(rows[:at]) if row.role == "service"]
    named = sum(_is_named(columns, rows, i) for i in services)
    if named < len(services):
        return False
    sums = [*_column_sums(columns, rows[at], [rows[i] for i in services])]
    if len(services) >= _FEWEST_ABOVE and sum(bool(own) for own, _ in sums) >= _FEWEST_COLUMNS:
        return all(own == added for own, added in sums)
    entries = [row for row in rows[:at] if row.role in _ENTRIES]
    own = _charged(rows[at], charge)
    several = len(services) >= _FEWEST_NAMED and len(sums) == 1
    return several and bool(own) and own in {_summed(rows_, charge) for rows_ in ([rows[i] for i in services], entries)}


def _remains(columns: Sequence[Column], rows: Sequence[TableRow], at: int, charge: int) -> bool:
    """True where the row is what is left of a sum above once all between the two is taken off."""
    start = max((i for i, row in enumerate(rows[:at]) if row.role == "total"), default=None)
    if start is None:
        return False
    between = [row for row in rows[start + 1 : at] if row.role in {"payment", "summary"}]
    filled = [*_column_sums(columns, rows[at], ())]
    whole, own = _charged(rows[start], charge), _charged(rows[at], charge)
    off = sum((abs(_charged(row, charge)) for row in between), Decimal(0))
    return len(filled) == 1 and bool(own) and bool(off) and own == whole - off


def _closing(columns: Sequence[Column], rows: Sequence[TableRow], start: int) -> Iterator[TableRow]:
    """The rows below a sum: what is taken off there with no day is part of the closing sums and no entry of a list."""
    for i in range(start, len(rows)):
        ends = rows[i].role == "payment" and not _is_named(columns, rows, i)
        yield replace(rows[i], role="summary") if ends else rows[i]


def _is_named(columns: Sequence[Column], rows: Sequence[TableRow], at: int) -> bool:
    """True where a day or a code says which service a row is, also a code that stands among its words or below them."""
    row = rows[at]
    if is_named(columns, row):
        return True
    own = (row, *takewhile(lambda other: other.role == "words", rows[at + 1 :]))
    return any(atom.text.strip("(),:;")[:5] in known_codes() for each in own for atom in each.atoms)


def _column_sums(
    columns: Sequence[Column], row: TableRow, services: Sequence[TableRow]
) -> Iterator[tuple[Decimal, Decimal]]:
    """Each amount of the row with the sum of what stands above it in its column."""
    for i, column in enumerate(columns):
        held = any(atom.money is not None for atom in row.cells[i])
        if held and (column.field in AMOUNT_FIELDS or column.field == "unknown_amount"):
            yield _charged(row, i), _summed(services, i)


def _with_last_sum(columns: Sequence[Column], rows: Sequence[TableRow], charge: int) -> tuple[TableRow, ...]:
    """The last service is the sum of all others where it names no code and no day and its amount says so."""
    at = max((i for i, row in enumerate(rows) if row.role == "service"), default=0)
    above = [row for row in rows[:at] if row.role in {"service", "payment"}]
    if len(above) < _FEWEST_ABOVE:
        return tuple(rows)
    last = rows[at]
    amount = _charged(last, charge)
    named = is_named(columns, last)
    # Above payments a service may cost by chance what the others do together.
    named = named or any(row.role == "payment" for row in rows[at:]) and summary_field(last.text) is None
    services = _summed([row for row in above if row.role == "service"], charge)
    if named or not amount or amount not in {services, _summed(above, charge)} or _is_summed_up(rows, at, charge):
        return tuple(rows)
    return (*rows[:at], replace(last, role="total"), *rows[at + 1 :])


def _summed(rows: Sequence[TableRow], column: int) -> Decimal:
    return sum((_charged(row, column) for row in rows), Decimal(0))


def _charged(row: TableRow, column: int) -> Decimal:
    return next((atom.money for atom in row.cells[column] if atom.money is not None), Decimal(0))
