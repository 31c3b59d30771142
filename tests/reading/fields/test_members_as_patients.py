"""Notices of plans that name nobody but the member."""

from tests.reading.papers import SERVICES, read_text

NOTICE = """
RPT: RA-2                         ALDER STATE MEDICAID                  DATE: 04/16/2026
                          EXPLANATION OF MEDICAL BENEFITS
MEMBER NAME: LOMBARD, ADA                 MEMBER {id}: 4410278833
BIRTH DATE.: 07/07/2004
PROVIDER...: HILLCREST CLINIC             NPI: 1093817465
CLAIM ICN..: 2026110417810                STATUS...: FINALIZED
"""


def test_a_notice_that_names_only_the_member_is_about_their_care_where_a_birth_date_is_below() -> None:
    document = read_text(NOTICE.format(id="ID") + SERVICES)
    assert document.patient is not None and document.coverage is not None
    assert document.patient.name == document.coverage.subscriber_name == "LOMBARD, ADA"


def test_without_a_birth_date_the_care_may_have_been_for_another_of_the_family() -> None:
    notice = NOTICE.replace("BIRTH DATE.: 07/07/2004", "COUNTY.....: 041")
    assert read_text(notice.format(id="ID") + SERVICES).patient is None


def test_another_patient_beside_the_member_is_the_patient() -> None:
    document = read_text(NOTICE.format(id="ID") + "PATIENT: LOMBARD, IDA\n" + SERVICES)
    assert document.patient is not None
    assert document.patient.name == "LOMBARD, IDA"


def test_the_number_of_a_claim_may_be_called_its_icn() -> None:
    assert read_text(NOTICE.format(id="ID") + SERVICES).claim_number == "2026110417810"


def test_the_letter_of_an_id_may_be_read_as_a_figure() -> None:
    document = read_text(NOTICE.format(id="1D") + SERVICES)
    assert document.coverage is not None
    assert document.coverage.member_id == "4410278833"
