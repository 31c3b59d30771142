"""Medicare's remittances on several patients: what stands above and below the claims is for all of them."""

from plainbill.case import Document
from plainbill.reading.fields.patients import by_patient
from plainbill.reading.layout import lay_out
from tests.reading.papers import page_of, read_pages

OF_TWO = """
             MEDICARE
        REMITTANCE ADVICE

HIGHMOOR GOVERNMENT SERVICES
PO BOX 7700
QUARRYTOWN PA 17955
1-877-555-0166

FOOT PARTNERS OF LARKMOOR PC               NPI:          1669400128
88 QUAY ST STE 2                           PAGE #:       1 OF 1
LARKMOOR DE 19988                          DATE:         03/24/26

REND-PROV    SERV-DATE    POS NOS  PROC  MODS    BILLED  ALLOWED  DEDUCT   COINS   GRP/RC    AMT      PROV-PD
NAME LOMBARD, ADA           MID 3MF8TU6VK22   ACNT AR20433   ICN 1825087441999  ASG Y  MOA MA01
1669400128   0305 030526   11   1  99214  25     210.00   128.43    0.00   25.69   CO-45     81.57    102.74
PT RESP   25.69                CLAIM TOTALS      210.00   128.43    0.00   25.69             81.57    102.74
                                                                                      NET    102.74
NAME NAKAI, WALTER          MID 9AC2DE4FG77   ACNT AR20217   ICN 1825088330999  ASG Y  MOA MA01 N362
1669400128   0306 030626   11   1  99213         150.00    91.80    0.00   18.36   CO-45     58.20     73.44
1669400128   0306 030626   11   1  G0439         190.00     0.00    0.00    0.00   CO-119   190.00      0.00
PT RESP   18.36                CLAIM TOTALS      340.00    91.80    0.00   18.36            248.20     73.44
                                                                                      NET     73.44

TOTALS:  # OF    BILLED    ALLOWED    DEDUCT     COINS    TOTAL      PROV-PD   PROV     CHECK
         CLAIMS  AMT       AMT        AMT        AMT      RC-AMT     AMT       ADJ-AMT  AMT
         2       550.00    220.23     0.00       44.05    329.77     176.18    0.00     176.18

GLOSSARY: GROUP, REASON, MOA, REMARK AND REASON CODES
45    Charge exceeds what the schedule allows.
119   The most for this time has been reached.
MA01  If you do not agree you may appeal.
N362  More units than are accepted.
KQ - Nobody carries this one.
"""


def papers() -> list[Document]:
    page = page_of(OF_TWO)
    return [read_pages(*part)[0].document for part in by_patient([page], [lay_out(page)])]


def test_who_bills_and_who_pays_for_medicare_each_have_a_block_above_the_claims_of_several() -> None:
    for paper in papers():
        provider, payer = paper.provider, paper.payer
        assert provider is not None
        assert payer is not None
        assert (provider.name, provider.address) == (
            "FOOT PARTNERS OF LARKMOOR PC",
            "88 QUAY ST STE 2, LARKMOOR DE 19988",
        )
        assert (payer.address, payer.phone) == ("PO BOX 7700, QUARRYTOWN PA 17955", "1-877-555-0166")


def test_a_legend_below_all_claims_explains_the_codes_of_each() -> None:
    ada, walter = papers()
    assert [remark.code for remark in ada.remarks] == ["45", "MA01"]
    assert [remark.code for remark in walter.remarks] == ["45", "119", "MA01", "N362"]
