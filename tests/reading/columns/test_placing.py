"""Words to the columns they stand in."""

from tests.reading.papers import read_text


def test_words_that_run_on_past_the_end_of_the_table_are_not_torn() -> None:
    document = read_text("""
        Orchard Park Regional Hospital
        Patient: Ada Lombard          Account: LC-10447

        CHARGED     REVENUE CENTER
        7,404.25    CT Scan
        5,379.00    Medical and surgical supplies, devices and implants
        7,485.90    Recovery Room
        20,269.15   TOTAL CHARGES
    """)
    assert [line.description for line in document.lines] == [
        "CT Scan",
        "Medical and surgical supplies, devices and implants",
        "Recovery Room",
    ]


def test_what_stands_beside_a_table_is_none_of_its_words() -> None:
    document = read_text("""
        Orchard Park Regional Hospital
        Patient: Ada Lombard          Account: LC-10447

        CHARGED     REVENUE CENTER
        7,404.25    CT Scan
        5,379.00    Medical supplies                  Questions about this
        7,485.90    Recovery Room                     bill? Call us.
        20,269.15   TOTAL CHARGES
    """)
    assert [line.description for line in document.lines] == ["CT Scan", "Medical supplies", "Recovery Room"]
