"""Tables of a page: each row under a head, told apart as service, payment, total, section or detail."""

import itertools
import re
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import replace

from plainbill.reading.columns.column import Column
from plainbill.reading.columns.finding import columns_of
from plainbill.reading.columns.leaning import set_upright
from plainbill.reading.columns.placing import assign
from plainbill.reading.columns.row_numbers import without_row_numbers
from plainbill.reading.columns.table import Role, Table, TableRow
from plainbill.reading.columns.wordless_heads import with_words_before_codes, with_words_beside
from plainbill.reading.heads.claims_over_words import with_words_below_claims
from plainbill.reading.heads.days_from_and_to import with_last_days
from plainbill.reading.heads.head import Head, head_height
from plainbill.reading.heads.head_fields import AMOUNT_FIELDS
from plainbill.reading.heads.headers import find_heads
from plainbill.reading.heads.payment_heads import payments_listed
from plainbill.reading.heads.told_heads import reads_as_sentences
from plainbill.reading.rows.atoms import Atom, atoms_of
from plainbill.reading.rows.forming import Row
from plainbill.reading.rows.reasons import is_reason_row, names_before_reasons
from plainbill.reading.rows.wrapped_days import with_days_joined
from plainbill.reading.tables.balances_of_groups import with_balances_of_groups
from plainbill.reading.tables.cents import pieced_rows, with_cents
from plainbill.reading.tables.charged_copays import with_charged_copays, with_late_fees
from plainbill.reading.tables.closing_subtotals import with_closing_subtotal
from plainbill.reading.tables.codes_beside_amounts import with_codes_beside_amounts
from plainbill.reading.tables.days import heads_a_day, with_day_rows, with_days_beside
from plainbill.reading.tables.days_beside_amounts import days_beside_amounts
from plainbill.reading.tables.days_beside_numbers import with_numbers_beside_days
from plainbill.reading.tables.days_of_sidebars import without_days_of_sidebars
from plainbill.reading.tables.dense_days import with_dense_days, with_dense_days_headed
from plainbill.reading.tables.dittos import with_dittos
from plainbill.reading.tables.group_sums import with_group_sums
from plainbill.reading.tables.headed_payments import with_headed_payments
from plainbill.reading.tables.headed_services import headed_services
from plainbill.reading.tables.mended_rows import mended_rows
from plainbill.reading.tables.paired_rows import are_paired, paired_table, with_words_of_both
from plainbill.reading.tables.prose_beside_sums import without_prose_beside_sums
from plainbill.reading.tables.row_roles import (
    fits_well,
    is_coded,
    is_summary,
    names_a_payment_under_days,
    role_of,
    total_role,
)
from plainbill.reading.tables.rows_below import is_day_alone, rows_below_the_last
from plainbill.reading.tables.sidebars import without_heads_of_sidebars, without_sidebar
from plainbill.reading.tables.spaced_days import with_spaced_days
from plainbill.reading.tables.stacked import stacked_on, stacked_table
from plainbill.reading.tables.sums_above import with_sums_above
from plainbill.reading.tables.sums_below_payments import without_services_below_payments
from plainbill.reading.tables.taken_off import with_payments_below_charges
from plainbill.reading.tables.told_below import with_coded_rows, without_unit_price
from plainbill.reading.tables.totals_above_amounts import carries_a_total, leads_to_amounts
from plainbill.reading.tables.unchanged_balances import without_unchanged_balances
from plainbill.reading.tables.unnamed_sums import with_sums_by_amount
from plainbill.reading.terms.vocabulary import plain_key
from plainbill.reading.terms.wording import is_total, summary_field

# A gap this many times the usual pitch, with nothing that fits below it, ends a table.
_FAR = 6.0
_SAYS_WHAT = frozenset({"date", "description", "revenue_code"})
_FEWEST_STACKED, _FEWEST_REPEATED = 3, 2
# Between the sum of one table and the head of the next there is room for its name.
_CLOSING_ROWS, _FEWEST_OF_ANOTHER = 2, 4
_BLANK = 0.8
# What lists a stay in hospital beside its sums.
_STAY = re.compile(r"^\d{1,3} days?\b", re.IGNORECASE)
_NUMBERED = re.compile(r"^\d{3,4}\s+(?=\D)")


