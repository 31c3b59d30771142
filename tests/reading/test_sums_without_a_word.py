"""Rows that sum up a table though no word of theirs says so: their amounts tell."""

from decimal import Decimal

from tests.reading.papers import read_text

LABS = """
Quarrytown Labs, LLC                 Statement Date: 05/01/2026
Patient: Ada Lombard                 Account: QL-10447

Test                                   Price
Lipid panel (80061)                    96.20
Hemoglobin A1c (83036)                 71.40
Vitamin B12 (82607)                   124.30
Blood draw (36415)                     18.00
{closing}
"""
LEDGER = """
Larkspur Therapy, LLC                Statement Date: 05/01/2026
Patient: Ada Lombard                 Account: LT-10447

Date        Description                Code       Amount
            Balance forward                        20.00
04/02/2026  Therapeutic exercise       97110       60.00
04/06/2026  Manual therapy             97140       55.00
04/08/2026  Check from patient                    (35.00)
04/12/2026  Therapeutic exercise       97110       60.00
            {closing}                             160.00
"""
SPLIT = """
Larkspur Eye Care, LLC               Statement Date: 05/01/2026
Patient: Ada Lombard                 Account: LE-10447

Seen        Code     Care given          Charge     Adjustment   Plan paid    You owe
04/02/2026  92004    Eye exam            200.00     70.00        100.00       30.00
04/09/2026  92134    Retinal scan        140.00     50.00         60.00       30.00
                     Altogether          {sums}
04/20/2026           Your payment                                             40.00-
                     You owe                                                  20.00
"""


def test_what_adds_up_services_with_codes_is_no_service_though_payments_follow() -> None:
    closing = """Price of everything                   309.90
Garden Shield discount               -200.00
Left for you to pay                   109.90"""
    document = read_text(LABS.format(closing=closing))
    assert [line.code for line in document.lines] == ["80061", "83036", "82607", "36415"]
    assert document.payments == ()
    assert document.totals is not None
    totals = document.totals
    assert (totals.charges, totals.adjustments, totals.balance_due) == (
        Decimal("309.90"),
        Decimal("200.00"),
        Decimal("109.90"),
    )


def test_another_amount_in_its_place_is_a_service() -> None:
    closing = """Courier, every day of the week        309.80
Garden Shield discount               -200.00"""
    document = read_text(LABS.format(closing=closing))
    assert document.lines[-1].charge == Decimal("309.80")
    assert len(document.payments) == 1


def test_the_end_of_a_running_account_is_what_all_entries_leave() -> None:
    document = read_text(LEDGER.format(closing="New sum - kindly settle"))
    assert [line.charge for line in document.lines] == [Decimal("60.00"), Decimal("55.00"), Decimal("60.00")]


def test_several_columns_that_add_up_two_services_tell_it_too() -> None:
    document = read_text(SPLIT.format(sums="340.00     120.00       160.00       60.00"))
    assert [line.code for line in document.lines] == ["92004", "92134"]
    assert document.totals is not None
    assert document.totals.balance_due == Decimal("20.00")
    assert document.totals.insurance_paid == Decimal("160.00")
    (payment,) = document.payments
    assert payment.amount == Decimal("40.00")


def test_columns_that_do_not_add_up_make_it_a_service() -> None:
    assert len(read_text(SPLIT.format(sums="345.00     120.00       160.00       65.00")).lines) == 3


def test_the_sum_of_all_lines_of_an_estimate_is_its_total_by_whatever_words() -> None:
    document = read_text("""
Larkspur Surgery Center              Good Faith Estimate
Patient: Ada Lombard                 Prepared on 05/01/2026

Item or service            Code      Price
Knee arthroscopy           29881     2,000.00
Anesthesia                 01400       500.00
Knee brace                 L1833       300.00
What we expect you to be asked for   2,800.00
""")
    assert len(document.lines) == 3
    assert document.totals is not None
    assert document.totals.estimate == Decimal("2800.00")
