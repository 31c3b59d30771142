"""What stands on one line at the head or foot of a bill: an office's imprint, a member's number, the day below it."""

from datetime import date

from plainbill.case import Document
from tests.reading.papers import read_text

BILL = """
LARKSPUR diagnostics laboratory
Patient: Ada Lombard     {more}

Date          Code     Description       Qty     Amount
04/02/2026    80061    Lipid panel       {count}     120.00
Total charges                                    120.00
{foot}
"""


def bill(more: str = "", foot: str = "", count: str = "  1") -> Document:
    return read_text(BILL.format(more=more, foot=foot, count=count))


def test_an_imprint_at_the_foot_gives_the_address() -> None:
    foot = "Larkspur Diagnostics Laboratory \u00b7 15 Rose Park, Elmgrove, NY 14699 \u00b7 585-555-0137"
    document = bill(foot=f"\n\n{foot}")
    assert document.provider is not None and document.provider.address == "15 Rose Park, Elmgrove, NY 14699"


def test_where_to_send_checks_has_no_phone_and_gives_none() -> None:
    document = bill(foot="\n\nLarkspur Diagnostics Laboratory \u00b7 PO Box 77 \u00b7 Elmgrove, NY 14699")
    assert document.provider is None or document.provider.address is None


def test_the_letters_of_a_plan_before_digits_are_no_subscriber() -> None:
    coverage = bill(more="Insurance: Rowan Plains Health     Member: RPH 90022177 01").coverage
    assert coverage is not None
    assert (coverage.member_id, coverage.subscriber_name) == ("RPH 90022177 01", None)


def test_a_claim_that_the_plan_did_not_answer_yet_is_pending() -> None:
    assert bill(more="Claim status: not yet answered by plan").insurance_pending


def test_a_day_below_the_number_of_an_invoice_is_that_of_the_paper() -> None:
    assert bill(more="Invoice LDL-26-077\n                         of 15 July 2026").document_date == date(2026, 7, 15)


def test_a_birth_below_the_number_of_an_invoice_is_not_the_day_of_the_paper() -> None:
    document = bill(more="Invoice LDL-26-077\n    Date of birth\n    of 15 July 1961")
    assert document.document_date is None


def test_months_glued_to_a_count_are_its_units() -> None:
    assert [line.units for line in bill(count="1MO").lines] == [1]


def test_notes_from_a_plan_name_the_insurer() -> None:
    document = bill(foot="Notes from Rowan Plains Health Plan\nN1 Applied to your deductible.")
    assert document.payer is not None and document.payer.name == "Rowan Plains Health Plan"
