"""Claim forms whose print says how days are written, "MM DD YY", where they are entered, and whose boxes are ticked."""

from plainbill.case import Document
from tests.reading.papers import read_text

FORM = """
HEALTH INSURANCE CLAIM FORM                                            HARBOR MUTUAL HEALTH PLAN
APPROVED BY NATIONAL UNIFORM CLAIM COMMITTEE (NUCC) 02/12
2. PATIENT'S NAME (Last Name, First Name)       3. PATIENT'S BIRTH DATE MM DD YY   SEX M   F      4. INSURED'S NAME
LOMBARD, CRESSIDA                               04 17 1988     M[ ] F[X]                          LOMBARD, WALTER

21. DIAGNOSIS OR NATURE OF ILLNESS OR INJURY
A. M5416      B. M9903

24. A. DATE(S) FROM   OF SERVICE TO    B.       D. PROCEDURES, SERVICES      E.       F.          G.      J. RENDERING

MM DD YY              MM DD YY         PLACE    CPT/HCPCS     MODIFIER       DX PTR   $ CHARGES   UNITS   PROVIDER ID.#

03 02 26              03 02 26         11       99213         25             AB       140 00      1       1720884111
03 04 26              03 05 26         11       98941         AT             A         60 00      1       1720884111

25. FEDERAL TAX I.D. NUMBER      26. PATIENT'S ACCOUNT NO.        28. TOTAL CHARGE
235550111                        PSJ20411                         $ 200 00
"""


def form() -> Document:
    return read_text(FORM)


def test_days_below_nothing_but_how_they_are_written_are_first_and_last_days() -> None:
    lines = form().lines
    assert [str(line.service_date) for line in lines] == ["2026-03-02", "2026-03-04"]
    assert [str(line.service_date_to) for line in lines] == ["2026-03-02", "2026-03-05"]


def test_the_letter_whose_box_is_ticked_is_the_sex() -> None:
    patient = form().patient
    assert patient is not None
    assert patient.sex == "F"
