"""Papers whose list ends in its total on one page, and whose next page goes on from that total."""

import pytest

from tests.reading.papers import page_of, read_pages

FIRST = """
Monadnock Valley Hospital                                        Estimate 5506-2281
18 Granite Lane, Jaffrey Mills, NH 03997                         page 1 of 2

Estimate prepared on 4 June 2026 for Ada Lombard

MRI of shoulder, without contrast (73221)                        $1,890.00
Needle guidance by fluoroscopy (77002)                             $412.00
Injection of dye for shoulder study (23350)                        $688.00
Total price before insurance                                     $2,990.00
"""
SECOND = """
Monadnock Valley Hospital                                        Estimate 5506-2281
                                                                 page 2 of 2

What we expect your insurance to do
Total price before insurance                                     $2,990.00
Price your plan allows                                           $1,790.00
We expect Ridgeline Mutual to pay                               -$1,168.00
Deductible you still have to meet                                  $622.00
"""


def test_what_stands_below_a_total_carried_over_is_no_service() -> None:
    (parsed,) = read_pages(page_of(FIRST, 0), page_of(SECOND, 1))
    assert [line.code for line in parsed.document.lines] == ["73221", "77002", "23350"]


DETAIL = """
WILLOW BEND DISTRICT HOSPITAL                                       PAGE {page} OF 2
PATIENT: LOMBARD, ADA        ACCOUNT: 7710443        ADMITTED: 03/04/2026

DATE          DESCRIPTION                HCPCS     QTY      AMOUNT
{rows}
"""
BEGUN = """03/04/2026    ER VISIT LEVEL 4           99284       1      900.00
03/04/2026    EKG TRACING                93005       1      250.00


                    PAGE 1 CHARGES CARRIED TO NEXT PAGE    1,150.00"""
ENDED = """                           CHARGES BROUGHT FORWARD    1,150.00
03/05/2026    CHEST 1 VIEW               71045       1      300.00
TOTAL CHARGES                                            1,450.00
PAY THIS AMOUNT                                          1,450.00"""


def test_charges_brought_forward_from_the_page_before_are_no_previous_balance() -> None:
    (parsed,) = read_pages(page_of(DETAIL.format(page=1, rows=BEGUN), 0), page_of(DETAIL.format(page=2, rows=ENDED), 1))
    assert (parsed.document.previous_balance, len(parsed.document.lines)) == (None, 3)


def test_charges_carried_forward_at_the_foot_of_a_page_are_no_previous_balance() -> None:
    foot = BEGUN.replace("PAGE 1 CHARGES CARRIED TO NEXT PAGE", "CHARGES CARRIED FORWARD            ")
    (parsed,) = read_pages(page_of(DETAIL.format(page=1, rows=foot), 0))
    assert (parsed.document.previous_balance, len(parsed.document.lines)) == (None, 2)


@pytest.mark.parametrize("words", ["PAYMENTS BROUGHT FORWARD", "CREDIT CARRIED OVER", "ADJUSTMENTS BROUGHT FORWARD"])
def test_payments_brought_forward_are_no_previous_balance(words: str) -> None:
    rows = ENDED.replace("CHARGES BROUGHT FORWARD    1,150.00", f"{words:<24}      -150.00")
    (parsed,) = read_pages(page_of(DETAIL.format(page=2, rows=rows), 0))
    assert parsed.document.previous_balance is None
