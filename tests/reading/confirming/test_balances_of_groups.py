"""Bills by visit: charges and payments that leave what is printed below each visit bear each other out."""

from plainbill.reading.parsed import ParsedDocument
from tests.reading.papers import page_of, read_pages

BILL = """
Quarrytown Clinic, LLC
8 Slate Street, Elmgrove, NM 87999
Ada Lombard - account QC-10447
Statement date: 06/12/2025

Visit of Wednesday, April 2, 2025 with Per Aldous PA-C
99212   Short visit                              {first}
87101   Fungus culture                            41.00
        Insurance payment - Bay Co-op            -44.65
        Insurance discount                       -54.35
        Left for this visit                       30.00
Visit of Friday, May 9, 2025 with Per Aldous PA-C
99214   Longer visit                             198.00
93000   EKG with report                           79.00
        Insurance discount                       -86.40
        Left for this visit                      190.60
        All visits, you owe                     $220.60
"""


def parsed(first: str) -> ParsedDocument:
    (paper,) = read_pages(page_of(BILL.format(first=first)))
    return paper


def test_what_each_visit_leaves_confirms_its_charges_and_payments_and_the_balance() -> None:
    sources = parsed(" 88.00").sources
    amounts = [f"lines[{i}].charge" for i in range(4)] + [f"payments[{i}].amount" for i in range(3)]
    assert all("subtotal" in sources[path].confirmed_by for path in (*amounts, "totals.balance_due"))


def test_a_visit_that_leaves_something_else_confirms_none_of_its_charges() -> None:
    sources = parsed(" 83.00").sources
    assert sources["lines[0].charge"].confirmed_by == ()
    assert sources["lines[1].charge"].confirmed_by == ()
