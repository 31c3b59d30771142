"""PDFs become pictures, with words where their text layer can be trusted."""

import itertools

import pytest

from plainbill.plugins.records import PageRange, SourceFile
from plainbill_files.pdf import load_pdf
from tests.plainbill_files.writing import kinds, loaded, pdf, text_page, written

LETTER_AT_200_DPI = (1700, 2200)
ROWS = ((72, 720, "Office visit"), (400, 720, "$125.00"), (72, 700, "99213-25"))


def test_a_page_with_text_has_its_words_where_its_picture_shows_them() -> None:
    (page,) = loaded("bill.pdf", pdf([text_page(*ROWS)]))
    assert (page.width, page.height) == LETTER_AT_200_DPI
    assert [word.text for word in page.words] == ["Office", "visit", "$125.00", "99213-25"]
    assert page.picture is not None
    for word in page.words:
        box = word.box
        inside = page.picture.pixels[int(box.y0) : int(box.y1) + 1, int(box.x0) : int(box.x1) + 1]
        assert inside.min() < 100
    amount = page.words[2].box
    assert (amount.x0, amount.y1) == pytest.approx((400 / 72 * 200, (792 - 720) / 72 * 200), abs=8)


def test_nothing_is_drawn_outside_the_words() -> None:
    (page,) = loaded("bill.pdf", pdf([text_page(*ROWS)]))
    assert page.picture is not None
    rest = page.picture.pixels.copy()
    for word in page.words:
        box = word.box
        rest[max(int(box.y0) - 2, 0) : int(box.y1) + 3, max(int(box.x0) - 2, 0) : int(box.x1) + 3] = 255
    assert rest.min() > 200


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_a_turned_page_has_its_words_where_the_turned_picture_shows_them(rotate: int) -> None:
    (page,) = loaded("bill.pdf", pdf([text_page(*ROWS)], rotate=rotate))
    assert (page.width, page.height) == (LETTER_AT_200_DPI if rotate == 180 else LETTER_AT_200_DPI[::-1])
    assert page.picture is not None and len(page.words) == 4
    for word in page.words:
        box = word.box
        assert page.picture.pixels[int(box.y0) : int(box.y1) + 1, int(box.x0) : int(box.x1) + 1].min() < 100


def test_letters_that_stand_apart_are_two_words_without_a_blank_between() -> None:
    (page,) = loaded("bill.pdf", pdf([b"BT /F1 12 Tf 72 700 Td [(99213) -3000 (125.00)] TJ ET"]))
    assert [word.text for word in page.words] == ["99213", "125.00"]


def test_hidden_text_over_a_scan_is_not_believed() -> None:
    (page,) = loaded("scan.pdf", pdf([text_page(*ROWS, mode=3)]))
    assert (page.words, page.picture is not None) == ((), True)


def test_a_text_layer_of_letters_without_meaning_is_not_believed() -> None:
    names = " ".join(f"/unknown{number}" for number in range(32, 127))
    encoding = f"/Encoding << /Type /Encoding /Differences [32 {names}] >>"
    (page,) = loaded("bill.pdf", pdf([text_page(*ROWS)], encoding=encoding))
    assert (page.words, page.picture is not None) == ((), True)


def test_a_scan_in_a_pdf_is_a_picture_without_words() -> None:
    from PIL import Image

    (page,) = loaded("scan.pdf", written(Image.new("L", (850, 1100), 200), "PDF", resolution=100.0))
    assert (page.words, page.picture is not None, page.problems) == ((), True, ())


def test_a_locked_pdf_says_how_to_unlock_it() -> None:
    (page,) = loaded("bill.pdf", pdf([text_page(*ROWS)], locked=True))
    assert (page.picture, kinds(page)) == (None, ["encrypted"])
    assert "print it to a new PDF" in page.problems[0].text


def test_a_damaged_pdf_is_refused() -> None:
    (page,) = loaded("bill.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 20)
    assert (page.picture, kinds(page)) == (None, ["unreadable"])


def many_pages(count: int) -> bytes:
    return pdf([text_page((72, 700, f"Page {number}")) for number in range(1, count + 1)])


def test_pages_beyond_the_limit_are_named_and_not_read() -> None:
    pages = loaded("long.pdf", many_pages(61), PageRange(limit=3))
    assert [page.number for page in pages] == [1, 2, 3]
    (problem,) = pages[-1].problems
    assert "pages 4 to 61" in problem.text and "--pages 4-6" in problem.text


def test_the_61st_page_is_read_when_it_is_named() -> None:
    (page,) = loaded("long.pdf", many_pages(61), PageRange(first=61, last=120))
    assert (page.number, [word.text for word in page.words], page.problems) == (61, ["Page", "61"], ())


def test_a_range_behind_the_last_page_says_how_many_there_are() -> None:
    (page,) = loaded("short.pdf", many_pages(2), PageRange(first=5))
    assert "2 pages" in page.problems[0].text


def test_pages_are_loaded_one_by_one() -> None:
    file = SourceFile(name="long.pdf", content=many_pages(3000))
    first = list(itertools.islice(load_pdf(file, PageRange(limit=3000)), 2))
    assert [page.number for page in first] == [1, 2]


def test_a_page_as_large_as_a_poster_is_drawn_smaller() -> None:
    content = pdf([text_page((72, 700, "Bill"))]).replace(b"[0 0 612 792]", b"[0 0 9000 9000]")
    (page,) = loaded("poster.pdf", content)
    assert page.picture is not None
    assert page.width * page.height <= 12_100_000


def test_what_was_typed_into_a_form_is_read() -> None:
    field = (
        b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (Quintero) /F 4 /Rect [99 600 300 620] "
        b"/DA (/F1 12 Tf 0 g) >>"
    )
    form = b"<< /AcroForm << /Fields [6 0 R] /DR << /Font << /F1 3 0 R >> >> >> /Type /Catalog"
    content = pdf([text_page((72, 720, "Patient"))]).replace(b"/Rotate 0", b"/Rotate 0 /Annots [6 0 R]")
    content = content.replace(b"<< /Type /Catalog", form)
    content = content.replace(b"xref\n", b"6 0 obj\n" + field + b"\nendobj\nxref\n", 1)
    (page,) = loaded("form.pdf", content)
    assert [word.text for word in page.words] == ["Patient", "Quintero"]
