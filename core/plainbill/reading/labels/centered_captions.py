"""Values in the middle below their captions, as close to each other as the words of one: "Ada Lombard K550177"."""

from collections.abc import Iterator, Sequence

from plainbill.reading.rows.atoms import Atom, Cell

# How far the middle of a value may lie from that of its caption, in heights of print.
_IN_THE_MIDDLE = 0.5
_FEWEST = 2


def centered_below(cell: Cell, row: Sequence[Cell], starts: set[int]) -> tuple[Cell, ...]:
    """The cell cut into one value for each of the captions in the row above, whole where it is not around them.

    `starts` are the ids of the atoms of labels.
    """
    captions = [above for above in row if all(id(atom) in starts for atom in above.atoms)]
    above = [caption for caption in captions if cell.x0 < _middle(caption.atoms) < cell.x1]
    if len(above) < _FEWEST or any(cell.y <= caption.y for caption in above):
        return (cell,)
    runs = next(_cuts(cell.atoms, [_middle(caption.atoms) for caption in above], cell.height), ())
    return tuple(Cell(atoms=run, height=cell.height) for run in runs) or (cell,)


def edges_over(cell: Cell, row: Sequence[Cell]) -> list[float]:
    """Where the captions of a row begin, without one that stands over the middle of the cell, and alone over it."""
    over = [caption for caption in row if cell.x0 < caption.middle < cell.x1]
    centered = over[0] if len(over) == 1 and _is_around(cell.atoms, over[0].middle, cell.height) else None
    return [caption.x0 for caption in row if caption is not centered]


def _cuts(atoms: tuple[Atom, ...], middles: Sequence[float], height: float) -> Iterator[tuple[tuple[Atom, ...], ...]]:
    """Every way to cut the atoms into one run around each of the middles."""
    first, *others = middles
    if not others:
        if _is_around(atoms, first, height):
            yield (atoms,)
        return
    for end in range(1, len(atoms) - len(others) + 1):
        if _is_around(atoms[:end], first, height):
            yield from ((atoms[:end], *rest) for rest in _cuts(atoms[end:], others, height))


def _is_around(atoms: Sequence[Atom], middle: float, height: float) -> bool:
    return abs(_middle(atoms) - middle) < _IN_THE_MIDDLE * height


def _middle(atoms: Sequence[Atom]) -> float:
    return (atoms[0].x0 + atoms[-1].x1) / 2
