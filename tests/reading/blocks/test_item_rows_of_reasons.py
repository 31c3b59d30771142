"""Rows below a service that print words of it beside one more reason: their amounts are prices of nothing."""

from tests.reading.papers import read_text

NOTICE = """
Larchmont Health Plan
Explanation of Benefits        This is not a bill
Member: Ada Lombard            Claim: 88-20417

Date         Service          Status    Billed     Allowed    Coins.   We paid    You owe   Code     Adjusted   Note
03/02/2026   Sleep study at   PAID      410.00     260.00     52.00    208.00     52.00     CO 45    150.00     311
             home           PR 2 52.00
             95806
03/02/2026   Breathing test   PAID      180.00     120.00     24.00     96.00     24.00     CO 45     60.00     311
             before and     PR 2 24.00
             94060
Claim totals                            590.00     380.00     76.00    304.00     76.00
"""


def test_words_beside_a_reason_and_over_the_code_are_no_services_of_a_list() -> None:
    lines = read_text(NOTICE).lines
    assert [(line.code, str(line.charge), str(line.plan_paid)) for line in lines] == [
        ("95806", "410.00", "208.00"),
        ("94060", "180.00", "96.00"),
    ]
