"""Sentences that end in the number of another claim open none."""

from tests.reading.papers import SERVICES, read_text


def test_lines_below_sentences_about_other_claims_are_of_the_papers_own() -> None:
    document = read_text(f"""
    Summit Health Plan
    Explanation of Benefits
    Member: Jon Lombard    Member ID: XK4410072
    Claim number: PH4410072
    This notice corrects claim PH3310011
    It was sent to you after claim PH3310012
    {SERVICES}
    """)
    numbers = {document.claim_number, *(line.claim_number for line in document.lines)} - {None}
    assert numbers == {"PH4410072"}
