"""The sums of claim forms: all charges in box 28 and what was paid in box 29, or the last row of a hospital's form."""

from collections.abc import Mapping, Sequence

from plainbill.reading.fields.claim_form_boxes import charge_box
from plainbill.reading.fields.claim_form_values import paid_by_kind
from plainbill.reading.fields.hospital_form_values import charges_of_hospital_form
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.found import Found

_CHARGES, _PAID = "totals.charges", "totals.patient_paid"


def with_sums_of_forms(fields: Mapping[str, Found], layouts: Sequence[PageLayout]) -> dict[str, Found]:
    """Return the totals of a bill with those of a form, whose cents stand behind a rule and no point."""
    found = dict(fields)
    # Of the box a label may take the dollars alone.
    if (boxed := charge_box(layouts, found.get(_CHARGES))) is not None:
        found[_CHARGES] = boxed
    for charges, paid in paid_by_kind(layouts):
        of_all = found.setdefault(_CHARGES, charges)
        if paid is not None and of_all.value == charges.value and not _is_told(paid, found):
            found[_PAID] = paid
    if (summed := charges_of_hospital_form(layouts)) is not None:
        found.setdefault(_CHARGES, summed)
    return found


def _is_told(paid: Found, fields: Mapping[str, Found]) -> bool:
    """True where a label told whose payment it is, or what else somebody paid."""
    return _PAID in fields or any({*paid.tokens} & {*field.tokens} for field in fields.values())
