"""A closing sum below its words, in the middle of a page: "TOTAL OF EXPECTED CHARGES" over "$115.00"."""

from collections.abc import Sequence

from plainbill.reading.rows.atoms import Atom
from plainbill.reading.terms.wording import is_total


def without_sums_below_words(rows: Sequence[tuple[Atom, ...]]) -> list[tuple[Atom, ...]]:
    """Return the atoms of the rows, none for words that sum up and the one amount below them, in line with no other."""
    kept = list(rows)
    for i in range(1, len(rows)):
        words, below = rows[i - 1], rows[i]
        if len(below) != 1 or below[0].money is None or any(atom.kind != "text" for atom in words):
            continue
        (amount,) = below
        within = bool(words) and words[0].x0 < amount.middle < words[-1].x1
        if within and is_total(" ".join(atom.text for atom in words)) and not _in_line(amount, rows[: i - 1]):
            kept[i - 1] = kept[i] = ()
    return kept


def _in_line(amount: Atom, above: Sequence[Sequence[Atom]]) -> bool:
    """True where an amount above stands over this one: it is one of their column."""
    return any(atom.money is not None and atom.x0 < amount.x1 and amount.x0 < atom.x1 for own in above for atom in own)
