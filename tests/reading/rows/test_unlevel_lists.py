"""Two lists side by side whose rows are not level: the services, and what was paid and taken off."""

from dataclasses import replace

from plainbill.reading.page import PageWords
from plainbill.reading.rows.atoms import atoms_of
from plainbill.reading.rows.forming import rows_of
from plainbill.reading.rows.unlevel_lists import unlevel_lists
from tests.reading.papers import page_of, read_pages

TOP = """
Elmgrove Community Hospital
44 Slate Street, Elmgrove, NM 87999
Patient: Ada Lombard            Account: EC-3390
Statement date: 05/19/2026
"""
CARE = """
What your stay cost
Room for two nights               $4,120.00
Operating room                    $9,310.00
Medicine                            $455.00
Blood tests                         $215.00
Total hospital charges           $14,100.00
"""
DONE = """
                                                        What was done about it
                                                        Your insurance paid        -$8,000.00
                                                        Insurance savings          -$5,600.00
                                                        You paid                     -$100.00
                                                        You owe                       $400.00
"""


CARDS = """
Visit of March 2
Your provider billed              $310.00
Amount we allow                   $200.00
We paid your provider             $150.00
Visit of March 9
Your provider billed              $120.00
Amount we allow                    $80.00
We paid your provider              $60.00
"""
CODED = """
Code  Service                      Amount
120   Room for two nights       $4,120.00
360   Operating room            $9,310.00
250   Medicine                    $455.00
300   Blood tests                 $215.00
"""
SHARES = """

                                                        Deductible         $20.00
                                                        Copay              $30.00
                                                        Coinsurance         $0.00

                                                        Deductible          $0.00
                                                        Copay              $20.00
                                                        Coinsurance         $0.00
"""


def _lowered(page: PageWords, by: float) -> PageWords:
    boxes = [replace(word.box, y0=word.box.y0 + by, y1=word.box.y1 + by) for word in page.words]
    return replace(page, words=tuple(replace(word, box=box) for word, box in zip(page.words, boxes, strict=True)))


def side_by_side(one: str, other: str, *, lower_by: float) -> PageWords:
    top, left, right = (page_of("\n" * down + text) for down, text in ((0, TOP), (7, one), (7, other)))
    words = (*top.words, *left.words, *_lowered(right, lower_by).words)
    return PageWords(index=0, file="bill", number=1, width=1800, height=2400, words=words)


def test_the_services_of_one_list_are_apart_from_the_sums_of_the_other() -> None:
    (parsed,) = read_pages(side_by_side(CARE, DONE, lower_by=12))
    document = parsed.document
    assert [(line.description, str(line.charge)) for line in document.lines] == [
        ("Room for two nights", "4120.00"),
        ("Operating room", "9310.00"),
        ("Medicine", "455.00"),
        ("Blood tests", "215.00"),
    ]
    assert document.totals is not None
    totals = document.totals
    sums = (totals.charges, totals.insurance_paid, totals.adjustments, totals.patient_paid, totals.balance_due)
    assert [str(amount) for amount in sums] == ["14100.00", "8000.00", "5600.00", "100.00", "400.00"]


def test_cards_that_print_the_same_captions_beside_each_other_are_no_such_lists() -> None:
    rows = rows_of(side_by_side(CARDS, SHARES, lower_by=12))
    assert unlevel_lists([atoms_of(row) for row in rows], height=16.0) is None


def test_lists_whose_rows_are_level_are_no_such_lists() -> None:
    rows = rows_of(side_by_side(CARE, DONE, lower_by=0))
    assert unlevel_lists([atoms_of(row) for row in rows], height=16.0) is None


def test_rows_that_begin_with_codes_are_those_of_a_table() -> None:
    rows = rows_of(side_by_side(CODED, DONE, lower_by=12))
    assert unlevel_lists([atoms_of(row) for row in rows], height=16.0) is None


def test_sums_in_a_box_right_below_a_list_stand_beside_none_of_it() -> None:
    rows = rows_of(side_by_side(CARE, DONE, lower_by=12 + 20 * (CARE.count("\n") + 2)))
    assert unlevel_lists([atoms_of(row) for row in rows], height=16.0) is None
