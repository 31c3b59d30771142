"""Sentences with a colon behind a word that is a label elsewhere."""

from tests.reading.papers import SERVICES, read_text


def test_what_to_do_with_questions_about_coverage_names_no_plan() -> None:
    document = read_text(f"""
Brookline Diagnostic Laboratory           Invoice 4410-77
Patient: Ada Lombard                      Invoice date: 05/09/2026
{SERVICES}
Your plan has paid its share. Questions about coverage: ask the
people whose number is on your card.
""")
    assert document.coverage is None or document.coverage.plan_name is None
