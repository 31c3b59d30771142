"""In type of one width a blank between words is as narrow beside them as in other type."""

import itertools

import pytest

from plainbill.reading.page import Word
from tests.plainbill_files.writing import loaded, pdf, text_page

ROWS = ((72, 720, "HALLOW CREEK HOSPITAL INC."), (72, 708, "VISIT  1,250.00"))
# Wider blanks part the cells of a row, in heights of print.
CELL_GAP, PHRASE_GAP = 0.9, 0.65


def words_in(font: str, *, rotate: int = 0) -> list[Word]:
    (page,) = loaded("bill.pdf", pdf([text_page(*ROWS)], font=font, rotate=rotate))
    return list(page.words)


def test_words_one_blank_apart_stand_close_in_type_of_one_width() -> None:
    name = words_in("Courier")[:4]
    assert [word.text for word in name] == ["HALLOW", "CREEK", "HOSPITAL", "INC."]
    height = max(word.box.height for word in name)
    gaps = [other.box.x0 - one.box.x1 for one, other in itertools.pairwise(name)]
    assert min(gaps) > 0 and max(gaps) < PHRASE_GAP * height


def test_two_blanks_still_part_two_cells() -> None:
    visit, amount = words_in("Courier")[4:]
    assert amount.box.x0 - visit.box.x1 > CELL_GAP * max(visit.box.height, amount.box.height)


def test_rows_of_such_type_do_not_overlap() -> None:
    words = words_in("Courier")
    assert max(word.box.y1 for word in words[:4]) < min(word.box.y0 for word in words[4:])


def test_type_of_uneven_width_keeps_its_ink() -> None:
    words = words_in("Helvetica")
    assert words[0].box.height < 12 / 72 * 200 * 0.8


@pytest.mark.parametrize("font", ["Courier", "Helvetica"])
def test_turned_print_keeps_its_ink(font: str) -> None:
    words = words_in(font, rotate=90)
    assert sorted(word.text for word in words) == ["1,250.00", "CREEK", "HALLOW", "HOSPITAL", "INC.", "VISIT"]
    assert all(word.box.width < 12 / 72 * 200 for word in words)
