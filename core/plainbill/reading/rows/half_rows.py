"""Values beside their labels though they stand on another row, as where blocks side by side differ in height."""

from collections.abc import Sequence

from plainbill.reading.rows.atoms import Atom, Cell

# Print this near in height, in heights of print, is no row of its own: rows stand further apart.
_SAME_HEIGHT = 0.9
# Large print is so many times as high as that of its label, and shares some of its height.
_LARGE, _REACHES = 1.4, 0.2


def beside_on_a_half_row(
    label: Sequence[Atom], rows: Sequence[Sequence[Cell]], row: int, starts: set[int]
) -> tuple[Atom, ...] | None:
    """Return what stands to the right of a label that ends its row, on the row before or after; None where nothing is.

    `starts` are the ids of the atoms of labels: what another label announces is no value of this one.
    """
    last = rows[row][-1]
    if not last.atoms or last.atoms[-1] is not label[-1] or last.atoms[0] is not label[0]:
        return None
    for near in (row + 1, row - 1):
        right = [cell for cell in rows[near] if cell.x0 > last.x1] if 0 <= near < len(rows) else []
        before = [cell for cell in rows[near] if last.x0 - last.height < cell.x0 <= last.x1] if right else []
        if not right or before:
            continue
        level = abs(right[0].y - last.y) < _SAME_HEIGHT * min(last.height, right[0].height)
        if not level and not _is_large_beside(last, right):
            continue
        return None if any(id(atom) in starts for atom in right[0].atoms) else right[0].atoms
    return None


def _is_large_beside(label: Cell, right: Sequence[Cell]) -> bool:
    """True for one amount in large print that reaches up or down to the row of the label, as in a box of its own."""
    if len(right) > 1 or [atom.kind for atom in right[0].atoms] != ["money"]:
        return False
    top, end = min(t.box.y0 for t in right[0].tokens), max(t.box.y1 for t in right[0].tokens)
    over = min(end, max(t.box.y1 for t in label.tokens)) - max(top, min(t.box.y0 for t in label.tokens))
    return end - top > _LARGE * label.height and over > _REACHES * label.height
