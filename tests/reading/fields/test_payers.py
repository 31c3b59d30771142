"""Insurers that a bill names beside its amounts."""

import pytest

from plainbill.case import Document
from plainbill.reading.documents import parse
from plainbill.reading.layout import lay_out
from tests.reading.papers import page_of, read_text

BILL = """
    Larkspur Medical Group
    100 Main Street
    Lexmoor, KY 40999
    Patient: Ada Lombard       Account number: 4410072

    Date          Code     Description        Charge
    03/02/2026    99213    Office visit       140.00
    03/02/2026    87880    Rapid test          60.00
    Total charges                             200.00
    {closing}
    Amount due                                 40.00
"""


def bill(*closing: str) -> Document:
    return read_text(BILL.format(closing="\n    ".join(closing)))


def payer_of(document: Document) -> str | None:
    return document.payer.name if document.payer is not None else None


def test_whoever_paid_and_is_a_plan_is_the_insurer() -> None:
    assert payer_of(bill("Paid by Lakeland Health Network             -160.00")) == "Lakeland Health Network"
    assert payer_of(bill("Paid by Visa                                -160.00")) is None


def test_whoever_paid_and_took_something_off_is_the_insurer() -> None:
    paid, off = "LAKELAND HMO PAYMENT     -100.00", "LAKELAND HMO CONTRACT ALLOWANCE    -60.00"
    assert payer_of(bill(paid, off)) == "LAKELAND HMO"
    assert (
        payer_of(
            bill(paid.replace("LAKELAND HMO", "YOUR HEALTH PLAN"), off.replace("LAKELAND HMO", "YOUR HEALTH PLAN"))
        )
        is None
    )


def test_what_is_taken_off_in_words_of_any_insurance_names_no_insurer() -> None:
    assert payer_of(bill("Less insurance payment    -100.00", "Less insurance discount    -60.00")) is None


VISIT = """
Larkspur Orthopedics                 Statement of 05/01/2025
Patient: Ada Lombard                 Account LC-10447

Visit after surgery                  $0.00
99024

Charges      Discount     Insurance    Your part
$0.00        -$0.00       -$0.00       $0.00
"""


def test_an_amount_below_the_word_insurance_names_no_insurer() -> None:
    page = page_of(VISIT)
    parsed = parse([page], [lay_out(page)])
    assert parsed is not None
    assert parsed.document.payer is None


def test_a_name_beside_the_word_insurance_is_the_insurers() -> None:
    document = read_text(VISIT.partition("Charges")[0].replace("LC-10447", "LC-10447\nInsurance: Rowan State Plan"))
    assert document.payer is not None
    assert document.payer.name == "Rowan State Plan"


@pytest.mark.parametrize("words", ["Health Savings Account", "Lakeland Health Flex Card", "Monthly Payment Plan"])
def test_what_a_patient_pays_from_is_no_insurer(words: str) -> None:
    document = read_text(f"""
Harbor Clinic
Statement    Patient: Ada Lombard      Account: 77123

Date         Code    Description                          Amount
03/02/2026   99213   Office visit                         140.00
Total charges                                             140.00
Paid by {words.ljust(30)}                    -40.00
Amount due                                                100.00
""")
    assert document.payer is None


ASKED = """
Harbor Clinic
Statement    Patient: Ada Lombard      Account: 77123

Date         Code    Description                          Amount
03/02/2026   99213   Office visit                         140.00
Total charges                                             140.00
Amount due                                                140.00
{}
"""


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("A claim was sent to ORCHARD STATE HEALTH on March 12, 2026.", "ORCHARD STATE HEALTH"),
        ("Claims for these six visits are at Larch Select PPO and have not been decided.", "Larch Select PPO"),
        ("Your claim was sent to your insurance on March 12, 2026.", None),
        ("A claim was sent to Harriet Lombard on March 12, 2026.", None),
        ("A claim was sent to Orchard State Health. If you have questions call us.", "Orchard State Health"),
        ("A claim was sent to St. Brendan Health Plan. Call us.", "St. Brendan Health Plan"),
        ("No claim was sent to Orchard State Health Plan.", None),
        ("Your claim was not sent to Orchard State Health Plan.", None),
        ("We have sent this claim to Orchard State Health. Their answer is due in May.", "Orchard State Health"),
        ("We have not sent this claim to Orchard State Health.", None),
        ("Orchard State Benefit Assn. paid                  -40.00", "Orchard State Benefit Assn."),
        ("Bluegrass Carpenters Plan paid                    -40.00", "Bluegrass Carpenters Plan"),
        ("Total amount your health plan paid                -40.00", None),
        ("Group health insurance paid                       -40.00", None),
        ("Claims past due are sent to Harbor Recovery Services.", None),
    ],
)
def test_a_sentence_names_whom_the_claim_was_sent_to(sentence: str, name: str | None) -> None:
    payer = read_text(ASKED.format(sentence)).payer
    assert (payer.name if payer is not None else None) == name


