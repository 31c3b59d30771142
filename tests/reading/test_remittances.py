from decimal import Decimal

import pytest

from tests.reading.papers import read_text

REMITTANCE = """
Larchmont Health Plan                            Provider Remittance Advice
Check date: 05/09/2025

PERF PROV    SERV DATE       PROC    BILLED    ALLOWED   COINS    GRP/RC      AMT    PAID
1225550187   0402 0403 25    99213   150.00    110.00    22.00    CO-45     40.00   88.00
                                                                  PR-2      22.00
1225550187   0409 0409 25    85025    30.00     30.00     0.00                      30.00
TOTALS                               180.00    140.00    22.00              62.00  118.00
"""


def test_an_amount_beside_a_reason_code_is_what_the_code_takes_off() -> None:
    first, second = read_text(REMITTANCE).lines
    assert [first.charge, second.charge] == [150, 30]
    assert [(a.group, a.reason, a.amount) for a in first.adjustments] == [
        ("CO", "45", Decimal("40.00")),
        ("PR", "2", Decimal("22.00")),
    ]
    assert second.adjustments == ()


def test_two_days_with_one_year_are_a_range() -> None:
    first, _ = read_text(REMITTANCE).lines
    assert [str(first.service_date), str(first.service_date_to)] == ["2025-04-02", "2025-04-03"]


def test_the_sum_of_all_reasons_with_the_patients_share_is_not_what_was_taken_off() -> None:
    totals = read_text(REMITTANCE).totals
    assert totals is not None
    assert (totals.plan_paid, totals.adjustments) == (Decimal("118.00"), None)


def test_the_sum_of_what_was_billed_is_not_that_of_the_adjustments() -> None:
    totals = read_text(REMITTANCE).totals
    assert totals is not None
    assert totals.charges == Decimal("180.00")


@pytest.mark.parametrize(
    "row",
    [
        "CO-45 40.00  PR-2 22.00",
        "CO 45 $40.00  PR 2 $22.00",
        "ADJ CO-45 40.00 ; PR-2 22.00",
        "Adjustments: CO45 (40.00) / PR2 22.00",
        "CO-45 Contractual 40.00   PR-2 coinsurance 22.00",
        "ADJCO-45 $40.00 , PR-2 22.00",
        "ADJ CO-45 over contract 40.00   PR-2 your 20% coinsurance 22.00",
    ],
)
def test_a_row_of_reasons_across_the_columns_belongs_to_the_service_above(row: str) -> None:
    first, second = read_text(f"""
Larchmont Health Plan                            Provider Remittance Advice

SERV DATE     PROC     BILLED    ALLOWED    PROV PD
04/02/2025    99213    150.00     110.00      88.00
{row}
04/09/2025    85025     30.00      30.00      30.00
""").lines
    assert [(a.group, a.reason, a.amount) for a in first.adjustments] == [
        ("CO", "45", Decimal("40.00")),
        ("PR", "2", Decimal("22.00")),
    ]
    assert [first.charge, second.charge] == [150, 30]
    assert second.adjustments == ()


def test_a_remark_code_behind_a_reason_belongs_to_the_adjustment() -> None:
    (line,) = read_text("""
Larchmont Health Plan                            Provider Remittance Advice

SERV DATE     PROC     BILLED    ALLOWED    PROV PD
04/02/2025    99213    150.00       0.00       0.00
CO-16 150.00 N290
""").lines
    assert [(a.reason, a.remarks) for a in line.adjustments] == [("16", ("N290",))]


def test_a_cost_share_is_read_where_its_word_stands_and_not_from_the_reason_alone() -> None:
    (line,) = read_text("""
Larchmont Health Plan                            Provider Remittance Advice

SERV DATE     PROC     BILLED    ALLOWED    PROV PD
04/02/2025    99213    150.00     150.00      85.00
PR-3 25.00   PR-1 deductible 40.00
""").lines
    assert (line.copay, line.deductible) == (None, Decimal("40.00"))


def test_the_number_of_the_next_claim_is_no_word_of_the_service_above_it() -> None:
    first, second = read_text("""
Larchmont Health Plan                Explanation of Benefits
Patient: Nadine Overholt

Date of service   Description          Billed    Allowed   Plan paid
Claim Number 3063D508090
04/02/2025        Office visit         150.00     110.00       88.00
Claim Number 3063D508177
04/09/2025        Blood draw            30.00      30.00       30.00
""").lines
    assert [first.claim_number, second.claim_number] == ["3063D508090", "3063D508177"]
    assert [first.description, second.description] == ["Office visit", "Blood draw"]


