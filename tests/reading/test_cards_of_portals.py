"""A member's card as a portal shows it, with the words of the page around it."""

from tests.reading.papers import read_text

CARD = """
My ID card
Front | Back

OAKHAVEN BENEFIT TRUST
Oakhaven Select HSA 3200

Member
Leocadia Thorne
Member ID
OBT 7714 20983 03
Group number
0449-118

Office visit $30
Urgent care $75

RxBIN 610000   RxPCN OHVN   RxGRP OBTRX

Member Services 1-888-555-0163
Payer ID 77419
Mail claims to: Oakhaven Benefit Trust, PO Box 3047, Des Moines, IA 50306
"""


def test_the_words_of_the_page_are_nobodys_name() -> None:
    payer = read_text(CARD).payer
    assert payer is not None and payer.name == "OAKHAVEN BENEFIT TRUST"


def test_where_claims_are_mailed_is_the_address_of_the_plan() -> None:
    payer = read_text(CARD).payer
    assert payer is not None and payer.address == "PO Box 3047, Des Moines, IA 50306"


def test_the_plan_below_the_name_in_capitals_is_that_of_the_card() -> None:
    coverage = read_text(CARD).coverage
    assert coverage is not None and coverage.plan_name == "Oakhaven Select HSA 3200"
