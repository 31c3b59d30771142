"""What an amount is of a single charge, by the words before it."""

from collections.abc import Sequence

from plainbill.reading.heads.head_words import meaning_of
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.terms.vocabulary import field_labels
from plainbill.reading.terms.wording import summary_field

# What the label of a sum says of a single charge.
_OF_ONE = {
    "total_charges": "charge",
    "total_allowed": "allowed",
    "total_adjustments": "adjustment",
    "total_insurance_paid": "plan_paid",
    "total_patient_paid": "patient_paid",
    "total_owed": "patient_responsibility",
}
_FIELDS = frozenset(
    {"charge", "adjustment", "plan_paid", "other_paid", "patient_paid", "patient_responsibility", "allowed"}
    | {"not_covered", "deductible", "copay", "coinsurance"}
)


def amount_of_one(words: Sequence[Atom]) -> str | None:
    """Return the column of amounts that the words stand for, None where nobody knows them."""
    texts = tuple(token.text for atom in words for token in atom.tokens)
    meaning = meaning_of(texts)
    if meaning is not None and meaning.exact and meaning.fields[0] in _FIELDS:
        return meaning.fields[0]
    label = field_labels().find(texts)
    field = label.fields[0] if label is not None and label.exact else summary_field(" ".join(texts))
    return _OF_ONE.get(field or "")
