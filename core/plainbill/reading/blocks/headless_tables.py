"""The list of charges that no head announces: its rows, and what stands below them."""

import itertools
import re
import statistics
from collections.abc import Sequence
from dataclasses import replace

from plainbill.reading.blocks.taken_off_lists import with_amounts_taken_off
from plainbill.reading.columns.column import Column
from plainbill.reading.columns.headless import (
    columns_without_head,
    is_charge_like,
    is_code_with_amount,
    with_payments_beside,
)
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.labels.values import PHONE
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.forming import Row
from plainbill.reading.rows.wrapped_days import with_days_joined
from plainbill.reading.tables.forming import rows_under
from plainbill.reading.tables.row_roles import is_summary, total_role
from plainbill.reading.tables.told_below import is_told, without_unit_price
from plainbill.reading.terms.codes import known_modifiers, parse_code
from plainbill.reading.terms.wording import (
    heads_a_visit,
    is_detail,
    is_payment,
    opens_a_visit,
    payment_kind,
    says_a_share,
)

# What heads a group stands closer to it than this many heights.
_FAR_HEADING = 4.0
_FEWEST_CODED = 2
# Wrapped words stand no farther below the first ones than this many heights.
_WRAPPED = 2.2
# A label in a box begins no more than so many widths of its amount left of it.
_BOX, _NEXT_ROW, _IN_A_BOX = 0.8, 4.0, 3
_FEWEST_OF_A_LABEL = 2
# The number of an account beside an amount is no service: "Family account: SP-20418".
_NUMBERED = re.compile(r"\b(?:account|acct|member|claim|invoice)(?: (?:no|number|id))?\.?\s?[:#]", re.IGNORECASE)


def tables_without_head(rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]]) -> tuple[Table, ...]:
    """Return the list of charges that no head announces, nothing where the page holds none."""
    if not rows:
        return ()
    atoms = [without_unit_price(own) for own in with_days_joined(atoms)]
    height = statistics.median(row.height for row in rows)
    boxed = [
        _is_sum_below_label(atoms[max(0, i - _IN_A_BOX) : i], own)
        and not any(_stands_in_line(own[-1], below) for below in atoms[i + 1 : i + 1 + _IN_A_BOX])
        for i, own in enumerate(atoms)
    ]
    atoms = [() if in_a_box else own for own, in_a_box in zip(atoms, boxed, strict=True)]
    uncovered = [own for own in atoms if own and total_role("", own, set()) is None and not is_payment(_worded(own))]
    columns = columns_without_head([own for own in uncovered if not is_summary(own)], height)
    if not columns:
        return ()
    columns = with_payments_beside(
        columns, [own for own in atoms if is_charge_like(own) and is_payment(_worded(own))], height
    )
    first = _below_the_summary(atoms, columns)
    under = tuple(rows_under(columns, rows[first:], atoms[first:], height))
    led = _are_worded_above(under)
    coded, worded = _are_coded_below(under), not led and _are_worded_below(under)
    found = tuple(
        row
        for i, row in enumerate(under)
        if row.role != "words"
        and not (row.role == "service" and _is_no_service(row))
        or _tells_more(row)
        or _goes_on(under, i)
        or coded
        and _is_coded_alone(row)
        or worded
        and i > 0
        and under[i - 1].role == "service"
        and _has_words(row)
        or led
        and _leads(under, i)
    )
    begins = next((i for i, row in enumerate(found) if row.role == "service"), None)
    if begins is None:
        return ()
    begins -= bool(led and begins and found[begins - 1].role == "words")
    far = _FAR_HEADING * height
    while begins and _heads_a_group(found[begins - 1]) and found[begins].y - found[begins - 1].y < far:
        begins -= 1
    rows_found = tuple(_with_words_apart(columns, row) for row in with_amounts_taken_off(_with_closing(found[begins:])))
    return (Table(columns=columns, rows=rows_found, head=()),)


