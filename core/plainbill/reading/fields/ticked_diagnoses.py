"""Diagnosis codes that are ticked in a list of choices: of the others nobody says that the patient has them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from plainbill.reading.blocks.ticked import is_tick
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.tokens import Token
from plainbill.reading.terms.codes import parse_diagnosis


def ticked_diagnoses(layouts: Sequence[PageLayout]) -> Iterator[tuple[str, Token]]:
    """Return each code right behind a tick, with its print."""
    for row in (row for layout in layouts for row in layout.free):
        for tick, atom in pairwise(atom for cell in row for atom in cell.atoms):
            code = parse_diagnosis(atom.text) if is_tick(tick) else None
            if code is not None and "." in code:
                yield code, atom.tokens[0]
