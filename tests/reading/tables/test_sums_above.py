from plainbill.case import Document
from tests.reading.papers import read_text

HEAD = """
Meadowlark Care Partners                          Statement date: 02/04/2026
12 Orchard Row, Elmfield, OH 44999
Patient: Rosalind Teague       Account: 71-40022
"""
PARTS = """
Meadowlark Hospital                                             $900.00
  Knee brace, fitted                                            $240.00
    01/12/2026  Quantity 1
  X-ray of knee, both sides                                     $660.00
    01/12/2026  Quantity 2
  Cedar Mutual paid 01/28/2026                                 -$500.00
  You owe Meadowlark Hospital                                   $400.00
Meadowlark Radiologists                                         $150.00
  X-ray reading, first                                           $90.00
    01/12/2026  Quantity 1
  X-ray reading, second                                          $60.00
    01/12/2026  Quantity 1
  Cedar Mutual paid 01/29/2026                                 -$100.00
  You owe Meadowlark Radiologists                                $50.00
Total you owe                                                   $450.00
"""


def charges(document: Document) -> list[tuple[str | None, int | None]]:
    return [(line.description, None if line.charge is None else int(line.charge)) for line in document.lines]


def test_a_heading_that_holds_the_sum_of_services_told_below_their_words_is_no_service() -> None:
    assert charges(read_text(HEAD + PARTS)) == [
        ("Knee brace, fitted", 240),
        ("X-ray of knee, both sides", 660),
        ("X-ray reading, first", 90),
        ("X-ray reading, second", 60),
    ]


def test_a_heading_whose_amount_is_no_sum_stays_a_service() -> None:
    lines = charges(read_text(HEAD + PARTS.replace("$900.00", "$905.00").replace("$150.00", "$145.00")))
    assert ("Meadowlark Hospital", 905) in lines
