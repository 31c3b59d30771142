"""A column "Payments" beside that of the words: the rows of payments fill it, those of services do not."""

from tests.reading.papers import read_text

BILL = """
    Ashford Mills University Hospital      Statement date: 04/23/2025
    Patient: Imogen Quillfeather           Account number: A41010380

    Item #        Units   Visit Date   Charge     Revenue Code   Payments    Item Description
    4202744088      1     03/11/2025      15.00   0636                       J1885 KETOROLAC TROMETH INJ
    2718820346      2     03/11/2025     176.00   0250                       PROPOFOL 10MG/ML VL
    9879175073      2     03/11/2025  11,021.00   0200                       R&B ICU GENERAL
                          04/06/2025                             3,617.17    Ins Pmt - Primary
                          04/07/2025                             3,327.80    INS ADJ
                          04/07/2025                             1,446.87    PATIENT PAYMENT - VISA
    Pay This Amount: 2,820.16
"""


def test_amounts_under_payments_are_payments() -> None:
    document = read_text(BILL)
    assert [(str(each.date), each.kind, str(each.amount)) for each in document.payments or ()] == [
        ("2025-04-06", "insurance_payment", "3617.17"),
        ("2025-04-07", "contractual_adjustment", "3327.80"),
        ("2025-04-07", "patient_payment", "1446.87"),
    ]
    assert len(document.lines) == 3


def test_a_day_beside_its_column_under_an_amount_is_the_day_of_the_service() -> None:
    text = """
    Larkmoor Family Practice               Statement date: 07/28/2025
    Patient: Wilhelm Haverford             Account number: 1415067013

    Code      Description       Charge     Ins Paid    Patient Owes                 Visit Date
    17000     DESTRUCT LESION   170.50      (87.66)           82.84                 06/04/2025
    93000     ECG ROUTINE        94.18      (23.54)           70.64                 06/04/2025
    90471     IMMUNIZ ADMIN      48.00      (30.24)           17.76                 06/04/2025
    94010     SPIROMETRY        105.02      (43.06)           61.96  06/05
    Total                       417.70     (184.50)          233.20
"""
    assert [str(line.service_date) for line in read_text(text).lines] == [*["2025-06-04"] * 3, "2025-06-05"]
