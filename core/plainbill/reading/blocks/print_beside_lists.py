"""Lists whose rows end in codes, without the box that stands right of them and the ticks that stand left of them."""

import statistics
from collections.abc import Sequence

from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.forming import Row
from plainbill.reading.terms.codes import is_glued_code, known_modifiers, parse_code

# So many codes below each other make a list, and so many rows with print beside them a box.
_FEWEST_CODES, _FEWEST_BESIDE = 3, 2
# A box stands this far right of the codes, in heights, and its rows this far above the first of them or below the last.
_APART, _ABOVE = 3.0, 2.5
_ALIGNED = 0.7


def without_print_beside(
    rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]]
) -> tuple[list[Row], list[tuple[Atom, ...]]]:
    """Return the rows and their atoms, those of a list whose codes stand below each other without what is beside it."""
    kept_rows, kept = list(rows), list(atoms)
    codes = [(i, atom) for i, own in enumerate(atoms) for k, atom in enumerate(own) if _ends_words(own, k)]
    listed = _below_each_other(codes, rows)
    if len(listed) < _FEWEST_CODES:
        return kept_rows, kept
    height = statistics.median(rows[i].height for i, _ in listed)
    first, last = rows[listed[0][0]].y - _ABOVE * height, rows[listed[-1][0]].y + _ABOVE * height
    edge = max(_end_of(atoms[i], code) for i, code in listed) + _APART * height
    within = [i for i, row in enumerate(rows) if first < row.y < last]
    if sum(any(atom.x0 > edge for atom in atoms[i]) for i in within) >= _FEWEST_BESIDE:
        for i in within:
            kept[i] = tuple(atom for atom in atoms[i] if atom.x0 < edge)
    left = statistics.median(_first_word(kept[i]).x0 for i, _ in listed)
    for i, _ in listed:
        if _is_ticked(kept[i], left, height):
            kept[i] = kept[i][1:]
    filled = [i for i, own in enumerate(kept) if own or not atoms[i]]
    return [kept_rows[i] for i in filled], [kept[i] for i in filled]


def _below_each_other(codes: Sequence[tuple[int, Atom]], rows: Sequence[Row]) -> list[tuple[int, Atom]]:
    """The longest run of codes that stand below each other, a row between them at most."""
    best: list[tuple[int, Atom]] = []
    for start in range(len(codes)):
        run = [codes[start]]
        for i, atom in codes[start + 1 :]:
            if i - run[-1][0] in {1, 2} and abs(atom.x0 - run[-1][1].x0) < _ALIGNED * rows[i].height:
                run.append((i, atom))
        best = max(best, run, key=len)
    return best


def _ends_words(own: Sequence[Atom], at: int) -> bool:
    """True for a code with words before it: behind a day alone it begins them."""
    words = any(atom.kind == "text" and any(map(str.isalpha, atom.text)) for atom in own[:at])
    return words and _is_code(own[at])


def _is_code(atom: Atom) -> bool:
    return atom.kind == "text" and parse_code(atom.text) is not None and not is_glued_code(atom.text)


def _end_of(own: Sequence[Atom], code: Atom) -> float:
    """Where a code and the modifiers behind it end."""
    end = code.x1
    for atom in own[own.index(code) + 1 :]:
        if atom.text not in known_modifiers():
            break
        end = atom.x1
    return end


def _first_word(own: Sequence[Atom]) -> Atom:
    return next((atom for atom in own if len(atom.text) > 1), own[0])


def _is_ticked(own: Sequence[Atom], left: float, height: float) -> bool:
    """True where a single mark stands left of the list: a box that was read as a letter."""
    if len(own) < 3 or len(own[0].text) > 1:
        return False
    return own[0].x1 < left - _ALIGNED * height and abs(own[1].x0 - left) < _ALIGNED * height
