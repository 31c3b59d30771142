"""Sums in a sidebar beside a table, level with its rows: "Plan discount  -$100.00 |  03/02/26  Office visit ..."."""

import statistics
from collections.abc import Sequence
from dataclasses import replace

from plainbill.reading.heads.head import Head
from plainbill.reading.heads.head_fields import AMOUNT_FIELDS
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.tables.row_roles import is_summary, total_role
from plainbill.reading.terms.codes import parse_code
from plainbill.reading.terms.vocabulary import field_labels
from plainbill.reading.terms.wording import summary_field

# Heights: how closely the rows of a table begin below each other, and the gutter beside them.
_ALIGNED, _GUTTER = 1.0, 1.5
_FEWEST, _MOSTLY, _FEWEST_SUMS = 3, 0.6, 2
_SUMS = frozenset(
    {"total_charges", "total_adjustments", "total_insurance_paid", "total_patient_paid", "total_payments", "total_owed",
     "balance_due", "previous_balance"}
)  # fmt: skip


def without_sidebar(head: Head, body: Sequence[tuple[Atom, ...]], height: float) -> list[tuple[Atom, ...]]:
    """The rows below a head without what stands left of where they all begin, where amounts stand there.

    No table has amounts left of its first head. Below its last row any sum may begin farther left. Nor has it labels
    of sums right of its last one.
    """
    body = [_without_sum_behind(head, row) for row in body]
    starts = [x for row in body if (x := _start(head, row, height)) is not None]
    edge = statistics.median(starts) if len(starts) >= _FEWEST else head.x0
    rows = [i for i, row in enumerate(body) if _begins_at(row, edge, height)]
    if len(rows) < max(_FEWEST, _MOSTLY * len(starts)):
        return [*body]
    parted = {i: _parted(body[i], edge - _GUTTER * height) for i in range(rows[0], rows[-1] + 1)}
    summed = [beside for beside, _ in parted.values() if any(atom.kind == "money" for atom in beside)]
    worded = [beside for beside in summed if beside[0].kind == "text"]
    if not summed or not worded and len(summed) > _MOSTLY * len(rows):
        return [*body]
    return [parted[i][1] if i in parted else row for i, row in enumerate(body)]


def without_heads_of_sidebars(head: Head, body: Sequence[tuple[Atom, ...]]) -> Head:
    """The head without the title of a sidebar on its row: words stand below it where amounts would, or sums do."""
    if len(head.columns) <= _FEWEST:
        return head
    first, second, *_ = head.columns
    before, last = head.columns[-2:]
    rows = [row for row in body if any(atom.kind == "money" for atom in row)]
    edge = (first.x1 + second.x0) / 2
    left = [[atom for atom in row if atom.middle < edge] for row in rows if _is_of_a_service(row, edge)]
    right = [[atom for atom in row if atom.middle > (before.x1 + last.x0) / 2] for row in rows]
    if set(first.fields[:1]) & AMOUNT_FIELDS and _holds_words([cell for cell in left if cell]):
        return replace(head, columns=head.columns[1:])
    if not last.fields and sum(_is_sum(cell) for cell in right) >= _FEWEST_SUMS:
        return replace(head, columns=head.columns[:-1])
    return head


def _is_of_a_service(row: Sequence[Atom], edge: float) -> bool:
    """True where a day, a code or several amounts stand beyond the first column: sums below a table have one there."""
    beyond = [atom for atom in row if atom.middle > edge]
    amounts = sum(atom.kind == "money" for atom in beyond)
    told = any(atom.date is not None or parse_code(atom.text) is not None for atom in beyond)
    return amounts > 1 or (amounts == 1 and told)


def _holds_words(cells: Sequence[Sequence[Atom]]) -> bool:
    """True for a few words and days below an amount; "Payments" may stand over words alone."""
    if not any(len(cell) == 1 and cell[0].kind == "money" for cell in cells):
        return False
    worded = sum(any(atom.kind in {"text", "date"} for atom in cell) for cell in cells)
    return worded >= _FEWEST_SUMS and worded > len(cells) / 2


def _is_sum(cell: Sequence[Atom]) -> bool:
    """True for a label of a sum of the paper and its amount."""
    *words, amount = cell or (None,)
    known = field_labels().find([atom.text for atom in words if atom is not None]) if words else None
    summed = known is not None and known.fields[0] in _SUMS
    return summed and amount is not None and amount.kind == "money"


def _without_sum_behind(head: Head, row: tuple[Atom, ...]) -> tuple[Atom, ...]:
    """The row without the label and amount of a sum right of the last head: "40.00  Now due  $106.17"."""
    at = next((i for i, atom in enumerate(row) if i and atom.x0 > head.x1 and atom.kind == "text"), None)
    if at is None or row[at - 1].kind != "money" or row[-1].kind != "money":
        return row
    words = row[at:-1]
    apart = row[at].x0 - row[at - 1].x1 > _GUTTER * row[at].tokens[0].box.height
    text = " ".join(atom.text for atom in words)
    summed = is_summary(words) or total_role("", words, set()) is not None or summary_field(text) is not None
    return row[:at] if apart and all(atom.kind == "text" for atom in words) and summed else row


def _start(head: Head, row: Sequence[Atom], height: float) -> float | None:
    """Where the row begins below the first head, None for a row that ends in no amount or begins elsewhere."""
    if not row or row[-1].kind != "money":
        return None
    reach = _ALIGNED * 2 * height
    return next((atom.x0 for atom in row if abs(atom.x0 - head.x0) < reach), None)


def _begins_at(row: Sequence[Atom], edge: float, height: float) -> bool:
    """True where an amount ends the row and an atom begins at the edge, apart from what stands before it."""
    if not row or row[-1].kind != "money":
        return False
    for i, atom in enumerate(row):
        if abs(atom.x0 - edge) < _ALIGNED * height:
            return i == 0 or atom.x0 - row[i - 1].x1 > _GUTTER * height
    return False


def _parted(row: Sequence[Atom], edge: float) -> tuple[tuple[Atom, ...], tuple[Atom, ...]]:
    """What of a row stands left of the edge, and the rest."""
    return tuple(atom for atom in row if atom.x1 < edge), tuple(atom for atom in row if atom.x1 >= edge)
