"""Days whose first figure a reader tore off, in a column of days that begin where it stands."""

from dataclasses import replace

import pytest

from tests.reading.papers import page_of, read_pages

BILL = """
    Tidewater Community Hospital               Statement
    18 Oar Lane
    Cress Harbor, ME 04099
    Patient Name: Ivo Quenby         Account Number: 55-20881

    Date          Rev     Code     Description               Charge
    11-06-2024    0450    99284    Emergency visit           910.00
    11-06-2024    0301    80053    Metabolic panel           120.00
    11-08-2024    0305    85025    Blood count                64.00
    11-07-2024    0730    93005    Heart tracing             188.00
    Total charges                                          1,282.00
"""


def _days(gap: float, *, shift: float = 0, first: str = "1") -> list[str]:
    """The days of the bill, the first piece of the third so far from the rest of it."""
    page = page_of(BILL)
    words = []
    for word in page.words:
        if word.text != "11-08-2024":
            words.append(word)
            continue
        middle = word.box.x0 + 10 * len(first) + gap
        words.append(replace(word, text=first, box=replace(word.box, x0=word.box.x0 + shift, x1=middle - gap)))
        words.append(replace(word, text=word.text.removeprefix(first), box=replace(word.box, x0=middle)))
    (parsed,) = read_pages(replace(page, words=tuple(words)))
    return [str(line.service_date) for line in parsed.document.lines]


@pytest.mark.parametrize("gap", [2, 5])
def test_a_figure_right_before_a_day_is_its_first_where_other_days_begin(gap: float) -> None:
    assert _days(gap)[2] == "2024-11-08"


def test_a_figure_apart_is_none_of_the_day() -> None:
    assert _days(14, shift=-20)[2] == "2024-01-08"


@pytest.mark.parametrize("first", ["11-", "11-0"])
def test_a_day_torn_within_is_whole(first: str) -> None:
    assert _days(3, first=first)[2] == "2024-11-08"
