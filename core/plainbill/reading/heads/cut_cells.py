"""Cells of a head cut in two: where words stand over different columns, or begin where those of other rows begin."""

from collections.abc import Iterator, Sequence

from plainbill.reading.heads.head_words import meaning_of
from plainbill.reading.heads.values_below import Values, column_under
from plainbill.reading.rows.atoms import Atom, Cell

# In heights of print, how far words that begin below each other may be out of line.
_ALIGNED = 0.35
# So many rows have to begin there; one may do so by chance.
_FEWEST_ROWS = 2


def cut_where_others_begin(band: Sequence[Sequence[Cell]]) -> list[list[Cell]]:
    """Return the rows of a head, a cell cut before words that begin right where cells of two other rows do.

    Where heads stand close together, "Amount Provider" and "Approved" may seem one phrase beside each other.
    """
    begins = [[cell.x0 for cell in row] for row in band]
    return [
        [piece for cell in row for piece in _cut_at(cell, [xs for j, xs in enumerate(begins) if j != i])]
        for i, row in enumerate(band)
    ]


def _cut_at(cell: Cell, others: Sequence[Sequence[float]]) -> Iterator[Cell]:
    near = _ALIGNED * cell.height
    run: list[Atom] = []
    for atom in cell.atoms:
        rows = sum(any(abs(atom.x0 - x0) < near for x0 in xs) for xs in others)
        if run and rows >= _FEWEST_ROWS:
            yield Cell(atoms=tuple(run), height=cell.height)
            run = []
        run.append(atom)
    yield Cell(atoms=tuple(run), height=cell.height)


def over_columns(cell: Cell, below: Sequence[Values]) -> Iterator[Cell]:
    """Return the cell cut where its words stand over different columns of values."""
    run: list[Atom] = []
    last: tuple[int, int] | None = None
    for atom in cell.atoms:
        under = column_under(atom.x0, atom.x1, below)
        if under is not None and last is not None and under != last[1]:
            cut = _cut_between(run, last[0] + 1, atom)
            yield Cell(atoms=tuple(run[:cut]), height=cell.height)
            run = run[cut:]
        if under is not None:
            last = len(run), under
        run.append(atom)
    yield Cell(atoms=tuple(run), height=cell.height)


def _cut_between(run: Sequence[Atom], first: int, atom: Atom) -> int:
    """Where the next column's words begin: words over no values go with those behind them where both make a phrase."""
    for cut in range(first, len(run)):
        words = tuple(word for other in (*run[cut:], atom) for word in other.text.split())
        meaning = meaning_of(words)
        if meaning is not None and meaning.listed:
            return cut
    return len(run)
