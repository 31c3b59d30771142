"""Codes that a reader tore in two: in a column of codes they are one each."""

from dataclasses import replace

from tests.reading.papers import page_of, read_pages

VOUCHER = """
    Foxmoor Dental Plan                 Payment voucher
    Patient: Ada Lombard                Dentist: Quarry Dental

    Date        ADA code    Procedure      Submitted    Approved    Plan pays    You pay
    02/16/26    D0120       Exam               58.00       44.00        44.00       0.00
    02/16/26    D0274       Bitewings          79.00       61.00        61.00       0.00
    02/16/26    D1110       Cleaning           99.00       81.00        81.00       0.00
    02/16/26    D9430       Office visit       70.00       50.00         0.00      50.00
"""


def _codes(gap: float) -> list[str | None]:
    """The codes of the voucher, the last one read as two words so far apart."""
    page = page_of(VOUCHER)
    words = []
    for word in page.words:
        if word.text != "D9430":
            words.append(word)
            continue
        words.append(replace(word, text="D94", box=replace(word.box, x1=word.box.x1 - 20 - gap)))
        words.append(replace(word, text="30", box=replace(word.box, x0=word.box.x1 - 20)))
    (parsed,) = read_pages(replace(page, words=tuple(words)))
    return [line.code for line in parsed.document.lines]


def test_two_pieces_of_a_code_with_no_blank_between_are_one() -> None:
    assert _codes(2) == ["D0120", "D0274", "D1110", "D9430"]


def test_with_a_blank_between_they_are_none() -> None:
    assert _codes(9)[-1] is None
