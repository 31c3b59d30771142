"""Heads that plans, pharmacies and offices print over their columns."""

import pytest

from plainbill.reading.rows.forming import rows_of
from tests.reading.papers import heads_in, page_of, read_text

TRICARE = """
    TRICARE EXPLANATION OF BENEFITS
    Keystone Federal Services
    Beneficiary name: Odile Marchetti
    Claim number: 26104-TR-558821

    Services provided by     Services provided          Amount     TRICARE     See
    Date of services                                    billed     approved    remarks
    BAYOU FAMILY MEDICINE
    04/02/2026               1 Office visit (99214)     $215.00    $128.40     1
    04/02/2026               1 Urinalysis (81002)        $18.00      $4.10     1
    TOTALS:                                             $233.00    $132.50
"""
PAYMENT = """
    NORTHFIELD MUTUAL AUTO INSURANCE
    Personal Injury Protection - Explanation of Payment
    Injured party: Gwendolyn Asher     Loss date: 02/08/2026
    Claim: 55-A-88120-PIP     Provider: Cobble Hill Chiropractic     Date: 04/17/2026

    Date of Svc    CPT      Billed    Reduction Amt    Reason    Deductible    20% Co-pay    Payment
    02/16/2026     98941     85.00            22.36    FS              0.00         12.53      50.11
    02/16/2026     97014     40.00            40.00    NC              0.00          0.00       0.00
    Total                   125.00            62.36                    0.00         12.53      50.11
"""
PHARMACY = """
    Corner Mill Pharmacy
    Patient: Agatha Sorley     DOB: 11/30/1951

    Fill date   Rx #      Drug name                NDC            Qty   {days}   Price     Copay
    01/08/26    7710234   LISINOPRIL 20 MG TAB     00093-5025-01   90     90     18.40     10.00
    05/02/26    7719441   AMOXICILLIN 500 MG CAP   65862-0017-05   30     10     12.10     10.00
"""


def test_who_gave_care_and_the_day_of_it_may_share_a_column() -> None:
    document = read_text(TRICARE)
    assert [(str(line.service_date), line.code, str(line.allowed)) for line in document.lines] == [
        ("2026-04-02", "99214", "128.40"),
        ("2026-04-02", "81002", "4.10"),
    ]
    assert document.provider is not None and document.provider.name == "BAYOU FAMILY MEDICINE"


def test_payments_beside_a_deductible_are_the_plans_and_a_copay_may_be_a_share() -> None:
    document = read_text(PAYMENT)
    assert [(str(line.plan_paid), str(line.copay)) for line in document.lines] == [("50.11", "12.53"), ("0.00", "0.00")]


def test_the_day_of_a_loss_is_not_that_of_the_paper() -> None:
    document = read_text(PAYMENT)
    assert str(document.processed_date) == "2026-04-17"
    assert document.patient is not None and document.patient.name == "Gwendolyn Asher"


@pytest.mark.parametrize("days", ["Days", "Days supply"])
def test_how_many_days_a_medicine_lasts_is_no_count_of_it(days: str) -> None:
    document = read_text(PHARMACY.format(days=days))
    assert [line.units for line in document.lines] == [90, 30]


def test_days_are_counted_where_nothing_else_is() -> None:
    document = read_text("""
    Quarry Ridge Hospital
    Patient: Desmond Achterberg     Account number: 4000771923

    Date          Description               Days     Amount
    05/02/2026    Room, semi-private           2    4,180.00
    05/04/2026    Room, private                1    2,390.00
    """)
    assert [line.units for line in document.lines] == [2, 1]


def test_what_tells_two_columns_apart_stands_on_the_row_above_them() -> None:
    document = read_text("""
    Alder Dental Plan of Oregon
    Explanation of Benefits
    Patient: Sunniva Adeyinka     Claim number: 2026 0960 11874 00

               Date of                               Submitted   Accepted                Plan      Patient   Policy
    Tooth      service     Procedure  Description          fee        fee   Deductible   payment   payment   code
               03/12/26    D0120      Oral evaluation    68.00      44.00                   44.00      0.00
    14         03/12/26    D2393      Resin composite   312.00     204.00        50.00     123.20     80.80   16
    TOTAL                                               380.00     248.00        50.00     167.20     80.80
    """)
    assert [(str(line.allowed), str(line.patient_responsibility)) for line in document.lines] == [
        ("44.00", "0.00"),
        ("204.00", "80.80"),
    ]


def test_the_name_of_a_plan_may_say_who_paid_and_the_label_of_a_code_is_no_word_of_the_service() -> None:
    document = read_text("""
    Lantern Health Insurance
    Explanation of benefits - not a bill
    Claim LNT-CLM-7730128          Visit date Mar 11, 2026

    Service                               Provider billed    Discount    Lantern paid    You owe
    Strep test Procedure code 87651               $145.00      $96.72           $0.00     $48.28
    Visit Procedure code 99213                    $210.00      $94.50          $90.50     $25.00
    """)
    assert [(line.description, line.code, str(line.plan_paid)) for line in document.lines] == [
        ("Strep test", "87651", "0.00"),
        ("Visit", "99213", "90.50"),
    ]


