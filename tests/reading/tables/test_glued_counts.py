from dataclasses import replace

from plainbill.reading.page import PageWords
from tests.reading.papers import page_of, read_pages

PAGE = """
Granite Shoals Clinic                                  DETAIL OF CHARGES
Patient: Giselle Achterberg                            Account: 3828583

Date         Code    Description               Units     Charge   Ins paid     You owe
10/05/2024   93000   ECG routine                   1      92.00       0.62       91.38
10/05/2024   17003   Destruction of lesions        1      22.00       2.09       19.91
10/24/2024   90715   Tdap vaccine                  1      79.00       0.00       79.00
10/24/2024   69210   Removal of ear wax            1     125.75      96.83       28.92
"""


def glued(page: PageWords, place: int) -> PageWords:
    """The page as by a reader that left no blank between the words at a place and behind it."""
    one, other = page.words[place : place + 2]
    whole = replace(
        one,
        text=one.text + other.text,
        box=one.box.around(other.box),
        source_box=one.source_box.around(other.source_box),
    )
    return replace(page, words=(*page.words[:place], whole, *page.words[place + 2 :]))


def test_a_count_that_was_read_with_the_amount_beside_it_is_none_of_its_figures() -> None:
    page = page_of(PAGE)
    texts = [word.text for word in page.words]
    (parsed,) = read_pages(glued(page, texts.index("79.00") - 1))
    line = parsed.document.lines[2]
    assert (str(line.charge), line.units) == ("79.00", 1)


def test_an_amount_that_stands_in_its_own_column_keeps_its_figures() -> None:
    (parsed,) = read_pages(page_of(PAGE.replace("  1      79.00", "       179.00")))
    line = parsed.document.lines[2]
    assert (str(line.charge), line.units) == ("179.00", None)


def test_a_long_amount_that_reaches_below_the_counts_keeps_its_figures() -> None:
    page = page_of(PAGE.replace("                 1      79.00 ", "                179507.00 "))
    (parsed,) = read_pages(page)
    line = parsed.document.lines[2]
    assert (str(line.charge), line.units) == ("179507.00", None)
