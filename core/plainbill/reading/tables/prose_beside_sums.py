"""Sentences printed left of the closing sums of a table: "... is yours to keep    Total of invoice    534.70"."""

from collections.abc import Sequence

from plainbill.reading.rows.atoms import Atom
from plainbill.reading.tables.row_roles import is_summary, total_role
from plainbill.reading.terms.codes import parse_code
from plainbill.reading.terms.running_text import is_running_text
from plainbill.reading.terms.wording import summary_field

# Words of a sentence stand closer, in heights of print.
_GUTTER = 1.5
_FEWEST_WORDS = 5


def without_prose_beside_sums(body: Sequence[Sequence[Atom]]) -> list[tuple[Atom, ...]]:
    """The rows of a table, of those that print a sentence, then a gutter and a sum, the sum alone."""
    return [_sum_of(own) or tuple(own) for own in body]


def _sum_of(own: Sequence[Atom]) -> tuple[Atom, ...]:
    """The label and the amount that end the row behind a sentence, nothing where it is none, as that of a day."""
    if (
        not own
        or own[0].kind == "date"
        or parse_code(own[0].text) is not None
        or own[-1].kind != "money"
        or sum(atom.kind == "money" for atom in own) > 1
    ):
        return ()
    gaps = [i for i in range(1, len(own) - 1) if own[i].x0 - own[i - 1].x1 > _GUTTER * own[i - 1].tokens[0].box.height]
    if not gaps or gaps[0] < _FEWEST_WORDS or not is_running_text(" ".join(atom.text for atom in own[: gaps[0]])):
        return ()
    label = own[gaps[0] : -1]
    words = " ".join(atom.text for atom in label)
    summed = total_role(words, label, set()) is not None or is_summary(label) or summary_field(words) is not None
    return tuple(own[gaps[0] :]) if summed else ()
