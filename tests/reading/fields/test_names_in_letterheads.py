"""Letterheads with an aside behind the name, coupons that name whom to pay, and plans called first payer."""

from decimal import Decimal

from plainbill.case import Document
from tests.reading.papers import read_text

BILL = """
{head}
118 Larch Bog Rd, Quarry NJ 08199

Patient: Ada Lombard                          Account: LC-10447

{rows}

Date          Code       Description             Charge
04/02/2026    90999V7    Hemodialysis            600.00
04/02/2026    Q4081JE    Epoetin                  80.00

Charges this period                              680.00
Medicare paid                                  < 210.40 >
Medicare adjustment                            < {off} >
Brought forward from March                        12.00
Total you owe                                     71.60
{foot}
"""


def _read(head: str = "Larch Kidney Center", rows: str = "", foot: str = "", off: str = "410.00") -> Document:
    return read_text(BILL.format(head=head, rows=rows, foot=foot, off=off))


def test_what_stands_in_parentheses_behind_a_name_is_no_part_of_it() -> None:
    provider = _read(head="Larch Kidney Center of Pine Hollow (a Larkspur Renal Care Partners facility)").provider
    assert provider is not None
    assert provider.name == "Larch Kidney Center of Pine Hollow"


def test_the_first_payer_is_the_insurer() -> None:
    document = _read(rows="First payer       Medicare, MBI 4TE9-XM2-KQ81\nSecond payer      none")
    assert document.payer is not None
    assert document.payer.name == "Medicare"
    assert document.provider is not None
    assert document.provider.name == "Larch Kidney Center"


def test_modifiers_of_drugs_stand_glued_to_their_codes() -> None:
    lines = _read().lines
    assert [(line.code, line.modifiers) for line in lines] == [("90999", ("V7",)), ("Q4081", ("JE",))]


def test_what_a_plan_takes_off_that_paid_too_is_an_adjustment_where_the_sums_agree() -> None:
    totals = _read().totals
    assert totals is not None
    assert totals.adjustments == Decimal("410.00")


def test_what_a_plan_takes_off_is_none_where_the_sums_do_not_agree() -> None:
    totals = _read(off="450.00").totals
    assert totals is None or totals.adjustments is None


def test_whom_a_coupon_is_sent_to_is_no_addressee() -> None:
    foot = "Tear here and mail with check to:\nQuarry Creek Memorial - Lockbox 5512\nPO Box 9107, Larch, OH 45199"
    provider = _read(head="QUARRY CREEK MEMORIAL", foot=foot).provider
    assert provider is not None
    assert provider.name == "QUARRY CREEK MEMORIAL"
