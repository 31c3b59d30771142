from decimal import Decimal

import pytest

from plainbill.case import Totals
from tests.reading.papers import read_text

BILL = """
Larkspur Clinic, LLC
4 Rose Street
Elmgrove, NM 87999

Patient: Ada Lombard          Account: LC-10447
Statement Date: 05/01/2025

Date        Code    Description         Charge   Insurance paid   Your share
04/02/2025  99213   Office visit        100.00            70.00        30.00
04/09/2025  99212   Recheck              60.00            40.00        20.00
Totals                                  160.00           110.00        50.00
{closing}
"""


def due(*closing: str) -> Decimal | None:
    """What the bill asks for."""
    totals = read_text(BILL.format(closing="\n".join(closing))).totals
    return totals.balance_due if totals else None


def test_what_is_to_be_paid_goes_before_the_sum_of_a_column_of_shares() -> None:
    assert due("Payments received            -15.00", "Please pay this amount        35.00") == 35


def test_the_amount_to_pay_goes_before_a_balance_of_part_of_the_bill() -> None:
    assert due("New balance    50.00", "Late fee    5.00", "Total amount due    55.00") == 55


def test_the_sum_of_the_shares_stands_where_nothing_else_is_asked_for() -> None:
    assert due() == 50


def test_an_amount_due_below_the_totals_is_no_line() -> None:
    document = read_text(BILL.format(closing="Patient due now                0.00"))
    assert [line.code for line in document.lines] == ["99213", "99212"]


def test_an_allowance_among_the_closing_sums_is_a_total_and_no_payment() -> None:
    text = """
Larkspur Hospital
Patient: Ada Lombard          Account: LC-10447
Statement Date: 05/01/2025

Charges by department
Pharmacy                               100.00
Laboratory                              60.00
Radiology                               40.00
Total charges                          200.00
Payments from Upland Health           -120.00
Contractual allowance                  -50.00
Balance due                             30.00
"""
    document = read_text(text)
    assert document.payments == ()
    assert document.totals is not None
    assert [document.totals.adjustments, document.totals.insurance_paid] == [50, 120]


def test_a_sum_whose_word_nobody_read_is_no_line() -> None:
    text = """
Larkspur Clinic
Patient: Ada Lombard          Account: LC-10447
Statement Date: 05/01/2025

Date        Code    Description         Charge
04/02/2025  99213   Office visit        100.00
04/09/2025  99212   Recheck              60.00
                    charged in all      160.00
"""
    assert [line.code for line in read_text(text).lines] == ["99213", "99212"]


def test_an_amount_of_another_column_is_not_the_total_of_charges() -> None:
    closing = "Total" + " " * 49 + "110.00"
    text = BILL.replace("Totals                                  160.00           110.00        50.00", closing)
    totals = read_text(text.format(closing="")).totals
    assert totals is None or totals.charges is None


def test_the_sum_of_a_page_is_not_the_total_of_charges() -> None:
    text = """
Larkspur Clinic
Patient: Ada Lombard          Account: LC-10447
Statement Date: 05/01/2025

Date        Code    Description         Charge
04/02/2025  99213   Office visit        100.00
04/09/2025  99212   Recheck              60.00
                    {label}     160.00
"""
    page, whole = (read_text(text.format(label=label)).totals for label in ("Total this page", "Total charges  "))
    assert page is None
    assert whole is not None
    assert whole.charges == 160


ACTIVITY = """
Larkspur Clinic, LLC
Patient: Ada Lombard          Account: LC-10447
Statement Date: 05/01/2025

Date        Description                 Amount    Balance
04/02/2025  Office visit                100.00     100.00
04/09/2025  Lab work                     60.00     160.00
{payment}
Payment plan amount                      25.00
"""


def test_a_discount_between_charges_with_a_balance_is_a_payment() -> None:
    document = read_text(ACTIVITY.format(payment="            Self pay discount           -40.00     120.00"))
    assert [(payment.kind, payment.amount) for payment in document.payments] == [("discount", Decimal("40.00"))]
    assert len(document.lines) == 2


def test_a_payment_whose_words_wrap_is_no_charge() -> None:
    row = "04/20/2025  Harborstone Benefit         -40.00     120.00\n            Administrators payment"
    document = read_text(ACTIVITY.format(payment=row))
    assert [(payment.kind, payment.amount) for payment in document.payments] == [
        ("insurance_payment", Decimal("40.00"))
    ]
    assert len(document.lines) == 2


def test_what_was_charged_in_another_year_is_no_total() -> None:
    totals = read_text(
        ACTIVITY.format(
            payment="Charges last year                      1284.00\nPaid in 2023                            900.00"
        )
    ).totals
    assert totals is None or totals.charges in {None, Decimal("160.00")}
    assert totals is None or totals.patient_paid is None


