"""Forms that list all that an office may do in lists side by side: what is marked was done, if the sum says so too."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from plainbill.reading.blocks.ticked import is_tick
from plainbill.reading.columns.column import placeless
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.forming import Row
from plainbill.reading.terms.codes import known_modifiers, parse_code

_FIELDS = ("code", "modifiers", "description", "charge")
# So many rows have to hold two choices beside each other, and so many choices have to be there in all.
_FEWEST_BESIDE, _FEWEST = 2, 6
# A mark stands so many heights before the code at most; codes of one list begin so many heights apart at most.
_BEFORE, _ALIGNED = 4.0, 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Choice:
    """One service that may be marked: where its row stands, and its cells by field."""

    row: Row
    marked: bool
    cells: tuple[tuple[Atom, ...], ...]

    @property
    def x0(self) -> float:
        return self.cells[0][0].x0

    @property
    def charge(self) -> Decimal:
        return next((atom.money for atom in self.cells[-1] if atom.money is not None), Decimal(0))


def marked_choices(rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]]) -> Table | None:
    """Return what is marked, list by list; None where the page has no such lists, or nobody marked anything.

    Where no sum of the page is that of the marked services a mark was not read: then what was done is known only
    where a price was written for nothing else.
    """
    found = [[*_choices(row, own)] for row, own in zip(rows, atoms, strict=True)]
    every = [choice for own in found for choice in own]
    marked = [choice for choice in every if choice.marked]
    beside = sum(len(own) > 1 for own in found)
    if len(every) < _FEWEST or beside < _FEWEST_BESIDE or not 0 < len(marked) < len(every):
        return None
    of_choices = {id(atom) for choice in every for atom in choice.cells[-1]}
    sums = {atom.money for own in atoms for atom in own if atom.money is not None and id(atom) not in of_choices}
    priced = [choice for choice in every if choice.cells[-1]]
    ways = [marked, *([priced] if len(priced) < len(every) else [])]
    done = next((way for way in ways if sum((choice.charge for choice in way), Decimal(0)) in sums), [])
    listed = tuple(
        TableRow(role="service", cells=choice.cells, y=choice.row.y, height=choice.row.height)
        for part in _lists(done)
        for choice in part
    )
    return Table(columns=tuple(placeless(name) for name in _FIELDS), rows=listed, head=())


def _choices(row: Row, own: Sequence[Atom]) -> Iterator[_Choice]:
    """Each code of a row with the mark before it, the modifiers behind it, words and an amount, if one is there."""
    starts = [i for i, atom in enumerate(own) if parse_code(atom.text) is not None]
    for start, end in zip(starts, [*starts[1:], len(own)], strict=False):
        code, behind = own[start], own[start + 1 : end]
        modifiers: list[Atom] = []
        while behind and behind[0].text.strip("-") in known_modifiers():
            modifiers.append(replace(behind[0], text=behind[0].text.strip("-")))
            behind = behind[1:]
        at = next((i for i, atom in enumerate(behind) if atom.money is not None), None)
        words = behind[: len(behind) if at is None else at]
        if at is None and words and is_tick(words[-1]):
            # The mark before the next code.
            words = words[:-1]
        if not words or any(atom.kind != "text" for atom in words):
            continue
        mark = own[start - 1] if start else None
        marked = mark is not None and is_tick(mark) and code.x0 - mark.x1 < _BEFORE * row.height
        yield _Choice(
            row=row,
            marked=marked,
            cells=((code,), tuple(modifiers), tuple(words), tuple(() if at is None else behind[at : at + 1])),
        )


def _lists(choices: Sequence[_Choice]) -> list[list[_Choice]]:
    """The choices list by list from left to right, each from top to bottom."""
    parts: list[list[_Choice]] = []
    for choice in sorted(choices, key=lambda choice: choice.x0):
        if parts and choice.x0 - parts[-1][-1].x0 < _ALIGNED * choice.row.height:
            parts[-1].append(choice)
        else:
            parts.append([choice])
    return [sorted(part, key=lambda choice: choice.row.y) for part in parts]