def tables_with_head(rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]]) -> tuple[Table, ...]:
    """Return the tables of a page whose columns are named, from top to bottom; `atoms` are those of each row."""
    heads = tuple(_named(rows, atoms))
    paired = dict(_paired(heads, rows, atoms))
    second = {below for above, below in itertools.pairwise(heads) if above in paired}
    stacked = {
        head: table
        for head in heads
        if head not in second
        if (table := paired.get(head) or _stacked(head, heads, rows, atoms)) is not None
    }
    blocks = headed_services([head for head in heads if head not in stacked], rows, atoms)
    if blocks is not None:
        (first, *others), table = blocks
        stacked[first] = table
        second |= {*others}
    # Heads of amounts alone, with no services over several rows below them, end no table above them.
    full = tuple(head for head in heads if not head.of_amounts or head in stacked or _stands_below_a_sum(head, atoms))
    tables = (stacked.get(head) or _headed(head, full, rows, atoms) for head in heads if head not in second)
    halves = (half for table in tables if table is not None for half in _side_by_side(table, rows, atoms))
    return tuple(map(with_codes_beside_amounts, halves))


def _stands_below_a_sum(head: Head, atoms: Sequence[Sequence[Atom]]) -> bool:
    """True where a sum closes the table right above the head, which begins another one."""
    above = [own for own in atoms[max(0, head.first_row - _CLOSING_ROWS) : head.first_row] if own]
    return len(head.columns) >= _FEWEST_OF_ANOTHER and any(_closes_columns(own) for own in above)


def _closes_columns(own: Sequence[Atom]) -> bool:
    """True for the word of a sum and several amounts."""
    return sum(atom.kind == "money" for atom in own) > 1 and total_role("", own, set()) is not None


def _side_by_side(table: Table, rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]]) -> Iterator[Table]:
    """The table, or two where the second half of its head has the very words of the first: it goes on beside itself."""
    words = [tuple(token.text.lower() for token in column.head.tokens) for column in table.columns]
    half = len(words) // 2
    if half < _FEWEST_REPEATED or words[:half] != words[half:] or not table.rows:
        yield table
        return
    ys = {row.y for row in table.rows}
    body = [(row, own) for row, own in zip(rows, atoms, strict=True) if row.y in ys]
    edge = table.columns[half].left
    for columns in (table.columns[:half], table.columns[half:]):
        on_left = columns[0] is table.columns[0]
        part = [tuple(atom for atom in own if (atom.middle < edge) == on_left) for _, own in body]
        filled = [(row, own) for (row, _), own in zip(body, part, strict=True) if own]
        height = statistics.median(row.height for row, _ in body)
        found = rows_under(columns, [row for row, _ in filled], [own for _, own in filled], height)
        yield Table(columns=columns, rows=found, head=tuple(t for column in columns for t in column.head.tokens))


def _named(rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]]) -> Iterator[Head]:
    """The heads; one without a word over its services has a column for them."""
    heads = find_heads(rows, atoms)
    for head in heads:
        head = with_words_below_claims(head, atoms[head.last_row + 1 : _body_end(head, heads, len(rows))])
        body = atoms[head.last_row + 1 : _body_end(head, heads, len(rows))]
        yield (with_words_beside(head, body) if head.of_amounts else None) or with_words_before_codes(head, body)


def _headed(head: Head, heads: Sequence[Head], rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]]) -> Table | None:
    """The table under a head; under one of amounts alone no service stands, only sums, as for a stay in hospital."""
    if head.score < 0 and head.of_amounts or reads_as_sentences(head):
        return None
    table = _table(head, rows, atoms, _body_end(head, heads, len(rows)))
    if not head.of_amounts or _says_what_itself(table):
        return table
    first = {own[0] for own in atoms if own}
    return replace(table, rows=tuple(row for row in table.rows if _STAY.match(row.text) and row.atoms[0] in first))


def _says_what_itself(table: Table) -> bool:
    """True where one of the head's own words, that nobody knows, stand over what was done: "What we tested"."""
    described = any(column.field == "description" and column.head.tokens for column in table.columns)
    return described and sum(row.role == "service" for row in table.rows) >= _FEWEST_STACKED


def _paired(
    heads: Sequence[Head], rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]]
) -> Iterator[tuple[Head, Table]]:
    """The tables of services over two rows, each by the first of its two heads."""
    for above, below in itertools.pairwise(heads):
        first, second = with_words_of_both(above, below)
        if not are_paired(first, second):
            continue
        start, end = second.last_row + 1, _body_end(second, heads, len(rows))
        if (table := paired_table(first, second, rows[start:end], atoms[start:end])) is not None:
            yield above, table


def _stacked(head: Head, heads: Sequence[Head], rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]]) -> Table | None:
    first, end = head.last_row + 1, _body_end(head, heads, len(rows))
    if (dated := days_beside_amounts(head, rows[first:end], atoms[first:end])) is not None:
        return dated
    amounts = tuple(column for column in head.columns if not _SAYS_WHAT & set(column.fields))
    if len(amounts) < len(head.columns):
        if len(amounts) < _FEWEST_STACKED or not any(_says_what_above(other, head) for other in heads):
            return None
        # The last word of the head above, "DATE OF SERVICE", fell to this one.
        head = replace(head, columns=amounts)
    height = head_height(head)
    return stacked_table(head, rows[first:end], with_cents(head, atoms[first:end], height), height)


