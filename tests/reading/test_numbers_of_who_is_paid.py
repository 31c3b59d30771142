"""Numbers of the office that a remittance pays, which are no member's."""

from tests.reading.papers import read_text


def test_the_number_of_who_is_paid_is_not_the_members() -> None:
    document = read_text("""
        Larchmont Health Plan                            Provider Remittance Advice
        FERNCROSS CLINIC INC          PAYEE ID 100288410 MCD
        Check date: 05/09/2025

        SERV DATE       PROC    BILLED    ALLOWED   COINS    GRP/RC      AMT    PAID
        04/02/25        99213   150.00    110.00    22.00    CO-45     40.00   88.00
                                                             PR-2      22.00
        04/09/25        85025    30.00     30.00     0.00                      30.00
        TOTALS                  180.00    140.00    22.00              62.00  118.00
    """)
    assert len(document.lines) == 2
    assert document.coverage is None or document.coverage.member_id is None
