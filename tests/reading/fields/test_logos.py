"""Logos: names in large print over two rows, beside the whole name of the office."""

from collections.abc import Sequence

import pytest

from plainbill.case import Document
from plainbill.reading.documents import parse
from plainbill.reading.layout import lay_out
from plainbill.reading.page import PageWords
from plainbill.testing.doubles import make_word
from tests.reading.papers import read_text

# Each word: text, x0, y0, x1, y1.
Print = tuple[str, float, float, float, float]
SERVICES: tuple[Print, ...] = (
    ("Patient: Ada Lombard", 60, 330, 330, 354),
    ("Account: LC-10447", 700, 330, 940, 354),
    ("Date", 60, 420, 120, 444),
    ("Code", 240, 420, 300, 444),
    ("Description", 400, 420, 560, 444),
    ("Amount", 840, 420, 940, 444),
    ("04/02/2026", 60, 460, 190, 484),
    ("72100", 240, 460, 310, 484),
    ("X-ray of the spine", 400, 460, 620, 484),
    ("120.00", 860, 460, 940, 484),
    ("04/02/2026", 60, 500, 190, 524),
    ("72148", 240, 500, 310, 524),
    ("MRI of the spine", 400, 500, 600, 524),
    ("640.00", 860, 500, 940, 524),
    ("Total charges", 400, 540, 560, 564),
    ("760.00", 860, 540, 940, 564),
)


def read(head: Sequence[Print]) -> Document:
    words = tuple(make_word(*word) for word in (*head, *SERVICES))
    page = PageWords(index=0, file="logo", number=1, width=1000, height=1300, words=words)
    parsed = parse([page], [lay_out(page)])
    assert parsed is not None
    return parsed.document


def test_a_name_in_large_print_over_two_rows_is_one() -> None:
    document = read([("FERNCROSS", 60, 60, 330, 100), ("IMAGING", 62, 120, 270, 160)])
    assert document.provider is not None
    assert document.provider.name == "FERNCROSS IMAGING"


def test_the_whole_name_beside_a_logo_goes_before_it() -> None:
    document = read(
        [
            ("FERNCROSS", 60, 60, 330, 100),
            ("IMAGING", 62, 120, 270, 160),
            ("Ferncross Imaging Associates, LLP", 560, 64, 940, 88),
            ("9 Assay Park, Velmont, NJ 07899", 590, 100, 940, 124),
        ]
    )
    assert document.provider is not None
    assert document.provider.name == "Ferncross Imaging Associates, LLP"
    assert document.provider.address == "9 Assay Park, Velmont, NJ 07899"


def test_a_title_above_the_name_is_no_part_of_it() -> None:
    document = read([("INVOICE", 60, 60, 270, 100), ("IMAGING", 62, 120, 270, 160)])
    assert document.provider is not None
    assert document.provider.name == "IMAGING"


def test_a_department_below_the_name_is_no_part_of_it() -> None:
    document = read([("FERNCROSS HOSPITAL", 60, 60, 480, 104), ("IMAGING SERVICES", 62, 120, 440, 160)])
    assert document.provider is not None
    assert document.provider.name == "FERNCROSS HOSPITAL"


@pytest.mark.parametrize("stamp", ["PAID", "CORRECTED", "DRAFT", "Paid in full", "Self Pay"])
def test_a_stamp_above_the_name_is_no_part_of_it(stamp: str) -> None:
    document = read([(stamp, 60, 60, 330, 100), ("LARKSPUR IMAGING", 62, 120, 270, 160)])
    assert document.provider is not None
    assert document.provider.name == "LARKSPUR IMAGING"


@pytest.mark.parametrize("first", ["Osprey", "St. Ardith"])
def test_a_second_row_that_is_a_label_elsewhere_ends_the_name(first: str) -> None:
    document = read([(first, 60, 40, 60 + 20 * len(first), 80), ("Health Plan", 60, 86, 270, 126)])
    assert document.provider is not None
    assert document.provider.name == f"{first} Health Plan"


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (
            # An emblem stands before the first row alone.
            [("Ferncross Hill", 140, 60, 420, 104), ("Regional Medical Center", 60, 116, 440, 142)],
            "Ferncross Hill Regional Medical Center",
        ),
        (
            [("ferncross", 60, 60, 420, 120), ("Clinical Laboratories", 62, 132, 330, 156)],
            "ferncross Clinical Laboratories",
        ),
        (
            # The row below is a name by itself, the one above that of a site.
            [("OurChart", 60, 60, 300, 104), ("Ferncross Medical Center", 60, 116, 440, 142)],
            "Ferncross Medical Center",
        ),
        ([("Itemized Bill", 60, 60, 300, 104), ("Family Dentistry", 60, 116, 330, 142)], "Family Dentistry"),
    ],
)
def test_what_an_office_does_stands_in_smaller_print_below_its_name(head: Sequence[Print], name: str) -> None:
    document = read(head)
    assert document.provider is not None
    assert document.provider.name == name