def _says_what_above(other: Head, head: Head) -> bool:
    """True where another head, without amounts, stands right above."""
    named = {field for column in other.columns for field in column.fields}
    return other.last_row + 1 == head.first_row and not named & AMOUNT_FIELDS


def continued(table: Table, rows: Sequence[Row]) -> Table | None:
    """The table that the rows carry on under the head of the page before, None where nothing fits its columns."""
    atoms = [atoms_of(row) for row in rows]
    if table.is_stacked:
        return stacked_on(table, rows, atoms)
    if table.is_paired:
        return None
    found = rows_under(
        table.columns, rows, atoms, height=statistics.median(row.height for row in rows) if rows else 1.0
    )
    if not any(row.role == "service" for row in found):
        return None
    return Table(columns=table.columns, rows=found, head=())


def _body_end(head: Head, heads: Sequence[Head], rows: int) -> int:
    """The row where the next head begins that stands below this one."""
    for other in heads:
        shared = min(head.x1, other.x1) - max(head.x0, other.x0)
        if other.first_row > head.last_row and shared > 0.25 * min(head.x1 - head.x0, other.x1 - other.x0):
            return other.first_row
    return rows


def _table(head: Head, rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]], end: int) -> Table:
    height = head_height(head)
    end = head.last_row + 1 + payments_listed(head, atoms[head.last_row + 1 : end])
    head = without_heads_of_sidebars(with_last_days(head), atoms[head.last_row + 1 : end])
    tokens = tuple(token for column in head.columns for token in column.tokens)
    furniture = sum("ignore" in column.fields for column in head.columns) >= 0.5 * len(head.columns)
    body = with_spaced_days(head, without_row_numbers(head, atoms[head.last_row + 1 : end]), height)
    body = [without_unit_price(own) for own in with_days_joined(with_cents(head, body, height))]
    pieced = tuple(set().union(*body) - set().union(*atoms))
    body = with_numbers_beside_days(head, body)
    body = without_prose_beside_sums(body)
    body = without_sidebar(head, set_upright(body, max(token.y for token in tokens), height), height)
    # Rows of reasons and closing sums run across the columns and say nothing about them.
    columns = columns_of(head, [own for own in body if not is_reason_row(own) and not _closes(own)], height)
    if furniture:
        return Table(columns=columns, rows=(), head=tokens, is_furniture=True)
    first = head.last_row + 1
    found = rows_under(columns, rows[first:end], body, height)
    # Once the rows are known, the gutters are found again from them alone.
    # Where none is, as among the boxes of a form, those with a day and an amount in two boxes are services.
    known = [row.atoms for row in found if row.role in {"service", "payment"}] or pieced_rows(body, pieced)
    if known:
        columns = with_dense_days_headed(columns_of(head, known, height), found)
        columns = with_days_beside(columns, [*zip(rows[first:end], body, strict=True)], found)
        found = rows_under(columns, rows[first:end], body, height)
    return Table(columns=columns, rows=found, head=tokens, pieced=pieced)


def _closes(own: Sequence[Atom]) -> bool:
    """True for a label of a sum and one amount, with no day."""
    words = [atom for atom in own if atom.kind == "text"]
    summed = sum(atom.kind == "money" for atom in own) == 1 and all(atom.kind in {"text", "money"} for atom in own)
    return summed and bool(words) and (total_role("", own, set()) is not None or is_summary(words))


