"""Codes of notes on rows of their own below a service, and questions that head no table."""

from decimal import Decimal

from tests.reading.papers import read_text


def test_a_code_in_the_column_of_notes_is_no_word_of_the_service() -> None:
    first, second = read_text("""
EXPLANATION OF BENEFITS
Member Ida Quill               Member ID  KQ5501882
Provider Alder Bay Clinic      Date processed 11/20/2025

Service date   Procedure   Service            Submitted   Adj code   Adj amount   Benefit paid
11/03/2025     99204       Office visit        360.00                             214.00
                                                          CO-45      146.00
11/03/2025     A4550       Supplies             88.50                               0.00
                                                          CO-97       88.50
                                                          N19
""").lines
    assert (second.description, [remark.code for remark in second.remarks]) == ("Supplies", ["N19"])
    assert first.description == "Office visit"


def test_a_short_label_leads_to_the_code_of_a_note() -> None:
    (line,) = read_text("""
REMITTANCE ADVICE
Member Ida Quill               Member ID  KQ5501882
Provider Alder Bay Clinic      Date processed 11/20/2025

Serv date      Nos    Proc       Billed     Allowed    Deduct    Coins    Prov pd
11/03/2025     1      11045      188.00     0.00       0.00      0.00     0.00
                      REM: M15
""").lines
    assert [remark.code for remark in line.remarks] == ["M15"]


def test_a_question_heads_no_table() -> None:
    document = read_text("""
Medicare Summary Notice
Notice for Ada Lombard                      Medicare Number  9XX9-XX9-XX97
THIS IS NOT A BILL                          Date of This Notice  June 12, 2026

Your deductible is what you must pay for most health      Did Medicare Approve All Services?        NO
services before Medicare begins to pay.                   Number of Services Medicare Denied        1
Part B Deductible: You have now met $257.00 of your
$257.00 deductible for 2026.                              Total You May Be Billed                   $175.81
""")
    assert document.lines == ()
    assert document.totals is not None
    assert document.totals.patient_responsibility == Decimal("175.81")
    assert document.totals.deductible is None
