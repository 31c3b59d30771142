"""Two lists of words and amounts side by side whose rows are not level: what care cost, and what was done about it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plainbill.reading.rows.atoms import Atom
from plainbill.reading.terms.amount_words import amount_field
from plainbill.reading.terms.wording import is_total, summary_field

# Each list has so many entries, so many of them on rows where the other list prints nothing.
_FEWEST, _FEWEST_ALONE = 3, 2
# In heights of print: how well words begin below each other and amounts end so, and how wide the gutter is at least.
_ALIGNED, _GUTTER = 1.5, 1.5
_FEWEST_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Lists:
    """Two lists side by side: where the gutter between them is, their first row and the rows of their entries."""

    gutter: float
    first: int
    entries: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """Words and the amount right of them, with nothing else between: their row, their text and where they begin."""

    row: int
    text: str
    words: float
    amount: Atom


def unlevel_lists(atoms: Sequence[Sequence[Atom]], height: float) -> Lists | None:
    """Return two such lists, None without them.

    `atoms` are those of each row, `height` is that of print.
    """
    entries = [entry for i, own in enumerate(atoms) for entry in _entries(i, own)]
    if not entries or max(entry.words for entry in entries) < min(entry.amount.x1 for entry in entries):
        # No words stand right of an amount: there is one list at most.
        return None
    for start in range(len(entries)):
        # Far above the lists a box of its own may print an amount.
        left, right = _sides(entries[start:], height)
        if (gutter := _gutter(left, right, height)) is not None:
            if not _hold_nothing_else(atoms, left, right, gutter):
                return None
            among = tuple(sorted({entry.row for entry in (*left, *right)}))
            return Lists(gutter, _first(atoms, among[0], gutter), among)
    return None


def _entries(row: int, atoms: Sequence[Atom]) -> Iterator[_Entry]:
    words: list[Atom] = []
    for atom in atoms:
        if atom.kind == "money" and sum(map(str.isalpha, "".join(word.text for word in words))) >= _FEWEST_LETTERS:
            text = " ".join(word.text for word in words)
            yield _Entry(row=row, text=text, words=words[0].x0, amount=atom)
        words = [*words, atom] if atom.kind in {"text", "dash"} else []


def _sides(entries: Sequence[_Entry], height: float) -> tuple[list[_Entry], list[_Entry]]:
    """The entries that stand as the first one does, and those that stand as the first one right of it does."""
    first = entries[0]
    beside = next((entry for entry in entries if entry.words > first.amount.x1), None)
    left, right = (
        [entry for entry in entries if side is not None and _stand_alike(entry, side, height)]
        for side in (first, beside)
    )
    return left, right


def _stand_alike(one: _Entry, other: _Entry, height: float) -> bool:
    apart = max(abs(one.words - other.words), abs(one.amount.x1 - other.amount.x1))
    return apart < _ALIGNED * height


def _gutter(left: Sequence[_Entry], right: Sequence[_Entry], height: float) -> float | None:
    """The gutter between two lists of which each prints entries on rows without one of the other."""
    if min(len(left), len(right)) < _FEWEST or _are_captions(left):
        return None
    rows = [{entry.row for entry in side} for side in (left, right)]
    first, last = max(map(min, rows)), min(map(max, rows))
    # Sums in a box right below the list stand beside none of it.
    beside = all(sum(first <= row <= last for row in side) >= _FEWEST_ALONE for side in rows)
    unlevel = beside and all(len(one - other) >= _FEWEST_ALONE for one, other in (rows, rows[::-1]))
    ends, begins = max(entry.amount.x1 for entry in left), min(entry.words for entry in right)
    return (ends + begins) / 2 if unlevel and begins - ends > _GUTTER * height else None


def _first(atoms: Sequence[Sequence[Atom]], first: int, gutter: float) -> int:
    """The first row of the lists: that of their titles where these stand side by side right above."""
    above = atoms[first - 1] if first else ()
    parted = len({atom.x0 > gutter for atom in above}) > 1 and not any(atom.x0 < gutter < atom.x1 for atom in above)
    return first - 1 if parted and all(atom.kind in {"text", "dash"} for atom in above) else first


def _are_captions(entries: Sequence[_Entry]) -> bool:
    """True where words recur or most say what an amount is: they are those of cards, and no list of services.

    Nor are rows that begin with a number, which stands in a column of codes below its own head.
    """
    texts = [entry.text for entry in entries]
    said = sum(
        is_total(text) or summary_field(text) is not None or amount_field(text.split()) is not None for text in texts
    )
    numbered = sum(not text[:1].isalpha() for text in texts)
    return len({*texts}) < len(texts) or numbered > len(texts) - _FEWEST or len(texts) - said < _FEWEST


def _hold_nothing_else(
    atoms: Sequence[Sequence[Atom]], left: Sequence[_Entry], right: Sequence[_Entry], gutter: float
) -> bool:
    """True where words and one amount are all that each list prints on the rows of its entries: no row of a table."""
    for side, on_left in ((left, True), (right, False)):
        for entry in side:
            own = [atom for atom in atoms[entry.row] if (atom.x0 < gutter) == on_left]
            if any(atom is not entry.amount and atom.kind not in {"text", "dash"} for atom in own):
                return False
    first, last = (pick(entry.row for entry in (*left, *right)) for pick in (min, max))
    return not any(atom.x0 < gutter < atom.x1 for own in atoms[first : last + 1] for atom in own)
