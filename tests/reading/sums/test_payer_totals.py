"""What the insurer paid, by its name."""

from tests.reading.papers import read_text

BILL = """
    Ferncross Internal Medicine                             Statement
    Patient: Ada Lombard     Primary Ins: Quillwood Insurance Company

    Date          Service                  Charges
    03/02/2026    Office visit              140.00
    03/02/2026    Rapid test                 40.00
    Total charges                           180.00
"""


def test_one_of_several_payments_is_no_sum() -> None:
    document = read_text(
        BILL
        + """
    Payments & Credits                     Payments
    QUILLWOOD INSURANCE COMPANY PAYMENT     -100.00
    INS ADJ                                  -30.00
    Total Amount Due                          50.00
"""
    )

    assert [str(payment.amount) for payment in document.payments] == ["100.00", "30.00"]
    assert document.totals is None or document.totals.insurance_paid is None


def test_a_closing_sum_with_the_name_of_the_insurer_is_what_it_paid() -> None:
    document = read_text(
        BILL
        + """
    Quillwood Insurance Company payment      100.00
    Total Amount Due                          80.00
"""
    )

    assert document.totals is not None
    assert str(document.totals.insurance_paid) == "100.00"
