"""Sums below captions that recur on a page: each is that of a part, as of one provider, and none of the whole paper."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from plainbill.reading.labels.finding import Labeled
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.tokens import Token
from plainbill.reading.tables.told_below import told_in
from plainbill.reading.terms.vocabulary import plain_key

_FEWEST_CAPTIONS, _FEWEST_TIMES = 2, 2


def without_sums_of_parts(labels: Sequence[Labeled], layouts: Sequence[PageLayout]) -> list[Labeled]:
    """Return the labels without the amounts below such captions; those that add up all others are left."""
    of_parts = frozenset[Token]().union(*map(_of_parts, layouts)) if layouts else frozenset[Token]()
    charges = frozenset(token for layout in layouts for token in _charges_of_services(layout))
    return [
        label
        for label in labels
        if not of_parts & set(label.value.tokens)
        and not (label.field == "total_charges" and charges & set(label.value.tokens))
    ]


def _of_parts(page: PageLayout) -> frozenset[Token]:
    rows = [tuple(atom for cell in row for atom in cell.atoms) for row in page.cells]
    found: defaultdict[str, list[list[Atom]]] = defaultdict(list)
    for above, below in zip(rows, rows[1:], strict=False):
        amounts = [atom for atom in below if atom.money is not None]
        if len(amounts) >= _FEWEST_CAPTIONS and len(amounts) == len(below) and _are_words(above):
            found[plain_key(" ".join(atom.text for atom in above))].append(amounts)
    several = (own for own in found.values() if len(own) >= _FEWEST_TIMES)
    return frozenset(token for own in several for run in own if not _adds_up(run, own) for token in _tokens(run))


def _charges_of_services(page: PageLayout) -> frozenset[Token]:
    """The amounts right below the code of a service, behind a caption that recurs: a page may end amid its block."""
    rows = [tuple(atom for cell in row for atom in cell.atoms) for row in page.cells]
    captions = Counter(_caption(row) for row in rows)
    return frozenset(
        token
        for above, row in pairwise(rows)
        if captions[_caption(row)] >= _FEWEST_TIMES and _caption(row) and "code" in told_in(above)
        for token in _tokens(row[-1:])
    )


def _caption(row: Sequence[Atom]) -> str:
    """The words before the one amount of a row, nothing where it is none such."""
    captioned = len(row) > 1 and row[-1].money is not None and all(atom.kind == "text" for atom in row[:-1])
    return plain_key(" ".join(atom.text for atom in row[:-1])) if captioned else ""


def _are_words(atoms: Sequence[Atom]) -> bool:
    return len(atoms) >= _FEWEST_CAPTIONS and all(atom.kind == "text" for atom in atoms)


def _adds_up(run: Sequence[Atom], own: Sequence[Sequence[Atom]]) -> bool:
    """True where each amount is the sum of those below the same captions elsewhere, or they say the same everywhere.

    The sums may stand there twice, as on a part to return.
    """
    others = [other for other in own if not _same(run, other)]
    if any(len(other) != len(run) for other in others):
        return False
    sums = [sum((_amount(other[i]) for other in others), Decimal(0)) for i in range(len(run))]
    return not others or [_amount(atom) for atom in run] == sums


def _same(one: Sequence[Atom], other: Sequence[Atom]) -> bool:
    return [_amount(atom) for atom in one] == [_amount(atom) for atom in other]


def _amount(atom: Atom) -> Decimal:
    return abs(atom.money or Decimal(0))


def _tokens(run: Sequence[Atom]) -> tuple[Token, ...]:
    return tuple(token for atom in run for token in atom.tokens)
