"""Phone numbers that are neither the plan's nor the office's."""

from tests.reading.papers import SERVICES, read_text


def test_the_phone_of_a_states_office_for_complaints_is_not_the_plans() -> None:
    for said in (
        "File a complaint with the Department: 1-877-555-0199",
        "You may also call the Division of Insurance at 303-555-0144",
    ):
        document = read_text(
            "Kestrel Mutual Insurance Company          Explanation of Benefits\n\n"
            f"Patient: Ada Lombard    Claim number: 25-0222-77310    Provider: Hillcrest Clinic\n{SERVICES}\n{said}\n"
        )
        assert document.payer is not None
        assert document.payer.phone is None


def test_a_phone_below_the_heading_that_says_how_to_report_fraud_is_not_the_plans() -> None:
    document = read_text(f"""
Kestrel Mutual Insurance Company          Explanation of Benefits

Patient: Ada Lombard    Claim number: 25-0222-77310    Provider: Hillcrest Clinic
{SERVICES}
If you suspect fraud                          If you do not agree
Call 1-877-555-0199 when you see a visit      Write to us by July 20, 2026. Circle the
that you did not have.                        service that you disagree with.
""")
    assert document.payer is not None
    assert document.payer.phone is None
