"""Services beside which a plan's decision is a word that also names a sum."""

from tests.reading.papers import read_text


def test_a_service_that_was_allowed_is_no_sum_of_what_is_allowed() -> None:
    document = read_text("""
        Larkspur Health Plan
        Explanation of benefits
        Claim number: 22334455      Member: Ada Lombard
        Service             Decision     Billed    Plan paid   You owe
        Office visit        Allowed      140.00     80.00      20.00
        Rapid test          Adjusted      40.00     30.00       0.00
        Flu shot            Paid          30.00     30.00       0.00
        Total                            210.00    140.00      20.00
    """)

    assert [line.charge for line in document.lines] == [140, 40, 30]
    assert document.totals is not None
    assert document.totals.allowed is None
