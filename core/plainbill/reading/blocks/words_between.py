"""Words of a service halfway between captions and the amounts below these, left of both: they go with the captions."""

from collections.abc import Sequence

from plainbill.reading.blocks.captions import ALIGNED, BELOW, GUTTER, Printed, captions_in
from plainbill.reading.rows.atoms import cells_of

# One such row alone may be anything, and a single caption the title of what stands below it.
_FEWEST, _FEWEST_CAPTIONS = 2, 2


def with_words_between(printed: Sequence[Printed]) -> list[Printed]:
    """Return the rows of a page, such words set on the row of the captions above them."""
    between = [i for i in range(1, len(printed) - 1) if _stands_between(*printed[i - 1 : i + 2])]
    if len(between) < _FEWEST:
        return list(printed)
    joined = {i - 1: (printed[i - 1][0], (*printed[i][1], *printed[i - 1][1])) for i in between}
    return [joined.get(i, each) for i, each in enumerate(printed) if i not in between]


def _stands_between(above: Printed, own: Printed, below: Printed) -> bool:
    """True for words and days alone, with nothing but captions above and nothing but amounts below right of them."""
    if not (above[1] and own[1] and below[1]) or below[0].y - above[0].y > BELOW * above[0].height:
        return False
    if any(atom.money is not None for atom in (*above[1], *own[1])):
        return False
    cells = cells_of(above[1], GUTTER * above[0].height)
    if sum(len(captions_in(cell.atoms)) for cell in cells) < _FEWEST_CAPTIONS:
        return False
    if not all(captions_in(cell.atoms) for cell in cells):
        return False
    amounts = all(atom.kind in {"money", "dash"} for atom in below[1])
    edge = min(above[1][0].x0, below[1][0].x0 + ALIGNED * above[0].height)
    return amounts and own[1][-1].x1 < edge and below[1][-1].x1 > above[1][0].x0
