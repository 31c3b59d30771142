"""Lists of sums right of the list of charges, as summaries of hospitals print them: "YOUR INSURANCE", "YOUR SHARE"."""

import re
from collections.abc import Iterator, Sequence

from plainbill.reading.blocks.cards import amount_name
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.forming import Row
from plainbill.reading.terms.wording import is_total

# So many rows have a sum beside their charge, and so many a charge, whose amounts end at one edge; in heights of print.
_FEWEST_BESIDE, _FEWEST, _ALIGNED = 2, 3, 1.5

_PAID_BY = re.compile(r"(?:already )?paid by\b", re.IGNORECASE)

_Pair = tuple[tuple[Atom, ...], Atom]


def without_sums_beside(rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]]) -> list[tuple[Atom, ...]]:
    """Return the atoms of each row without the sums right of its charge; as they are where no such lists stand."""
    pairs = [[*_pairs(own)] for own in atoms]
    beside = [i for i, own in enumerate(pairs) if len(own) > 1 and all(map(_is_a_sum, own[1:]))]
    bare = [i for i in beside if any(not words for words, _ in pairs[i][1:])]
    if len(beside) - len(bare) < max(_FEWEST_BESIDE, len(bare)):
        # Amounts alone beside each other are columns.
        return list(atoms)
    edge, height = pairs[beside[0]][0][1].x1, rows[beside[0]].height
    listed = [i for i, own in enumerate(pairs) if own and abs(own[0][1].x1 - edge) < _ALIGNED * height]
    charged = [i for i in listed if not _is_a_sum(pairs[i][0])]
    others = [i for i in listed if len(pairs[i]) > 1 and i not in beside]
    if others or len(charged) < _FEWEST or not {*beside} <= {*listed} or not {*beside} & {*charged}:
        return list(atoms)
    found = list(atoms)
    for i in beside:
        found[i] = atoms[i][: atoms[i].index(pairs[i][0][1]) + 1]
    return found


def _pairs(atoms: Sequence[Atom]) -> Iterator[_Pair]:
    """Words with the amount behind them; nothing where a row holds more than that."""
    found: list[_Pair] = []
    words: list[Atom] = []
    for atom in atoms:
        if atom.kind == "money":
            if not words and not found:
                return
            # An amount alone beside a charge is that of a box with its words above it.
            found.append((tuple(words), atom))
            words = []
        else:
            words.append(atom)
    if not words:
        yield from found


def _is_a_sum(pair: _Pair) -> bool:
    """True where there are no words, or they say who paid, what was taken off or what share is whose, or sum up."""
    words = [word for atom in pair[0] for word in atom.text.strip(":").split()]
    name, said = amount_name(words), " ".join(words)
    return not words or name is not None and name != "charge" or is_total(said) or _PAID_BY.match(said) is not None
