from decimal import Decimal

from tests.reading.papers import read_text


def test_a_notice_of_a_plan_that_pays_second_says_so() -> None:
    document = read_text(
        """
        HARVESTMAN RETIREE TRUST                               EXPLANATION OF BENEFITS
        Retiree: CORNELIUS J HATHAWAY     ID: HRT 5500183      Pays as: secondary to Medicare
        Claim: 260215-4471                Provider: PRAIRIE GATE FAMILY MEDICINE

        Dates of service   Service          Charge    Allowance   Deductible   Coins.   Trust paid   Your share
        01/15/2026         Office visit     232.00    130.50            0.00    26.10        26.10        26.10
        01/19/2026         E-stim            40.00     14.20            0.00     2.84         2.84         2.84
        TOTALS                              272.00    144.70            0.00    28.94        28.94        28.94
        """
    )
    assert document.coverage is not None
    assert document.coverage.rank == "secondary"


AFTER = """
        Orchard Creek Supplemental
        Your second insurance · 3 Slate Pl, Elmgrove, NM 87999 · 505-555-0158

        Statement of coordinated benefits, 03/08/2026
        For: Ansel Pruitt     Certificate: OCS-40-118     Paid after: Medicare

        Date         Code      Service         Doctor     Medicare    Medicare    We        You
                                               charged    approved    paid        paid      owe
        01/15/2026   99214     Office visit    232.00     130.50      104.40      26.10     0.00
        01/19/2026   97014     E-stim           40.00      14.20       11.36       0.00     2.84
        All claims                             272.00     144.70      115.76      26.10     2.84

        Doctors that take Medicare may not ask for more than Medicare approved.
"""


def test_whoever_pays_after_medicare_is_the_payer_and_not_medicare() -> None:
    document = read_text(AFTER)
    assert document.payer is not None
    assert document.payer.name == "Orchard Creek Supplemental"
    assert document.coverage is not None
    assert document.coverage.rank == "secondary"


def test_a_statement_of_coordinated_benefits_is_a_plans() -> None:
    document = read_text(AFTER)
    assert document.kind == "eob"
    assert str(document.processed_date) == "2026-03-08"
    assert document.totals is not None
    assert [document.totals.plan_paid, document.totals.balance_due] == [Decimal("26.10"), None]


MEDICARES = """
        Medicare Summary Notice
        for Ada Lombard
        Notice date: 04/03/2026    Medicare number: 1EG4-TE5-MK72
        Your second insurance may pay the rest of it.
        Paid after your primary insurance: none

        Date          Service       Billed    Allowed   Medicare paid    You owe
        03/02/2026    Office visit  140.00    120.00    100.00           20.00
        03/02/2026    Lab            40.00     30.00     30.00            0.00
        Total                       180.00    150.00    130.00           20.00
"""


def test_medicares_own_notice_is_medicares_whoever_pays_then() -> None:
    payer = read_text(MEDICARES).payer
    assert payer is not None
    assert payer.name == "Medicare"


def test_a_sentence_about_a_second_plan_ranks_none() -> None:
    coverage = read_text(MEDICARES.replace("Paid after your primary insurance: none", "")).coverage
    assert coverage is not None
    assert coverage.rank is None
