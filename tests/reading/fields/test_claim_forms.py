"""What stands in the boxes of a professional claim form beside and below their labels."""

from plainbill.case import Document
from tests.reading.papers import read_text

FORM = """
HEALTH INSURANCE CLAIM FORM
                                                                                     BIRCHMERE ASSURANCE
                                                                                             PO BOX 2040
                                                                                         TALLIN IA 52999
1. MEDICARE MEDICAID TRICARE CHAMPVA GROUP HEALTH PLAN OTHER           1a. INSURED'S I.D. NUMBER
                                                                       BMA4409917
2. PATIENT'S NAME (Last Name, First Name)      3. PATIENT'S BIRTH DATE SEX        4. INSURED'S NAME
TREMBLAY, OTTILIE, R                           02 17 1999         F X             TREMBLAY, OTTILIE, R

24. A. DATE OF SERVICE     D. PROCEDURES     F. CHARGES     G. UNITS
03/24/26                   99204                 312.00            1

28. TOTAL CHARGE                               33. BILLING PROVIDER INFO & PH # (319) 5550129
312.00                                         TALLIN ALLERGY CENTER PC
                                               18 MILLPOND ST
                                               TALLIN IA 52998
                                               a.1330055574
"""


def form() -> Document:
    return read_text(FORM)


def test_birth_date_and_sex_stand_in_two_boxes_below_one_label() -> None:
    patient = form().patient
    assert patient is not None
    assert (str(patient.date_of_birth), patient.sex) == ("1999-02-17", "F")


def test_phone_and_number_of_who_bills_stand_in_its_box() -> None:
    provider = form().provider
    assert provider is not None
    assert (provider.phone, provider.npi) == ("(319) 5550129", "1330055574")


def test_modifiers_whose_head_was_not_read_stand_before_the_pointers_of_their_code() -> None:
    document = read_text("""
HEALTH INSURANCE CLAIM FORM
21. DIAGNOSIS OR NATURE OF ILLNESS OR INJURY
A. M19.032     B. M25.532

24. A. DATE OF SERVICE     D. PROCEDURES                E. DIAGNOSIS POINTER   F. CHARGES     G. UNITS
03/24/26                   99215                25      AB                     312.00         1
03/24/26                   20605                LT      A                      198.00         1
03/24/26                   J1030                        A                       24.00         2
""")
    assert [(line.code, line.modifiers, line.diagnosis_codes) for line in document.lines] == [
        ("99215", ("25",), ("M19.032", "M25.532")),
        ("20605", ("LT",), ("M19.032",)),
        ("J1030", (), ("M19.032",)),
    ]


def test_the_address_below_the_plan_that_a_form_is_sent_to_is_its_own() -> None:
    payer = form().payer
    assert payer is not None
    assert (payer.name, payer.address) == ("BIRCHMERE ASSURANCE", "PO BOX 2040, TALLIN IA 52999")


def test_diagnoses_are_listed_below_their_label_with_their_codes_behind_the_words() -> None:
    document = read_text("""
After Visit Summary
Greywater Internal Medicine, 3 Causeway Ct, Ferris, DE 19998

Patient:           Ada Lombard
Date of visit:     05/18/2026

Diagnoses addressed
Essential hypertension (110)
Type 2 diabetes without complications (E11.9)
""")
    assert document.diagnosis_codes == ("I10", "E11.9")


def test_the_first_box_of_a_form_is_no_letterhead() -> None:
    provider = read_text(
        """
        HEALTH INSURANCE CLAIM 1500 STYLE                                       Trident HMO
        1. MEDICARE MEDICAID GROUP HEALTH PLAN OTHER          1a. INSURED'S I.D. NUMBER
        X                                                     EJH162386678
        2. PATIENT'S NAME              3. PATIENT'S BIRTH DATE       4. INSURED'S NAME
        Wilhelm Thistlewood            11/18/1991                    Wilhelm Thistlewood

        24. DATE OF SERVICE     D. CPT/HCPCS     F. $ CHARGES     G. UNITS
        11/05/24                72148                  942.25     1

        33. BILLING PROVIDER INFO & PH #
        Violet Springs Open Scans
        1380 Hospital Parkway
        Violet Springs, ME 57493
        """
    ).provider
    assert provider is not None
    assert provider.name == "Violet Springs Open Scans"


SHADED = """
HEALTH INSURANCE CLAIM FORM                                              TIDEWRACK BENEFITS INC
                                                                         PO BOX 2277
                                                                         SEABURY NC 27999
1a. INSURED'S I.D. NUMBER (For Program in Item 1)
TWB5529017
2. PATIENT'S NAME (Last Name, First Name)      3. PATIENT'S BIRTH DATE SEX M F        4. INSURED'S NAME
GARROWAY, EDWINA                               07 04 1951                X            GARROWAY, EDWINA
21. DIAGNOSIS OR NATURE OF ILLNESS OR INJURY
A. M81.0     B. E11.9

24. A. DATE(S) OF SERVICE    B.          C.    D. PROCEDURES   MODIFIER    E.          F.         G.       J.
From MM DD YY   To MM DD YY  PLACE OF    EMG      CPT/HCPCS               DIAGNOSIS   $ CHARGES  DAYS OR  RENDERING
                             SERVICE                                      POINTER                UNITS    PROV. ID. #
                                                                                                          207RE0101X
03 09 26        03 09 26     11                99214           25         AB           232 00    1        1777770114
N455513071001 ML1                                                                                         207RE0101X
03 09 26        03 09 26     11                J0897                      A           2418 00    60       1777770114

28. TOTAL CHARGE                               33. BILLING PROVIDER INFO & PH # (252) 555-0175
$ 2650 00                                      COASTAL ENDOCRINE GROUP PLLC
                                               PO BOX 31
                                               SEABURY NC 27998
                                               a.1888880175
"""


def test_the_drug_in_the_shaded_half_of_a_line_is_that_of_the_service_below() -> None:
    lines = read_text(SHADED).lines
    assert [(line.code, line.ndc, line.units, str(line.charge), line.description) for line in lines] == [
        ("99214", None, 1, "232.00", None),
        ("J0897", "55513071001", 60, "2418.00", None),
    ]


def test_a_company_that_is_called_benefits_carries_the_claim_and_a_group_has_its_kind_behind_it() -> None:
    document = read_text(SHADED)
    assert document.payer is not None and document.provider is not None and document.coverage is not None
    assert (document.payer.name, document.provider.name) == ("TIDEWRACK BENEFITS INC", "COASTAL ENDOCRINE GROUP PLLC")
    assert document.coverage.member_id == "TWB5529017"


def test_the_names_of_the_two_boxes_say_nothing_of_the_sex() -> None:
    patient = read_text(SHADED).patient
    assert patient is not None and patient.sex is None


def test_letters_under_the_modifiers_point_to_diagnoses() -> None:
    lines = read_text("""
HEALTH INSURANCE CLAIM FORM
21. DIAGNOSIS   A. F33.1   B. F41.1

24A FROM     TO           B POS   D PROCEDURE   MODIFIER E   F $ CHARGES   G UNITS
03 02 26     03 02 26     11      90837         95           210 00        1
03 16 26     03 16 26     10      90834            AB        165 00        1
03 23 26     03 23 26     11      90846            A         185 00        1
""").lines
    assert [(line.code, line.modifiers) for line in lines] == [("90837", ("95",)), ("90834", ()), ("90846", ())]
