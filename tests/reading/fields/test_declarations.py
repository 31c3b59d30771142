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
