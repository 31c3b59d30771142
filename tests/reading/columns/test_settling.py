"""What the columns of a table hold, settled by what stands below their heads."""

from plainbill.reading.columns.column import Column
from plainbill.reading.columns.settling import settled
from plainbill.reading.heads.head import HeadColumn
from plainbill.reading.layout import lay_out
from plainbill.reading.rows.atoms import atoms_of
from tests.reading.papers import page_of, read_text

ADVICE = """
Tamarack State Medicaid
REMITTANCE ADVICE                                        PAYMENT DATE 05/06/2026
Quarrytown Counseling Inc
MEMBER NAME: OSTRANDER, RUTH     MEMBER NO.: 00710488

LN FROM    THRU     MODIFIERS     SERVICE                  UNITS   BILLED  ALLOWED  COPAY     PAID  EOBS
01 040126  040126   T1017 HF      TARGETED CASE MGMT        6.00   120.00    94.50   0.00    94.50
02 040826  040826   H0004         BEHAVIORAL COUNSELING     4.00   140.00    88.00   2.00    86.00  4110
03 041526  041526   90853         GROUP THERAPY             1.00    65.00    31.18   0.00    31.18
TOTAL THIS CLAIM                                                    325.00   213.68   2.00   211.68
"""


def test_codes_with_their_modifiers_under_a_head_of_modifiers_are_the_codes_of_the_services() -> None:
    lines = read_text(ADVICE).lines
    assert [(line.code, list(line.modifiers), str(line.charge)) for line in lines] == [
        ("T1017", ["HF"], "120.00"),
        ("H0004", [], "140.00"),
        ("90853", [], "65.00"),
    ]
    assert [[remark.code for remark in line.remarks] for line in lines] == [[], ["4110"], []]


STATEMENT = """
Pine Hollow Sports Medicine
Statement                             Account number: 11829       Bill date: 04/02/26
RUTH OSTRANDER

Date       Activity                   Charge   Adjustment   Insurance Paid   You Paid   Balance
03/05/26   99214: OFFICE VISIT       $265.00     -$128.00         -$112.00    -$25.00     $0.00
03/05/26   20552: TRIGGER POINT      $180.00      -$96.00            $0.00      $0.00    $84.00
03/19/26   73030: X-RAY SHOULDER      $96.00      -$61.00            $0.00      $0.00    $35.00
03/26/26   97161: PT EVALUATION      $210.00     -$112.00          -$73.00    -$20.00     $5.00
Total                                $751.00     -$397.00         -$185.00    -$45.00   $124.00
"""


def test_the_balance_of_a_service_is_what_plan_and_patient_left_of_its_charge() -> None:
    lines = read_text(STATEMENT).lines
    assert [str(line.patient_responsibility) for line in lines] == ["0.00", "84.00", "35.00", "5.00"]


def test_a_balance_that_runs_on_from_row_to_row_is_what_the_patient_owes_of_no_service() -> None:
    running = STATEMENT.replace("   $35.00\n", "  $119.00\n").replace("    $5.00\n", "  $124.00\n")
    lines = read_text(running).lines
    assert [line.patient_responsibility for line in lines] == [None] * 4


BELOW_DAYS = """
Sep 11
CO 253 $35.65 PR 1 $49.24
CO 45 $23.32 PR 2 $10.49
C0 45 $42.24
PR 97 5 80.75
"""


def test_rows_of_reasons_below_a_head_of_days_are_no_amounts_of_its_column() -> None:
    head = HeadColumn(fields=("date",), x0=0.0, x1=90.0, tokens=())
    below = [[list(atoms_of(row))] for row in lay_out(page_of(BELOW_DAYS)).rows]
    (column,) = settled([Column(field="date", head=head, left=0.0, right=400.0)], below)
    assert column.field == "date"


def test_a_column_of_teeth_or_codes_holds_the_codes_of_the_services_where_no_other_does() -> None:
    lines = read_text("""
        Lantern Cove Dental Plan
        Explanation of benefits

        Tooth / code   Procedure             Charge     Allowed    Plan paid    You pay
        D1110          Cleaning, adult        98.00       70.00        70.00       0.00
        D2392          White filling, two    260.00      180.00       144.00      36.00
        Total                                358.00      250.00       214.00      36.00
    """).lines

    assert [(line.code, line.description) for line in lines] == [
        ("D1110", "Cleaning, adult"),
        ("D2392", "White filling, two"),
    ]
