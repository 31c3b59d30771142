"""What a paper says in sentences of the claim it is about."""

import pytest

from tests.reading.papers import SERVICES, read_text


@pytest.mark.parametrize(
    ("said", "frequency"),
    [
        ("This is a corrected claim.", "corrected"),
        ("Ask your provider to send a corrected claim.", None),
        ("Your doctor may submit a corrected claim.", None),
        ("A corrected claim may be sent within a year.", None),
    ],
)
def test_a_claim_that_somebody_is_asked_to_send_is_not_the_one_of_the_paper(said: str, frequency: str | None) -> None:
    document = read_text(f"""
Marlow Health Plan
Explanation of Benefits
Patient: Ada Lombard          Claim number: 260412-7781
{SERVICES}
{said}
""")
    assert document.claim_frequency == frequency


@pytest.mark.parametrize(
    ("said", "pending"),
    [
        ("MEDICARE HAS BEEN BILLED.", True),
        ("No insurance payment has been received as of this date.", True),
        ("Medicare has not been billed.", None),
        ("An insurance payment has been received.", None),
    ],
)
def test_a_bill_that_waits_for_a_plan_says_so(said: str, pending: bool | None) -> None:
    document = read_text(f"""
Coldwater Basin Hospital                 Patient bill
Patient: Ada Lombard                     Account number: 260412-7781

Date          Service            Amount
03/02/2026    Office visit       140.00
03/02/2026    Rapid test          40.00
Total charges                    180.00
Amount due                       180.00

{said}
""")
    assert document.insurance_pending is pending