def rows_under(
    columns: tuple[Column, ...], rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]], height: float
) -> tuple[TableRow, ...]:
    """Return the rows that belong to a table with these columns; `atoms` are those of each row."""
    atoms = mended_rows(columns, atoms)
    candidates = []
    placed = [_of_reasons(columns, own) or _whole(columns, own) for own in atoms]
    for row, own, cells in zip(rows, atoms, without_days_of_sidebars(columns, placed, height), strict=True):
        if any(cells) or heads_a_day(own):
            candidates.append((row, own, cells))
    found: list[TableRow] = []
    pending: list[TableRow] = []
    sections: set[str] = set()
    closed = astray = paid_between = False
    for i, (row, own, cells) in enumerate(candidates):
        role = role_of(columns, cells, sections) if any(cells) else "words"
        if role == "service" and pending and carries_a_total(pending[-1], row, own):
            role, pending = "total", pending[:-1]
        if role == "amounts" and pending and leads_to_amounts(pending[-1], row, cells):
            # The rest of its words may stand below: "Total for claim 26-" over the amounts over "0417-88".
            role, cells = "total", tuple((*a, *b) for a, b in zip(pending.pop().cells, cells, strict=True))
        if role is None and names_a_payment_under_days(columns, cells):
            # Between services it is one of the table's rows; below the last it may be any of the closing sums.
            paid_between = paid_between or any(fits_well(columns, other) for _, _, other in candidates[i + 1 :])
            role = "payment" if paid_between else None
        if role == "amounts" and (astray or not pending or _is_sum_outside(columns, own)):
            continue
        last = (pending or found)[-1] if pending or found else None
        far = last is not None and _is_apart(row, last, height)
        if role is None:
            # A row with amounts that fit no column: what stands below it is of this table only where it fits well.
            astray = bool(found)
            continue
        if astray and role in {"service", "payment", "total", "summary"}:
            if role != "service" or not fits_well(columns, cells):
                break
            astray = False
        if astray and is_reason_row(own):
            # It gives the reasons of what could not be read, not of the service above.
            continue
        if closed and role == "service" and _is_apart(row, found[-1], height) and not fits_well(columns, cells):
            # An address and an amount beside each other on a slip below the sums.
            break
        if closed and role in {"payment", "service"} and _is_closing(role, columns, cells):
            role = "summary"
        here = TableRow(role=role, cells=cells, y=row.y, height=row.height)
        if role == "words":
            pending.append(here)
            # "0250 PHARMACY" is summed up as "Total pharmacy".
            sections |= {plain_key(here.text), plain_key(_NUMBERED.sub("", here.text))} if here.atoms else set()
            continue
        if (far or closed) and role in {"total", "subtotal", "carried"} and far:
            break
        if far and not fits_well(columns, cells):
            break
        found += [*pending, here]
        pending = []
        closed = role == "total" or (closed and role in {"summary", "amounts", "payment"})
    days = {row.y: own for row, own, _ in candidates if is_day_alone(own)}
    found += rows_below_the_last(found, pending, columns, height=height, days=days)
    found = without_unchanged_balances(columns, found)
    told = with_coded_rows(with_charged_copays(with_late_fees(found)))
    settled = with_headed_payments(columns, with_dittos(columns, with_dense_days(columns, told)))
    settled = with_balances_of_groups(columns, without_services_below_payments(columns, settled))
    summed = with_group_sums(columns, with_sums_above(columns, settled))
    summed = with_closing_subtotal(columns, with_payments_below_charges(columns, with_sums_by_amount(columns, summed)))
    return with_day_rows(columns, [*zip(rows, atoms, strict=True)], summed)


def _is_apart(row: Row, above: TableRow, height: float) -> bool:
    return row.y - above.y > _FAR * height


def _is_sum_outside(columns: Sequence[Column], own: Sequence[Atom]) -> bool:
    """True where the label of a sum stands beside the table, and only its amount within."""
    left, right = columns[0].left, columns[-1].right
    words = " ".join(atom.text for atom in own if atom.kind == "text" and not left <= atom.middle < right)
    return bool(words) and (is_total(words) or summary_field(words) is not None)


def _whole(columns: Sequence[Column], own: Sequence[Atom]) -> tuple[tuple[Atom, ...], ...]:
    """The cells of a row, a phrase that begins left of the table whole in the first column."""
    cells = [tuple(cell) for cell in assign(columns, own)]
    outside = [atom for atom in own if atom.middle < columns[0].left]
    while outside and cells[0] and cells[0][0].x0 - outside[-1].x1 < _BLANK * cells[0][0].tokens[0].box.height:
        cells[0] = (outside.pop(), *cells[0])
    return tuple(cells)


def _of_reasons(columns: Sequence[Column], own: tuple[Atom, ...]) -> tuple[tuple[Atom, ...], ...]:
    """The cells of a row that lists reasons across the columns: all in one, as the words they are.

    The service may be named before them: "OFFICE VISIT   CO-45 133.80" below its day and amounts.
    """
    if is_reason_row(own):
        return (own, *((),) * (len(columns) - 1))
    described = next((i for i, column in enumerate(columns) if column.field in {"description", "code"}), None)
    if described is None or not names_before_reasons(own):
        return ()
    return (*((),) * described, own, *((),) * (len(columns) - described - 1))


def _is_closing(role: Role, columns: Sequence[Column], cells: Sequence[Sequence[Atom]]) -> bool:
    """True where a row below a total is part of the closing sums: it names neither a day nor a code."""
    if is_coded(columns, cells) or any(atom.date is not None for cell in cells for atom in cell):
        return False
    words = " ".join(atom.text for cell in cells for atom in cell if atom.kind == "text")
    taken_off = all(atom.money < 0 for cell in cells for atom in cell if atom.money is not None)
    return role == "payment" or summary_field(words) is not None or taken_off
