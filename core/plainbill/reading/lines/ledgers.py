"""What the rows of a table confirm about each other: running balances, subtotals and what is left of groups."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.found import Found
from plainbill.reading.rows.tokens import Token

_CLOSING = frozenset({"subtotal", "generic_total"})
_ENTRIES, _CLOSES = frozenset({"service", "payment"}), frozenset({"subtotal", "total"})
_OWN_ENTRY = (".charge", ".amount")


@dataclass(slots=True)
class _Account:
    """The balance so far, and the entries since the last balance that was printed."""

    balance: Decimal | None = None
    carried: str | None = None
    since: list[tuple[str, Decimal]] = field(default_factory=list)


def balanced(found: Mapping[str, Found], layouts: Sequence[PageLayout]) -> Iterator[str]:
    """Return the paths of entries that lead from one printed balance to the next, and of the balance before them."""
    paths = _paths(found)
    account = _Account()
    for layout in layouts:
        for table in layout.tables:
            if not table.is_furniture and "balance" in table.fields:
                yield from _followed(table, paths, account)
    due = "totals.balance_due"
    if account.balance is not None and due in found and found[due].value == account.balance and not account.since:
        yield due


def _paths(found: Mapping[str, Found]) -> dict[Token, tuple[str, Decimal]]:
    """Amounts by their print; one that two fields share belongs to the entry."""
    paths: dict[Token, tuple[str, Decimal]] = {}
    for path, value in found.items():
        if isinstance(value.value, Decimal):
            for token in value.tokens:
                if token not in paths or path.endswith(_OWN_ENTRY):
                    paths[token] = (path, value.value)
    return paths


def _followed(table: Table, paths: Mapping[Token, tuple[str, Decimal]], account: _Account) -> Iterator[str]:
    for row in table.rows:
        balance = next((atom for atom in reversed(_amounts(table, row, "balance"))), None)
        if row.role == "carried":
            amounts = [atom for atom in row.atoms if atom.kind == "money"]
            start = balance or (amounts[-1] if amounts else None)
            if start is not None:
                known = paths.get(start.tokens[0])
                account.balance, account.since = start.money, []
                account.carried = known[0] if known else None
            continue
        if row.role not in {"service", "payment"}:
            continue
        account.since += _entries(row, paths)
        if balance is None or balance.money is None:
            continue
        before = account.balance if account.balance is not None else Decimal(0)
        if account.since and before + sum((amount for _, amount in account.since), Decimal(0)) == balance.money:
            yield from (path for path, _ in account.since)
            if account.carried is not None:
                yield account.carried
        account.balance, account.since, account.carried = balance.money, [], None


def _entries(row: TableRow, paths: Mapping[Token, tuple[str, Decimal]]) -> list[tuple[str, Decimal]]:
    """The charge or the payments of a row, as they change the balance."""
    paid: list[tuple[str, Decimal]] = []
    for atom in row.atoms:
        path, amount = paths.get(atom.tokens[0], ("", Decimal(0)))
        if path.startswith("lines[") and path.endswith(".charge"):
            return [(path, amount)]
        if path.startswith("payments[") and path.endswith(".amount"):
            paid.append((path, -amount))
    return paid


def _amounts(table: Table, row: TableRow, column: str) -> list[Atom]:
    return [
        atom
        for own, cell in zip(table.columns, row.cells, strict=True)
        if own.field == column
        for atom in cell
        if atom.kind == "money"
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sum:
    place: tuple[int, float]
    amount: Decimal
    tokens: tuple[Token, ...]


def subtotaled(found: Mapping[str, Found], lines: int, layouts: Sequence[PageLayout]) -> Iterator[str]:
    """Return the paths of charges in a row that add up to the sum printed below them.

    Where the sums of all groups add up to the total of charges, its path is among them.
    """
    charged = [(found[p].page, found[p].y, p) for i in range(lines) if (p := f"lines[{i}].charge") in found]
    total = found.get("totals.charges")
    start, sums, open_lines = 0, Decimal(0), False
    for closing in _sums(layouts):
        if total is not None and set(closing.tokens) & set(total.tokens):
            continue
        above = [entry for entry in charged[start:] if (entry[0], entry[1]) < closing.place]
        closed = _closed([path for _, _, path in above], closing.amount, found)
        if total is not None and len(closed) == len(charged) and closing.amount != total.value:
            # All charges add up to something else than their total: these are no charges.
            return
        yield from closed
        sums += closing.amount if closed else Decimal(0)
        open_lines |= len(closed) < len(above)
        start += len(above)
    if total is not None and sums and total.value == sums and not open_lines and start == len(charged):
        yield "totals.charges"


def left_of_groups(found: Mapping[str, Found], layouts: Sequence[PageLayout]) -> Iterator[str]:
    """Return the paths of charges and payments that leave what is printed below their group, as below each visit.

    Where a sum below the last group is what all of them leave together, its path is among them.
    """
    paths = _paths(found)
    since: list[tuple[str, Decimal]] = []
    left: list[Decimal | None] = []
    for row in (row for layout in layouts for table in layout.tables for row in table.rows if not table.is_furniture):
        amounts = [atom for atom in row.atoms if atom.money is not None]
        if row.role in _ENTRIES and amounts:
            # Of a group with an entry that nothing was read from nothing is told.
            since += _entries(row, paths) or [("", Decimal(0))]
        elif row.role in _CLOSES and len(amounts) == 1 and (amount := amounts[0].money) is not None:
            known = [each for each in left if each is not None]
            if since:
                leaves = _leave(since, amount)
                yield from (path for path, _ in since if leaves)
                left.append(amount if leaves else None)
            elif len(known) == len(left) > 1 and amount == sum(known) and amounts[0].tokens[0] in paths:
                yield paths[amounts[0].tokens[0]][0]
            since = []


def _leave(entries: Sequence[tuple[str, Decimal]], amount: Decimal) -> bool:
    """True for charges and payments of a group that together come to what is printed below it."""
    starts = {path.partition("[")[0] for path, _ in entries}
    return starts == {"lines", "payments"} and sum((entry for _, entry in entries), Decimal(0)) == amount


def _closed(paths: Sequence[str], amount: Decimal, found: Mapping[str, Found]) -> Sequence[str]:
    """The longest run of charges right above the sum that adds up to it."""
    for first in range(len(paths)):
        values = [found[path].value for path in paths[first:]]
        if sum((value for value in values if isinstance(value, Decimal)), Decimal(0)) == amount:
            return paths[first:]
    return ()


def _sums(layouts: Sequence[PageLayout]) -> list[_Sum]:
    """Printed sums of charges from the top: rows of tables, and labels that no table has."""
    found: dict[Token, _Sum] = {}
    for layout in layouts:
        for table in layout.tables:
            for row in table.rows:
                amounts = _amounts(table, row, "charge") if row.role in {"subtotal", "total"} else []
                if len(amounts) == 1 and amounts[0].money is not None:
                    found[amounts[0].tokens[0]] = _sum(amounts[0].money, amounts[0].tokens)
        for label in layout.labels:
            value = label.value
            if label.field in _CLOSING and isinstance(value.value, Decimal):
                found.setdefault(value.tokens[0], _sum(value.value, value.tokens))
    return sorted(found.values(), key=lambda entry: entry.place)


def _sum(amount: Decimal, tokens: tuple[Token, ...]) -> _Sum:
    return _Sum(place=(tokens[0].page, tokens[0].y), amount=amount, tokens=tokens)