@pytest.mark.parametrize("zero", ["0.0日", "日.0日", "曰.00"])
def test_a_dotted_zero_read_as_a_sign_of_another_script_is_a_zero(zero: str) -> None:
    document = read_text(f"""
    RED MESA MEDICARE SERVICES          MEDICARE REMITTANCE ADVICE
    NAME OYELARAN, FOLASADE     HIC 1MF5YY9GD32     ACNT OYE0034     ICN 0226071840033

    SERV DATE    PROC     BILLED    ALLOWED    DEDUCT    COINS    PROV PD
    02/19/26     99232    178.00      79.30     {zero}    15.86      63.44
    02/21/26     99238    190.00      82.15      0.00    16.43      65.72
    """)
    assert [str(line.deductible) for line in document.lines] == ["0.00", "0.00"]


def test_two_services_with_the_same_words_are_no_head() -> None:
    document = read_text("""
    Driftwood University Hospital
    Patient: Imogen Juarez-Lund        ACCT NO. W75924322

    LINE TOTAL      SERVICE/ITEM           DIAG        REVENUE CD
    $252.97         Facility fee           H61.23      0260
    $446.00         Procedure fee          H61.23      0301
    $446.00 CR      Procedure fee          M25.561     0301
    $24.81          Procedure fee          R07.9       0300
    """)
    assert [str(line.charge) for line in document.lines] == ["252.97", "446.00", "-446.00", "24.81"]


def test_an_amount_and_a_share_in_percent_are_two_values_though_nothing_stands_between_them() -> None:
    document = read_text("""
    Summit Crest Life & Health
    Your Explanation of Benefits
    Claim number 288593300534

    Service               Billed    Allowed    Coinsurance    %    Plan paid    Date
    Fluids (96360)        328.00     141.04        18.2180%             72.83    10/28/24
    Visit (99284)       1,828.00   1,371.00         0.0080%          1,346.00    10/28/24
    CT scan (74177)     3,584.00   2,293.76       680.6380%          1,588.13    10/28/24
    """)
    assert [str(line.coinsurance) for line in document.lines] == ["18.21", "0.00", "680.63"]


def test_a_stop_read_as_a_colon_makes_no_label_of_a_head() -> None:
    document = read_text("""
    Port Ellery General Hospital
    Patient: Zelda Ellsworth       Account V54867869

    42 REV    43 DESCRIPTION           44 HCPCS/RATE    45 SERV: DATE    46 SERV     47 TOTAL
    CD                                 CODE                              UNITS       CHARGES
    301       COMP METABOLIC PANEL     80053            06/14/2025       1             140.21
    305       CBC W/AUTO DIFF          85025            06/14/2025       1             103.00
    """)
    assert [(line.revenue_code, line.code, str(line.charge)) for line in document.lines] == [
        ("0301", "80053", "140.21"),
        ("0305", "85025", "103.00"),
    ]


def test_a_row_with_an_amount_below_the_first_row_of_a_head_is_of_the_body() -> None:
    document = read_text("""
    Larkmoor Surgical Hospital
    Patient: Wilhelm Ashgrove      Account H34792544

    CATEGORY            TOTAL CHARGE
    Blood Bank             $6,653.00
    Cardiology             $2,995.00

    POSTING DATE        PAYMENTS & CREDITS       PAYMENTS
    Jan 27,   2025      INSURANCE PAYMENT      -$4,751.77
    Jan 26,   2025      Insurance Write-off    -$2,855.59
    """)
    assert [str(payment.amount) for payment in document.payments] == ["4751.77", "2855.59"]


def test_one_of_several_columns_of_reductions_is_not_all_that_was_taken_off() -> None:
    document = read_text("""
    Copper Basin Indemnity Company
    Explanation of Review
    Claim number CBI-0092271-WC

    Date of service    Proc     Charge     Fee Schedule Reduction    Network Reduction    Recommended Payment
    03/03/2026         99214    258.00                      86.62                17.14                 154.24
    03/03/2026         97110    240.00                     121.77                11.82                 106.41
    BILL TOTALS                 498.00                     208.39                28.96                 260.65
    """)
    assert [[str(a.amount) for a in line.adjustments] for line in document.lines] == [
        ["86.62", "17.14"],
        ["121.77", "11.82"],
    ]
    assert document.totals is not None
    assert (document.totals.adjustments, str(document.totals.plan_paid)) == (None, "260.65")


def test_a_title_over_the_name_of_the_payer_is_no_head() -> None:
    page = page_of("""
    State Medicaid Notice of  Services  Paid
             Ohio Medicaid
    04/02/2026                Lab work  20.00
    04/03/2026                X-ray     30.00
    """)
    assert heads_in(rows_of(page)) == ()
