"""Heads whose words end in points, as those that are shortened do, are no sentences."""

from tests.reading.papers import read_text

NOTICE = """
Lakeland Health Plan
Explanation of benefits                This is not a bill
Member: Ada Lombard    Member ID: LH 5521
Claim number: 88201    Provider: Elm Heart Clinic

date of serv.   type of serv.    amt. charg.   amt. elig.   amt. paid    you owe
03/02/2026      Office visit      140.00        120.00       100.00       20.00
03/02/2026      Rapid test         40.00         30.00        30.00        0.00
Total                             180.00        150.00       130.00       20.00
"""


def test_shortened_words_of_a_head_are_no_sentences() -> None:
    lines = read_text(NOTICE).lines
    assert [(line.description, str(line.charge)) for line in lines] == [
        ("Office visit", "140.00"),
        ("Rapid test", "40.00"),
    ]
