"""Who handles the claims of a plan, and cards that say only that they are to be shown."""

from plainbill.reading.layout import lay_out
from tests.reading.papers import SERVICES, page_of, read_text


def test_who_administers_claims_gave_no_care() -> None:
    document = read_text(f"""
Osprey Canning Company Employee Health Plan                       EXPLANATION OF BENEFITS
Claims administered by Quillpoint Benefits, 7 Wharf Street, Gull Haven, OR 97999
Phone 541-555-0109                                                Date paid 03/06/2026

Patient  Ada Lombard                 Claim  026-0411-A
{SERVICES}""")
    assert document.provider is None or "Quillpoint" not in str(document.provider.name)


def test_a_card_that_is_to_be_shown_is_one_of_a_member() -> None:
    layout = lay_out(
        page_of("""
Willow Coast Community Care                    Apple Blossom Medicaid

Member name:   Ada Lombard
Birth date:    08/30/2011
Medicaid ID:   108866214WA
Doctor (PCP):  Hesper Lindqvist, ARNP

No copays. Show this card and your services card at every visit.
Customer service 1-844-555-0165
""")
    )
    assert layout.kind == "insurance_card"


def test_a_plan_behind_who_runs_it_is_the_payer() -> None:
    document = read_text(f"""
ROWAN STATE EXPLANATION OF BENEFITS
Administered by LARCH GOVERNMENT SERVICES for Rowan State Health
Date of Notice: February 14, 2025           Claim Number: E502711448

Patient  Ada Lombard
{SERVICES}""")
    assert document.payer is not None
    assert document.payer.name == "Rowan State Health"
