"""What a plan paid and took off below the services of a visit, without a day."""

from plainbill.reading.blocks.who_paid import names_who_paid
from tests.reading.papers import read_text

BILL = """
Sandhill Family Medicine                        40 Dune Road, Sandhill, NM 87999
Patient: Ansel Pruitt                           Account: SF-4410

Monday, May 4, 2026
                                                You owe $30.00
Office visit, established patient  CPT 99213    $150.00
Strep test  CPT 87880                           $40.00
Tamarack Health paid                            -$90.00
Tamarack Health discount                        -$50.00
Copay, card payment 5/4/2026                    -$20.00

Monday, May 18, 2026
                                                You owe $10.00
Flu shot  CPT 90686                             $60.00
Tamarack Health paid                            -$50.00

Charges           Insurance paid     Discounts        You paid        Balance due
$250.00           $140.00            $50.00           $20.00          $40.00
"""


def test_what_a_plan_by_its_name_took_off_below_services_is_a_payment_without_a_day() -> None:
    document = read_text(BILL)
    assert [(str(each.date), str(each.amount)) for each in document.payments] == [
        ("None", "90.00"),
        ("None", "50.00"),
        ("2026-05-04", "20.00"),
        ("None", "50.00"),
    ]
    assert [str(line.charge) for line in document.lines] == ["150.00", "40.00", "60.00"]


def test_words_for_any_plan_name_none() -> None:
    assert names_who_paid("Tamarack Health paid")
    assert not names_who_paid("Health Insurance paid")
    assert not names_who_paid("Plan discount")
