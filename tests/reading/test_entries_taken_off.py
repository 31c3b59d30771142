"""What is taken off on a day, below the sum of the charges or outside all tables, is a payment."""

import pytest

from plainbill.case import Document
from tests.reading.papers import read_text

RIDE = """
Alder County Rescue                                   Bill printed 05/04/2026
40 Ladder Way, Velmont, NJ 07899
Patient: Ada Lombard         Run number 26-44017

CODE     SERVICE                     QTY      RATE       AMOUNT
A0429    BLS EMERGENCY BASE          1.0    880.00       880.00
A0425    GROUND MILEAGE              6.0     20.00       120.00
         TOTAL CHARGES                                 1,000.00
04/11/26 JUNIPER HEALTH EFT 4417                         412.50-
04/11/26 {words}                        487.50-
         BALANCE DUE                                     100.00
"""
RESIDENT = """
Plover Court Care Center                               RESIDENT STATEMENT
9 Assay Park, Velmont, NJ 07899                        prepared May 01, 2026
Resident: Ada Lombard        Resident no. PC-2207

Balance from March statement                          4,180.00
4/6     Check 2210, O. Lombard                       (3,000.00)
4/20    Care policy of Fenland Life                  (1,180.00)

2026    April charges                Days      Rate        Amount
4/1     Room & board, semi-private     30    210.00      6,300.00
4/9     Physical therapy                1     26.00         26.00
        Total April charges                              6,326.00
4/30    {late}                    31.00
        Amount due by May 15, 2026                      $6,357.00
"""


def payments(document: Document) -> list[tuple[str, str, str]]:
    """Day, amount and kind of each payment."""
    return [(str(each.date), str(each.amount), each.kind or "") for each in document.payments]


@pytest.mark.parametrize("words", ["JUNIPER HEALTH WRITE DOWN", "HARDSHIP RELIEF"])
def test_what_is_taken_off_below_the_sum_of_the_charges_is_no_charge(words: str) -> None:
    document = read_text(RIDE.format(words=words.ljust(25)))
    assert [line.code for line in document.lines] == ["A0429", "A0425"]
    assert [amount for _, amount, _ in payments(document)] == ["412.50", "487.50"]


def test_a_charge_taken_back_among_the_charges_stays_one() -> None:
    back = "02/02/26 GROUND MILEAGE                                   20.00-\n         TOTAL CHARGES"
    document = read_text(RIDE.replace("         TOTAL CHARGES", back).format(words="WRITE DOWN"))
    assert [str(line.charge) for line in document.lines] == ["880.00", "120.00", "-20.00"]


def test_days_with_amounts_in_parentheses_above_a_table_are_payments() -> None:
    document = read_text(RESIDENT.format(late="Late fee".ljust(32)))
    assert payments(document) == [
        ("2026-04-06", "3000.00", "patient_payment"),
        ("2026-04-20", "1180.00", "other"),
    ]


def test_a_fee_for_an_unpaid_balance_is_no_service() -> None:
    for late in ("Late charge on unpaid March bill", "Finance charge on overdue balance"):
        document = read_text(RESIDENT.format(late=late.ljust(32)))
        assert [str(line.charge) for line in document.lines] == ["6300.00", "26.00"]
        assert str(document.fees) == "31.00"


def test_the_sum_of_what_was_paid_by_card_is_what_the_patient_paid() -> None:
    document = read_text("""
Alder Street Counseling                          Superbill
400 Adobe Walk, Mesa Alta, NM 87998              Issued: October 1, 2026
Client: Ada Lombard

Date of Service       Service                                 DX          Fee
September 2, 2026     90791    Intake evaluation              F41.1    $225.00
September 9, 2026     90837    Psychotherapy, 60 min          F41.1    $175.00

Payments
September 2, 2026     HSA card 4417       -$225.00
September 9, 2026     HSA card 4417       -$100.00

Total fees            $400.00
Total paid            $325.00
Balance remaining      $75.00
""")
    assert payments(document) == [
        ("2026-09-02", "225.00", "patient_payment"),
        ("2026-09-09", "100.00", "patient_payment"),
    ]
    assert document.totals is not None
    assert str(document.totals.patient_paid) == "325.00"


def test_what_is_said_to_be_less_is_taken_off() -> None:
    less = RESIDENT.replace("(3,000.00)", "less  $3,000.00").replace("(1,180.00)", "less  $1,180.00")
    found = payments(read_text(less.format(late="Late fee".ljust(32))))
    assert [amount for _, amount, _ in found] == ["3000.00", "1180.00"]


@pytest.mark.parametrize("words", ["REVERSAL OF MILEAGE", "MILEAGE CORRECTION"])
def test_a_charge_that_is_undone_below_the_sum_is_no_payment(words: str) -> None:
    document = read_text(RIDE.format(words=words.ljust(25)))
    assert [amount for _, amount, _ in payments(document)] == ["412.50"]
    assert [str(line.charge) for line in document.lines] == ["880.00", "120.00", "-487.50"]


def test_a_charge_that_is_undone_beside_payments_is_none() -> None:
    text = RESIDENT.replace("Care policy of Fenland Life", "Room & board, voided       ")
    document = read_text(text.format(late="Late fee".ljust(32)))
    assert [amount for _, amount, _ in payments(document)] == ["3000.00"]


def test_goods_that_may_be_paid_from_a_health_account_are_no_payments() -> None:
    document = read_text("""
Harbor Pharmacy                                      Receipt 03/02/2026
Patient: Ada Lombard

Date          Description                           Amount
03/02/2026    Lisinopril 10 mg tablet                12.00
03/02/2026    Ibuprofen 200 mg FSA eligible           8.99
03/02/2026    Glucose strips (HSA)                   21.00
Total                                                41.99
""")
    assert [str(line.charge) for line in document.lines] == ["12.00", "8.99", "21.00"]
    assert not document.payments


LISTED = """
Harbor View Imaging                                         Statement 03/02/2026
Patient: Ada Lombard                                        Account: 778812

Service               CDM           Line Total     Pmt/Adj
Knee picture          30142457          263.75
Contrast medium       95940283          145.00
Uninsured discount                                  142.04
PATIENT PAYMENT - VISA                               14.95
{sums}
"""


def test_entries_stand_where_the_services_do_and_sums_elsewhere() -> None:
    sums = "                                    Opening balance  778.00\n" + " " * 36 + "Amount due     1,029.76"
    document = read_text(LISTED.format(sums=sums))
    assert [amount for _, amount, _ in payments(document)] == ["142.04", "14.95"]
    assert document.totals is not None
    assert document.totals.adjustments is None


def test_a_sum_below_the_services_is_none_where_all_sums_stand_there() -> None:
    document = read_text(LISTED.format(sums="Opening balance                                     778.00"))
    assert document.totals is not None
    assert str(document.totals.adjustments) == "142.04"
