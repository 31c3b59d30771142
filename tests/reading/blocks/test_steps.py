"""Bills that explain in steps what is owed: all services, what was taken off, and what is left."""

from plainbill.case import Document
from tests.reading.papers import read_text

BILL = """
Sandhill Skin Clinic                                     40 Dune Road, Sandhill, NM 87999
How your bill came about
Patient            Account             Bill date
Ansel Pruitt       SK-4410             May 20, 2026

1   What we did for you                                                            {first}
    Office visit              99213-25     Apr 9, 2026        $150.00
    Shave biopsy              11102        Apr 9, 2026        $210.00
    Lidocaine, 10 mg          J2001        Apr 9, 2026         $40.00

2   Your insurance savings                                                       -$180.00
    The lower price your plan has agreed to take.

3   What your insurance paid                                                     -$120.00

4   What you have paid                                                            -$30.00
    Card ending in 2207                    Apr 9, 2026         $30.00

5   What you owe                                                                   {last}
    Due Jun 14, 2026
"""


def read(first: str = "$400.00", last: str = "$70.00") -> Document:
    return read_text(BILL.format(first=first, last=last))


def test_the_services_are_what_the_first_step_adds_up() -> None:
    document = read()
    assert [(line.description, line.code, str(line.charge)) for line in document.lines] == [
        ("Office visit", "99213", "150.00"),
        ("Shave biopsy", "11102", "210.00"),
        ("Lidocaine, 10 mg", "J2001", "40.00"),
    ]
    assert {str(line.service_date) for line in document.lines} == {"2026-04-09"}


def test_the_steps_are_sums() -> None:
    totals = read().totals
    assert totals is not None
    assert [totals.charges, totals.adjustments, totals.insurance_paid] == [400, 180, 120]
    assert [totals.patient_paid, totals.balance_due] == [30, 70]


def test_what_stands_below_a_step_with_a_day_is_a_payment() -> None:
    (payment,) = read().payments
    assert (str(payment.date), payment.description) == ("2026-04-09", "Card ending in 2207")
    assert payment.amount == 30


def test_steps_that_do_not_add_up_make_no_payments_of_sums() -> None:
    descriptions = [payment.description for payment in read(last="$99.00").payments]
    assert "What your insurance paid" not in descriptions


def test_a_sentence_below_what_the_insurance_took_off_names_nobody() -> None:
    assert read().payer is None
