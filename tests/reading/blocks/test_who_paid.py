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


def test_who_gave_the_care_is_no_plan_that_paid() -> None:
    assert not names_who_paid("Sandhill Regional Hospital discount")
    assert not names_who_paid("Community Care Program allowance")
    assert names_who_paid("Sandhill Clinic Health Plan paid")


def test_what_who_gave_the_care_took_off_is_an_adjustment() -> None:
    text = """
Sandhill Regional Hospital
40 Dune Road
Sandhill, NM 87999
Patient: Ansel Pruitt                           Account: SF-4410

Metabolic panel                                 120.00
80053   Rev 0301   Qty 1   03/02/2026
Blood count                                      80.00
85025   Rev 0305   Qty 1   03/02/2026
Sandhill Regional Hospital discount             -50.00
Amount due                                      150.00
"""
    document = read_text(text)
    assert document.payments == ()
    assert document.totals is not None and document.totals.adjustments == 50
