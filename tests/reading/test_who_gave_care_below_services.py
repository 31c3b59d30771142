"""Rows below services that say who gave the care, with a role or a field of medicine, and what stands beside them."""

from tests.reading.papers import read_text

ANESTHESIA = """
    Birchwood Anesthesia Consultants
    12 Overlook Terrace, Bellmore, CO 81505    970-555-0133
    Statement date 05/06/2025
    Patient Lena Okoro

    Service                                                              Amount
    03/27/2025 - Anesthesia for laparoscopic procedure, upper abdomen    $1,540.00
    CPT 00790 · Modifiers QK, P2 · Time 11:42-13:27 · 14 units
    Anesthesiologist: Priya Tamm, MD
    03/27/2025 - Medical direction, nurse anesthetist                    $1,120.00
    CPT 00790 · Modifiers QX, P2 · 14 units
    CRNA: Walter Eads
    Total charges                                                        $2,660.00
"""

RADIOLOGY = """
    Hollis Radiology Associates, P.C.
    PO Box 71120, Bettendale, IA 52722
    Patient Quincy Abernethy    Account # 228841

    Charges
    09/02/2025  73721-26-LT  MRI JOINT OF LOWER EXTREMITY WITHOUT CONTRAST    385.00
                             Read by: Dana Lindt, MD   Diagnosis: M23.222
    09/02/2025  73562-26-LT  X-RAY EXAM OF KNEE, 3 VIEWS                       62.00
                             Read by: Dana Lindt, MD   Diagnosis: M25.562
    09/16/2025  76882-26-LT  ULTRASOUND LIMITED, EXTREMITY                    148.00
                             Read by: Owen Tarr, DO   Diagnosis: M71.22
    Total charges                                                             595.00
"""

FIELDS_OF_MEDICINE = """
    Physicians of Larch Bend    STATEMENT
    PO Box 2600, Larch Bend, NE 69101
    PATIENT Evangeline Stroud    ACCOUNT NUMBER UP5532018

    Date      Amount   Description
    08/12/25  176.00   99243 Office consultation
                       Endocrinology · Dr. M. Szabo · Dx E04.1
    08/12/25  322.00   76536 Ultrasound of head and neck
                       Endocrinology · Dr. M. Szabo · Dx E04.1
    09/10/25  -391.40  Sandhills Preferred insurance payment
"""

DIAGNOSES_FIRST = """
    Gull Breeze Anesthesia Associates    STATEMENT
    PO Box 4412, Larch Bend, FL 32507
    PATIENT: Calvin Fairwell    ACCOUNT # GB208841

    DATE        PROCEDURE  DESCRIPTION OF SERVICE             UNITS  AMOUNT
    06/19/2024  64488-59   TAP BLOCK BILATERAL BY INJECTION   1      880.00
                           DX G89.18 ODALYS FERRO MD
    06/19/2024  76942-26   ULTRASOUND GUIDANCE NEEDLE         1      310.00
                           DX G89.18 ODALYS FERRO MD
    07/30/2024             INSURANCE PAYMENT                         -941.60
"""

VISITS = """
    Vista Larga Eye Surgery Center
    1010 Saguaro Loop, Casa Ventana, AZ 85122
    Patient: Armando Villa    Account: VDS-20775

    Visit 10/08/2025 - right eye (Surgeon: Leticia Harmon, MD)
    66984 RT   Cataract removal with lens implant         3,900.00
    V2787 RT   Astigmatism correcting lens, upgrade       1,150.00
    Visit balance                                         5,050.00
    Visit 10/22/2025 - left eye (Surgeon: Leticia Harmon, MD)
    66984 LT   Cataract removal with lens implant         3,900.00
    Visit balance                                         3,900.00
"""


def test_a_role_before_a_name_on_the_second_row_below_says_who_gave_the_care() -> None:
    first, second = read_text(ANESTHESIA).lines

    assert (first.rendering_provider, second.rendering_provider) == ("Priya Tamm, MD", "Walter Eads")
    assert (first.code, first.modifiers, first.units) == ("00790", ("QK", "P2"), 14)


def test_words_behind_a_day_in_one_column_stay_where_the_code_stands_below() -> None:
    assert [line.description for line in read_text(ANESTHESIA).lines] == [
        "Anesthesia for laparoscopic procedure, upper abdomen",
        "Medical direction, nurse anesthetist",
    ]


def test_who_read_a_picture_stands_before_the_diagnosis_of_the_service_above() -> None:
    paper = read_text(RADIOLOGY)

    assert [(line.rendering_provider, line.diagnosis_codes) for line in paper.lines] == [
        ("Dana Lindt, MD", ("M23.222",)),
        ("Dana Lindt, MD", ("M25.562",)),
        ("Owen Tarr, DO", ("M71.22",)),
    ]
    assert paper.diagnosis_codes == ()
    assert paper.lines[2].description == "ULTRASOUND LIMITED, EXTREMITY"


def test_a_diagnosis_before_who_gave_the_care_is_no_part_of_the_name() -> None:
    lines = read_text(DIAGNOSES_FIRST).lines

    assert [(line.description, line.rendering_provider, line.diagnosis_codes) for line in lines] == [
        ("TAP BLOCK BILATERAL BY INJECTION", "ODALYS FERRO MD", ("G89.18",)),
        ("ULTRASOUND GUIDANCE NEEDLE", "ODALYS FERRO MD", ("G89.18",)),
    ]


def test_a_field_of_medicine_before_who_gave_the_care_is_no_word_of_the_service() -> None:
    lines = read_text(FIELDS_OF_MEDICINE).lines

    assert [line.description for line in lines] == ["Office consultation", "Ultrasound of head and neck"]
    assert [line.rendering_provider for line in lines] == ["Dr. M. Szabo", "Dr. M. Szabo"]


def test_a_surgeon_in_parentheses_behind_the_day_of_a_visit_is_of_its_services() -> None:
    lines = read_text(VISITS).lines

    assert [line.rendering_provider for line in lines] == ["Leticia Harmon, MD"] * 3


def test_modifiers_near_their_codes_are_none_of_the_words_that_no_head_names() -> None:
    lines = read_text(VISITS).lines

    assert [(line.modifiers, line.description) for line in lines] == [
        (("RT",), "Cataract removal with lens implant"),
        (("RT",), "Astigmatism correcting lens, upgrade"),
        (("LT",), "Cataract removal with lens implant"),
    ]
