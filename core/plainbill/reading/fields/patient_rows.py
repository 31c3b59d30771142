"""What stands without a label on the row about a patient, between the labels of birth and number: the sex."""

from collections.abc import Sequence

from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.found import Found, from_atoms
from plainbill.reading.rows.sexes import sex_in

_SEX = {"female": "F", "male": "M"}
_LETTERS = frozenset({"F", "M"})
# The other letter stands behind the first one, its cross or box and what parts them.
_BOXES = 5
_OF_A_PATIENT = frozenset({"patient.date_of_birth", "patient.medical_record_number"})


def sex_on_a_row(layouts: Sequence[PageLayout]) -> Found | None:
    """Return the sex that one of these labels has on its own row, None where none or several words say it."""
    for layout in layouts:
        labeled = {label.label[0] for label in layout.labels if label.field in _OF_A_PATIENT}
        values = {token for label in layout.labels for token in (*label.label, *label.value.tokens)}
        for row in layout.free:
            atoms = [atom for cell in row for atom in cell.atoms]
            if not any(labeled & set(atom.tokens) for atom in atoms):
                continue
            said = [atom for atom in atoms if atom.text.lower().strip(",;|") in _SEX and not values & set(atom.tokens)]
            if len(said) == 1:
                return from_atoms(_SEX[said[0].text.lower().strip(",;|")], said)
    return None


def sex_of_boxes(told: Found | None, layouts: Sequence[PageLayout]) -> Found | None:
    """Return the sex as it is, or by the cross where its letter is the first of two far apart: "Sex  M    F X"."""
    if told is None or len(told.tokens) > 1:
        return told
    for row in (row for layout in layouts for row in layout.cells):
        atoms = [atom for cell in row for atom in cell.atoms]
        at = next((i for i, atom in enumerate(atoms) if told.tokens[0] in atom.tokens), None)
        if at is not None and any(atom.text in _LETTERS - {told.value} for atom in atoms[at + 1 : at + _BOXES]):
            return sex_in(atoms[at:])
    return told