def test_an_amount_may_stand_before_the_reason_that_is_on_a_row_of_its_own() -> None:
    (line,) = read_text("""
Larchmont Health Plan                      Explanation of Benefits
Patient: Nadine Overholt

Service date   Code     Billed    Plan paid   Adj Amt   Group-Reason   Status
04/06/2025     88175     49.00        2.11      27.93   CO253          PAID
                                                18.96   PR1
TOTAL                    49.00        2.11
""").lines
    assert [(a.group, a.reason, a.amount) for a in line.adjustments] == [
        ("CO", "253", Decimal("27.93")),
        ("PR", "1", Decimal("18.96")),
    ]


def test_a_reason_glued_to_its_amount_is_read_only_where_its_end_is_sure() -> None:
    first, second = read_text("""
Larchmont Health Plan                            Provider Remittance Advice

SERV DATE     PROC     BILLED    ALLOWED    PROV PD
04/02/2025    99213    150.00     110.00      88.00
CO-45 $40.00  PR 2$14.20  PR27.80
04/09/2025    85025     30.00      30.00      30.00
CO-4578.00
""").lines
    assert [(a.reason, a.amount) for a in first.adjustments] == [
        ("45", Decimal("40.00")),
        ("2", Decimal("14.20")),
        ("2", Decimal("7.80")),
    ]
    assert second.adjustments == ()


def test_a_reason_beside_words_that_carry_on_is_one_more_of_the_service_above() -> None:
    (first, second) = read_text(
        """
Larchmont Benefit Plan                   Explanation of Benefits
Member: Ada Lombard      Claim number: 5550123      Processed: 05/09/2025

Billed     Allowed    Plan paid   Adjust Amt   Date          Description        Code    CARC
472.75     245.83     221.25      226.92       02/13/2025    BLS                A0428   CO45
                                   24.58                     NON-EMERGENCY              PR2
120.00     100.00     100.00       20.00       02/13/2025    OXYGEN             A0422   CO45
"""
    ).lines

    assert (first.code, first.description) == ("A0428", "BLS NON-EMERGENCY")
    assert [(a.group, a.reason, str(a.amount)) for a in first.adjustments] == [
        ("CO", "45", "226.92"),
        ("PR", "2", "24.58"),
    ]
    assert (second.code, second.description) == ("A0422", "OXYGEN")


def test_a_service_none_of_whose_amounts_was_read_keeps_its_adjustments_from_the_one_above() -> None:
    text = """
Summit Crest Health Plan
Remittance advice     Check date: 03/31/2025

When Svc     Units  HCPCS/CPT  Billed amount  Contract rate  Benefit paid
02/25/2025   1      A0429             740.00         577.20        577.20
CO 45 162.80
02/25/2025   1      A0427                N/A            N/A           N/A
CO 197 1,831.00
02/26/2025   1      A0428             600.00         500.00        500.00
CO 45 100.00
"""
    lines = read_text(text).lines
    assert [(line.code, [str(each.amount) for each in line.adjustments or ()]) for line in lines] == [
        ("A0429", ["162.80"]), ("A0427", ["1831.00"]), ("A0428", ["100.00"]),
    ]  # fmt: skip


VOUCHER = """
TIMBERLINE BENEFIT ADMINISTRATORS
CLAIM PAYMENT VOUCHER
PATIENT NAME: Ida Quill          CLAIM NO.: 5344-0098-1

FROM      PROC      BILLED AMT    DISC AMT    RSN     COPAY    RSN    NET PAID
12/15/25  92014     175.00        52.00       CO45    25.00    PR3    98.00
12/15/25  92250     110.00        41.75       CO45    0.00            68.25
CLAIM SUBTOTAL      285.00        93.75               25.00           166.25
TOTAL ALL CLAIMS    285.00        93.75               25.00           166.25
"""


def test_each_reason_has_the_amount_before_it() -> None:
    first, second = read_text(VOUCHER).lines
    assert [(a.group, a.reason, a.amount) for a in first.adjustments] == [
        ("CO", "45", Decimal("52.00")),
        ("PR", "3", Decimal("25.00")),
    ]
    assert (first.copay, [a.amount for a in second.adjustments]) == (Decimal("25.00"), [Decimal("41.75")])


def test_the_reason_beside_what_was_not_paid_has_its_amount() -> None:
    denied = VOUCHER.replace("DISC AMT", "NOT PAID")
    first, _ = read_text(denied).lines
    assert [(a.reason, a.amount) for a in first.adjustments][:1] == [("45", Decimal("52.00"))]


