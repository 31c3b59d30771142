"""Professional claim forms whose labels glare took: rows tell by the kinds of their values whose they are."""

import datetime

import pytest

from plainbill.case import Document
from tests.reading.papers import read_text

FORM = """
    HEALTH INSURANCE CLAIM FORM                                    PINE HOLLOW MUTUAL
                                                                   48 LANTERN RD
                                                                   WESTERLY, OH 44999
                                                                   PHM2207745
    ASHGROVE, IDA R                       03 09 1971   {sex:9} ASHGROVE, TOBIAS
    12 CANAL ST                           X                        12 CANAL ST
    WESTERLY OH                                                    WESTERLY OH
    44999            614 5550171                                   44999
                                          NO X                     77-3041
                                          NO X                     {plan}
    SIGNATURE ON FILE                                              SIGNATURE ON FILE
    L40.0          M25.50                                          {approval}
    05 14 26    05 14 26       11       99213    25      A       131  50    1            1993550118
    05 14 26    05 14 26       11       36415            A        18  00    2            1993550118
    05 14 26    05 14 26       11       85025            A       207  25    1            1993550118
    51-5550119   X             {account}           YES X        $ 356  75          $ {paid}
                               SAME                              (614) 555-0188
                                                                 CANAL SKIN CLINIC LLC
                                                                 7 MILL RACE
    SIGNATURE ON FILE                                            WESTERLY, OH 44999
                                                                 1993550126
"""


def form(
    *,
    sex: str = "F X",
    plan: str = "LAKE CHOICE PPO",
    approval: str = "AP4417720",
    account: str = "ASHGR0117",
    paid: str = "40  00",
) -> Document:
    return read_text(FORM.format(sex=sex, plan=plan, approval=approval, account=account, paid=paid))


def test_persons_are_told_by_the_day_of_birth_between_them() -> None:
    document = form()
    assert document.patient is not None and document.coverage is not None
    assert document.patient.name == "ASHGROVE, IDA R"
    assert document.patient.date_of_birth == datetime.date(1971, 3, 9)
    assert document.coverage.subscriber_name == "ASHGROVE, TOBIAS"


_SEXES = [("F X", "F"), ("FX", "F"), ("M X F", "M"), ("M F X", "F"), ("M       X", "F"), ("X", None)]


@pytest.mark.parametrize(("printed", "sex"), _SEXES)
def test_the_crossed_box_tells_the_sex(printed: str, sex: str | None) -> None:
    patient = form(sex=printed).patient
    assert patient is not None and patient.sex == sex


def test_numbers_of_the_insured_stand_in_one_column_with_the_plan() -> None:
    document = form()
    assert document.coverage is not None
    assert (document.coverage.member_id, document.coverage.group_number) == ("PHM2207745", "77-3041")
    assert document.coverage.plan_name == "LAKE CHOICE PPO"
    assert document.authorization_number == "AP4417720"


def test_an_approval_in_two_words_is_one_number() -> None:
    assert form(approval="AP 4417720").authorization_number == "AP 4417720"


def test_boxes_to_be_crossed_are_no_plan() -> None:
    coverage = form(plan="YES NO X").coverage
    assert coverage is not None and coverage.plan_name is None


def test_the_account_stands_between_who_bills_and_what_was_charged() -> None:
    document = form()
    assert document.patient is not None and document.provider is not None and document.totals is not None
    assert document.patient.account_number == "ASHGR0117"
    assert document.provider.tax_id == "51-5550119"
    assert (str(document.totals.charges), str(document.totals.patient_paid)) == ("356.75", "40.00")


def test_naughts_that_end_an_account_are_no_letters() -> None:
    patient = form(account="ASHGRIOOO").patient
    assert patient is not None and patient.account_number == "ASHGRI000"


def test_an_empty_box_for_what_was_paid_tells_nothing() -> None:
    totals = form(paid="").totals
    assert totals is not None and totals.patient_paid is None
    assert str(totals.charges) == "356.75"


def test_naughts_alone_were_paid() -> None:
    totals = form(paid="000").totals
    assert totals is not None and str(totals.patient_paid) == "0.00"


def test_who_bills_is_the_last_block() -> None:
    provider = form().provider
    assert provider is not None
    assert (provider.name, provider.npi) == ("CANAL SKIN CLINIC LLC", "1993550126")
    assert (provider.address, provider.phone) == ("7 MILL RACE, WESTERLY, OH 44999", "(614) 555-0188")


def test_diagnoses_without_their_letters_are_those_of_the_paper() -> None:
    assert form().diagnosis_codes == ("L40.0", "M25.50")


@pytest.mark.parametrize(("boxes", "sex"), [("M [X]  F [ ]", "M"), ("M []  F[X]", "F"), ("M [ ]  F [ ]", None)])
def test_boxes_beside_their_label_tell_the_sex(boxes: str, sex: str | None) -> None:
    text = FORM.replace(
        "    ASHGROVE, IDA", f"    2 PATTENT                 SEX  {boxes}    4 INSURED\n    ASHGROVE, IDA"
    )
    read = read_text(text.format(sex="", plan="LAKE CHOICE PPO", approval="", account="ASHGR0117", paid=""))
    assert read.patient is not None and read.patient.sex == sex


def test_a_bill_that_names_a_health_insurance_claim_is_no_form() -> None:
    read = read_text("""
    Larkspur Clinic
    Patient: Ada Lombard                 Health insurance claim number: 7KD3-RN5-AC44
    Date         Code     Description              Charge
    03/02/2026   99213    Office visit             140.00
    03/02/2026   87880    Rapid strep test          40.00
    512207719    QH10447                           180.00       25.00
    """)
    assert read.patient is not None and read.patient.account_number is None
    assert read.provider is None or read.provider.tax_id is None
