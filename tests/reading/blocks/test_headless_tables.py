"""Charges that no head announces."""

from tests.reading.papers import read_text

RECEIPT = """
            Harbor Walk-In Clinic
       12 Pier Road, Lexmoor, KY 40999
    ------------------------------------
    Receipt                      H-20117
    Patient                  Ada Lombard
    Visit                       4/3/2026


    Office visit, level 2
    99212                         $85.00

    Ear wash, both sides
    69209                         $44.00

    Urine dip test
    81002                         $11.00


    Total charges                $140.00
    Balance                      $140.00
"""


def test_words_above_a_code_and_its_amount_say_what_was_done() -> None:
    document = read_text(RECEIPT)
    assert [(line.code, line.description, str(line.charge)) for line in document.lines] == [
        ("99212", "Office visit, level 2", "85.00"),
        ("69209", "Ear wash, both sides", "44.00"),
        ("81002", "Urine dip test", "11.00"),
    ]


def test_words_below_a_code_and_its_amount_say_what_was_done() -> None:
    below = """
    99212                         $85.00
    Office visit, level 2

    69209                         $44.00
    Ear wash, both sides

    81002                         $11.00
    Urine dip test
"""
    head, rest = RECEIPT.split("\n\n\n", 1)
    closing = rest.split("\n\n\n")[-1]
    document = read_text(f"{head}\n\n{below}\n\n{closing}")
    assert [(line.code, line.description) for line in document.lines] == [
        ("99212", "Office visit, level 2"),
        ("69209", "Ear wash, both sides"),
        ("81002", "Urine dip test"),
    ]