def test_a_reason_has_no_amount_of_another_share_and_none_beside_a_share_without_a_reason() -> None:
    assert [a.amount for a in read_text(VOUCHER.replace("PR3", "PR1")).lines[0].adjustments] == [Decimal("52.00"), None]
    (line,) = read_text("""
TIMBERLINE BENEFIT ADMINISTRATORS
EXPLANATION OF BENEFITS
PATIENT NAME: Ida Quill          CLAIM NO.: 5344-0098-1

FROM      PROC      BILLED     DISCOUNT    RSN      DEDUCTIBLE    COINSURANCE    RSN    PAID
12/15/25  92014     175.00     52.00       CO45     25.00         10.00          PR2    88.00
""").lines
    assert [a.amount for a in line.adjustments] == [Decimal("52.00"), None]


def test_a_share_as_large_as_what_is_taken_off_takes_nothing_from_it() -> None:
    voucher = VOUCHER.replace("52.00       CO45", "25.00           ").replace("98.00", "125.00")
    first = read_text(voucher).lines[0]
    assert [(a.reason, a.amount) for a in first.adjustments] == [(None, Decimal("25.00")), ("3", Decimal("25.00"))]


def test_the_code_behind_its_qualifier_and_the_payment_beside_what_is_allowed_are_read() -> None:
    document = read_text("""
PELICAN STATE HEALTH PLAN
Remittance Advice
Patient: Ida Quill          Payer claim control: 225240019987

Svc date    Procedure    Units    Charge    Allowed    Payment
08/19/2025  HC: 90460    2        $84.00    $46.20     $46.20
08/19/2025  HC: 90461    1        $38.00    $19.00     $19.00
""")
    assert [(line.code, line.plan_paid) for line in document.lines] == [
        ("90460", Decimal("46.20")),
        ("90461", Decimal("19.00")),
    ]


@pytest.mark.parametrize("label", ["Adjustment", "Adj CO"])
def test_an_amount_below_zero_is_no_reason(label: str) -> None:
    document = read_text(f"""
Larkspur Clinic, LLC          Statement Date: 05/01/2026
Patient: Ada Lombard          Account: LC-10447

Date        Code    Description              Charge
01/02/2025  93000   Heart tracing            100.00
01/02/2025  36415   Blood draw                50.00
{label:11}                              -20.00
Total charges                                150.00
""")
    assert [(line.description, line.adjustments) for line in document.lines] == [
        ("Heart tracing", ()),
        ("Blood draw", ()),
    ]


UNREAD = """
STATE OF WEXFORD DEPARTMENT OF HEALTH
MEDICAID REMITTANCE ADVICE                RA DATE: 03/06/2026
PROVIDER: QUARRYTOWN CLINIC

FROM        PROC     UNITS    BILLED    ALLOWED     COPAY      PAID
02/10/26    99215    1.00     248.00      96.14      3.00     93.14
            ADJ: CO-45 151.86 PR-3 3.00
02/10/26    {code}    1.00      22.00     {zero}    {zero}    {zero}
            ADJ: CO-97 22.00
02/17/26    99213    1.00     139.00      64.22      3.00     61.22
            ADJ: CO-45 74.78 PR-3 3.00
"""


def test_zeros_read_as_signs_of_another_script_are_absent_and_the_service_is_there() -> None:
    lines = read_text(UNREAD.format(code="99000", zero="日.日日")).lines
    assert [line.code for line in lines] == ["99215", "99000", "99213"]
    assert (lines[1].charge, lines[1].allowed, lines[1].plan_paid) == (Decimal("22.00"), None, None)
    assert [[each.amount for each in line.adjustments] for line in lines[:2]] == [
        [Decimal("151.86"), Decimal("3.00")],
        [Decimal("22.00")],
    ]


def test_reasons_below_a_row_that_could_not_be_read_are_not_those_of_the_service_above() -> None:
    lines = read_text(UNREAD.format(code="#####", zero="#.##")).lines
    assert [[each.amount for each in line.adjustments] for line in lines if line.code == "99215"] == [
        [Decimal("151.86"), Decimal("3.00")]
    ]


