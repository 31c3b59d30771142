"""Legends: the wording of note codes, printed below the lines that carry them."""

import re
from collections.abc import Iterator, Sequence

from plainbill.reading.atoms import Cell
from plainbill.reading.found import Found, from_atoms
from plainbill.reading.layout import PageLayout

_FEWEST_WORDS = 3
_CODE = re.compile(r"^\(?(?P<code>[A-Z0-9][A-Z0-9-]{0,5})\)?[:.=)]?$")


def legend_of(layouts: Sequence[PageLayout], codes: frozenset[str]) -> tuple[tuple[Found, Found], ...]:
    """Return code and wording of each note that the legend explains, once each, in printed order."""
    found: list[tuple[Found, Found]] = []
    seen: set[str] = set()
    for layout in layouts:
        for code, wording in _entries(layout, codes):
            if str(code.value) not in seen:
                seen.add(str(code.value))
                found.append((code, wording))
    return tuple(found)


def _entries(layout: PageLayout, codes: frozenset[str]) -> Iterator[tuple[Found, Found]]:
    for i, row in enumerate(layout.free):
        for j, cell in enumerate(row):
            match = _CODE.match(cell.atoms[0].text)
            if match is None or match["code"].upper() not in codes:
                continue
            rest = list(cell.atoms[1:])
            if not rest and j + 1 < len(row):
                rest = list(row[j + 1].atoms)
            while rest and rest[0].text in {"-", ":", "=", "–"}:
                rest.pop(0)
            if sum(any(m.isalpha() for m in atom.text) for atom in rest) < _FEWEST_WORDS:
                continue
            left = rest[0].x0
            for below in layout.free[i + 1 :]:
                more = _carried_on(below, rest[-1].y, left, cell, codes)
                if more is None:
                    break
                rest += list(more.atoms)
            text = " ".join(atom.text for atom in rest)
            yield from_atoms(match["code"], cell.atoms[:1]), from_atoms(text, rest)


def _carried_on(row: Sequence[Cell], y: float, left: float, first: Cell, codes: frozenset[str]) -> Cell | None:
    """The cell that carries the wording on, None where another note or another block begins."""
    if row and _CODE.match(row[0].atoms[0].text) and abs(row[0].x0 - first.x0) < 1.2 * first.height:
        # Another note, also one that no line carries.
        return None
    for cell in row:
        if cell.y - y > 1.75 * first.height:
            return None
        starts_note = (match := _CODE.match(cell.atoms[0].text)) is not None and match["code"].upper() in codes
        aligned = min(abs(cell.x0 - left), abs(cell.x0 - first.x0)) < 1.2 * first.height
        if aligned and not starts_note and not cell.text.endswith(":"):
            return cell
    return None
