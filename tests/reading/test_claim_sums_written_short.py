"""Remittances on several patients whose sums of a claim are written short: "CLAIM TOT"."""

from decimal import Decimal

from plainbill.case import Totals
from plainbill.reading.fields.patients import by_patient
from plainbill.reading.layout import lay_out
from tests.reading.papers import page_of, read_pages

OF_TWO = """
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
PT RESP 25.69  CLAIM TOT        400.00   128.43    0.00   25.69                      102.74
NAME NAKAI, WALTER          MID RAC2DE4FG77   ACNT AR20217   ICN 1825088330999
030626   11   1   99213         150.00    91.80    0.00   18.36   CO-45     58.20     73.44
030626   11   1   20610 RT      185.00     0.00    0.00    0.00   CO-97    185.00      0.00
PT RESP 18.36  CLAIM TOT        335.00    91.80    0.00   18.36                       73.44
TOTALS:  # OF CLAIMS 2   BILLED 735.00   ALLOWED 220.23   PROV PD 176.18   CHECK AMT 176.18
"""


def totals() -> list[Totals | None]:
    page = page_of(OF_TWO)
    return [read_pages(*part)[0].document.totals for part in by_patient([page], [lay_out(page)])]


def test_the_sum_of_all_claims_is_nobodys_below_a_sum_of_a_claim_written_short() -> None:
    expected = Totals(
        charges=Decimal("335.00"),
        allowed=Decimal("91.80"),
        deductible=Decimal("0.00"),
        coinsurance=Decimal("18.36"),
        plan_paid=Decimal("73.44"),
        patient_responsibility=Decimal("18.36"),
    )
    assert totals()[1] == expected
