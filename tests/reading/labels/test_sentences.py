from datetime import date

import pytest

from plainbill.case import Document
from tests.reading.papers import read_text

BILL = """
Quarrytown Clinic, LLC
8 Slate Street
Elmgrove, NM 87999
{head}

Patient: Ada Lombard

Date          Procedure   What was done            Fee
04/02/2025    99213       Office visit          100.00
04/09/2025    99212       Recheck                60.00
Total charges                                  160.00
{foot}
"""


def bill(*, head: str = "", foot: str = "") -> Document:
    """The bill with a sentence above or below its lines."""
    return read_text(BILL.format(head=head, foot=foot))


@pytest.mark.parametrize(
    "sentence",
    [
        "Please refer to account QC-10447.",
        "Your account number is QC-10447.",
        "This concerns account number QC-10447 of our clinic.",
        "Have a question? Mention your account no. QC-10447 when you call.",
    ],
)
def test_an_account_number_in_a_sentence_is_read(sentence: str) -> None:
    patient = bill(head=sentence).patient
    assert patient is not None
    assert patient.account_number == "QC-10447"


def test_a_guarantor_account_in_a_sentence_is_not_the_account() -> None:
    patient = bill(head="Please refer to guarantor account 4471992.").patient
    assert patient is not None
    assert patient.account_number is None


def test_the_label_of_a_number_goes_before_a_sentence() -> None:
    patient = bill(head="Account: QC-10447\nPlease write on your account 99812377.").patient
    assert patient is not None
    assert patient.account_number == "QC-10447"


@pytest.mark.parametrize("words", ["This statement was prepared on", "Issued", "This bill was mailed on"])
def test_the_day_of_a_paper_in_a_sentence_is_read(words: str) -> None:
    assert bill(head=f"{words} 05/01/2025.").document_date == date(2025, 5, 1)


@pytest.mark.parametrize("words", ["Payment is due", "We ask for payment by", "Please pay $160.00 on or before"])
def test_the_day_until_which_to_pay_is_read_from_a_sentence(words: str) -> None:
    assert bill(foot=f"{words} 06/04/2025.").due_date == date(2025, 6, 4)


def test_a_sentence_broken_before_its_value_is_read() -> None:
    document = bill(foot="To avoid further notices we ask for your payment by\n06/04/2025 at the latest.")
    assert document.due_date == date(2025, 6, 4)


def test_what_a_sentence_asks_for_is_the_balance_and_what_it_only_offers_is_not() -> None:
    asked = bill(foot="Thank you for your visit, please pay $160.00 by 06/04/2025").totals
    offered = bill(foot="If you wish to pay monthly, please pay $25.00 on the first day").totals
    assert asked is not None
    assert asked.balance_due == 160
    assert offered is None or offered.balance_due is None


def test_the_claim_and_the_day_of_a_decision_are_read_from_sentences() -> None:
    document = read_text("""
Larchmont Mutual Insurance Company
Explanation of Benefits
Details of claim number 2107X975865 are below.
We made our decision on 05/09/2025.
Provider: Quarrytown Clinic      Patient: Ada Lombard

Date          Procedure   Billed    Allowed    Plan paid   You owe
04/02/2025    99213       100.00      80.00        60.00     20.00
04/09/2025    99212        60.00      50.00        40.00     10.00
""")
    assert document.claim_number == "2107X975865"
    assert document.processed_date == date(2025, 5, 9)


@pytest.mark.parametrize(
    ("sentence", "account", "claim"),
    [
        ("Use account R49820293 when you call.", "R49820293", None),
        ("We have finished claim E40270909828.", None, "E40270909828"),
    ],
)
def test_a_number_right_behind_what_it_is_of(sentence: str, account: str | None, claim: str | None) -> None:
    document = read_text(f"""
        Larkspur Health Plan
        Explanation of benefits
        Patient: Ada Lombard
        {sentence}
        Date        Code     Description    Billed    Allowed    Plan paid    You owe
        03/02/26    99213    Office visit   900.00     400.00       300.00     100.00
    """)

    assert (document.patient and document.patient.account_number, document.claim_number) == (account, claim)


def test_the_days_of_care_in_a_title_are_not_the_day_of_the_paper() -> None:
    assert bill(head="Summary of services 04/02/2025 - 04/09/2025").document_date is None


def test_the_account_of_a_bank_is_no_patients() -> None:
    paper = bill(foot="To pay by bank transfer, use account 98761234.")
    assert paper.patient is not None and paper.patient.account_number is None