def _is_no_service(row: TableRow) -> bool:
    """True for a row with a phone or another number, or whose words, without a code, tell what a plan does."""
    if PHONE.search(row.text) or _NUMBERED.search(row.text):
        return True
    coded = any(parse_code(atom.text.strip("()")) is not None for atom in row.atoms)
    return not coded and (says_a_share(row.text) or _OF_A_PLAN.search(row.text) is not None)


# "Price your plan allows", "We expect Ridgeline Mutual to pay".
_OF_A_PLAN = re.compile(r"\bplan\s(?:allows|pays|covers)\b|\bwe\sexpect\b.*\bto\spay\b", re.IGNORECASE)


def _is_sum_below_label(above: Sequence[Sequence[Atom]], own: Sequence[Atom]) -> bool:
    """True where the amount that ends a row is that of the label above it: "Amount you owe" in a box."""
    if not own or own[-1].money is None:
        return False
    amount = own[-1]
    left = amount.x0 - _BOX * (amount.x1 - amount.x0)
    over = [[atom for atom in row if atom.x1 > left] for row in above]
    label = next((run for run in reversed(over) if run), [])
    if len(label) < _FEWEST_OF_A_LABEL or any(atom.kind != "text" for atom in label):
        # One word alone may head a column.
        return False
    height = label[0].tokens[0].box.height
    near = amount.tokens[0].y - label[0].tokens[0].y < _NEXT_ROW * height and label[0].x0 < amount.x1
    return near and is_summary(label)


def _stands_in_line(amount: Atom, below: Sequence[Atom]) -> bool:
    """True where a row ends in an amount with the edge of another one above it, as those of a column do."""
    if not below or below[-1].money is None:
        return False
    near = 0.5 * amount.tokens[0].box.height
    return abs(below[-1].x1 - amount.x1) < near or abs(below[-1].x0 - amount.x0) < near


def _with_words_apart(columns: Sequence[Column], row: TableRow) -> TableRow:
    """The row with the first word of what was done behind its code in its own column: the "IV" of "96374 IV PUSH"."""
    cells = list(row.cells)
    for i, (column, behind) in enumerate(itertools.pairwise(columns)):
        if (column.field, behind.field) != ("code", "description") or len(cells[i]) < _FEWEST_CODED or not cells[i + 1]:
            continue
        last = cells[i][-1]
        if last.text.isalpha() and last.text not in known_modifiers() and parse_code(cells[i][0].text) is not None:
            cells[i : i + 2] = [cells[i][:-1], (last, *cells[i + 1])]
    return replace(row, cells=tuple(cells))


def _below_the_summary(atoms: Sequence[Sequence[Atom]], columns: Sequence[Column]) -> int:
    """The row below the last sum above the first charge: what a paper's head says is due closes no list."""
    charges = next(column for column in columns if column.field == "charge")
    sums = [i for i, own in enumerate(atoms) if total_role("", own, set()) is not None]
    first = next(
        (
            i
            for i, own in enumerate(atoms)
            if i not in sums
            and (is_charge_like(own) or is_code_with_amount(own))
            and charges.left <= own[-1].x1 <= charges.right
        ),
        0,
    )
    return max((i + 1 for i in sums if i < first), default=0)


def _with_closing(rows: Sequence[TableRow]) -> tuple[TableRow, ...]:
    """Below the sum of the services, payments without a day or an insurer's name are part of the closing sums."""
    last = max(i for i, row in enumerate(rows) if row.role == "service")
    summed = next((i for i, row in enumerate(rows) if i > last and row.role in {"subtotal", "total"}), len(rows))
    return tuple(
        replace(row, role="summary")
        if i > summed and row.role == "payment" and _is_undated(row) or i in _taken_off(rows)
        else row
        for i, row in enumerate(rows)
    )


