"""What a column of amounts holds whose head nobody knows, by the sums its rows make with the other columns."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile

from plainbill.reading.columns.column import Column
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.heads.head_fields import AMOUNT_FIELDS
from plainbill.reading.heads.head_words import is_head_word
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.reasons import is_reason_row, written_off

UNKNOWN = "unknown_amount"
"""What a column holds whose amounts nobody can name."""
# Each whole with the parts that make it up.
_SUMS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("charge", ("adjustment", "allowed")),
    ("charge", ("adjustment", "not_covered", "allowed")),
    ("charge", ("adjustment", "plan_paid", "patient_responsibility")),
    ("charge", ("adjustment", "plan_paid", "patient_paid", "patient_responsibility")),
    ("allowed", ("plan_paid", "patient_responsibility")),
    ("allowed", ("plan_paid", "deductible", "copay", "coinsurance")),
    ("patient_responsibility", ("deductible", "copay", "coinsurance")),
    ("patient_responsibility", ("deductible", "copay", "coinsurance", "not_covered")),
)
_COST_SHARE = "cost_share"
_SHARES = ("deductible", "copay", "coinsurance")
_PERCENTS = tuple(Decimal(percent) for percent in (5, 10, 15, 20, 25, 30, 35, 40, 50))
_CENT, _FEWEST_SHARES = Decimal("0.01"), 3
_TAKEN_OFF = frozenset({"reduction", "reductions", "discount", "discounts", "savings", "write-off", "writeoff"})
# So many rows have to add up before the sums tell what a column is.
_FEWEST_ROWS = 2
_FEWEST_PARTS = 3
# For so many rows that do, one may be misread.
_MANY_ROWS = 6


def named_by_sums(columns: list[Column], rows: Sequence[Sequence[Sequence[Atom]]]) -> list[Column]:
    """Name columns of amounts by the sums they make with the others, where their heads are unknown or only guessed.

    `rows` are the cells of each row by column.
    """
    guessed = [i for i, column in enumerate(columns) if _is_guessed(column, columns)]
    unknown = [i for i, column in enumerate(columns) if column.field == UNKNOWN]
    for i in (*guessed, *unknown):
        others = [column.field if column.field != UNKNOWN else "" for column in columns]
        fields = [*others[:i], UNKNOWN, *others[i + 1 :]]
        role = _role_by_sums(frozenset(fields), [_amounts(fields, row) for row in rows])
        if role == "not_covered" and _takes_off(columns[i]):
            # Two columns of reductions, as by a fee schedule and by a contract, are both what was taken off.
            role = "adjustment"
        if role is None and _is_the_patients(columns[i]) and _is_left(fields, rows):
            role = "patient_responsibility"
        if role is not None and role in _MEANT.get(columns[i].field, (role,)):
            columns[i] = replace(columns[i], field=role)
    columns = _whole_of_shares(columns, rows)
    for i in (i for i in guessed if not columns[i].head.exact):
        # What another head says for sure is not guessed of this one.
        if any(j != i and other.head.exact and other.field == columns[i].field for j, other in enumerate(columns)):
            columns[i] = replace(columns[i], field=UNKNOWN)
    return columns


def _is_the_patients(column: Column) -> bool:
    """True for a head that only says whose the amounts are: "You" beside "Plan pays"."""
    return {token.text.lower().strip(":") for token in column.head.tokens} in _WHOSE


_WHOSE = ({"you"}, {"yours"}, {"patient"}, {"member"})


def _is_left(fields: Sequence[str], rows: Sequence[Sequence[Sequence[Atom]]]) -> bool:
    """True where row for row the unknown amount is the charge less what the plan paid and took off."""
    amounts = [each for row in rows if {"charge", UNKNOWN} <= (each := _amounts(fields, row)).keys()]
    off = [sum((each.get(name, Decimal(0)) for name in ("plan_paid", "adjustment")), Decimal(0)) for each in amounts]
    closed = all(each["charge"] - less == each[UNKNOWN] for each, less in zip(amounts, off, strict=True))
    return len(amounts) >= _FEWEST_ROWS and any(off) and closed


def _whole_of_shares(columns: list[Column], rows: Sequence[Sequence[Sequence[Atom]]]) -> list[Column]:
    """A "cost share" beside deductible, copay and coinsurance is what they come to: all that the patient owes."""
    fields = [column.field for column in columns]
    parts = [i for i, name in enumerate(fields) if name in _SHARES]
    if fields.count(_COST_SHARE) != 1 or len(parts) < len(_SHARES) or "patient_responsibility" in fields:
        return columns
    at = fields.index(_COST_SHARE)
    sums = [(row[at], [row[i] for i in parts]) for row in rows if _money(row[at])]
    if not sums or any(_money(whole) != sum(map(_money, cells), Decimal(0)) for whole, cells in sums):
        return columns
    return [*columns[:at], replace(columns[at], field="patient_responsibility"), *columns[at + 1 :]]


def _takes_off(column: Column) -> bool:
    return bool(_TAKEN_OFF & {token.text.lower().strip(":.") for token in column.head.tokens})


def _money(cell: Sequence[Atom]) -> Decimal:
    return next((abs(atom.money) for atom in cell if atom.money is not None), Decimal(0))


# The balance of each service is what the patient owes of it, where that is what the plan left; one that runs on from
# row to row makes no such sums.
_BALANCE = "balance"
# "Out of pocket" may head how far a limit is reached, or what the plan left of each price.
_LEFT_OUT, _OWN_MONEY = "ignore", re.compile(r"^(?:your )?out[- ]of[- ]pocket(?: costs?)?$", re.IGNORECASE)
_MEANT = {_BALANCE: ("patient_responsibility",), _LEFT_OUT: ("patient_responsibility",)}


def _is_guessed(column: Column, columns: Sequence[Column]) -> bool:
    """True where the head of a column of amounts leaves open what the amounts are."""
    if column.field == _LEFT_OUT:
        return _OWN_MONEY.match(" ".join(token.text for token in column.head.tokens)) is not None
    if column.field == _BALANCE:
        return any(other.field == "plan_paid" for other in columns)
    if column.field == "unit_price" and not any(other.field == "units" for other in columns):
        # A "rate" where nothing is counted may be what the plan allows.
        return True
    if column.field == "payment" and any(not is_head_word(token.text) for token in column.head.tokens):
        # Whoever paid is named: "Fenland Mutual payment". Of other payments the paper does not say who made them.
        return True
    if column.field not in AMOUNT_FIELDS:
        return False
    # Under two words one below the other ("Billed / Not covered") only the lower may have been read.
    uncharged = column.field == "not_covered" and not any(other.field == "charge" for other in columns)
    return uncharged or _is_unsure(column) or _may_be_allowed(column, columns)


def named_by_percent(columns: list[Column], rows: Sequence[Sequence[Sequence[Atom]]]) -> list[Column]:
    """A "cost share" that is one even percentage of what was allowed, row for row, is coinsurance.

    Of other amounts nothing tells whether they are a deductible, a copay or coinsurance.
    """
    fields = [column.field for column in columns]
    if fields.count(_COST_SHARE) != 1 or "coinsurance" in fields or "allowed" not in fields:
        return columns
    fitting: list[set[Decimal]] = []
    for row in rows:
        amounts = _amounts(fields, row)
        allowed = amounts.get("allowed", Decimal(0)) - amounts.get("copay", Decimal(0))
        if (share := amounts.get(_COST_SHARE)) and allowed > 0:
            # What the deductible takes first is shared with nobody.
            bases = (allowed, allowed - amounts.get("deductible", Decimal(0)))
            fitting.append({p for p in _PERCENTS for base in bases if abs(base * p / 100 - share) <= _CENT})
    if len(fitting) < _FEWEST_SHARES or len(set.intersection(*fitting)) != 1:
        return columns
    return [replace(column, field="coinsurance") if column.field == _COST_SHARE else column for column in columns]


def _is_unsure(column: Column) -> bool:
    """True for a head that was guessed, and for an "allowance": what a plan allows, or what it takes off."""
    said = {token.text.lower() for token in column.head.tokens}
    return not column.head.exact or column.field == "allowed" and bool(said & {"allowance", "allowances"})


def _may_be_allowed(column: Column, columns: Sequence[Column]) -> bool:
    """True for "covered by plan" where another column says what the plan paid."""
    covers = "covered" in {token.text.lower() for token in column.head.tokens}
    return covers and column.field == "plan_paid" and sum(other.field == "plan_paid" for other in columns) > 1


def named_by_reasons(table: Table) -> Table:
    """The table, its one column of amounts without a known head named by what rows of reasons say was taken off.

    No column says so: the reasons stand below the services.
    """
    fields = [column.field for column in table.columns]
    guessed = _guessed_as_paid(table.columns)
    if guessed is not None:
        fields[guessed] = UNKNOWN
    if fields.count(UNKNOWN) != 1 or "adjustment" in fields:
        return table
    rows = []
    for service, below in _with_rows_below(table):
        off = written_off([row.atoms for row in below if is_reason_row(row.atoms)])
        if off is not None:
            rows.append({**_amounts(fields, service.cells), "adjustment": off})
    role = _role_by_sums(frozenset((*fields, "adjustment")), rows)
    if role is None or guessed is not None and role != "allowed":
        return table
    at = fields.index(UNKNOWN)
    columns = tuple(replace(column, field=role) if i == at else column for i, column in enumerate(table.columns))
    return replace(table, columns=columns)


def _guessed_as_paid(columns: Sequence[Column]) -> int | None:
    """The one column that a guess calls what the plan paid where none has no name and none is what it allows."""
    fields = [column.field for column in columns]
    guessed = [i for i, column in enumerate(columns) if column.field == "plan_paid" and not column.head.exact]
    return guessed[0] if len(guessed) == 1 and not {UNKNOWN, "allowed"} & {*fields} else None


def _with_rows_below(table: Table) -> Iterator[tuple[TableRow, list[TableRow]]]:
    """Each service with the rows of words below it."""
    for i, row in enumerate(table.rows):
        if row.role == "service":
            below = takewhile(lambda other: other.role == "words", table.rows[i + 1 :])
            yield row, list(below)


def _role_by_sums(fields: frozenset[str], rows: Sequence[Mapping[str, Decimal]]) -> str | None:
    """What the one column without a known head holds, None where the sums of the rows allow no or several meanings."""
    meant = {role[0] for role in _roles(fields) if _holds(role, rows)}
    return meant.pop() if len(meant) == 1 else None


_Role = tuple[str, str, tuple[str, ...]]


def _roles(fields: frozenset[str]) -> Iterator[_Role]:
    """Every meaning that would complete a sum of known columns, with that sum."""
    for whole, parts in _SUMS:
        missing = [name for name in (whole, *parts) if name not in fields]
        if len(missing) == 1:
            yield missing[0], whole, parts


def _amounts(fields: Sequence[str], row: Sequence[Sequence[Atom]]) -> Mapping[str, Decimal]:
    found: dict[str, Decimal] = {}
    for name, cell in zip(fields, row, strict=True):
        amount = next((atom.money for atom in cell if atom.money is not None), None)
        if amount is not None:
            found[name] = abs(amount)
    return found


def _holds(role: _Role, rows: Sequence[Mapping[str, Decimal]]) -> bool:
    """True where the rows add up with the unknown amount in its place, and enough of them have one to show it.

    Of many rows that show it one may be misread.
    """
    name, whole, parts = role
    shown = astray = summed = 0
    seen: set[str] = set()
    for amounts in rows:
        here = {**amounts, name: amounts[UNKNOWN]} if UNKNOWN in amounts else dict(amounts)
        if len(here.keys() & {whole, *parts}) < _FEWEST_ROWS:
            continue
        if here.get(whole, Decimal(0)) != sum((here.get(part, Decimal(0)) for part in parts), Decimal(0)):
            # Where the amount itself was not read, nothing adds up.
            astray += UNKNOWN in amounts
            continue
        shown += bool(here.get(name) and all(here.get(part) for part in (whole, *parts)[:2]))
        summed += bool(name == whole and here.get(name))
        seen |= {part for part in parts if here.get(part)}
    if len(seen) >= _FEWEST_PARTS:
        # A sum of many columns need not have the first of them in each row, where no single one could be all of it.
        shown = max(shown, summed)
    return shown >= max(_FEWEST_ROWS, _MANY_ROWS * astray)
