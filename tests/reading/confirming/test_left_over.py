from dataclasses import replace
from decimal import Decimal

import pytest

from plainbill.case import DocumentKind
from plainbill.reading.confirming.left_over import lacks_what_is_left, repeated_beyond_the_sum
from plainbill.reading.layout import PageLayout, lay_out
from plainbill.reading.rows.found import Found, from_atoms
from tests.reading.papers import page_of, read_pages

BILL = """
Larkspur Clinic, LLC                 Statement Date: 05/01/2025
12 Mill Road, Salem, OR 97110        Account: LC-10447

Date        Code    Description         Charge
04/02/2025  99213   Office visit        100.00
04/02/2025  36415   Blood draw           24.00

Total charges                           {total}
Amount due                              {due}
"""
NAMED = {
    "lines[0].charge": "100.00",
    "lines[0].code": "99213",
    "lines[1].charge": "24.00",
    "lines[1].code": "36415",
}


def layout_of(text: str) -> PageLayout:
    """The layout of the one page that the text prints."""
    return lay_out(page_of(text))


def found_in(layout: PageLayout, printed: dict[str, str]) -> dict[str, Found]:
    """Values at their paths, each read from where its print stands last."""
    atoms = [atom for row in layout.cells for cell in row for atom in cell.atoms]
    last = {atom.text: atom for atom in atoms}
    return {path: from_atoms(last[text].money or text, [last[text]]) for path, text in printed.items()}


def lacks(text: str, printed: dict[str, str], kind: DocumentKind = "bill") -> bool:
    """Whether something is lacking where just these values were read."""
    layout = layout_of(text)
    lines = sum(path.startswith("lines[") and path.endswith("charge") for path in printed)
    return lacks_what_is_left(found_in(layout, printed), lines, 0, [layout], kind)


def test_nothing_lacks_where_everything_was_read() -> None:
    assert not lacks(BILL.format(total="124.00", due="124.00"), {**NAMED, "totals.charges": "124.00"})


@pytest.mark.parametrize(("total", "expected"), [("124.00", True), ("131.00", False)])
def test_a_charge_that_was_not_read_may_be_what_the_sum_has_more(total: str, expected: bool) -> None:
    first = {path: text for path, text in NAMED.items() if path.startswith("lines[0]")}
    assert lacks(BILL.format(total=total, due=total), {**first, "totals.charges": total}) is expected


def test_a_sum_of_all_lines_that_was_not_read_may_be_the_total() -> None:
    text = BILL.format(total="124.00", due="90.00")
    assert lacks(text, {**NAMED, "totals.charges": "90.00"})
    assert not lacks(BILL.format(total="150.00", due="90.00"), {**NAMED, "totals.charges": "90.00"})


def test_a_payment_that_was_not_read_may_be_what_the_balance_has_less() -> None:
    text = BILL.format(total="124.00", due="94.00") + "\nThank you 04/20/2025    {}\n"
    read = {**NAMED, "totals.charges": "124.00", "totals.balance_due": "94.00"}
    assert lacks(text.format("30.00"), read)
    assert not lacks(text.format("31.50"), read)


def test_codes_that_were_not_read_are_charges_of_a_paper_without_any() -> None:
    assert lacks(BILL.format(total="124.00", due="124.00"), {"totals.charges": "124.00"})


def test_a_paper_of_sums_alone_lacks_nothing() -> None:
    text = """
    Larkspur Clinic, LLC                 Statement Date: 05/01/2025
    12 Mill Road, Salem, OR 97110        Account: LC-10447
    Total charges                           124.00
    Amount due                              124.00
    """
    assert not lacks(text, {"totals.charges": "124.00"})


def test_codes_that_were_not_read_may_be_those_of_lines_without_any() -> None:
    read = {"lines[0].charge": "100.00", "lines[1].charge": "24.00", "totals.charges": "124.00"}
    text = """
    Larkspur Clinic, LLC
    Office visit        100.00
    Blood draw           24.00
    Total charges       124.00

    99213 for the visit of 04/02/2025
    """
    assert lacks(text, read)


def test_a_letter_has_no_charges_to_lack() -> None:
    assert not lacks(BILL.format(total="124.00", due="124.00"), {"totals.charges": "124.00"}, kind="letter")


def test_charges_that_stand_twice_beyond_the_sum_are_in_doubt() -> None:
    twice = {**NAMED, "lines[2].charge": "100.00", "lines[2].code": "99213", "totals.charges": "124.00"}
    found = found_in(layout_of(BILL.format(total="124.00", due="124.00")), twice)
    assert repeated_beyond_the_sum(found, 3) == ("lines[0].charge", "lines[2].charge")
    counted = {**found, "totals.charges": Found(value=Decimal("224.00"), tokens=found["totals.charges"].tokens)}
    assert repeated_beyond_the_sum(counted, 3) == ()


def test_a_paper_that_was_read_in_full_keeps_what_confirms_its_sums() -> None:
    (paper,) = read_pages(page_of(BILL.format(total="124.00", due="124.00")))
    assert "line_sum" in paper.sources["totals.charges"].confirmed_by
    assert paper.problems == ()


def test_it_is_said_that_an_amount_was_not_understood_which_a_sum_may_lack() -> None:
    text = BILL.format(total="124.00", due="106.00") + "\nGoodwill of 05/01/2025 18.00 given\n"
    (paper,) = read_pages(replace(page_of(text), text_layer=True))
    assert [problem.kind for problem in paper.problems] == ["other"]
    assert paper.sources["totals.balance_due"].confirmed_by == ()
    assert paper.sources["lines[0].charge"].confirmed_by


LISTED = """
Larkspur Clinic, LLC                 Statement Date: 05/01/2025
Patient: Ada Lombard                 Account: LC-10447

04/02/2025  99213  Office visit         $100.00
04/02/2025  36415  Blood draw            $24.00

Total charges                           {total}
Amount due                              {total}
"""


@pytest.mark.parametrize(("total", "sure"), [("$124.00", True), ("$131.00", False)])
def test_charges_below_no_head_are_in_doubt_where_they_come_to_no_printed_sum(total: str, sure: bool) -> None:
    (paper,) = read_pages(replace(page_of(LISTED.format(total=total)), text_layer=True))
    assert [str(line.charge) for line in paper.document.lines] == ["100.00", "24.00"]
    assert bool(paper.sources["lines[0].charge"].confirmed_by) is sure


def test_charges_below_a_head_are_what_the_paper_lists_whatever_they_come_to() -> None:
    (paper,) = read_pages(replace(page_of(BILL.format(total="131.00", due="131.00")), text_layer=True))
    assert paper.sources["lines[0].charge"].confirmed_by
