"""What is left of the charges right below what was taken off them, whatever its words: "PAY 532.12"."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.found import Found, from_atoms

_CHARGED = "totals.charges"
_OFF = ("totals.insurance_paid", "totals.adjustments", "totals.patient_paid")
# Amounts of one column end within so many heights of print; what is left stands no more rows below the last step.
_ALIGNED, _ROWS_BELOW = 1.0, 3


def left_in_steps(fields: Mapping[str, Found], layouts: Sequence[PageLayout]) -> Found | None:
    """Return the one amount with words, in line with the sums above it, that they leave of the charges."""
    charged, off = fields.get(_CHARGED), [fields[name] for name in _OFF if name in fields]
    steps = [charged, *off] if charged is not None else []
    left = _amount(steps[0]) - sum(map(_amount, off), Decimal(0)) if steps and any(map(_amount, off)) else Decimal(0)
    if left <= 0:
        return None
    for layout in layouts:
        rows = [[atom for cell in row for atom in cell.atoms] for row in layout.cells]
        at = [i for i, row in enumerate(rows) for atom in row if _holds(atom.tokens, steps)]
        if len(at) < len(steps):
            continue
        edge = steps[-1].tokens[-1].box
        found = [
            row[-1]
            for row in rows[max(at) + 1 : max(at) + 1 + _ROWS_BELOW]
            if len(row) > 1 and row[-1].money == left and abs(row[-1].x1 - edge.x1) < _ALIGNED * edge.height
        ]
        if len(found) == 1:
            return from_atoms(left, found)
    return None


def _holds(tokens: Sequence[object], steps: Sequence[Found]) -> bool:
    return any(token in step.tokens for token in tokens for step in steps)


def _amount(found: Found) -> Decimal:
    return abs(found.value) if isinstance(found.value, Decimal) else Decimal(0)
