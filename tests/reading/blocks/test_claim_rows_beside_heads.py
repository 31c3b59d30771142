"""Claim forms whose heads are read so that two columns seem one: the order of the values tells more of each service."""

import pytest

from tests.reading.papers import read_text

FORM = """
    HEALTH INSURANCE CLAIM FORM                     NORTH CAPE MUTUAL
    24.A. DATE (S) OF SERVICE           D. PROCEDURES      E DX                              G. DAYS      J. RENDERING
    From        To             PLACE    CPT/HCPCS          POINTER    $CHARGES               OR UNITS     PROVIDER ID.
    05 14 26    05 14 26       11       99213    25        A                      131  50    1            {number}
    05 14 26    05 14 26       11       36415              A                       18  00    2            {number}
    05 14 26    05 14 26       11       85025              A                      207  25    1            {number}
    25 FEDERAL TAXID NUMBER    26. PATIENT'S ACCOUNT NO   27.ACCEPT ASSIGNMENT?  28. TOTAL CHARGE   29 AMOUNT PAID
    51-5550119   X             3145826                    YES X                  $ 356  75          $ 40  00
"""
NUMBER = "1993550118"


@pytest.mark.parametrize("number", [NUMBER, "NPI", f"NPI {NUMBER}"])
def test_counts_beside_charges_are_read_though_one_head_stands_over_both(number: str) -> None:
    lines = read_text(FORM.format(number=number)).lines
    assert [(line.code, line.modifiers, str(line.charge), line.units) for line in lines] == [
        ("99213", ("25",), "131.50", 1),
        ("36415", (), "18.00", 2),
        ("85025", (), "207.25", 1),
    ]


def test_what_the_boxes_below_the_services_hold_is_no_service() -> None:
    # The last row stands a little out of line with the others.
    torn = FORM.replace("05 14 26    05 14 26       11       85025", "05 14 2   05 14 26       11       85025")
    lines = read_text(torn.format(number=NUMBER)).lines
    assert not [line for line in lines if str(line.charge) in {"356.00", "356.75", "40.00"}]


def test_a_rule_between_dollars_and_cents_that_was_read_as_a_mark_parts_them() -> None:
    lines = read_text(FORM.replace(" 18  00", "218:00 ").format(number=NUMBER)).lines
    assert [(line.code, str(line.charge)) for line in lines] == [
        ("99213", "131.50"),
        ("36415", "218.00"),
        ("85025", "207.25"),
    ]


def test_a_place_under_no_head_is_told_by_the_order_of_values() -> None:
    headed = FORM.replace("To             PLACE    CPT/HCPCS ", "To                      CPT/HCPCS ")
    headed = headed.replace("$CHARGES               OR UNITS", "               CHARGES       UNITS")
    lines = read_text(headed.format(number=NUMBER)).lines
    assert [(line.place_of_service, line.units) for line in lines] == [("11", 1), ("11", 2), ("11", 1)]


def test_a_drug_above_a_service_is_of_that_service() -> None:
    service = "    05 14 26    05 14 26       11       36415"
    lines = read_text(FORM.replace(service, f"    N400009221101 ML1\n{service}").format(number=NUMBER)).lines
    assert [(line.code, line.ndc) for line in lines] == [("99213", None), ("36415", "00009221101"), ("85025", None)]