def test_insurance_that_was_billed_and_left_a_rest_is_not_pending() -> None:
    left = "We have billed your insurance. The amount shown is what remains for you to pay."
    assert read_text(BILL.format(closing=left)).insurance_pending is None
    assert read_text(BILL.format(closing="We have billed your insurance.")).insurance_pending is True


CLAIMS = """
Larchmont Mutual Insurance Company
Explanation of Benefits                     Processed: 05/09/2025
Provider: Quarrytown Clinic      Patient: Ada Lombard

Date          Procedure   Billed    Allowed    Plan paid   You owe
Claim number 2107975865
04/02/2025    99213       100.00      80.00        60.00     20.00
Total of claim            100.00      80.00        60.00     20.00
Claim number 2107975866
04/09/2025    99212        60.00      50.00        40.00     10.00
Total of claim             60.00      50.00        40.00     10.00
{closing}
"""


def test_of_several_claims_the_row_that_sums_up_the_others_is_the_total() -> None:
    closing = "Claim total               160.00     130.00       100.00     30.00"
    totals = read_text(CLAIMS.format(closing=closing)).totals
    assert totals is not None
    assert (totals.charges, totals.allowed, totals.plan_paid) == (Decimal(160), Decimal(130), Decimal(100))


def test_the_totals_of_single_claims_are_no_totals() -> None:
    totals = read_text(CLAIMS.format(closing="")).totals
    assert totals is None or totals.charges is None


def test_the_closing_block_goes_before_the_row_of_one_claim() -> None:
    one = CLAIMS.replace("Total of claim             60.00      50.00        40.00     10.00\n", "")
    totals = read_text(one.format(closing="\nAmount billed: 160.00\nPlan paid: 100.00\nYou may owe: 30.00")).totals
    assert totals is not None
    assert (totals.charges, totals.plan_paid, totals.patient_responsibility) == (
        Decimal(160),
        Decimal(100),
        Decimal(30),
    )
    assert totals.allowed is None


def test_an_amount_that_lowers_the_balance_is_a_payment_although_its_words_do_not_say_so() -> None:
    document = read_text(ACTIVITY.format(payment="04/20/2025  Harborstone Mutual           40.00     120.00"))
    assert [payment.amount for payment in document.payments] == [Decimal("40.00")]
    assert [line.charge for line in document.lines] == [Decimal("100.00"), Decimal("60.00")]


POSTED = """
Larkspur Hospital
Patient: Ada Lombard          Account: LC-10447
Statement Date: {issued}
Service dates: 12/04/2024 - 12/06/2024

Description                             Charge
Laboratory                              100.00
Pharmacy                                 60.00
Department total laboratory             160.00

{head}
{first}
{second}

Total charges                           160.00
Uninsured discount                      -40.00
Balance due                              20.00
"""


def test_a_discount_that_opens_a_list_of_payments_is_a_payment() -> None:
    text = POSTED.format(
        issued="01/18/2025",
        head="Description                          Credits",
        first="Self pay discount                     -40.00",
        second="Copay received - thank you           -100.00",
    )
    document = read_text(text)
    kinds = [(payment.kind, payment.amount) for payment in document.payments]
    assert kinds == [("discount", Decimal("40.00")), ("patient_payment", Decimal("100.00"))]
    assert document.totals is not None
    assert document.totals.adjustments == 40


def test_a_payment_without_a_year_was_posted_up_to_the_day_of_the_paper() -> None:
    text = POSTED.format(
        issued="01/18/2025",
        head="Rec'd     Account activity               Amount",
        first="Jan 07    Insurance payment              -70.00",
        second="Dec 30    Copay received                 -30.00",
    )
    assert [str(payment.date) for payment in read_text(text).payments] == ["2025-01-07", "2024-12-30"]


def test_the_sum_of_a_department_is_no_line_and_does_not_end_the_list() -> None:
    text = POSTED.format(issued="01/18/2025", head="", first="", second="")
    assert [line.description for line in read_text(text).lines] == ["Laboratory", "Pharmacy"]


@pytest.mark.parametrize(
    ("head", "first", "second"),
    [
        (
            "Date        Payment or credit                  Credit",
            "01/07/2025  Uninsured discount                 40.00 CR",
            "01/09/2025  Copay received - thank you        100.00 CR",
        ),
        (
            "Pmt date    Credits received                 Paid/Adj",
            "010725      Prompt pay discount                40.00-",
            "010925      Payment check #2231               100.00-",
        ),
        (
            "Transaction                                    Amount",
            "Self pay discount                              -40.00",
            "Patient payment - Visa                        -100.00",
        ),
    ],
)
def test_payments_in_a_list_of_their_own_are_read(head: str, first: str, second: str) -> None:
    document = read_text(POSTED.format(issued="01/18/2025", head=head, first=first, second=second))
    kinds = [(payment.kind, str(payment.amount)) for payment in document.payments]
    assert kinds == [("discount", "40.00"), ("patient_payment", "100.00")]
    assert {str(payment.date) for payment in document.payments} in ({"None"}, {"2025-01-07", "2025-01-09"})
    assert len(document.lines) == 2


