"""Diagnosis codes that are ticked in a list of choices: of the others nobody says that the patient has them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from plainbill.reading.blocks.ticked import is_tick
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.tokens import Token
from plainbill.reading.terms.codes import parse_diagnosis


def ticked_diagnoses(layouts: Sequence[PageLayout]) -> Iterator[tuple[str, Token]]:
    """Return each code right behind a tick, with its print; one without a point only beside one that has it."""
    for row in (row for layout in layouts for row in layout.free):
        atoms = [atom for cell in row for atom in cell.atoms]
        pointed = any("." in (parse_diagnosis(atom.text) or "") for atom in atoms)
        for tick, atom in pairwise(atoms):
            code = parse_diagnosis(atom.text) if is_tick(tick) else None
            if code is not None and ("." in code or pointed and len(code) == _SHORTEST):
                yield code, atom.tokens[0]


_SHORTEST = 3
