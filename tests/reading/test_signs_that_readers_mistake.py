"""Letters read as digits, rules read as print, and dots before values, where the place tells what they are."""

import pytest

from plainbill.reading.rows.atoms import atoms_of, cells_of
from plainbill.reading.rows.forming import rows_of
from plainbill.reading.terms.dates import PrintedDate, parse_date
from tests.reading.papers import page_of, read_text

BILL = """
    Coastline Internal Medicine Group                      Statement
    8365 Millrace St
    Port Salerno, FL 34992
    Patient Name      Ada Quill            Diagnoses: E11.9,110,M54.50
    Insurance Plan    Northgate HMO
    Payer ID
    Date          Code     Description         Charge
    07/07/25      99204    Office visit new    411.84
    07/08/25      94010    Breathing test       84.00
    Total charges                              495.84
"""


@pytest.mark.parametrize(("text", "month"), [("23-Ju1-25", 7), ("Apri1 23, 2025", 4), ("Ju1. 23, 2025", 7)])
def test_a_one_in_the_name_of_a_month_is_an_l(text: str, month: int) -> None:
    assert parse_date(text) == PrintedDate(month=month, day=23, year=2025)


def test_a_rule_below_the_print_is_none_of_it() -> None:
    page = page_of("Visit 1 February_ 24,_ 2025   MRI without_contrast   ada_q@mail.example")
    (row,) = rows_of(page)

    assert [token.text for token in row.tokens] == [
        *("Visit", "1", "February", "24,", "2025", "MRI", "without", "contrast", "ada_q@mail.example")
    ]


def test_a_list_of_diagnoses_has_its_letter_i_back() -> None:
    assert read_text(BILL).diagnosis_codes == ("E11.9", "I10", "M54.50")


def test_an_insurance_plan_of_a_kind_is_whom_a_bill_goes_to() -> None:
    document = read_text(BILL)

    assert document.payer is not None
    assert document.payer.name == "Northgate HMO"


def test_the_last_dot_before_a_value_is_none_of_it() -> None:
    document = read_text(
        BILL.replace("Insurance Plan    Northgate HMO", "Insurance Company    . Union Lakes Health Fund")
    )

    assert document.payer is not None
    assert document.payer.name == "Union Lakes Health Fund"


@pytest.mark.parametrize("row", ["ID 83864", "Group\n    369 Alder Rd"])
def test_a_row_of_an_address_is_no_number(row: str) -> None:
    document = read_text(BILL.replace("Payer ID", row))

    assert document.coverage is None or (document.coverage.member_id, document.coverage.group_number) == (None, None)


def test_a_name_in_print_of_one_width_is_one_cell() -> None:
    (row,) = rows_of(page_of("SAINT BRENNAN MEDICAL CENTER   67553293"))

    assert [cell.text for cell in cells_of(atoms_of(row), 8.0, typed=True)] == [
        "SAINT BRENNAN MEDICAL CENTER",
        "67553293",
    ]


def test_heads_in_print_of_one_width_stay_apart() -> None:
    (row,) = rows_of(page_of("COST SERVICE DATE DESCRIPTION"))

    assert [cell.text for cell in cells_of(atoms_of(row), 8.0)] == ["COST", "SERVICE", "DATE", "DESCRIPTION"]


@pytest.mark.parametrize("form", ["UB-04", "CMS-1500", "HCFA 1500", "CMS1450"])
def test_the_name_of_a_form_is_no_number(form: str) -> None:
    document = read_text(BILL.replace("Payer ID", f"Authorization No.\n    {form}"))

    assert document.authorization_number is None
