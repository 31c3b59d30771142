"""Rows of several labels, each with its value beside it, over print that is no value of theirs."""

from tests.reading.papers import read_text

PAPER = """
Junction Care Alliance                                Explanation of benefits
                                                      Decision date: 07/08/2026

For              Ada Nakagawa     ID       JCA3307719-01    Claim       26189-0073-5
Plan member      Desmond Lyle     Group    RH-4400          Provider    Aldous Finch, PhD

Work done and what we paid                 Your part of it

Date          Service        Code    Billed    Allowed   We paid   You owe
07/01/2026    Psychotherapy  90834   $180.00   $120.00   $100.00   $20.00
Total                                $180.00   $120.00   $100.00   $20.00
"""


def test_a_value_beside_its_label_goes_before_the_words_below() -> None:
    document = read_text(PAPER)

    assert document.coverage is not None
    assert document.coverage.subscriber_name == "Desmond Lyle"


def test_labels_in_a_row_of_their_own_have_their_values_below() -> None:
    above = "Plan member      Relation      Group      Product       Claim           Handled by"
    below = "Desmond Lyle     Self          RH-4400    Choice        26189-0073-5    Ada Rowan"
    lines = PAPER.splitlines()
    document = read_text("\n".join([*lines[:4], above, below, *lines[6:]]))

    assert document.coverage is not None
    assert (document.coverage.subscriber_name, document.claim_number) == ("Desmond Lyle", "26189-0073-5")
