"""What a row is by its words."""

import pytest

from plainbill.reading.rows.atoms import atoms_of
from plainbill.reading.rows.forming import rows_of
from plainbill.reading.tables.row_roles import is_late_fee
from tests.reading.papers import page_of, read_text


@pytest.mark.parametrize(
    ("words", "late"),
    [
        ("Late charge on unpaid March balance", True),
        ("Finance charge for your overdue account", True),
        ("Late charge", True),
        ("Late charge on room and board", False),
    ],
)
def test_a_fee_for_what_is_unpaid_is_one_for_paying_late(words: str, late: bool) -> None:
    (row,) = rows_of(page_of(words))
    assert is_late_fee(atoms_of(row)) is late


WARD = """
Quince Valley Pediatrics
418 Adobe Walk, Mesa Alta, NM 87998

Patient: Ada Lombard          Account: QV-10447

Date      Code                               Charge     Credit
Mar 3     {first}       131.00
Mar 3     90633 Vaccine against hepatitis     88.00
Mar 20    Fenland Mutual paid                            150.00
Mar 22    Check 40771                                     20.00
Amount due                                    49.00
Statement date 04/02/2026
"""


@pytest.mark.parametrize("words", ["99393 Yearly check, age 6", "Well child check, age 6  "])
def test_a_check_of_a_child_is_no_check_that_somebody_wrote(words: str) -> None:
    document = read_text(WARD.format(first=words))
    assert [(str(line.service_date), str(line.charge)) for line in document.lines] == [
        ("2026-03-03", "131.00"),
        ("2026-03-03", "88.00"),
    ]
    assert [str(payment.amount) for payment in document.payments] == ["150.00", "20.00"]


FUND = """
Fenland Mutual
Explanation of benefits. This is not a bill.
Patient: Ada Lombard       Member ID: FM-220814

Day        Care                 {first}    Zork      Plan paid   Left to you
03/04/26   Cast put on          310.00     120.00       190.00       0.00
03/09/26   Foot exam            150.00      60.00        60.00      30.00
"""


def test_services_of_which_nothing_is_left_to_pay_are_no_payments_where_heads_are_unknown() -> None:
    document = read_text(FUND.format(first="Quux  "))
    assert not document.payments


def test_what_they_charged_is_the_charge() -> None:
    lines = read_text(FUND.format(first="They charged")).lines
    assert [(str(line.charge), str(line.plan_paid), str(line.patient_responsibility)) for line in lines] == [
        ("310.00", "190.00", "0.00"),
        ("150.00", "60.00", "30.00"),
    ]
    assert [[str(each.amount) for each in line.adjustments] for line in lines] == [["120.00"], ["60.00"]]


def test_a_decision_in_its_column_is_no_label_of_a_sum() -> None:
    document = read_text(
        """
    Cobalt HMO                             Explanation of Benefits
    Member: Evander Juarez-Lund            Claim number: E52841045292

    What was done     Dt of Svc    Allowed    Billed    Line Status     Plan paid    Qty
    Procedure fee     03/16/2025    109.00    265.85    Approved            76.30    1
    Lab work                        119.14    195.31    Approved           107.23    1
    Clinic charge     03/20/2025     33.30     55.50    Approved             0.00    1
    Total                           261.44    516.66                       183.53
"""
    )
    assert [line.description for line in document.lines] == ["Procedure fee", "Lab work", "Clinic charge"]
