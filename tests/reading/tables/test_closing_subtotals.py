"""What is paid below the subtotal of all services, where no day says when."""

from tests.reading.papers import read_text

RECEIPT = """
Larkspur Walk-in Clinic
418 Adobe Walk, Mesa Alta, NM 87998

Patient: Ada Lombard          Visit date: 03/04/2026

Service                                Price
Visit, brief (99212)                 $110.00
Splint for a toe (29130)              $65.00
Subtotal                             $175.00
{rows}
Still to pay                          $90.00
"""


def test_what_was_paid_below_the_subtotal_of_all_services_is_a_sum_of_the_paper() -> None:
    document = read_text(RECEIPT.format(rows="Paid today, Visa x4471                -$85.00"))
    assert not document.payments
    totals = document.totals
    assert totals is not None and (str(totals.patient_paid), str(totals.balance_due)) == ("85.00", "90.00")


def test_payments_on_days_below_a_subtotal_stay_payments() -> None:
    rows = "03/04/2026 Paid, Visa x4471           -$45.00\n03/11/2026 Paid, cash                -$40.00"
    document = read_text(RECEIPT.format(rows=rows))
    assert [str(payment.amount) for payment in document.payments] == ["45.00", "40.00"]


def test_a_subtotal_of_other_amounts_closes_nothing() -> None:
    row = "Paid today, Visa x4471                -$85.00"
    document = read_text(RECEIPT.replace("$175.00", "$171.00").format(rows=row))
    assert document.totals is None or document.totals.patient_paid is None
