"""What was taken off a whole claim, and why: rows of words, a reason and its amount beside no service."""

from collections.abc import Iterator, Sequence

from plainbill.reading.layout import PageLayout
from plainbill.reading.lines.claims import has_several_claims
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.found import Found
from plainbill.reading.rows.reasons import SHARE_OF_REASON, Reason, reason_at

# Heights of print: what ends a cell of words and amounts.
_APART = 3.0


def adjustments_of_claim(layouts: Sequence[PageLayout], found: dict[str, Found]) -> dict[str, Found]:
    """Return the adjustments of the one claim of a notice by their paths, and the shares that their words name too.

    Where lines have reasons of their own, those of the claim would sum them up.
    """
    if any(path.startswith("lines[") and path.endswith(".reason") for path in found) or has_several_claims(layouts):
        return {}
    told: dict[str, Found] = {}
    for i, (words, reason) in enumerate(_reasons(layouts)):
        told |= {f"adjustments[{i}].{name}": value for name, value in reason.fields.items()}
        share = SHARE_OF_REASON.get(str(reason.fields["reason"].value))
        if reason.fields["group"].value == "PR" and share is not None and share in words.lower().replace("-", ""):
            told.setdefault(f"totals.{share}", reason.fields["amount"])
    return {path: value for path, value in told.items() if path not in found}


def _reasons(layouts: Sequence[PageLayout]) -> Iterator[tuple[str, Reason]]:
    """The words before each reason and the reason, where its amount ends what stands together on a row."""
    for layout in layouts:
        for row in layout.free:
            atoms = [atom for cell in row for atom in cell.atoms]
            past = 0
            for i, atom in enumerate(atoms):
                reason = reason_at(atoms[i:]) if i > past else None
                if reason is None or "amount" not in reason.fields or atoms[i - 1].kind != "text":
                    continue
                past = i + reason.taken - 1
                if _ends(atoms, past + 1, atom.tokens[0].box.height):
                    yield " ".join(each.text for each in atoms[:i]), reason


def _ends(atoms: Sequence[Atom], at: int, height: float) -> bool:
    return at >= len(atoms) or atoms[at].x0 - atoms[at - 1].x1 > _APART * height