def test_the_entry_of_a_payment_is_no_total() -> None:
    text = POSTED.format(
        issued="01/18/2025",
        head="Transaction                                    Amount",
        first="Self pay discount                              -40.00",
        second="Patient payment - Visa                        -100.00",
    )
    totals = read_text(text.replace("Uninsured discount                      -40.00\n", "")).totals
    assert totals is not None
    assert totals.adjustments is None
    assert totals.patient_paid is None


NOTICE = """
Larchmont Benefit Plan                   Explanation of Benefits
Member: Ada Lombard      Member ID: LBP-20441      Claim number: 5550123
Provider: Quarrytown Clinic            Processed: 05/09/2025

Date        Code    Description       Billed    Allowed   Plan paid   You owe
04/02/2025  99213   Office visit      150.00     110.00       80.00     30.00
04/02/2025  85025   Blood count        30.00      20.00       20.00      0.00
{sums}
"""


def test_the_sum_of_the_only_claim_is_that_of_the_notice() -> None:
    totals = read_text(
        NOTICE.format(sums="Subtotal for claim                180.00     130.00      100.00     30.00")
    ).totals

    assert totals is not None
    assert [totals.charges, totals.allowed, totals.plan_paid] == [180, 130, 100]


def test_the_sum_of_a_page_is_no_total() -> None:
    totals = read_text(
        NOTICE.format(sums="Subtotal for page                 180.00     130.00      100.00     30.00")
    ).totals

    assert totals is None or totals.charges is None


def test_a_closing_sum_with_its_words_behind_the_amount_is_the_total_of_charges() -> None:
    paper = """
Harborlight Hospital
2462 Church Lane
Harborlight, CT 79581
Bill summary                     Statement date: 11/05/2025

     Cost  Service area
$1,842.00  Blood bank
$4,344.74  Infusions
$8,289.00  Operating room
{closing}  Total for services
"""
    assert read_text(paper.format(closing="$14,475.74")).totals == Totals(charges=Decimal("14475.74"))
    assert read_text(paper.format(closing="$14,000.00")).totals is None


@pytest.mark.parametrize(("charged", "paid"), [("$1,178.00", "605.45"), ("$1,105.00", "586.75")])
def test_the_only_sum_of_several_claims_is_that_of_the_paper_where_it_sums_up_all_services(
    charged: str, paid: str
) -> None:
    totals = read_text(f"""
Prairie Health Plan
Explanation of benefits                     Notice date: 03/13/2024

Service date  Procedure         Amount charged  Plan approved  Plan paid
Claim number 5050F471223
02/12/2024    71046 Chest X-ray         $73.00         $46.72     $18.70
Claim number 206030755653
02/12/2024    72148 Spine scan       $1,105.00        $651.95    $586.75
Total                              {charged:>11}        {"$698.67" if paid == "605.45" else "$651.95"}    ${paid}
""").totals
    assert (totals and str(totals.charges), totals and str(totals.plan_paid)) == (
        ("1178.00", "605.45") if paid == "605.45" else (None, None)
    )


def test_what_a_client_paid_was_paid_by_the_patient() -> None:
    closing = "Amount paid by client        15.00\nBalance due                  35.00"
    totals = read_text(BILL.format(closing=closing)).totals
    assert totals is not None
    assert (totals.patient_paid, totals.balance_due) == (Decimal("15.00"), Decimal("35.00"))


def test_of_a_debt_what_is_owed_now_is_the_balance() -> None:
    totals = read_text("""
Tolliver Recovery
We are a debt collector. You owe a debt to Lantern Cove Medical Center.

As of March 3, 2025, you owed                        $340.00
Between March 3, 2025 and today you paid              -$40.00
Total amount of the debt now                         $300.00
""").totals
    assert totals is not None
    assert totals.balance_due == 300
    assert totals.patient_paid == 40


def test_a_sum_taken_off_with_a_sign_is_that_of_the_column_without_one() -> None:
    totals = read_text("""
Larkspur Clinic, LLC
Patient: Ada Lombard          Account: LC-10447          Statement Date: 05/01/2025

Unit Charge    Charge    Ins. Pmt    Ins. Adjust    Your Balance    Description        Date
     100.00    100.00      -50.00         -20.00           30.00    Office services    04/02/2025
      60.00     60.00      -25.00         -15.00           20.00    Other services     04/09/2025
               160.00       75.00          35.00           50.00    Total of all charges
Write-offs: -35.00
Amount Now Due: 50.00
""").totals
    assert totals is not None
    assert (str(totals.charges), str(totals.insurance_paid)) == ("160.00", "75.00")
