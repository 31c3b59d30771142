"""Adjustments in rows of their own below their service."""

import pytest

from plainbill.reading.rows.atoms import atoms_of
from plainbill.reading.rows.forming import rows_of
from plainbill.reading.rows.reasons import is_reason_row, reason_at
from tests.reading.papers import page_of, read_text


def test_the_label_of_reasons_may_have_dirt_above_a_letter() -> None:
    document = read_text("""
        Quillwood Health Plan
        Explanation of benefits
        This is not a bill
        Claim number: 2603107741
        Line          Status      Billed    Allowed    Ded    Plan paid    You owe  Note
        03/02/2026    Cleaning
        D1110
                      Approved    119.00      48.79      -        34.15     14.64     B
        C\u00c1S CO-45 70.21 , PR-2 14.64
        03/02/2026    Full mouth exam
        D0330
                      Approved    126.00      80.64      -       80.64        0.00    B
        CAS CO-45 45.36
    """)
    off = [[(a.group, a.reason, str(a.amount)) for a in line.adjustments] for line in document.lines]
    assert off == [[("CO", "45", "70.21"), ("PR", "2", "14.64")], [("CO", "45", "45.36")]]


def test_the_mark_between_reasons_may_be_put_to_an_amount() -> None:
    (row,) = rows_of(page_of("CO45 $794.64 ; PR1 $737,35; PR2 $31.60"))
    assert is_reason_row(atoms_of(row))
    reason = reason_at(atoms_of(row)[3:])
    assert reason is not None
    assert str(reason.fields["amount"].value) == "737.35"


@pytest.mark.parametrize("label", ["CAS ", "CA5 ", "CA5"])
def test_a_label_whose_s_was_read_as_a_five_announces_reasons(label: str) -> None:
    (row,) = rows_of(page_of(f"{label}CO-253 1080.41 PR-2 276.10"))
    assert is_reason_row(atoms_of(row))
