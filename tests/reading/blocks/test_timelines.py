"""What became of a bill, one entry below the other with its day: the first is a sum, the last is what is left."""

from plainbill.case import Document
from tests.reading.papers import read_text

PAGE = """
Quarrytown General Hospital
8 Slate Street
Elmgrove, NM 87999

Patient: Ada Lombard          Account: QC-10447
Statement date: 05/01/2025

What it was for
Delivery room                                $3,100.00
Nursery                                        $640.50
Laboratory                                     $220.00
What became of it
Birth of your child billed                   {billed}
Mar 3, 2025
Agreed price reduction                      -$1,200.50
Mar 28, 2025
Ridgeline Mutual paid                       -$2,500.00
Mar 28, 2025
You paid at the desk                          -$100.00
Apr 2, 2025
What remains to settle                       {left}
"""


def page(billed: str = "$3,960.50", left: str = "$160.00") -> Document:
    return read_text(PAGE.format(billed=billed, left=left))


def test_only_what_the_first_entry_adds_up_is_a_service() -> None:
    assert [(line.description, str(line.charge)) for line in page().lines] == [
        ("Delivery room", "3100.00"),
        ("Nursery", "640.50"),
        ("Laboratory", "220.00"),
    ]
    assert all(line.service_date is None for line in page().lines)


def test_what_is_taken_off_is_a_payment_on_the_day_below_it() -> None:
    assert [(str(each.date), str(each.amount)) for each in page().payments] == [
        ("2025-03-28", "1200.50"),
        ("2025-03-28", "2500.00"),
        ("2025-04-02", "100.00"),
    ]


def test_where_the_entries_do_not_close_the_days_below_make_no_payments_of_this_kind() -> None:
    assert [each.date for each in page(left="$161.00").payments if each.date is not None] == []
