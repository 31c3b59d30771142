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
