"""Specks on a photo that a reader took for letters."""

from dataclasses import replace

from plainbill.reading.page import PageWords
from plainbill.reading.rows.forming import rows_of
from plainbill.testing.doubles import make_word
from tests.reading.papers import page_of, read_pages

NOTICE = """
Cedar Health Plan                    Explanation of Benefits
Patient: Ada Lombard                 Member ID: CHP10447

TOTAL     AMOUNT       COPAY         AMOUNT TO       BENEFIT      MEMBER           LINE
BILLED    ALLOWED      AMOUNT        DEDUCTIBLE      PAID         RESPONSIBILITY   STATUS
01/03/2025 72148 MRI lumbar spine
$93.00    $44.17       $5.00         $4.00           $35.17       $9.00            PAID
01/03/2025 76830 Ultrasound
$37.00    $17.00       $5.00         $0.00           $12.00       $5.00            PAID
"""


def with_letter(width: float, height: float) -> PageWords:
    """The notice with a letter behind "MEMBER" that takes up so much room."""
    page = page_of(NOTICE)
    member = next(word.box for word in page.words if word.text == "MEMBER")
    x0, y0 = member.x1 + 70, member.middle[1] - height / 2
    return replace(page, words=(*page.words, make_word("T", x0, y0, x0 + width, y0 + height)))


def paid(page: PageWords) -> list[tuple[str, str]]:
    """The copay and what the plan paid of each service."""
    (paper,) = read_pages(page)
    return [(str(line.copay), str(line.plan_paid)) for line in paper.document.lines]


def test_a_speck_among_heads_is_no_letter() -> None:
    assert paid(with_letter(1.0, 6.0)) == paid(page_of(NOTICE)) == [("5.00", "35.17"), ("5.00", "12.00")]


def test_a_letter_of_usual_size_is_kept() -> None:
    for width, height, kept in ((8.0, 14.0, True), (1.0, 6.0, False), (14.0, 1.0, True)):
        texts = [token.text for row in rows_of(with_letter(width, height)) for token in row.tokens]
        assert ("T" in texts) is kept
