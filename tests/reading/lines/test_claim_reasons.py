"""Reasons of a whole claim, decisions behind keys of notes, and numbers of claims written short."""

from tests.reading.papers import read_text

REMITTANCE = """
REMITTANCE ADVICE                                     LARKCREST HEALTH
FACILITY   QUARRYTOWN MEDICAL CENTER
PATIENT    ADA LOMBARD              PAID 02/20/2026           CLAIM 26043PC008871

Patient control no.      SB0099120             Billed charges                       18,000.00
Statement covers         01/09/26 - 01/17/26   Noncovered charges                        0.00
Claim frequency          ORIGINAL              Allowed amount                        8,000.00
Covered days             8                     Contractual adjustment CO-45         10,000.00
Principal diagnosis      J44.1                 Inpatient copay days 1-5 PR-3         1,625.00
DRG                      190                   Sequestration CO-253                    127.50
DRG weight               1.1307                NET PAID                              6,247.50

REV     SERVICE                       UNITS     TOTAL CHARGES     NON-COV
120     ROOM & BOARD SEMI-PRIVATE     6         9,600.00
200     INTENSIVE CARE                2         8,400.00
001     TOTAL                                   18,000.00

Line amounts are paid at claim level. Patient may be billed $1,625.00.
"""
VOUCHER = """
LARKSTATE PREFERRED HEALTH PLAN                  VOUCHER DATE 09/13/2026
PAYMENT VOUCHER
PAYEE: QUARRYTOWN OB-GYN PA

PT: ADA LOMBARD     ID: MSP4409117W02     GRP: 20077     PCN: WB-30218

FROM-THRU              PROC     DESC                QTY    BILLED    ALLOW     COPAY    PAID      MSG
CLM# 323501877A        REND: MARISOL OKAFOR MD
08/02/26 - 08/02/26    76805    OB US COMPLETE      1      410.00    231.00    30.00    201.00
08/02/26 - 08/02/26    81025    URINE PREG TEST     1      25.00     8.61      0.00     8.61
CLM# 323809912B        REND: MARISOL OKAFOR MD
08/16/26 - 08/16/26    59025    FETAL NON-STRESS    1      160.00    62.40     30.00    32.40
08/16/26 - 08/16/26    99072    PPE SUPPLIES        1      15.00     0.00      0.00     0.00      K8
VOUCHER TOTALS                                             610.00    302.01    60.00    242.01

MSG K8: NOT PAYABLE SEPARATELY.
"""
SUPPLEMENT = """
LARK RELIANCE LIFE                                    STATEMENT OF BENEFITS
PATIENT: ADA LOMBARD                                  PROCESSED: 08-20-26
                                                      CLAIM: MS0824771930
                                                      CHECK: 0031882
MEMBER ID: 20-448817-G
PROVIDER: QUARRYTOWN HEART GROUP

DATE        CODE     DESCRIPTION           CHARGE      APPROVED    THIS PLAN PAID    YOU MAY OWE    NOTE
07-08-26    99214    Office visit          210.00      128.64      25.73             0.00
07-15-26    93306    Echo with Doppler     1,150.00    203.77      40.75             0.00
07-15-26    93306    Echo with Doppler     1,150.00    0.00        0.00              0.00           D9 DENIED
TOTAL                                      2,510.00    332.41      66.48             0.00

D9 DUPLICATE OF A SERVICE ALREADY CONSIDERED.
"""
AUTO = """
Lark Mutual Auto
Medical Payments Unit
Explanation of Medical Payments Benefits
Claim 26-AMP-613307      Injured person Ada Lombard      Explanation date Dec 19, 2026

Treatment date    Code / treatment                   Billed       Disallowed    Considered    Reason
Oct 9, 2026       99284 - ER visit                   $1,480.00                  $1,480.00
Oct 9, 2026       12001 - Simple repair              $640.00      ($160.00)     $480.00       R14

                                   Total billed                                $2,120.00
                                   Less disallowed                             ($160.00)
                                   Total considered                            $1,960.00
                                   Less your medical payments deductible       ($500.00)
                                   Benefit payable                             $1,460.00

R14 Amount exceeds the usual charge for this treatment.
"""


def test_reasons_beside_no_service_are_those_of_the_claim() -> None:
    document = read_text(REMITTANCE)
    assert [(each.group, each.reason, str(each.amount)) for each in document.adjustments] == [
        ("CO", "45", "10000.00"),
        ("PR", "3", "1625.00"),
        ("CO", "253", "127.50"),
    ]
    assert document.totals is not None
    assert (str(document.totals.copay), str(document.totals.patient_responsibility)) == ("1625.00", "1625.00")
    assert document.claim_frequency == "original"


def test_where_services_have_reasons_those_of_the_claim_sum_them_up() -> None:
    said = "200     INTENSIVE CARE                2         8,400.00\n                CO-45  10,000.00\n"
    text = REMITTANCE.replace("200     INTENSIVE CARE                2         8,400.00\n", said)
    document = read_text(text)
    assert any(line.adjustments for line in document.lines)
    assert document.adjustments == ()


def test_claims_called_clm_have_their_services_and_who_gave_the_care() -> None:
    lines = read_text(VOUCHER).lines
    assert [line.claim_number for line in lines] == ["323501877A"] * 2 + ["323809912B"] * 2
    assert {line.rendering_provider for line in lines} == {"MARISOL OKAFOR MD"}


def test_the_number_of_a_check_below_that_of_a_claim_is_no_claim() -> None:
    document = read_text(SUPPLEMENT)
    assert document.claim_number == "MS0824771930"
    assert [line.claim_number for line in document.lines] == [None] * 3


def test_a_decision_behind_the_key_of_a_note_is_none() -> None:
    line = read_text(SUPPLEMENT).lines[2]
    assert (line.status, [remark.code for remark in line.remarks]) == ("denied", ["D9"])


def test_a_deductible_with_payments_in_its_name_was_not_paid() -> None:
    totals = read_text(AUTO).totals
    assert totals is not None
    assert (str(totals.deductible), totals.patient_paid) == ("500.00", None)
    assert str(totals.not_covered) == "160.00"
