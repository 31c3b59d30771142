"""Boxes that hold nothing: no value of another box is taken for theirs."""

from tests.reading.papers import SERVICES, read_text

BILL = """
    Ferncross Infirmary                                Statement
    18 Elm St
    Dover, DE 19901

    {}
    {}
"""


def test_nobody_is_taken_for_a_patient_whose_box_is_empty() -> None:
    document = read_text(
        BILL.format(
            """
    Name of Patient     Run #        MR #         Financially Responsible
                        65711-17     0059714      Amos Lombard

    Guar. No.           Pay On or Before
    68273250            July 27, 2026
""",
            SERVICES,
        )
    )

    assert document.patient is not None
    assert document.patient.name is None


def test_nobody_is_taken_for_a_patient_whose_label_the_next_one_follows() -> None:
    document = read_text(
        BILL.format(
            "Acct #: 7114176347   Services provided to:     Born: 04/27/1974  Guarantor: Amos Lombard", SERVICES
        )
    )

    assert document.patient is not None
    assert document.patient.name is None


def test_who_stands_behind_the_label_is_the_patient() -> None:
    document = read_text(
        BILL.format(
            "Acct #: 7114176347   Services provided to: Ada Lombard    Born: 04/27/1974  Guarantor: Amos Lombard",
            SERVICES,
        )
    )

    assert document.patient is not None
    assert document.patient.name == "Ada Lombard"


def test_a_value_below_the_captions_of_the_next_boxes_is_not_of_the_empty_one_above() -> None:
    document = read_text(
        BILL.format(
            """
    Services provided to    Birth Sex    Medical Record #    Insurance ID
    Ada Lombard             F            690495
    EIN                     Date Printed         ICD-10-CM
    60-4493118              05/02/2026        D50.9, M54.50, S61.210A
""",
            SERVICES,
        )
    )

    assert document.coverage is None or document.coverage.member_id is None


def test_an_empty_label_in_a_grid_leaves_the_patient_unnamed() -> None:
    grid = """
    Services provided to                             Member I.D.      WGS756867182-01
    Hospital Account        {}                       Employer Group   841822
    Legal Sex               F                        Statement Dt     08/17/2025
    Guarantor Name          Amos Lombard             Visit date       07/22/2025
"""
    document = read_text(BILL.format(grid.format("W37854432"), SERVICES))
    assert document.patient is not None and document.patient.name is None
    named = grid.replace("Services provided to   ", "Services provided to    Ada Lombard", 1)[: len(grid)]
    document = read_text(BILL.format(named.format("W37854432"), SERVICES))
    assert document.patient is not None and document.patient.name == "Ada Lombard"