def test_a_sentence_that_ends_in_payer_names_nobody_below() -> None:
    document = read_text("""
Larkspur Advantage Health
Notice of denial of payment
Member ID: LAH0077214
Dear Ada Lombard:
We have denied payment for the service below. You have the right to appeal this denial.
Date         Code    Service                   Billed      You owe
03/02/2026   62323   Injection               1,460.00         0.00
These are not covered because this is not deemed a medical necessity by the
payer.
The records sent to us do not show six weeks of other treatment
""")
    assert document.payer is not None
    assert document.payer.name == "Larkspur Advantage Health"


@pytest.mark.parametrize(
    "sentence",
    [
        "Questions: Larkspur Advantage Health, PO Box 5, Santa Fe NM 87599, 505-555-0165",
        "Questions: 800-555-0181, PO Box 5, Santa Fe NM 87599. Call us.",
    ],
)
def test_a_sentence_says_where_a_plan_in_capitals_gets_its_mail(sentence: str) -> None:
    document = read_text(f"""
        LARKSPUR ADVANTAGE HEALTH
        Explanation of benefits
        Patient: Ada Lombard
        Date        Code     Description    Billed    Allowed    Plan paid    You owe
        03/02/26    99213    Office visit   900.00     400.00       300.00     100.00
        {sentence}
    """)

    assert document.payer is not None
    assert document.payer.address == "PO Box 5, Santa Fe NM 87599"


def test_the_name_in_parentheses_behind_what_the_plan_paid_is_the_insurer() -> None:
    assert payer_of(bill("Plan paid (LARCH STATE HMO)                  -160.00")) == "LARCH STATE HMO"


def test_a_plan_that_paid_is_the_insurer_where_nobody_by_name_took_something_off() -> None:
    assert payer_of(bill("Larch Advantage paid     -100.00", "Plan reduction    -60.00")) == "Larch Advantage"
    assert payer_of(bill("Larkspur Medical paid     -100.00", "Plan reduction    -60.00")) is None


@pytest.mark.parametrize("beside", ["Date        Code     Description        Charge", "Maple Family Health"])
def test_print_of_another_column_is_no_part_of_who_paid(beside: str) -> None:
    document = read_text(f"""
    Larkspur Medical Group
    Patient: Ada Lombard       Account number: 4410072            Total charges     140.00
    {beside:<60}  Plan paid         100.00
    03/02/2026    99213    Office visit       140.00              Amount due         40.00
""")
    assert payer_of(document) is None


def test_a_dash_before_the_word_for_a_payment_is_none_of_the_insurers_name() -> None:
    document = read_text("""
Second Step Physical Therapy              Statement 02/16/26
Client: Ada Lombard                       Client ID: SS-60771

Visit         Service                 CPT      Amount
01/07/2026    Evaluation              97161    $189.00
01/12/2026    Exercise, 15 min        97110    $136.00
Total charges                                  $325.00

Payments and adjustments
02/11/2026    Larch Mutual - payment          -$212.00
02/11/2026    Larch Mutual - write-off         -$80.00
Balance due                                     $33.00
""")
    assert document.payer is not None
    assert document.payer.name == "Larch Mutual"


def test_a_sentence_in_capitals_about_your_plan_names_no_payer() -> None:
    document = read_text("""
FERNCROSS REGIONAL MEDICAL CENTER
8 SLATE STREET, ELMGROVE NM 87999
PATIENT: LOMBARD, ADA M     ACCT NO: 70044129-1

DATE         REV    CHARGE DESCRIPTION       QTY     AMOUNT
03/02/2026   0300   VENIPUNCTURE              2       58.00
03/02/2026   0301   BASIC METAB PANEL         1      196.00
TOTAL CHARGES                                        254.00
INSURANCE HAS BEEN BILLED; PAYMENT FROM YOUR PLAN HAS NOT BEEN RECEIVED AS OF TODAY.
""")
    assert document.payer is None or document.payer.name is None


def test_an_insurer_is_named_without_what_it_did() -> None:
    document = read_text(
        """
QUILLON LABS
Patient MARTIN ESPOSITO

01/19/2026  83036  HEMOGLOBIN A1C              1   $58.00
01/19/2026  80053  COMP METABOLIC PANEL        1   $64.00
            Insurance: Harborstone paid                     -$54.10
            Contractual allowance                    -$18.30
Amount due                                   $49.60
"""
    )
    assert document.payer is not None and document.payer.name == "Harborstone"
