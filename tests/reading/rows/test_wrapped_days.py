"""Days that go on in the next row of print."""

from tests.reading.papers import read_text


def test_the_year_of_a_day_at_the_end_of_a_row_begins_the_next() -> None:
    document = read_text("""
        Harrow Lake Insurance Company
        Explanation of benefits
        Patient: Ada Lombard    Provider: Quarrytown Clinic    Claim number: 88201    Processed: January 8,
        2025 Check number: 5567448

        Date     Code     Billed    Discount    Plan paid    You owe
        12/28    99213    140.00       20.00       100.00      20.00
        12/29    87880     40.00       10.00        30.00       0.00
    """)
    assert str(document.processed_date) == "2025-01-08"
    assert [str(line.service_date) for line in document.lines] == ["2024-12-28", "2024-12-29"]
