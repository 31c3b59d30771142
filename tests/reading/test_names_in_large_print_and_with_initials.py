"""Names in print larger than the rest of their row, with an initial before a label, and beside heads of sums."""

from plainbill.reading.page import PageWords, Word
from plainbill.testing.doubles import make_word
from tests.reading.papers import SERVICES, page_of, read_pages, read_text


def large(text: str, x: float, y: float, height: float) -> list[Word]:
    placed = []
    for part in text.split():
        width = 0.6 * height * len(part)
        placed.append(make_word(part, x, y, x + width, y + height))
        x += width + 0.55 * height
    return placed


def with_letterhead(name: str) -> PageWords:
    page = page_of(f"""



                                                  Customer Care: 1-800-555-0119
PO Box 7714, Corrigan Falls, OR 97999
Explanation of Benefits
Member: Ada Lombard      Member ID: FW-20441      Processed: 03/28/2026
Provider: Quarrytown Clinic
{SERVICES}""")
    row = min((word for word in page.words if word.text == "Customer"), key=lambda word: word.box.y0)
    words = (*large(name, 0, row.box.y0 - 8, 30), *page.words)
    return PageWords(
        **{**{k: getattr(page, k) for k in ("index", "file", "number", "width", "height")}, "words": words}
    )


def test_a_name_in_large_print_is_one_name_beside_small_print() -> None:
    (parsed,) = read_pages(with_letterhead("Fernwick Health Plan"))
    document = parsed.document
    assert document.payer is not None and document.payer.name == "Fernwick Health Plan"
    assert document.coverage is None or document.coverage.plan_name is None


def test_an_initial_before_a_label_belongs_to_the_name() -> None:
    document = read_text(f"""
Quarrytown Medical Center
Patient Name: LOMBARD, ADELINE J Account Number: 80077124931
Statement Date: 03/02/2026
{SERVICES}""")
    assert document.patient is not None
    assert document.patient.name == "LOMBARD, ADELINE J"
    assert document.patient.account_number == "80077124931"
