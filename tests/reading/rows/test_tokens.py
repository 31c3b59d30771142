import pytest

from plainbill.reading.page import Box, PageWords, Word
from plainbill.reading.rows.tokens import tokens_of


def tokens(text: str) -> list[str]:
    """The tokens of a page with one run of print."""
    box = Box(x0=0, y0=0, x1=10.0 * len(text), y1=20)
    word = Word(text=text, box=box, source_box=box, confidence=0.9, reader="test")
    page = PageWords(index=0, file="a", number=1, width=100, height=100, words=(word,))
    return [token.text for _, cut in tokens_of(page) for token in cut]


@pytest.mark.parametrize(
    ("printed", "parts"),
    [
        ("99213 Office visit", ["99213", "Office", "visit"]),
        ("03/17/202599213", ["03/17/2025", "99213"]),
        ("125.00250.00", ["125.00", "250.00"]),
        ("Account#:LF-20817", ["Account#:", "LF-20817"]),
        ("Date:03/17/2025", ["Date:", "03/17/2025"]),
        ("$1,250.00CR", ["$1,250.00CR"]),
        ("(64.00)", ["(64.00)"]),
        ("99213-25", ["99213-25"]),
        ("7:30", ["7:30"]),
        ("1.681.50", ["1.681.50"]),
        ("06.03.25-06.04.25", ["06.03.25", "-", "06.04.25"]),
        ("$59.0004.03.25", ["$59.00", "04.03.25"]),
        ("$1.565.79", ["$1.565.79"]),
        ("136.9011102", ["136.90", "11102"]),
        ("43.0069210LT", ["43.00", "69210LT"]),
        ("64.00HGB", ["64.00", "HGB"]),
        ("25.00MCG", ["25.00MCG"]),
        ("1.00045", ["1.00045"]),
        ("HCL0.9%", ["HCL0.9%"]),
        ("$0.00CO-45", ["$0.00", "CO-45"]),
        ("93.00C0-253", ["93.00", "C0-253"]),
        ("0.00PR2", ["0.00", "PR2"]),
        ("A.G47.33", ["A.", "G47.33"]),
        ("B.K80.20,", ["B.", "K80.20,"]),
        ("A.1", ["A.1"]),
        ("Mar01", ["Mar", "01"]),
        ("of050CT25", ["of", "050CT25"]),
        ("MAR01", ["MAR01"]),
        ("Mar32", ["Mar32"]),
        ("45$", ["45", "$"]),
        ("L3908LT-WRIST", ["L3908LT", "-", "WRIST"]),
        ("12345-ABCD", ["12345-ABCD"]),
        ("85025,91-CBC", ["85025,91", "-", "CBC"]),
        ("L3908.LT-WRIST", ["L3908.LT", "-", "WRIST"]),
        ("85025,91-25", ["85025,91-25"]),
        ("No.26-004417", ["No.", "26-004417"]),
        ("no.GM-0871", ["no.", "GM-0871"]),
        ("No.", ["No."]),
        ("5$", ["5", "$"]),
        ("$25.0003-MAY-2025", ["$25.00", "03-MAY-2025"]),
        ("25.0005/03/2025", ["25.00", "05/03/2025"]),
        ("Est.CPT-4", ["Est.", "CPT-4"]),
        ("on20OCT25", ["on", "20OCT25"]),
        ("47TOTAL", ["47", "TOTAL"]),
        ("48NON-COVERED", ["48", "NON-COVERED"]),
        ("90DAYS", ["90", "DAYS"]),
        ("10MCG", ["10MCG"]),
        ("20MAR", ["20MAR"]),
        ("96375-Medicine", ["96375", "-", "Medicine"]),
        ("73110RT-X", ["73110RT-X"]),
        ("2024-May-12", ["2024-May-12"]),
        ("0.50CO2", ["0.50CO2"]),
        ("billing@clinic.example", ["billing@clinic.example"]),
        ("44_71902", ["44_71902"]),
        ("$O.00", ["$0.00"]),
        ("18o.0O", ["180.00"]),
        ("o.OO", ["o.OO"]),
        ("without_contrast", ["without", "contrast"]),
        ("[1]", ["(1)"]),
        ("[X]", ["[X]"]),
    ],
)
def test_print_is_cut_where_two_values_touch_and_nowhere_else(printed: str, parts: list[str]) -> None:
    assert tokens(printed) == parts


def test_the_box_is_divided_by_letters() -> None:
    box = Box(x0=0, y0=0, x1=150, y1=20)
    word = Word(text="03/17/202599213", box=box, source_box=box, confidence=0.9, reader="test")
    page = PageWords(index=0, file="a", number=1, width=200, height=50, words=(word,))
    ((_, (first, second)),) = tokens_of(page)
    assert (first.box.x0, first.box.x1) == (0, 100)
    assert (second.box.x0, second.box.x1) == (100, 150)


@pytest.mark.parametrize("glued", ["10.09.25", "10.09.2025", "2025.10.09"])
def test_a_dotted_date_is_one_token(glued: str) -> None:
    assert tokens(glued + " 99213") == [glued, "99213"]


def test_a_word_that_is_one_token_lends_it_its_very_box() -> None:
    # In binary fractions the left edge and the width come to a little more than the right edge.
    box = Box(x0=21.7, y0=0, x1=56.9, y1=20)
    word = Word(text="99213", box=box, source_box=box, confidence=0.9, reader="test")
    page = PageWords(index=0, file="a", number=1, width=100, height=100, words=(word,))

    ((_, (token,)),) = tokens_of(page)
    assert (token.box, token.source_box) == (box, box)


@pytest.mark.parametrize(
    ("glued", "parts"),
    [
        ("A0427RH-ALS1", ["A0427RH", "-", "ALS1"]),
        ("A0429-BLS", ["A0429", "-", "BLS"]),
        ("A0429-RH", ["A0429-RH"]),
        ("96375-IV", ["96375", "-", "IV"]),
        ("96375-59", ["96375-59"]),
        ("9900日", ["99000"]),
    ],
)
def test_codes_are_parted_from_words_and_not_from_modifiers(glued: str, parts: list[str]) -> None:
    assert tokens(glued) == parts
