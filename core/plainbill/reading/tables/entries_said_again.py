"""What is taken off right below the total of all services and said again among closing sums: each of it a payment."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.rows.atoms import Atom

_TAKEN_OFF = frozenset({"payment", "summary"})


def with_entries_said_again(table: Table, printed: Sequence[Sequence[Atom]]) -> Table:
    """Return the table, such rows as payments: the next amount below them is the total once more, not what is left.

    `printed` are the atoms of the page, row by row. The closing sums say the total, each of the amounts taken off and
    what these leave.
    """
    rows = list(table.rows)
    for at, row in enumerate(rows):
        total = _only_amount(row) if row.role == "total" else None
        run = _run_below(rows, at) if total is not None and total > 0 else []
        if total is not None and run and _are_said_again(total, [rows[i] for i in run], printed):
            for i in run:
                rows[i] = replace(rows[i], role="payment")
    return replace(table, rows=tuple(rows))


def _run_below(rows: Sequence[TableRow], at: int) -> list[int]:
    run: list[int] = []
    for i in range(at + 1, len(rows)):
        amount = _only_amount(rows[i])
        if rows[i].role not in _TAKEN_OFF or amount is None or amount >= 0:
            break
        run.append(i)
    return run


def _are_said_again(total: Decimal, run: Sequence[TableRow], printed: Sequence[Sequence[Atom]]) -> bool:
    last = run[-1].atoms[-1]
    at = next((i for i, own in enumerate(printed) if last in own), len(printed))
    below = [abs(atom.money) for own in printed[at + 1 :] for atom in own if atom.money is not None]
    taken = [abs(amount) for row in run if (amount := _only_amount(row)) is not None]
    again = below[: len(taken) + 2]
    return again[:1] == [total] and sorted(again[1:]) == sorted([*taken, total - sum(taken)])


def _only_amount(row: TableRow) -> Decimal | None:
    amounts = [atom.money for atom in row.atoms if atom.money is not None]
    return amounts[0] if len(amounts) == 1 else None
