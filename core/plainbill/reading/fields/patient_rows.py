"""What stands without a label on the row about a patient, between the labels of birth and number: the sex."""

from collections.abc import Sequence

from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.found import Found, from_atoms

_SEX = {"female": "F", "male": "M"}
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
