"""Drugs in blocks that print a price and who paid how much of it: what they cost is the price."""

from tests.reading.papers import read_text

PROFILE = """
Millrace Drug Store
9 Quay Street, Marsh End, KS 67201
Tel 785 555 0148

Customer record
Patient: Ada Lombard

Rx 7204410                       filled 5/4/26
Oselta 10 mg cap
NDC 00071-0155-23                Qty 30
Price 52.40       Ins paid 40.40       You paid 12.00
Rx 7204411                       filled 5/4/26
Lonsarta 50 mg tab
NDC 65862-0202-99                Qty 90
Price 18.15       Ins paid {paid}       You paid 10.00
Rx 7206002                       filled 5/22/26
Marvexa 2 mg pen
NDC 00169-4132-12                Qty 3
Price 310.00      Ins paid 270.00      You paid 40.00

Total price       $380.55
"""


def test_a_price_of_which_each_block_says_who_paid_how_much_is_the_charge() -> None:
    lines = read_text(PROFILE.format(paid="8.15")).lines
    assert [(str(line.charge), str(line.plan_paid), str(line.patient_responsibility)) for line in lines] == [
        ("52.40", "40.40", "12.00"),
        ("18.15", "8.15", "10.00"),
        ("310.00", "270.00", "40.00"),
    ]


def test_the_row_of_the_prescription_tells_the_day_and_no_words_of_the_drug() -> None:
    lines = read_text(PROFILE.format(paid="8.15")).lines
    assert [(line.description, str(line.service_date), line.ndc, line.units) for line in lines] == [
        ("Oselta 10 mg cap", "2026-05-04", "00071-0155-23", 30),
        ("Lonsarta 50 mg tab", "2026-05-04", "65862-0202-99", 90),
        ("Marvexa 2 mg pen", "2026-05-22", "00169-4132-12", 3),
    ]


def test_prices_that_do_not_come_to_what_was_paid_are_no_charges() -> None:
    assert not read_text(PROFILE.format(paid="3.15")).lines


def test_the_words_beside_the_amounts_of_a_block_take_no_sum_below_them() -> None:
    totals = read_text(PROFILE.format(paid="8.15")).totals
    assert totals is not None
    assert (str(totals.charges), totals.insurance_paid) == ("380.55", None)
