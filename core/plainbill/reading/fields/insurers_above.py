"""The insurer over the name of an office, where a plan's page prints both and the office larger."""

import re
from collections.abc import Sequence

from plainbill.reading.fields.loose_phones import INSURER
from plainbill.reading.labels.name_blocks import is_title
from plainbill.reading.rows.atoms import Cell
from plainbill.reading.terms.running_text import is_running_text

_NEXT_ROW = 3.0
_GIVES_CARE = re.compile(
    r"\b(?:clinic|hospital|dermatolog|orthop|pediatric|cardiolog|urolog|neurolog|radiolog|patholog|surg|physician|dental"
    r"|dentist|urgent care|family (?:practice|medicine)|imaging|laborator|pharmacy|eye )",
    re.IGNORECASE,
)
_LONGEST = 6


def insurer_above(head: Cell | None, rows: Sequence[Sequence[Cell]]) -> Cell | None:
    """Return the insurer's name right above that of an office that `head` was taken from, None where none stands."""
    if head is None or _GIVES_CARE.search(head.text) is None or INSURER.search(head.text):
        return None
    for row in rows:
        for cell in row:
            above = 0 < head.y - cell.y < _NEXT_ROW * head.height and abs(cell.x0 - head.x0) < head.height
            words = len(cell.atoms) <= _LONGEST and all(atom.kind == "text" for atom in cell.atoms)
            named = words and cell.text[:1].isupper() and INSURER.search(cell.text) is not None
            if above and named and not is_title(cell.text) and not is_running_text(cell.text):
                return cell
    return None


def may_insure(name: Cell, logo: Cell) -> bool:
    """True where a name says that it insures, or shares more than one word with the logo that it is written out for."""
    said = INSURER.search(name.text) or re.search(r"\b(?:health|care)\b", name.text, re.IGNORECASE)
    return len(logo.atoms) > 1 or said is not None
