"""Captions matched to amounts column by column, where other cells of their rows hold words or a caption and its amount.

Some stand over their amounts, others below them; one that nobody knows is kept among others that are known.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from plainbill.reading.blocks.captions import (
    ALIGNED,
    BELOW,
    GUTTER,
    Captioned,
    Printed,
    Unit,
    caption_name,
    captions_in,
    heads_words,
    is_word,
    without_hint,
)
from plainbill.reading.rows.atoms import Atom, Cell, cells_of

# A single amount below a caption may be of anything; those above captions, and a caption unknown among others, need
# others beside them.
_FEWEST_OVER, _FEWEST_KNOWN = 2, 2

_Caption = tuple[str | None, tuple[Atom, ...]]


@dataclass(slots=True)
class Parts:
    """The cells of a row: amounts by themselves, captions with their amounts, and words."""

    amounts: list[Atom] = field(default_factory=list)
    pairs: list[Captioned] = field(default_factory=list)
    words: list[Cell] = field(default_factory=list)
    is_mixed: bool = False


def amounts_below(above: Printed, below: Printed, upper: Parts, lower: Parts) -> Unit | None:
    """Return captions and the amounts below them, each in its column; None where the rows are no such."""
    if not _are_near(above, below) or upper.amounts or upper.is_mixed or lower.is_mixed or not lower.amounts:
        return None
    return _unit(above, below, captions=upper.words, amounts=lower.amounts, pairs=(*upper.pairs, *lower.pairs))


def amounts_over(above: Printed, below: Printed, upper: Parts, lower: Parts) -> Unit | None:
    """Return amounts and the captions below them, each in its column; None where the rows are no such."""
    if not _are_near(above, below) or upper.is_mixed or lower.is_mixed or lower.amounts or lower.pairs:
        return None
    if len(upper.amounts) < _FEWEST_OVER or len(lower.words) < _FEWEST_OVER:
        return None
    unit = _unit(above, below, captions=lower.words, amounts=upper.amounts, pairs=upper.pairs)
    # Words below amounts that are no caption of any begin something else.
    return unit if unit is not None and not unit.rows[1][1] else None


def _are_near(above: Printed, below: Printed) -> bool:
    return below[0].y - above[0].y <= BELOW * max(above[0].height, below[0].height)


def parts_of(printed: Printed) -> Parts:
    """Return the parts of a row, which both those above and those below it are compared with."""
    row, own = printed
    parts = Parts()
    for cell in cells_of(own, GUTTER * row.height):
        worded = [atom for atom in cell.atoms if is_word(atom)]
        money = [atom for atom in cell.atoms if atom.kind == "money"]
        if not worded:
            parts.amounts += money
        elif not money:
            parts.words.append(cell)
        elif (pair := _pair(cell)) is not None:
            parts.pairs.append(pair)
        else:
            parts.is_mixed = True
    return parts


def _pair(cell: Cell) -> Captioned | None:
    """A caption with its amount behind it, and nothing more than a mark behind that."""
    at = next(i for i, atom in enumerate(cell.atoms) if atom.kind == "money")
    label, rest = cell.atoms[:at], cell.atoms[at + 1 :]
    name = caption_name(label) if label and not any(is_word(atom) or atom.kind == "money" for atom in rest) else None
    return Captioned(name=name, label=label, amount=cell.atoms[at]) if name is not None else None


def _unit(
    above: Printed, below: Printed, *, captions: Sequence[Cell], amounts: Sequence[Atom], pairs: Sequence[Captioned]
) -> Unit | None:
    """The amounts with the captions in their columns and the words left of them; None where one has no caption."""
    height = max(above[0].height, below[0].height)
    places = [place for cell in captions for place in _places(cell)]
    chosen: list[_Caption] = []
    for amount in sorted(amounts, key=lambda atom: atom.x0):
        near = min(places, key=lambda place: _apart(place, amount), default=None)
        if near is None or _apart(near, amount) > ALIGNED * height or near in chosen:
            return None
        chosen.append(near)
    known = sum(name is not None for name, _ in chosen)
    if not known or known < len(chosen) and (known < _FEWEST_KNOWN or 2 * known <= len(chosen)):
        return None
    edge = min(label[0].x0 for _, label in chosen)
    taken = {id(atom) for _, label in (*chosen, *(p for p in places if p[0] is not None)) for atom in label}
    taken |= {id(atom) for pair in pairs for atom in (*pair.label, pair.amount)} | {id(atom) for atom in amounts}
    left = [[atom for atom in own if id(atom) not in taken] for _, own in (above, below)]
    if any(is_word(atom) and atom.x0 > edge for own in left for atom in own):
        return None
    if any(heads_words(cell) for own in left for cell in cells_of(own, GUTTER * height)):
        return None
    words = [tuple(atom for atom in own if atom.x0 <= edge) for own in left]
    of_columns = [
        Captioned(name=name, label=label, amount=amount)
        for (name, label), amount in zip(chosen, sorted(amounts, key=lambda atom: atom.x0), strict=True)
    ]
    rows = ((above[0], words[0]), (below[0], words[1]))
    return Unit(rows=rows, amounts=(*of_columns, *pairs), is_stacked=True)


def _places(cell: Cell) -> Iterator[_Caption]:
    """The captions in a cell; a cell of other words may be one that nobody knows."""
    known = captions_in(cell.atoms)
    bare = tuple(without_hint(cell.atoms)[0])
    if not known and (hinted := captions_in(bare)):
        # "coinsurance (20%)".
        *known, (name, label) = hinted
        known.append((name, (*label, *cell.atoms[len(bare) :])))
    yield from known
    if not known:
        yield None, cell.atoms


def _apart(place: _Caption, amount: Atom) -> float:
    """How far a caption stands from being aligned with an amount: at its left, at its right, or in the middle."""
    first, last = place[1][0], place[1][-1]
    middle = (first.x0 + last.x1) / 2
    return min(abs(amount.x0 - first.x0), abs(amount.x1 - last.x1), abs(amount.middle - middle))