def test_a_logo_of_one_word_is_short_for_the_name_before_an_address() -> None:
    document = read(
        [
            ("ferncross", 60, 60, 420, 120),
            ("Ferncross Imaging Company, PO Box 740, Velmont, NJ 07899", 60, 1200, 700, 1224),
        ]
    )
    assert document.provider is not None
    assert document.provider.name == "Ferncross Imaging Company"


def test_a_logo_goes_on_with_its_state() -> None:
    document = read([("FERNCROSS DENTAL", 60, 60, 420, 100), ("Ferncross Dental of New Jersey", 60, 112, 400, 136)])
    assert document.provider is not None
    assert document.provider.name == "Ferncross Dental of New Jersey"


@pytest.mark.parametrize(
    ("first", "rest"),
    [
        ("Valley Surgical", "Group"),
        ("Valley Regional Medical", "Center"),
        ("Juniper Flats Physicians,", "P.C."),
        ("Nightingale Emergency Physicians", "PLLC"),
        ("Heartland Union Benefit", "Administrators"),
    ],
)
def test_the_last_word_of_a_name_may_stand_below_it(first: str, rest: str) -> None:
    document = read_text(f"""
        {first}
        {rest}
        1899 Lakeview Blvd
        Juniper Flats, WA 01449
        STATEMENT
        Patient: Ada Lombard          Account: LC-10447
        Date        Code     Description         Charge
        03/02/26    99213    Office visit        900.00
    """)

    assert document.provider is not None
    assert document.provider.name == f"{first} {rest}"


def test_a_department_below_the_name_is_none_of_it() -> None:
    document = read_text("""
        Valley Surgical Hospital
        Laboratory
        1899 Lakeview Blvd
        Juniper Flats, WA 01449
        STATEMENT
        Patient: Ada Lombard          Account: LC-10447
        Date        Code     Description         Charge
        03/02/26    99213    Office visit        900.00
    """)

    assert document.provider is not None
    assert document.provider.name == "Valley Surgical Hospital"


def test_a_label_below_a_name_is_no_part_of_it() -> None:
    document = read_text("""
        Blue Oak Health Plan             Member       Ada Lombard
        Group                            88123
        Member ID                        W88123411
        Explanation of Benefits
        Claim number: 88123-01   Processed: 04/03/2026

        Date          Service       Billed    Allowed   Plan paid    You owe
        03/02/2026    Office visit  140.00    120.00    100.00       20.00
        03/02/2026    Lab            40.00     30.00     30.00        0.00
        Total                       180.00    150.00    130.00       20.00
    """)
    assert document.payer is not None
    assert document.payer.name == "Blue Oak Health Plan"


@pytest.mark.parametrize("left", [60, 130])
def test_words_that_many_names_share_end_one_that_breaks_also_below_its_emblem(left: float) -> None:
    document = read(
        [
            ("Fernhill Valley Emergency Medical", 130, 60, 640, 96),
            ("Services", left, 110, left + 130, 146),
            ("41 Alder Street, Westerfield, CO 56461", left, 160, 500, 184),
        ]
    )
    assert document.provider is not None
    assert document.provider.name == "Fernhill Valley Emergency Medical Services"


def test_a_heading_below_a_whole_name_is_no_part_of_it() -> None:
    document = read([("Fernhill Valley Emergency, LLC", 60, 60, 520, 96), ("Services", 60, 110, 190, 146)])
    assert document.provider is not None
    assert document.provider.name == "Fernhill Valley Emergency, LLC"


NOTICE = """
{logo}
Explanation of benefits for your visit on June 13, 2026

Member: Ada Lombard        Member ID: BLV 7719 2204
Claim: V26-06-441870       Processed: June 17, 2026
Doctor's office: Larkspur Optical

Service           Retail price     Plan paid      Paid by member
Eye exam                129.00        119.00               10.00
Frame                   245.00        170.00               75.00
Total                   374.00        289.00               85.00

{name}, 800 Prairie Pkwy, Ames, IA 50010 - 800-555-0191
"""


@pytest.mark.parametrize(
    ("logo", "name"),
    [
        ("bellvue vision", "Bellvue Vision Service"),
        ("bellvuehealth", "Bellvue Health, Inc."),
        ("bellvuehealth", "Bellvue Health"),
    ],
)
def test_a_logo_in_small_letters_is_short_for_the_name_before_the_address(logo: str, name: str) -> None:
    document = read_text(NOTICE.format(logo=logo, name=name))
    assert document.payer is not None and document.payer.name == name
    assert str(document.service_from) == "2026-06-13"


def test_a_logo_is_short_for_no_other_name() -> None:
    document = read_text(NOTICE.format(logo="bellvue vision", name="Belmont Vision Service"))
    assert document.payer is not None and document.payer.name == "bellvue vision"
