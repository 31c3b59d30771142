"""Rows of services that look like a head to who counts their words."""

from decimal import Decimal

from tests.reading.papers import read_text

LEDGER = """
Quarrytown Clinic                                  Patient bill
Patient   Ada Lombard     Account  77-3081

Charge      Ins Est     Balance      Date      Provider      Description                            Diag      Units
$ 42.00     $ 25.20     $ 92.00      041426    Roy PA-C      83036 - Sugar level                    E11.9     1 EA
$ 33.27     $ 19.96     $ 125.27     041426    Ng, T         87880 - Rapid strep                    J45.909   1 EA
                                                               test
$ 254.85    $ 152.91    $ 380.12     042226    Roy PA-C      99203,25  -   0 ffice    visit.        Z00.00    1 EA
                                                             new patient,
                                                             low
"""


def test_a_row_with_several_amounts_is_no_head_below_the_last_words_of_a_service() -> None:
    document = read_text(LEDGER)

    assert [line.charge for line in document.lines] == [Decimal("42.00"), Decimal("33.27"), Decimal("254.85")]
