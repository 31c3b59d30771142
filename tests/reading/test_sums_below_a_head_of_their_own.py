"""The sum of several claims under a head of its own that repeats those of the claims."""

from tests.reading.papers import read_text

PAPER = """
Meridia Assurance                                        EXPLANATION OF BENEFITS
Member   Ada Lombard        Member ID   WFA 70 551 9024

Marlowe Eye Associates     Claim WF-60117-22
Date        Service              Billed    Not paid    Copay    We paid    You owe
01/12/26    92014 Eye exam       210.00       0.00     30.00     180.00      30.00
01/12/26    92015 Refraction      55.00      55.00      0.00       0.00      55.00
            Subtotal             265.00      55.00     30.00     180.00      85.00

Bellamy Hospital           Claim WF-60244-05
Date        Service              Billed    Not paid    Copay    We paid    You owe
01/20/26    72148 MRI          2,310.00       0.00      0.00   2,310.00       0.00
01/20/26    96372 Injection      140.00       0.00     10.00     130.00      10.00
            Subtotal           2,450.00       0.00     10.00   2,440.00      10.00

Both claims together
                      Billed      Not paid      Copay       We paid       You owe
{closing}
"""


def test_a_row_that_adds_up_all_services_is_the_total() -> None:
    closing = "All services         2,715.00         55.00      40.00      2,620.00         95.00"
    totals = read_text(PAPER.format(closing=closing)).totals

    assert totals is not None
    found = [totals.charges, totals.not_covered, totals.copay, totals.plan_paid, totals.patient_responsibility]
    assert [str(amount) for amount in found] == ["2715.00", "55.00", "40.00", "2620.00", "95.00"]
