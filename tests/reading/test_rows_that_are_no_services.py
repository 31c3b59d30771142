"""Sums, labels and payments between and below services, which are none."""

from decimal import Decimal

import pytest

from plainbill.reading.columns.column import Column
from plainbill.reading.heads.head import HeadColumn
from plainbill.reading.rows.atoms import atoms_of
from plainbill.reading.rows.forming import rows_of
from plainbill.reading.tables.row_roles import role_of
from plainbill.reading.terms.wording import is_subtotal
from tests.reading.papers import page_of, read_text

NOTICE = """
Larchmont Mutual Insurance Company
Explanation of Benefits                     Processed: 05/09/2025
Claim Number        66928689044
{more}
Service           Date          Billed    Discount    Plan paid    You owe
Office visit      03/02/2026    140.00    20.00          100.00       20.00
Rapid test        03/02/2026     40.00    10.00           30.00        0.00
{below}
"""


def test_a_label_with_one_amount_below_the_services_is_none() -> None:
    sums = "Total for claim                 180.00    30.00          130.00       20.00"
    document = read_text(NOTICE.format(more="", below=f"{sums}\nSavings with your plan:          30.00"))
    assert [line.charge for line in document.lines] == [Decimal("140.00"), Decimal("40.00")]


def test_a_phone_number_below_a_name_is_no_claim() -> None:
    document = read_text(NOTICE.format(more="Ashford Therapy,    1-800-555-0130", below=""))
    assert {line.claim_number for line in document.lines} == {None}
    assert document.claim_number == "66928689044"


def test_a_discount_whose_amount_stands_under_the_units_is_no_service() -> None:
    document = read_text("""
Kestrel Hill Medical Group                         Itemized Statement
Patient: Nadine Overholt                Account: 4418823

Service                   Balance      Units    Date    Charge
Pharmacy                 1,162.11          2    8/27    180.50
Facility fee             1,183.61          1    8/27     21.50
Uninsured discount         814.91     368.70    10/2
TOTAL FOR SERVICES                                      202.00
""")
    assert [line.description for line in document.lines] == ["Pharmacy", "Facility fee"]


def test_below_the_sums_and_the_ages_of_a_balance_no_payment_is_listed() -> None:
    document = read_text("""
Kestrel Hill Medical Group                         Itemized Statement
Patient: Nadine Overholt                Account: 4418823

Service                               Charge
Operating room                     $5,182.75
Radiology                          $4,689.00
Payments & Credits                   Pmt/Adj
Ins Pmt - Primary               $1,121.42 CR
Amount Now Due:                    $8,750.33
0-30            31-60                  61-90
$0.00           $0.00              $8,750.33
Minimum due this month:               $50.00
""")
    assert [payment.amount for payment in document.payments] == [Decimal("1121.42")]


@pytest.mark.parametrize("words", ["Charges on this page", "Total this page:", "Sub-total"])
def test_what_one_page_holds_is_no_total_of_the_paper(words: str) -> None:
    assert is_subtotal(words)


def test_an_amount_under_the_end_of_a_head_is_that_heads() -> None:
    (line,) = read_text("""
Larchmont Mutual Insurance Company
Remittance advice                        Payment date: 02/21/2024
Provider: Quarrytown Clinic

Visit date    Units    Code     Amount charged    Maximum allowed    Coinsurance  Amount    Copay    Insurance paid
01/15/2024    1        99213           $188.00             $65.80                  $6.58                     $59.22
CO 45 $122.20    PR 2 $6.58
""").lines
    assert (line.charge, line.coinsurance) == (Decimal("188.00"), Decimal("6.58"))


def test_amounts_below_zero_that_touch_are_all_below_zero() -> None:
    first, second = read_text("""
Kestrel Hill Ambulance                             Itemized Statement
Patient: Nadine Overholt                Account: 4418823

   Charge    Ins. Pmt   Date       Code     Description
2,140.00     1,284.00   02DEC23    A0427    Ambulance, advanced
2,140.00-1,284.00-02DEC23          A0427    Ambulance, advanced
""").lines
    assert (first.charge, second.charge) == (Decimal("2140.00"), Decimal("-2140.00"))


