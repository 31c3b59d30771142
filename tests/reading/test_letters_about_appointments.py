from tests.reading.papers import read_text

LETTER = """
Quarrytown Endoscopy Suite
8 Slate Street, Elmgrove, NM 87999 · 505-555-0175

May 22, 2026

Ada Lombard
12 Pier Road
Elmgrove, NM 87999

Medical record no. QE-90431      Date of birth 12/05/1974

    Your colonoscopy is planned for
    Thursday, June 18, 2026, 8:15 AM

Please arrive 45 minutes early with your insurance card and a photo ID.
The day before: clear liquids only.
If you need to cancel, call two working days before. A missed visit may cost $75.00, which
insurance does not pay.
We look forward to seeing you.

Scheduling desk
"""


def test_a_letter_about_an_appointment_is_no_card_and_names_its_office() -> None:
    letter = read_text(LETTER)
    assert letter.kind == "letter"
    assert letter.payer is None
    assert letter.provider is not None
    assert letter.provider.name == "Quarrytown Endoscopy Suite"


def test_what_is_to_come_is_no_service_and_costs_nothing_yet() -> None:
    letter = read_text(LETTER)
    assert not letter.lines
    assert letter.totals is None


def test_a_summary_that_says_when_to_come_next_is_no_letter() -> None:
    summary = read_text("""
Summit Ridge Clinic
After visit summary
Patient: Ada Lombard      Visit date: 03/02/2026
You saw Kim Oster MD
Problems addressed today: 2
Hypertension (I10)
Low back pain (M54.50)
Your next appointment is scheduled for May 4, 2026.
Please arrive 15 minutes early.
If you need to cancel, call us at 208-555-0101.
We look forward to seeing you.
""")
    assert summary.kind == "visit_summary"
