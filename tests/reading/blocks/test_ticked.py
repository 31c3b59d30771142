"""Forms that list all that an office may do, of which only what is ticked was done."""

import pytest

from plainbill.case import Document
from tests.reading.papers import read_text

FORM = """
Yarrow Street Pediatrics
ENCOUNTER FORM / SUPERBILL
Patient: Ada Lombard       Date of service: 1/16/2026
ESTABLISHED
      99212      Level 2                          95.00
 {0}  99213      Level 3                         145.00
      99214      Level 4                         210.00
PROCEDURES
 {1}  94640      Nebulizer treatment              68.00
      69210      Ear wax removal                  92.00
      93000      EKG with interp                  88.00

                 Total charges today            $213.00
"""


def form(first: str, second: str) -> Document:
    return read_text(FORM.format(first, second))


@pytest.mark.parametrize("ticks", [("X", "X"), ("☒", "冈"), ("✓", "x")])
def test_only_what_is_ticked_was_done(ticks: tuple[str, str]) -> None:
    assert [(line.code, str(line.charge)) for line in form(*ticks).lines] == [("99213", "145.00"), ("94640", "68.00")]


def test_where_no_tick_was_read_and_the_sum_is_another_nothing_is_said_to_be_done() -> None:
    assert form(" ", " ").lines == ()


def test_what_has_a_day_of_its_own_was_done_whatever_the_form_is_called() -> None:
    document = read_text("""
    Willow & Stone Counseling, LLC                STATEMENT / SUPERBILL
    Client: Marcus Tillery    DOB: 6/2/1990    Diagnosis: F41.1

    Date        CPT      Service                     Fee
    4/2/2026    90791    Intake evaluation           $220.00
    4/9/2026    90837    Psychotherapy, 60 minutes   $175.00
    4/23/2026   --       Late cancellation fee        $60.00
                TOTALS                               $455.00
    """)
    assert [line.code for line in document.lines] == ["90791", "90837", None]