def test_a_service_that_was_paid_by_its_status_is_no_payment_and_specks_cost_no_row() -> None:
    lines = read_text("""
Larchmont Mutual Insurance Company
Explanation of Benefits                     Processed: 05/09/2025
Claim Number        66928689044

Date          Service           Status    Billed    Deductible    Coinsurance    Paid     You owe   Code      Adjusted
03/02/2026    Cholesterol       DENIED     97.00                                            97.00   PR-97     97.00
              Vitamin B12       PAID       63.75                                  38.25             CO-253    25.50
              Iron level        DENIED     64.64    an                                              CO-96     64.64
              Ferritin level    PAID       92.82                       5.48       49.28      5.48   CO-45     38.06
""").lines
    assert [line.charge for line in lines] == [Decimal("97.00"), Decimal("63.75"), Decimal("64.64"), Decimal("92.82")]


def columns(*fields: str) -> tuple[Column, ...]:
    heads = (HeadColumn(fields=(field,), x0=100.0 * i, x1=100.0 * i + 50, tokens=()) for i, field in enumerate(fields))
    return tuple(Column(field=h.fields[0], head=h, left=h.x0, right=h.x0 + 100) for h in heads)


@pytest.mark.parametrize(
    ("printed", "role"),
    [
        (["Vitamin B12", "PAID", "63.75", "38.25", "25.50"], "service"),
        (["Copay received - thank you", "", "63.75", "", ""], "payment"),
        (["Iron level", "DENIED", "64.64", "an", ""], "service"),
        (["Iron level", "DENIED", "64.64", "anything", ""], None),
    ],
)
def test_what_a_row_is_by_its_state_and_by_dirt_in_the_place_of_an_amount(printed: list[str], role: str | None) -> None:
    (row,) = rows_of(page_of(" ".join(printed)))
    words = iter(atoms_of(row))
    cells = [[next(words) for _ in cell.split()] for cell in printed]
    assert role_of(columns("description", "status", "charge", "plan_paid", "deductible"), cells, set()) == role


def test_captions_of_people_and_their_numbers_head_no_table() -> None:
    document = read_text("""
Meridian Oak Healthcare, Inc.
Remittance Voucher
Provider of service          National Provider ID    Claim Processed    Check No.     Payment Total
Larkspur Medical Center      1385056882              6/12/24            581959124            198.58

SERV DATE    POS    NOS    PROC     MODS    BILLED    ALLOWED    PROV PD
NAME Ada Lombard           ID AGD506940271          CLAIM NO 3442B427778
May 17       11     2      J2270             65.50      44.54      44.54
May 19       11     1      99284    25    1,726.19   1,018.45    154.04
""")
    assert [(line.code, str(line.service_date)) for line in document.lines] == [
        ("J2270", "2024-05-17"),
        ("99284", "2024-05-19"),
    ]


def test_what_the_plan_is_expected_to_pay_is_no_service() -> None:
    document = read_text("""
Larkspur Hospital
Patient: Ada Lombard          Account: LC-10447

Date          Rev     Description        Code     Qty     Amount
04/02/2026    0450    ER VISIT           99283      1     900.00
04/02/2026    0730    EKG                93005      1     250.00
Total charges                                           1,150.00
Estimated insurance portion (pending)                     920.00
""")
    assert [line.charge for line in document.lines] == [Decimal("900.00"), Decimal("250.00")]


def test_what_a_plan_is_expected_to_pay_is_no_service_but_what_an_office_does_for_it_is() -> None:
    document = read_text("""
        Larkspur Dental
        Patient: Ada Lombard          Account: LD-10447
        Description                        Amount
        Cleaning                           140.00
        Expected insurance filing fee        5.00
        Estimated insurance portion       -100.00
        Total due                           45.00
    """)
    assert [line.description for line in document.lines] == ["Cleaning", "Expected insurance filing fee"]
