"""Counts before the words of each service, where the head says so."""

from tests.reading.papers import read_text

NOTICE = """
Fenland Health Plan                                  Explanation of Benefits
Patient: Ada Lombard      Claim number: 88120045512      Processed: 05/09/2026

Date of service    Services provided {hint}       Amount billed    Approved    See remarks
03/02/2026         1 Office visit (99213)               150.00       90.00       1
03/02/2026         2 Vaccine, given (90471)              60.00       40.00       1
Totals                                                  210.00      130.00
"""


def test_counts_before_words_are_units_where_the_head_says_so() -> None:
    lines = read_text(NOTICE.format(hint="(units first)")).lines
    assert [(line.units, line.description, line.code) for line in lines] == [
        (1, "Office visit", "99213"),
        (2, "Vaccine, given", "90471"),
    ]


def test_a_number_before_words_is_no_count_where_nobody_says_so() -> None:
    lines = read_text(NOTICE.format(hint=" " * 13)).lines
    assert [line.units for line in lines] == [None, None]


SUPPLIES = """
Medicare Summary Notice                                            THIS IS NOT A BILL
Ruth Ostrander                                     Medicare Number: 2PW9-FE5-QJ60

                                            Item     Amount Supplier  Medicare-Approved      Amount       Maximum You
Quantity, Item Provided & Billing Code   Approved?       Charged           Amount         Medicare Paid  May Be Billed
April 2, 2026
2 Disposable filter for airway              Yes           $24.00             $7.62             $5.97           $1.53
device (A7038-NU)
April 9, 2026
1 Cleaning device for airway                 NO          $189.00             $0.00             $0.00         $189.00
equipment (E1399-GA)
Total for Claim                                          $213.00             $7.62             $5.97         $190.53
"""


def test_a_head_over_quantity_item_and_code_heads_the_words_of_the_items_behind_their_counts() -> None:
    lines = read_text(SUPPLIES).lines
    assert [(line.units, line.description, line.code, list(line.modifiers), line.status) for line in lines] == [
        (2, "Disposable filter for airway device", "A7038", ["NU"], "paid"),
        (1, "Cleaning device for airway equipment", "E1399", ["GA"], "denied"),
    ]
