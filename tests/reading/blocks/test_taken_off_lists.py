"""Receipts of one visit: its price, a discount and a payment by their names, and what is left."""

from tests.reading.papers import read_text

RECEIPT = """
Larkspur Online Clinic
418 Adobe Walk, Mesa Alta, NM 87998

Patient: Ada Lombard          Receipt date: 03/04/2026

Video visit with Ines Okonjo, NP                $92.00
CPT 99212, modifier 95
{first}                                       -$12.00
{second}                    -$80.00
Balance                                         {left}
"""


def test_what_is_taken_off_until_the_balance_is_left_are_payments() -> None:
    for first, kind in (("Promo SPRING12", "discount"), ("Spring gift", "other")):
        second = "Apple Pay 5520, Mar 4, 2026"
        document = read_text(RECEIPT.format(first=first, second=second, left="$0.00"))
        assert [(line.code, str(line.charge)) for line in document.lines] == [("99212", "92.00")]
        assert [(p.kind, str(p.amount), str(p.date or "")) for p in document.payments] == [
            (kind, "12.00", ""),
            ("patient_payment", "80.00", "2026-03-04"),
        ]
        assert document.payments[1].description == "Apple Pay 5520"


def test_the_price_of_the_only_service_is_no_sum_of_charges() -> None:
    document = read_text(RECEIPT.format(first="Promo SPRING12", second="Apple Pay 5520, Mar 4, 2026", left="$0.00"))
    assert document.totals is not None and document.totals.charges is None
