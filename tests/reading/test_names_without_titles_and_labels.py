"""Names of persons and insurers: no courtesy title before them, no label behind them and no caption in their place."""

import pytest

from plainbill.case import Document
from tests.reading.papers import SERVICES, read_text

BILL = """
Alder Row Family Clinic                            Statement date 04/02/2026
41 Alder Row, Westerfield, CO 80461
Phone 303-555-0141

{addressee}
17 Larch Lane
Westerfield, CO 80461

Date          Code     Description         Charge
03/02/2026    99213    Office visit        140.00
03/02/2026    87880    Rapid test           40.00
Amount due                                 180.00
"""
CARD = """
Quarry Health                         QUARRY BRONZE HMO

SUBSCRIBER                            PCP visit      $25
AMOS LOMBARD                          Specialist     $50
                                      Urgent care    $60
MEMBER ID
QRH 4417 22903 00                     ER            $300
GROUP 61-20447                        RxBIN 018822   PCN QRH
Members 1-866-555-0138   Payer ID 61577   Claims: PO Box 2020, Larch, MO 63999
"""
NOTICE = f"""
    Quarry Vision Benefits
    Explanation of benefits, this is not a bill

    Claim number: QV4410072
    Member: Ada Lombard, number QVB-0098812
    {SERVICES}
"""
TO_RETURN = """
COMPANY                   MEMBER NO.             GROUP
NAME OF INSURED           RELATIONSHIP           SIGNATURE
"""


def _insurance(row: str) -> Document:
    return read_text(BILL.format(addressee="Amos Lombard") + row)


@pytest.mark.parametrize("title", ["Mr.", "Mrs.", "MS", "Miss"])
def test_a_courtesy_title_is_no_part_of_a_name(title: str) -> None:
    read = read_text(BILL.format(addressee=f"{title} Amos Lombard"))
    assert read.patient is not None
    assert read.patient.name == "Amos Lombard"


def test_words_before_an_amount_beside_the_label_name_nobody() -> None:
    read = read_text(CARD)
    assert read.coverage is not None
    assert read.coverage.subscriber_name == "AMOS LOMBARD"


def test_the_next_box_of_an_empty_form_names_nobody() -> None:
    read = _insurance(TO_RETURN)
    assert read.coverage is None or read.coverage.subscriber_name is None


def test_policy_before_a_number_is_no_part_of_the_insurers_name() -> None:
    read = _insurance("Primary insurance: Rowan State Alliance Policy 9100 22 4471\n")
    assert read.payer is not None
    assert read.payer.name == "Rowan State Alliance"
    assert read.coverage is not None
    assert read.coverage.member_id == "9100 22 4471"


def test_a_name_ends_before_the_word_number() -> None:
    read = read_text(NOTICE)
    assert read.coverage is not None
    assert read.coverage.subscriber_name == "Ada Lombard"
