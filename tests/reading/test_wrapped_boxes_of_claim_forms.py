"""Boxes of a professional claim form whose labels wrap, and what is ticked in them."""

import pytest

from plainbill.reading.page import PageWords, Word
from plainbill.reading.rows.atoms import atoms_of
from plainbill.reading.rows.forming import rows_of
from plainbill.reading.rows.sexes import sex_in
from plainbill.testing.doubles import make_word
from tests.reading.papers import page_of, read_pages

SMALL, LARGE = 20, 34


def row(y: float, *words: tuple[float, str], height: float = LARGE) -> list[Word]:
    placed = []
    for x, text in words:
        for part in text.split():
            width = 0.52 * height * len(part)
            placed.append(make_word(part, x, y, x + width, y + height))
            x += width + 0.4 * height
    return placed


WORDS = (
    *row(60, (150, "HEALTH INSURANCE CLAIM FORM"), (1200, "COASTAL PLAINS MUTUAL")),
    *row(110, (150, "APPROVED BY NATIONAL UNIFORM CLAIM COMMITTEE (NUCC) 02/12"), height=SMALL),
    *row(230, (1200, "1a. INSURED'S I.D. NUMBER"), height=SMALL),
    *row(270, (1210, "CPM719044206")),
    *row(310, (133, "2. PATIENT'S NAME (Last Name, First Name, Middle"), (740, "3. PATIENT'S BIRTH DATE"),
         (1200, "4. INSURED'S NAME (Last Name, First Name, Middle"), height=SMALL),
    *row(348, (133, "Initial)"), (1200, "Initial)"), height=26),
    *row(348, (738, "03 27 1986")),
    *row(392, (145, "LOCKRIDGE, SERAPHINA, J"), (1210, "LOCKRIDGE, AMBROSE, T")),
    *row(560, (740, "10. IS PATIENT'S CONDITION RELATED TO:"), (1200, "11. INSURED'S POLICY GROUP"), height=SMALL),
    *row(600, (740, "a. EMPLOYMENT NO [X]"), (1210, "77104-C")),
    *row(660, (133, "12. PATIENT'S OR AUTHORIZED PERSON'S"), height=SMALL),
    *row(686, (133, "SIGNATURE"), height=SMALL),
    *row(720, (133, "SIGNATURE ON FILE")),
    *row(1400, (140, "DATE(S) OF SERVICE"), (560, "PLACE"), (680, "PROCEDURES"), (900, "MODIFIER"),
         (1060, "POINTER"), (1240, "$ CHARGES"), (1440, "UNITS"), height=SMALL),
    *row(1440, (140, "03/18/2026"), (570, "11"), (680, "99213"), (1060, "A"), (1236, "162"), (1310, "00"), (1450, "1")),
    *row(1490, (140, "03/18/2026"), (570, "11"), (680, "93000"), (1060, "A"), (1254, "48"), (1310, "50"), (1450, "1")),
    *row(1960, (133, "26. PATIENT'S ACCOUNT NO"), (1060, "28. TOTAL CHARGE"), height=SMALL),
    *row(2000, (140, "LOCSE0041"), (1080, "$"), (1130, "210"), (1204, "50")),
    *row(2200, (1000, "FORM 1500 (02-12)"), height=SMALL),
)  # fmt: skip


def form() -> PageWords:
    return PageWords(index=0, file="form", number=1, width=1700, height=2250, words=WORDS)


def test_the_name_below_a_label_of_two_rows_is_the_patients() -> None:
    (parsed,) = read_pages(form())
    assert parsed.document.patient is not None
    assert parsed.document.patient.name == "LOCKRIDGE, SERAPHINA, J"


def test_a_sum_out_of_line_with_a_dollar_sign_of_its_own_keeps_no_charge_from_being_read() -> None:
    (parsed,) = read_pages(form())
    assert [str(line.charge) for line in parsed.document.lines] == ["162.00", "48.50"]


@pytest.mark.parametrize(
    ("printed", "sex"),
    [
        ("M [X] F [ ]", "M"),
        ("M [ ] F [X]", "F"),
        ("[ ] Male [x] Female", "F"),
        ("F", "F"),
        ("Female", "F"),
        ("M F", None),
        ("M [ ] F [ ]", None),
        ("F [ ]", None),
        ("M X", "M"),
    ],
)
def test_of_two_boxes_the_ticked_one_says_the_sex(printed: str, sex: str | None) -> None:
    (only,) = rows_of(page_of(printed))
    found = sex_in(atoms_of(only))
    assert (found.value if found is not None else None) == sex
