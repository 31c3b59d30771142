"""Counts one below the other, which a reader took for one upright word."""

from dataclasses import replace

import pytest

from plainbill.reading.page import Box, PageWords
from plainbill.reading.rows.stacked_figures import with_figures_apart
from tests.reading.papers import page_of, read_pages

FORM = """
    Silver Fork Community Hospital        Patient name: Sabina Ellsworth
    1417 Ridge Road                       Patient control number: 2366622
    Silver Fork, NY 09616                 Statement date: 02/17/2025

    Rev     Description            Code     Date          Units     Charge
    0300    VENIPUNCTURE RTN       36415    01/21/2025      1        19.00
    0301    TROPONIN QUANT HS      84484    01/21/2025      2       254.22
    0450    IV PUSH EA ADDL SEQ    96375    01/21/2025      1       400.00
    0730    ECG 12 LEAD TRACING    93005    01/21/2025      3       610.00
    Total                                                         1,283.22
"""


def as_one_word(page: PageWords) -> PageWords:
    """The page with the counts of all rows as one word as high as they all are."""
    counts = [word for word in page.words if word.text in {"1", "2", "3"}]
    whole = counts[0].box.around(counts[-1].box)
    upright = replace(counts[0], text="".join(word.text for word in counts), box=whole, source_box=whole)
    return replace(page, words=(*(word for word in page.words if word not in counts), upright))


def test_each_figure_counts_the_service_beside_it() -> None:
    (parsed,) = read_pages(as_one_word(page_of(FORM)))
    assert [line.units for line in parsed.document.lines] == [1, 2, 1, 3]


@pytest.mark.parametrize("text", ["12a1", "1"])
def test_other_upright_words_stay_whole(text: str) -> None:
    page = as_one_word(page_of(FORM))
    page = replace(page, words=(*page.words[:-1], replace(page.words[-1], text=text)))
    assert with_figures_apart(page) == page


def test_a_number_in_large_print_stays_whole() -> None:
    page = page_of(FORM)
    large = replace(page.words[0], text="21", box=Box(x0=0.0, y0=0.0, x1=90.0, y1=70.0))
    page = replace(page, words=(large, *page.words[1:]))
    assert with_figures_apart(page) == page
