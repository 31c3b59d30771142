"""Labels without a colon, whose value follows in the same cell."""

import pytest

from tests.reading.papers import read_text

BILL = """
Larkspur Clinic, LLC
{more}

Date          Code     Description       Charge
04/02/2025    99213    Office visit      100.00
04/09/2025    99212    Recheck            60.00
Total charges 160.00
"""


@pytest.mark.parametrize(
    ("rows", "patient"),
    [
        ("Account LC10447\nPatient Ada Lombard", "Ada Lombard"),
        ("Account LC10447\nPatient Ada Lombard (member)", "Ada Lombard"),
        ("Account LC10447\nPatient Portal", None),
        ("Patient Ada Lombard", None),
    ],
)
def test_a_name_follows_its_label_where_the_row_above_is_labeled_too(rows: str, patient: str | None) -> None:
    found = read_text(BILL.format(more=rows)).patient
    assert (found.name if found else None) == patient


NOTICE = """
Upland Health Plan
EXPLANATION OF BENEFITS

Patient: Ada Lombard
Provider: Quarrytown Clinic
{more}

Service date   Service         Billed    Plan paid
04/02/2025     Office visit    240.00    116.60
"""


def test_the_number_of_a_claim_is_read_behind_other_words() -> None:
    document = read_text(NOTICE.format(more="Referred by Wren Ardley, M.D. Claim number 22605100448801"))
    assert document.claim_number == "22605100448801"


def test_a_number_with_one_hyphen_is_no_phone_number() -> None:
    document = read_text(BILL.format(more="FIN: 119-4430287     Call 555-443-0287"))
    assert document.patient is not None
    assert document.patient.account_number == "119-4430287"


def test_the_kind_of_a_plan_in_parentheses_belongs_to_its_name() -> None:
    notice = NOTICE.format(more="").replace("Upland Health Plan", "Upland Health Plan (PPO)")
    payer = read_text(notice).payer
    assert payer is not None
    assert payer.name == "Upland Health Plan (PPO)"


def test_the_number_for_reports_of_fraud_is_not_the_payers() -> None:
    payer = read_text(NOTICE.format(more="To report fraud dial 1-800-555-0100.")).payer
    assert payer is not None
    assert payer.phone is None