def _taken_off(rows: Sequence[TableRow]) -> frozenset[int]:
    """Which rows below the sum of the charges are words and an amount below zero: a discount on all of them."""
    summed = next((i for i, row in enumerate(rows) if row.role in {"subtotal", "total"}), len(rows))
    behind = any(row.role in {"subtotal", "total"} for row in rows[summed + 1 :])
    return frozenset(
        i
        for i, row in enumerate(rows)
        if i > summed and behind and row.role == "service" and _is_below_zero(row) and not _is_coded(row)
    )


def _is_below_zero(row: TableRow) -> bool:
    amounts = [atom.money for atom in row.atoms if atom.money is not None]
    return bool(amounts) and max(amounts) < 0


def _is_coded(row: TableRow) -> bool:
    return any(parse_code(atom.text) is not None for atom in row.atoms)


def _is_undated(row: TableRow) -> bool:
    dated = any(atom.date is not None for atom in row.atoms)
    return not dated and payment_kind(row.text) != "insurance_payment"


def _heads_a_group(row: TableRow) -> bool:
    return row.role == "day" or row.role == "words" and heads_a_visit(row.text)


def _tells_more(row: TableRow) -> bool:
    """True where words among charges without a head say what the line above is, or the day of those below."""
    return is_detail(row.text) or opens_a_visit(row.text) or is_told(row.atoms)


def _goes_on(rows: Sequence[TableRow], i: int) -> bool:
    """True for words in small letters right below those of a service and in line with them."""
    row = rows[i]
    if i == 0 or row.role != "words" or rows[i - 1].role != "service" or not row.text[:1].islower():
        return False
    words = next((atom for atom in rows[i - 1].atoms if atom.kind == "text"), None)
    near = row.y - rows[i - 1].y < _WRAPPED * row.height
    return near and words is not None and abs(words.x0 - row.atoms[0].x0) < row.height


def _is_coded_alone(row: TableRow) -> bool:
    """True where a row prints a code and nothing else, or how often behind it: "99203  QTY 1"."""
    if parse_code(row.text) is not None:
        return True
    rest = " ".join(atom.text for atom in row.atoms[1:])
    return bool(rest) and parse_code(row.atoms[0].text) is not None and is_detail(rest)


def _are_coded_below(rows: Sequence[TableRow]) -> bool:
    """True where most services have a row below them that prints a code and nothing else."""
    services = sum(row.role == "service" for row in rows)
    coded = sum(
        above.role == "service" and row.role == "words" and _is_coded_alone(row)
        for above, row in itertools.pairwise(rows)
    )
    return coded >= _FEWEST_CODED and 2 * coded > services


def _are_worded_below(rows: Sequence[TableRow]) -> bool:
    """True where the services print codes and no words, and most have words below them."""
    services = [row for row in rows if row.role == "service"]
    below = sum(
        one.role == "service" and other.role == "words" and _has_words(other) for one, other in itertools.pairwise(rows)
    )
    bare = all(parse_code(row.text) is not None for row in services)
    return bare and below >= _FEWEST_CODED and 2 * below > len(services)


def _are_worded_above(rows: Sequence[TableRow]) -> bool:
    """True where the services print codes and no words, and each has words right above it."""
    services = [i for i, row in enumerate(rows) if row.role == "service"]
    bare = all(parse_code(rows[i].text) is not None for i in services)
    return bare and len(services) >= _FEWEST_CODED and all(i > 0 and _leads(rows, i - 1) for i in services)


def _leads(rows: Sequence[TableRow], i: int) -> bool:
    """True for words that stand closer to the service below them than to what is printed above."""
    row = rows[i]
    if row.role != "words" or not _has_words(row) or i + 1 == len(rows) or rows[i + 1].role != "service":
        return False
    return i == 0 or rows[i + 1].y - row.y < row.y - rows[i - 1].y


def _has_words(row: TableRow) -> bool:
    return any(map(str.isalpha, row.text)) and parse_code(row.text) is None


def _worded(atoms: Sequence[Atom]) -> str:
    return " ".join(atom.text for atom in atoms if atom.kind in {"text", "dash"})
