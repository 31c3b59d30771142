"""Rows at the edges of pages that hold what all services up to there cost."""

from decimal import Decimal

from plainbill.case import Document
from tests.reading.papers import page_of, read_pages

FIRST = """
Alder Fork Hospital                                              page 1 of 2
Patient: Ada Lombard          Account: AF-20881

Date        Rev     Description                 Qty     Amount
03/11/26    0250    Saline 500 ml               2        58.00
03/11/26    0300    Blood draw                  1        22.50
03/11/26    0301    Basic panel                 1       140.00
{foot}
"""
SECOND = """
Alder Fork Hospital                                              page 2 of 2
Patient: Ada Lombard          Account: AF-20881

Date        Rev     Description                 Qty     Amount
{head}
03/12/26    0250    Saline 500 ml               1        29.00
03/12/26    0320    Chest film                  1       210.00
{foot}
"""


def read(first: str, second: str) -> Document:
    (parsed,) = read_pages(page_of(first, 0), page_of(second, 1))
    return parsed.document


def charges(document: Document) -> list[Decimal | None]:
    return [line.charge for line in document.lines]


def test_what_all_services_of_both_pages_cost_is_no_service() -> None:
    second = SECOND.format(head="", foot="                    So far in this listing              459.50")
    document = read(FIRST.format(foot=""), second)
    assert charges(document) == [Decimal(each) for each in ("58.00", "22.50", "140.00", "29.00", "210.00")]


def test_a_row_that_costs_something_else_stays_a_service() -> None:
    second = SECOND.format(head="", foot="                    Television                          459.75")
    document = read(FIRST.format(foot=""), second)
    assert charges(document)[-1] == Decimal("459.75")


def test_what_was_carried_from_a_page_nobody_sent_is_no_service_and_no_earlier_balance() -> None:
    second = SECOND.format(head="                    Brought from previous page          999.00", foot="")
    document = read(FIRST.format(foot="                    Carried on to page 2                220.50"), second)
    assert len(document.lines) == 5
    assert document.previous_balance is None
