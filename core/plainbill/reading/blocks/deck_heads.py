"""Heads of two decks: words over the upper of two rows of values, over the lower, or centered over both."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise, product

from plainbill.reading.blocks.captions import Printed, caption_name
from plainbill.reading.rows.atoms import Cell, cells_of
from plainbill.reading.terms.vocabulary import header_words

_GUTTER = 0.9
# The rows of a head stand closer than this many heights.
_PITCH = 2.4
_FEWEST_COLUMNS, _MOST_COLUMNS = 2, 10
_SAYS_WHAT = frozenset({"description", "code", "date", "provider", "units", "status", "remark", "ignore"})
_BELOW_AMOUNTS = frozenset({"units", "remark"})
FACTS = "facts"
"""What a head is called that names several facts of a service, printed below its words: "Date and code"."""
_FACTS, _JOINS = frozenset({"date", "code", "modifiers", "units"}), frozenset({"and", "&", "/", "·"})
_BOTH = frozenset({0, 1})


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckHead:
    """The words over one value: what it may be, where they stand, and over which of the two rows of values."""

    names: tuple[str, ...]
    x0: float
    x1: float
    decks: frozenset[int]
    is_amount: bool
    cells: tuple[Cell, ...]

    @property
    def name(self) -> str:
        """What the value is."""
        return self.names[0]


def deck_heads(printed: Sequence[Printed]) -> list[DeckHead]:
    """Return the heads that the rows are together, nothing where they are no head of two decks."""
    if any(b.y - a.y > _PITCH * a.height for (a, _), (b, _) in pairwise(printed)):
        return []
    # Asked first of every three rows of a page: no head prints amounts or days.
    if any(atom.kind in {"money", "date"} for _, own in printed for atom in own):
        return []
    ways: list[list[tuple[DeckHead, ...]]] = []
    for stack in _stacks(printed):
        ways.append([*_ways(stack)])
        if not ways[-1] or len(ways) > _MOST_COLUMNS:
            return []
    for chosen in product(*ways):
        heads = _told_apart([head for stack in chosen for head in stack])
        if _is_of_two_decks(chosen) and any(head.name == "charge" for head in heads):
            return heads
    return []


def _stacks(printed: Sequence[Printed]) -> list[list[Cell]]:
    """The cells of the rows that stand above each other."""
    stacks: list[list[Cell]] = []
    for row, own in printed:
        for cell in cells_of(own, _GUTTER * row.height):
            over = [stack for stack in stacks if any(_overlap(cell, other) for other in stack)]
            stacks = [stack for stack in stacks if stack not in over]
            stacks.append([*(each for stack in over for each in stack), cell])
    return stacks


def _overlap(one: Cell, other: Cell) -> bool:
    return min(one.x1, other.x1) > max(one.x0, other.x0)


def _ways(stack: Sequence[Cell]) -> Iterator[tuple[DeckHead, ...]]:
    """The ways to read a stack of words: as one head above another, or as one whose words wrap or that is alone."""
    for at in range(1, len(stack)):
        upper, lower = _head(stack[:at], frozenset({0})), _head(stack[at:], frozenset({1}))
        # How many there were and why so may stand below what they cost.
        if upper is None or lower is None or upper.is_amount != lower.is_amount and lower.name not in _BELOW_AMOUNTS:
            continue
        if upper.names != lower.names:
            yield upper, lower
    if (whole := _head(stack, _BOTH)) is not None:
        yield (whole,)


def _head(cells: Sequence[Cell], decks: frozenset[int]) -> DeckHead | None:
    atoms = [atom for cell in cells for atom in cell.atoms]
    name = caption_name(atoms)
    meaning = header_words().find([atom.text for atom in atoms])
    worded = tuple(field for field in meaning.fields if field in _SAYS_WHAT) if meaning is not None else ()
    names = (name,) if name is not None else worded or _facts([atom.text for atom in atoms])
    if not names:
        return None
    return DeckHead(
        names=names,
        x0=min(cell.x0 for cell in cells),
        x1=max(cell.x1 for cell in cells),
        decks=decks,
        is_amount=name is not None,
        cells=tuple(cells),
    )


def _facts(words: Sequence[str]) -> tuple[str, ...]:
    """What a row below the words of a service prints whose head names several facts of it."""
    parts = [[*own] for joins, own in groupby(words, key=lambda word: word.lower() in _JOINS) if not joins]
    known = [header_words().find(part) for part in parts]
    told = len(parts) > 1 and all(part is not None and part.fields[0] in _FACTS for part in known)
    return (FACTS,) if told else ()


def _told_apart(heads: Sequence[DeckHead]) -> list[DeckHead]:
    """The heads with one name each, "Procedure" above "Code" with another than this; nothing where two have one."""
    taken = [head.name for head in heads if len(head.names) == 1]
    found: list[DeckHead] = []
    for head in heads:
        name = head.name
        if len(head.names) > 1:
            name = next((name for name in head.names if name not in taken), name)
            taken.append(name)
        found.append(replace(head, names=(name,)))
    return found if len(taken) == len(set(taken)) else []


def _is_of_two_decks(stacks: Sequence[tuple[DeckHead, ...]]) -> bool:
    """True where several columns have two heads, amounts among them in either deck."""
    pairs = [stack for stack in stacks if len(stack) > 1]
    decks = ([head for head in heads if head.is_amount] for heads in zip(*pairs, strict=True))
    return len(pairs) >= _FEWEST_COLUMNS and all(decks)
