"""Two days behind a label that names both: "Claim received / paid   05/27/2026 / 06/05/2026"."""

import re
from collections.abc import Sequence

from plainbill.reading.labels.finding import Labeled
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.found import Found, from_atoms

_AND_DECIDED = re.compile(
    r"\breceived\s?(?:/|and|&)\s?(?:paid|processed|decided|finalized|completed):?$", re.IGNORECASE
)


def decided_beside_received(layouts: Sequence[PageLayout]) -> Found | None:
    """Return the day on which a plan decided, where it stands behind the one on which it received the claim."""
    for layout in layouts:
        own = (label for label in layout.labels if label.field == "received_date" and _names_both(label))
        for tokens in (label.value.tokens for label in own):
            rows = ([atom for cell in row for atom in cell.atoms] for row in layout.cells)
            atoms = next((row for row in rows if any(tokens[-1] in atom.tokens for atom in row)), [])
            at = next((i for i, atom in enumerate(atoms) if tokens[-1] in atom.tokens), 0)
            behind = [atom for atom in atoms[at + 1 : at + 3] if atom.date is not None]
            if len(behind) == 1:
                return from_atoms(behind[0].date, behind)
    return None


def _names_both(label: Labeled) -> bool:
    return _AND_DECIDED.search(" ".join(token.text for token in label.label)) is not None
