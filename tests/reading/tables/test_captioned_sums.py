from decimal import Decimal

from tests.reading.papers import read_text

REMITTANCE = """
HIGHMOOR HEALTH INSURANCE                                                    REMITTANCE ADVICE
PO BOX 7700
QUARRYTOWN PA 17955

FOOT PARTNERS OF LARKMOOR PC                                      NPI:          1669400128
88 QUAY ST STE 2                                                  CHECK DATE:   03/24/26
LARKMOOR DE 19988

SERV DT  POS NOS  PROC  MOD     BILLED  ALLOWED  DEDUCT   COINS   GRP/RC    AMT      PROV PD
NAME LOMBARD, ADA           MID KMF8TU6VK22   ACNT AR20433   ICN 1825087441999
030526   11   1   99214 25      210.00   128.43    0.00   25.69   CO-45     81.57    102.74
030526   11   1   G0439         190.00     0.00    0.00    0.00   CO-119   190.00      0.00
TOTALS:  # OF CLAIMS 1   BILLED 400.00   ALLOWED 128.43   PROV PD 102.74   CHECK AMT 102.74
"""


def test_amounts_of_a_sum_are_what_the_captions_before_them_say_in_whatever_column_they_stand() -> None:
    totals = read_text(REMITTANCE).totals
    assert totals is not None
    assert (totals.charges, totals.allowed, totals.plan_paid) == (Decimal(400), Decimal("128.43"), Decimal("102.74"))


def test_no_amount_of_such_a_sum_is_of_the_column_that_it_happens_to_stand_in() -> None:
    totals = read_text(REMITTANCE).totals
    assert totals is not None
    assert totals.deductible is None
    assert totals.adjustments is None


def test_amounts_without_captions_stay_in_their_columns() -> None:
    closing = "TOTALS 1 CLAIM                  400.00   128.43    0.00   25.69              271.57    102.74"
    above, _ = REMITTANCE.split("TOTALS:")
    totals = read_text(above + closing).totals
    assert totals is not None
    assert (totals.charges, totals.deductible, totals.coinsurance) == (Decimal(400), Decimal(0), Decimal("25.69"))


BESIDE_REASONS = """
HIGHMOOR HEALTH INSURANCE                                                    REMITTANCE ADVICE
FOOT PARTNERS OF LARKMOOR PC                                      NPI:          1669400128
PATIENT  ADA LOMBARD                                              CLAIM NO      0626045100877

SVC DT   PROC  MOD   UNITS     BILLED    ALLOWED   GRP-RSN   ADJ AMT      PAID
030526   99214 25        1     210.00     128.43   CO-45       81.57    102.74
                                                   PR-2        25.69
030526   11042           1     190.00      80.00   CO-45      110.00     80.00
CLAIM                          400.00     208.43   PT RESP     25.69    182.74
"""


def test_an_amount_that_words_amid_a_sum_name_is_none_of_its_columns() -> None:
    totals = read_text(BESIDE_REASONS).totals
    assert totals is not None
    assert (totals.charges, totals.allowed, totals.plan_paid) == (Decimal(400), Decimal("208.43"), Decimal("182.74"))
    assert (totals.adjustments, totals.patient_responsibility) == (None, Decimal("25.69"))
