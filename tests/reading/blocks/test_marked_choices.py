"""Forms that list services side by side, of which only what is marked was done."""

import pytest

from plainbill.case import Document
from tests.reading.papers import read_text

FORM = """
Yarrow Street Clinic                          Tax ID 84-5550019
Patient: Ada Lombard                          Today's date: 1/16/2026
VISIT                                            THERAPY
      99212      Level 2                 95.00      97110      Exercise           48.00
 {0}  99213 -25  Level 3                145.00      97112      Neuromuscular      50.00
      99214      Level 4                210.00   {1}  97140 -59  Manual therapy     49.00
      99215      Level 5                290.00      97035      Ultrasound         28.00
X-RAY                                            DIAGNOSIS
      72040      Neck, two views         92.00   X  M54.2      Neck pain
      72100      Back, two views         98.00      M54.50     Low back pain
                                                 X  R51.9      Headache

Total today   194.00         Paid today   60.00  [ ] cash  [ ] check      Owing    134.00
Only marked boxes were done. Prices good
through 12/31/2026.
"""


def form(first: str, second: str) -> Document:
    return read_text(FORM.format(first, second))


def test_what_is_marked_in_lists_side_by_side_was_done_list_by_list() -> None:
    lines = form("X", "X").lines
    assert [(line.code, line.modifiers, line.description, str(line.charge)) for line in lines] == [
        ("99213", ("25",), "Level 3", "145.00"),
        ("97140", ("59",), "Manual therapy", "49.00"),
    ]


def test_where_the_sum_is_another_nobody_knows_what_was_done() -> None:
    assert form("X", " ").lines == ()


def test_only_marked_diagnoses_are_those_of_the_patient() -> None:
    assert form("X", "X").diagnosis_codes == ("M54.2", "R51.9")


def test_a_marked_diagnosis_without_a_point_counts_beside_one_that_has_it() -> None:
    beside = FORM.replace("M54.50     Low back pain", "M54.50     Low back pain   X  I10   Hypertension")
    assert read_text(beside.format("X", "X")).diagnosis_codes == ("M54.2", "I10", "R51.9")
    alone = FORM.replace("                       R51.9      Headache", "                       B12        Injection")
    assert "B12" not in read_text(alone.format("X", "X")).diagnosis_codes


@pytest.mark.parametrize("mark", ["X", "\u2715", "\u2612"])
def test_a_cross_of_any_form_marks(mark: str) -> None:
    assert [line.code for line in form(mark, mark).lines] == ["99213", "97140"]


def test_sums_side_by_side_are_told_apart() -> None:
    document = form("X", "X")
    assert document.totals is not None
    sums = (document.totals.charges, document.totals.patient_paid, document.totals.balance_due)
    assert [str(amount) for amount in sums] == ["194.00", "60.00", "134.00"]
    assert document.payments == ()


def test_the_day_of_a_marked_form_is_that_of_the_visit_and_prices_end_no_care() -> None:
    document = form("X", "X")
    assert (str(document.service_from), document.service_to) == ("2026-01-16", None)


PRICED_BY_HAND = """
Yarrow Street Clinic                          Tax ID 84-5550019
Patient: Ada Lombard                          Date of visit: 1/16/2026
     Code       Service                Fee           Code       Service            Fee
     99202      New, straight                        73610      Ankle film
     99203      New, low                        {0}  81002      Urine dip        14.00
     99212      Est, straight                        87880      Strep
 X   99213      Est, low             90.00      X    96372      Injection        32.00
     99214      Est, moderate                   X    J1885      Ketorolac        18.00

Total charges   $ {1}         Paid today   60.00
"""


def test_what_has_no_price_was_not_done() -> None:
    done = [("99213", "90.00"), ("81002", "14.00"), ("96372", "32.00"), ("J1885", "18.00")]
    for mark in ("X", " "):
        lines = read_text(PRICED_BY_HAND.format(mark, "154.00")).lines
        assert [(line.code, str(line.charge)) for line in lines] == done
    assert read_text(PRICED_BY_HAND.format(" ", "160.00")).lines == ()
