"""Names of offices and insurers on forms and in letterheads."""

import pytest

from plainbill.reading.fields.settled_names import settled_names
from plainbill.reading.rows.forming import rows_of
from plainbill.reading.rows.found import Found
from tests.reading.papers import page_of, read_text

CLAIM = """
HEALTH INSURANCE CLAIM FORM                                                  BIRCHMERE ASSURANCE
                                                                             PO BOX 2040
                                                                             TALLIN IA 52999
1. MEDICARE MEDICAID TRICARE CHAMPVA GROUP HEALTH PLAN OTHER           1a. INSURED'S I.D. NUMBER
                                                                       BMA4409917
2. PATIENT'S NAME (Last Name, First Name)      3. PATIENT'S BIRTH DATE SEX        4. INSURED'S NAME
TREMBLAY, OTTILIE, R                           02 17 1999         F X             TREMBLAY, OTTILIE, R

24. A. DATE OF SERVICE     D. PROCEDURES     F. CHARGES     G. UNITS
03/24/26                   99204                 312.00            1
"""
HOSPITAL = """
1                      3a PAT. CNTL #      b. MED. REC. #      4 TYPE OF BILL
Quarry Hill Retreat    3663-78999          00504019            131
317 Chestnut St
Orrin, TX 78999
512-555-0151
5 FED TAX NO.          6 STATEMENT COVERS PERIOD FROM    THROUGH     7
34-1914244             052325                            052325
{box} PATINT NAME          10 BIRTHDATE        11 SEX        17 STAT
Ada Lombard            051152              F             01
42 REV.    43 DESCRIPTION         44 HCPCS     45 SERV DATE    46 SERV UNITS    47 TOTAL CHARGES
0300       VENIPUNCTURE           36415        052325          1                 41.00
0301       BASIC METABOLIC        80048        052325          1                168.00
0001       TOTALS                                                              209.00
"""
BILL = """
{name}                 Statement Date: 05/01/2025
41 Alder Street, Westerfield, CO 56461

Patient: Ada Lombard                 Account: LC-10447

Date        Code    Description         Charge
04/02/2025  99213   Office visit        100.00
"""


def test_the_insurer_at_the_head_of_a_claim_form_treated_nobody() -> None:
    read = read_text(CLAIM)
    assert read.payer is not None
    assert read.payer.name == "BIRCHMERE ASSURANCE"
    assert read.provider is None or read.provider.name is None


@pytest.mark.parametrize("box", ["8", "A", "B"])
def test_the_number_of_a_box_may_be_read_as_a_letter(box: str) -> None:
    read = read_text(HOSPITAL.format(box=box))
    assert read.patient is not None
    assert read.patient.name == "Ada Lombard"


def test_a_name_over_an_address_and_a_phone_is_an_office_beside_captions_too() -> None:
    read = read_text(HOSPITAL.format(box="8"))
    assert read.provider is not None
    assert (read.provider.name, read.provider.phone) == ("Quarry Hill Retreat", "512-555-0151")


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Larkspur Laboratories.", "Larkspur Laboratories"),
        ("Larkspur Clinic.", "Larkspur Clinic"),
        ("Larkspur Clinic, Inc.", "Larkspur Clinic, Inc."),
        ("Larkspur Clinic, P.C.", "Larkspur Clinic, P.C."),
    ],
)
def test_a_speck_behind_a_name_is_no_part_of_it(printed: str, name: str) -> None:
    read = read_text(BILL.format(name=printed))
    assert read.provider is not None
    assert read.provider.name == name


def test_a_label_whose_value_begins_the_next_row_is_no_part_of_a_name() -> None:
    document = read_text("""
        Quillan Ambulance District
        Patient Statement
        Trip No: 450765                      Date of Birth: 10/09/1988
        Guarantor Name: Imogen Thackeray     Patient Name: Imogen Thackeray Printed on
        04/26/2026

        Date          Code     Service                     Amount
        04/06/2026    A0429    Ride, basic                 250.00
        Total charges                                      250.00
    """)
    assert document.patient is not None
    assert document.patient.name == "Imogen Thackeray"


def test_numbers_and_days_behind_the_name_of_an_office_are_no_part_of_it() -> None:
    (row,) = rows_of(page_of("Quillan Dental Associates 1104023674 04-26-2026"))
    name = Found(value=" ".join(token.text for token in row.tokens), tokens=tuple(row.tokens))
    settled = settled_names({"provider.name": name})["provider.name"]
    assert settled.value == "Quillan Dental Associates"
    assert settled.tokens == row.tokens[:3]


@pytest.mark.parametrize("status", ["Participating", "Non-participating", "Out-of-network"])
def test_whether_an_office_is_of_a_network_is_no_name(status: str) -> None:
    (row,) = rows_of(page_of(status))
    assert settled_names({"provider.name": Found(value=status, tokens=tuple(row.tokens))}) == {}


def test_a_title_below_the_label_of_an_office_names_none() -> None:
    found = {"provider.name": Found(value="SUMMARY OF", tokens=())}
    assert "provider.name" not in settled_names(found)


def test_the_point_between_a_name_and_its_address_is_no_part_of_it() -> None:
    row = rows_of(page_of("Larkspur Imaging ·"))[0]
    settled = settled_names({"provider.name": Found(value="Larkspur Imaging ·", tokens=row.tokens)})
    assert settled["provider.name"].value == "Larkspur Imaging"
