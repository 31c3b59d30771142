"""Names of clinicians at the end of what was done."""

from tests.reading.papers import read_text

BILL = """
Juniper Crest Radiology                    Statement date 05/02/2026
Patient: Ada Lombard

Date         Code     Description                        Charge
03/04/2026   71260    CT CHEST - Lindqvist MD            412.00
03/06/2026   99232    Visit, attending - Dr. W. Amara    118.00
03/06/2026   71046    X-RAY CHEST - TWO VIEWS             84.00
03/06/2026   99203    OFFICE VISIT - NEW PT              120.00
"""


def test_a_clinician_behind_a_dash_gave_the_care_and_is_no_word_of_it() -> None:
    assert [(line.description, line.rendering_provider) for line in read_text(BILL).lines] == [
        ("CT CHEST", "Lindqvist MD"),
        ("Visit, attending", "Dr. W. Amara"),
        ("X-RAY CHEST - TWO VIEWS", None),
        ("OFFICE VISIT - NEW PT", None),
    ]


def test_words_before_a_title_that_name_nobody_are_words_of_the_service() -> None:
    bill = """
Bay Anesthesia Group                       Statement date 05/02/2026
Patient: Ada Lombard

Date         Code     Description                                          Charge
03/02/2026   00840    ANESTHESIA LOWER ABDOMEN - MEDICALLY DIRECTED CRNA   900.00
03/02/2026   99283    ER VISIT - ATTENDING MD                              300.00
03/02/2026   90834    PSYCHOTHERAPY - FORTY MINUTES LCSW                   150.00
03/02/2026   71260    CT CHEST - Dr Reading                                412.00
"""
    assert [(line.description, line.rendering_provider) for line in read_text(bill).lines] == [
        ("ANESTHESIA LOWER ABDOMEN - MEDICALLY DIRECTED CRNA", None),
        ("ER VISIT - ATTENDING MD", None),
        ("PSYCHOTHERAPY - FORTY MINUTES LCSW", None),
        ("CT CHEST - Dr Reading", None),
    ]


def test_words_in_parentheses_before_a_title_name_nobody() -> None:
    bill = """
Bay Anesthesia Group                       Statement date 05/02/2026
Patient: Ada Lombard

Date         Code     Description                     Charge
03/02/2026   00840    Anesthesia (General CRNA)       900.00
03/02/2026   93880    Carotid scan - Bilateral DO     300.00
03/02/2026   19301    Surgery (R. Finch PA-C)         150.00
"""
    assert [(line.description, line.rendering_provider) for line in read_text(bill).lines] == [
        ("Anesthesia (General CRNA)", None),
        ("Carotid scan - Bilateral DO", None),
        ("Surgery", "R. Finch PA-C"),
    ]