def test_a_service_named_before_its_reasons_is_that_of_the_row_above() -> None:
    lines = read_text("""
Tallowfield Health Cooperative
Explanation of Benefits                     Processed: 05/09/2026
Provider: Estuary Orthopedics PA     Patient: Ezra Oldacre

Date        Code      Service / Adjustments             Billed    Allowed    Plan paid    You owe
03/11/26    99214                                       276.00     142.20       112.20      30.00
                      OFFICE VISIT        CO-45 133.80
03/11/26    20611                                       390.00     118.00         0.00     118.00
                      JOINT INJECTION     CO-45 272.00
""").lines
    assert [(line.code, line.description, str(line.charge)) for line in lines] == [
        ("99214", "OFFICE VISIT", "276.00"),
        ("20611", "JOINT INJECTION", "390.00"),
    ]
    assert [[str(each.amount) for each in line.adjustments] for line in lines] == [["133.80"], ["272.00"]]


def test_a_reason_beside_a_reduction_says_why_of_it() -> None:
    lines = read_text("""
EXPLANATION OF REVIEW
Ironbridge Casualty Services
Claimant: Ada Lombard       Claim Number: WC-26-0048817

DOS         Proc     Mod     Qty     Billed     Reduction     Reason     Paid
01/20/26    99213            1       165.00         52.30     P12        112.70
01/20/26    97140    GP      1        70.00         70.00     B15          0.00
""").lines
    assert [[(each.reason, str(each.amount)) for each in line.adjustments] for line in lines] == [
        [("P12", "52.30")],
        [("B15", "70.00")],
    ]
    assert all(not line.remarks for line in lines)


def test_a_payers_own_code_beside_a_reduction_is_the_key_of_a_note() -> None:
    lines = read_text("""
EXPLANATION OF MEDICAL BILL PAYMENT
Ironbridge Mutual Auto
Injured person: Ada Lombard       Claim number: 26-0048817

Service date   CPT      Submitted   Reasonable amount   Reduction   Reason   Amount paid
01/20/26       99213       165.00              112.70       52.30     Q07         112.70
01/20/26       97140        70.00               50.00       20.00     Q31          50.00

Reason codes
Q07: Charge exceeds what is usual in your area.
Q31: Documentation of necessity not received.
""").lines
    assert [[(each.reason, str(each.amount)) for each in line.adjustments] for line in lines] == [
        [(None, "52.30")],
        [(None, "20.00")],
    ]
    assert [[remark.code for remark in line.remarks] for line in lines] == [["Q07"], ["Q31"]]


def test_group_and_reason_may_stand_in_columns_of_their_own() -> None:
    document = read_text("""
    HIGHLAND NORTHWEST HEALTH PLAN
    ELECTRONIC REMITTANCE ADVICE (835)
    MEMBER ID HNW490127715     PATIENT CTRL NO 46160     PAYER CLAIM NO 2026074A00831

    SVC DATE      PROC     UNITS    BILLED    ALLOWED     PAID    GRP    CARC    ADJ AMT
    02/25/2026    99213        1    158.00      98.20    22.44    CO     45        59.80
                                                                  OA     23        75.76
    02/25/2026    73030        1    112.00      44.90     8.98    CO     45        67.10
    CLAIM TOTAL                     270.00     143.10    31.42
    """)
    told = [[(a.group, a.reason, str(a.amount)) for a in line.adjustments] for line in document.lines]
    assert told == [[("CO", "45", "59.80"), ("OA", "23", "75.76")], [("CO", "45", "67.10")]]
    assert document.payer is not None and document.payer.address is None


def test_a_share_is_read_though_more_words_stand_beside_its_name() -> None:
    (line,) = read_text("""
Larchmont Health Plan                            Provider Remittance Advice

SERV DATE     PROC     BILLED    ALLOWED    PROV PD
04/02/2025    99213    150.00     150.00      85.00
PR-3 your copay 25.00   PR-2 coinsurance 20% 40.00
""").lines
    assert (line.copay, line.coinsurance) == (Decimal("25.00"), Decimal("40.00"))


def test_what_a_reason_means_is_no_word_of_the_service() -> None:
    (line,) = read_text("""
Larchmont Health Plan                            Provider Remittance Advice

SERVICE         SERV DATE     PROC     BILLED    ALLOWED    PROV PD
Office visit    04/02/2025    99213    150.00      90.00      30.00
CO-45 $60.00 above what the contract allows
CO-16 $60.00 records are missing Remark M127
""").lines
    assert line.description == "Office visit"
    assert [(a.reason, a.amount, a.remarks) for a in line.adjustments] == [
        ("45", Decimal("60.00"), ()),
        ("16", Decimal("60.00"), ("M127",)),
    ]
    assert line.remarks == ()
