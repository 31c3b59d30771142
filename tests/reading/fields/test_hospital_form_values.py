"""Hospital claim forms whose labels blur took: places and kinds of values tell what they are."""

import datetime

import pytest

from plainbill.case import Document
from tests.reading.papers import read_text

FORM = """
    PINE HOLLOW HOSPITAL                                  PH-00441772
    9 LANTERN RD                                          {records:12}          0131
    WESTERLY, OH 44999
    6145550188                                            51-5550119   {days}
    ASHGROVE, IDA R                  12 CANAL ST WESTERLY OH 44999
    03091971     F       051426      09    1    1    01
    42 REV. CD.  43 DESCRIPTION      44 HCPCS / RATE     45 SERV. DATE  46 SERV. UNITS  47 TOTAL CHARGES
    0301         LAB CHEMISTRY       80053               051426         1                164 00
    0450         EMERG ROOM          99284               051426         1               1490 00
    0001         PAGE 1 OF 1         CREATION DATE       052026         TOTALS          1654 00
    LAKE CHOICE MUTUAL               77102        Y   Y                                  1993550126
    ASHGROVE, TOBIAS                 01           PHM2207745      CANAL WORKS            77-3041
    {diagnoses}
    69 ADMTT DX
    {reason}
    UB-04 CMS-1450
"""


def form(
    *,
    records: str = "0048812",
    days: str = "051426     051626",
    diagnoses: str = "0    K8010     R1011    E669",
    reason: str = "",
) -> Document:
    return read_text(FORM.format(records=records, days=days, diagnoses=diagnoses, reason=reason))


def test_diagnoses_without_points_stand_in_a_row_of_their_own() -> None:
    assert form().diagnosis_codes == ("K8010", "R1011", "E669")


def test_letters_of_the_boxes_and_what_was_there_on_admission_are_no_diagnoses() -> None:
    read = form(diagnoses="66 DX  67 K8010  Y  A R1011  N  B E669  C   D")
    assert read.diagnosis_codes == ("K8010", "R1011", "E669")


def test_the_reason_of_the_patient_stands_below_the_diagnoses() -> None:
    assert form(reason="R109").diagnosis_codes == ("K8010", "R1011", "E669", "R109")
    # Without a row of them a number that looks like one is none.
    assert form(diagnoses="", reason="R109").diagnosis_codes == ()


def test_account_records_and_type_of_the_bill_stand_beside_who_bills() -> None:
    read = form()
    assert read.patient is not None
    assert (read.patient.account_number, read.patient.medical_record_number) == ("PH-00441772", "0048812")
    assert read.bill_type == "0131"


def test_one_number_alone_is_not_told_to_be_the_account_or_the_records() -> None:
    patient = form(records="").patient
    assert patient is not None and patient.medical_record_number is None


def test_the_days_that_the_bill_covers_stand_behind_the_tax_number() -> None:
    read = form()
    assert (read.service_from, read.service_to) == (datetime.date(2026, 5, 14), datetime.date(2026, 5, 16))
    assert read.provider is not None
    assert (read.provider.tax_id, read.provider.phone) == ("51-5550119", "6145550188")


def test_days_in_the_wrong_order_cover_nothing() -> None:
    assert form(days="051626     051426").service_to is None


def test_who_pays_and_who_is_insured_are_told_by_their_numbers() -> None:
    read = form()
    assert read.payer is not None and read.coverage is not None and read.provider is not None
    assert (read.payer.name, read.payer.payer_id) == ("LAKE CHOICE MUTUAL", "77102")
    assert read.provider.npi == "1993550126"
    assert read.coverage.subscriber_name == "ASHGROVE, TOBIAS"
    assert (read.coverage.member_id, read.coverage.group_number) == ("PHM2207745", "77-3041")


def test_the_patient_is_told_by_the_row_of_birth() -> None:
    patient = form().patient
    assert patient is not None
    assert (patient.date_of_birth, patient.sex) == (datetime.date(1971, 3, 9), "F")


LABELED = (
    FORM.replace(
        """
    WESTERLY, OH 44999
    6145550188                                            51-5550119   {days}
""",
        """
                                                          5 FED. TAX NO. 6 STATEMENT COVERS PERIOD
    WESTERLY OH 44999
                                                          51-5550119   {days}
    6145550188
""",
    )
    .replace(
        "    42 REV. CD.",
        "    38                                  39 VALUE CODES\n    LAKE CHOICE MUTUAL\n    CLAIMS PO BOX 7070\n"
        "    EASTERLY OH 44998\n    42 REV. CD.",
    )
    .replace(
        "    ASHGROVE, TOBIAS ",
        "    58 INSURED'S NAME            59 P.REL     60 INSURED'S UNIQUE ID\n    ASHGROVE,TOBIAS  ",
    )
)


def labeled() -> Document:
    return read_text(LABELED.format(records="0048812", days="051426     051626", diagnoses="", reason=""))


def test_who_bills_is_the_block_in_the_corner_though_labels_stand_among_its_rows() -> None:
    provider = labeled().provider
    assert provider is not None and provider.name == "PINE HOLLOW HOSPITAL"
    assert (provider.address, provider.phone) == ("9 LANTERN RD, WESTERLY OH 44999", "6145550188")


def test_a_blank_that_a_reader_lost_behind_the_surname_of_the_insured_is_one() -> None:
    coverage = labeled().coverage
    assert coverage is not None and coverage.subscriber_name == "ASHGROVE, TOBIAS"


@pytest.mark.parametrize("behind", ["", "     211 50"])
def test_the_last_row_of_services_sums_up_the_charges(behind: str) -> None:
    bare = FORM.replace("TOTALS          1654 00", f"                1654 00{behind}")
    totals = read_text(bare.format(records="0048812", days="", diagnoses="", reason="")).totals
    assert totals is not None and str(totals.charges) == "1654.00"
