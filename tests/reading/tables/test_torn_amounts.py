"""Amounts whose point a reader took for a blank: in a column of amounts they are one each."""

from dataclasses import replace
from decimal import Decimal

from plainbill.reading.page import PageWords
from tests.reading.papers import page_of, read_pages, read_text

LEDGER = """
    Foxmoor Ambulance                            Statement
    12 Quarry Lane
    Foxmoor, NM 87002
    Patient Name: Ivo Quenby         Trip Number: 55-20881

    Charge       Balance      Date        Description
      695.66     1,160.66     12/03/23    Ride, planned
    1,191.25     2,351.91     12/03/23    Ride, emergency
    1,569.69     3,921.60     12/03/23    Ride, advanced care
      630.00     4,551.60                 Waiting time
      122.75     4,674.35                 Oxygen
    Total charges                         4,209.35
"""


def _torn(text: str, *amounts: str) -> PageWords:
    """The page, each of these amounts printed as before and read as two words, with no point between."""
    page = page_of(text)
    words = []
    for word in page.words:
        if word.text not in amounts:
            words.append(word)
            continue
        dollars, cents = word.text.split(".")
        middle = word.box.x1 - 10 * len(cents)
        words.append(replace(word, text=dollars, box=replace(word.box, x1=middle - 5)))
        words.append(replace(word, text=cents, box=replace(word.box, x0=middle)))
    return replace(page, words=tuple(words))


def test_dollars_and_cents_that_stand_alone_in_a_column_of_amounts_are_one() -> None:
    (parsed,) = read_pages(_torn(LEDGER, "4,551.60", "122.75"))
    whole = read_text(LEDGER).lines
    assert [line.charge for line in parsed.document.lines] == [line.charge for line in whole]
    assert whole[4].charge == Decimal("122.75")


def _cut(text: str, amount: str, first: int) -> PageWords:
    """The page, each such amount read as two words behind so many of its signs."""
    page = page_of(text)
    words = []
    for word in page.words:
        if word.text != amount:
            words.append(word)
            continue
        middle = word.box.x0 + 10 * first
        words.append(replace(word, text=amount[:first], box=replace(word.box, x1=middle)))
        words.append(replace(word, text=amount[first:], box=replace(word.box, x0=middle + 5)))
    return replace(page, words=tuple(words))


def test_digits_of_one_amount_that_stand_apart_belong_together() -> None:
    (parsed,) = read_pages(_cut(LEDGER, "630.00", 2))
    assert [line.charge for line in parsed.document.lines] == [line.charge for line in read_text(LEDGER).lines]


def test_points_between_thousands_are_none_before_the_cents() -> None:
    page = _torn(LEDGER, "1,569.69")
    page = replace(page, words=tuple(replace(w, text=w.text.replace("1,569", "1.569")) for w in page.words))
    (parsed,) = read_pages(page)
    assert parsed.document.lines[2].charge == Decimal("1569.69")


def test_a_last_cent_that_stands_apart_belongs_to_its_amount() -> None:
    page = page_of(LEDGER)
    words = []
    for word in page.words:
        if word.text == "1,191.25":
            box = word.box
            words.append(replace(word, text="1,191.2", box=replace(box, x1=box.x1 - 10)))
            words.append(replace(word, text="5", box=replace(box, x0=box.x1 - 8)))
        else:
            words.append(word)
    (parsed,) = read_pages(replace(page, words=tuple(words)))
    assert [line.charge for line in parsed.document.lines] == [line.charge for line in read_text(LEDGER).lines]


REASONED = """
    Ohio Medicaid                                  NOTICE OF SERVICES PAID
    Member: Evander Ashgrove                       Claim number: E11855804692

    DATE       SERVICE                          CHARGE    COINS    PAID     YOU OWE
    02/06/25   71046 Chest X-ray, both sides     99.00     5.94    13.86     25.74
            ADJ CO 45 59.40 ; PR 1 19.80 ; PR 25.94
    02/06/25   70553 MRI of brain with neck   1,428.00     0.00   642.60      0.00
               ADJ CO 45 785.40
    02/06/25   76536 Ultrasound of neck         264.00     2.00   200.00      2.00
               ADJ CO 45 62.00 ; PR 2 2.00
    Total                                     1,791.00     7.94   856.46     27.74
"""


def test_a_reason_before_its_amount_is_no_torn_digit_of_it() -> None:
    (parsed,) = read_pages(_cut(REASONED, "25.94", 1))
    lines = parsed.document.lines
    assert [len(line.adjustments or ()) for line in lines] == [3, 1, 2]
    assert (lines[0].adjustments or ())[2].amount == Decimal("5.94")
