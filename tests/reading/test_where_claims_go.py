"""A card prints where claims are sent at its foot, far from the plan's name."""

import pytest

from tests.reading.papers import read_text

CARD = """
                                      HMO Silver 2500
Meridia Health Plan
                                      Medical + Rx
Subscriber                Subscriber ID
ADA LOMBARD               FHP 2210 58847
Dependent 02              Group No.
ROWAN LOMBARD             FW-77310
PCP $25                   Deductible $2,500
Specialist $60            Payer ID FHP44
Members: 1-877-555-0161
{foot}
"""


# The foot of the card stands below the upper part of the picture.
ABOVE = "\n" * 30


@pytest.mark.parametrize("said", ["Send claims to", "Mail claims to:", "Claims:", "Submit all claims to"])
def test_where_claims_go_is_the_address_of_the_plan(said: str) -> None:
    payer = read_text(ABOVE + CARD.format(foot=f"{said} PO Box 81, Inkwell, NJ 07999")).payer
    assert payer is not None
    assert payer.address == "PO Box 81, Inkwell, NJ 07999"


def test_where_questions_go_is_none() -> None:
    payer = read_text(ABOVE + CARD.format(foot="Questions about claims? See your handbook, page 81")).payer
    assert payer is not None
    assert payer.address is None


def test_where_claims_go_may_stand_on_rows_below_the_words() -> None:
    foot = "Send medical claims to:\nFenland Claims Office\nPO Box 81\nInkwell, NJ 07999\nPayer ID: FHP44"
    payer = read_text(ABOVE + CARD.format(foot=foot)).payer
    assert payer is not None
    assert payer.address == "PO Box 81, Inkwell, NJ 07999"
