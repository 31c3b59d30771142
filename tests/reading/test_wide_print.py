"""Addresses, numbers and days whose parts stand wide apart or carry no marks."""

from dataclasses import replace

import pytest

from plainbill.reading.terms.dates import parse_date
from plainbill.testing.doubles import make_page, make_word
from tests.reading.papers import read_pages, read_text

BILL = """
Larkspur Clinic, LLC
{more}

Date          Code     Description       Charge
04/02/2025    99213    Office visit      100.00
04/09/2025    99212    Recheck            60.00
Total charges 160.00
"""


@pytest.mark.parametrize(
    ("rows", "address"),
    [
        ("PO Box 2217   Marlow, OH 44100", "PO Box 2217 Marlow, OH 44100"),
        ("Quarry Crossing #14\nMarlow, OH 44100", "Quarry Crossing #14, Marlow, OH 44100"),
    ],
)
def test_an_address_keeps_its_first_line(rows: str, address: str) -> None:
    provider = read_text(BILL.format(more=rows)).provider
    assert provider is not None
    assert provider.address == address


def test_a_phone_number_without_marks_below_an_address_is_the_offices() -> None:
    provider = read_text(BILL.format(more="9 Mill Road\nMarlow, OH 44100\n5555550136")).provider
    assert provider is not None
    assert provider.phone == "5555550136"


def test_the_number_of_a_group_stands_behind_its_name() -> None:
    coverage = read_text(BILL.format(more="Group: Marlow Mills #44017")).coverage
    assert coverage is not None
    assert coverage.group_number == "44017"


def test_the_run_date_of_a_paper_about_a_stay_is_the_day_of_its_print() -> None:
    document = read_text(BILL.format(more="RUN DATE: 04-19-25\nADMIT: 04-02-25     DISCH: 04-09-25"))
    assert (str(document.document_date), str(document.service_from)) == ("2025-04-19", "2025-04-02")


def test_a_letter_for_the_zero_of_a_day_is_read() -> None:
    assert parse_date("o2 Feb 2026") == parse_date("02 Feb 2026")
    assert parse_date("o2 Box 2026") is None


def test_wide_letters_of_one_width_do_not_part_a_label() -> None:
    page = make_page(BILL.format(more=""))
    print_of_one_width = " ".join(["MARLOW PARK STREET"] * 5).split()
    words = [
        make_word(text, 150 * (i % 5), 700 + 30 * (i // 5), 150 * (i % 5) + 20 * len(text), 720 + 30 * (i // 5))
        for i, text in enumerate(print_of_one_width)
    ]
    words += [
        make_word(text, x, 600, x + 20 * len(text) - 3, 620) for text, x in (("MED", 0), ("REC:", 83), ("M00417", 200))
    ]
    wide = tuple(replace(word, box=replace(word.box, x0=2 * word.box.x0, x1=2 * word.box.x1)) for word in page.words)
    (parsed,) = read_pages(replace(page, words=(*wide, *words)))
    assert parsed.document.patient is not None
    assert parsed.document.patient.medical_record_number == "M00417"
