"""Columns of words that share their head with another column."""

from tests.reading.papers import read_text

HEAD = """
    Kestrel Hill Laboratory                          Account Detail
    Patient: Nadine Overholt                Account: 4418823
    Statement date: 04/02/2025
"""


def test_words_behind_counts_under_one_head_say_what_was_done() -> None:
    lines = read_text(
        HEAD
        + """
    Service Date   CPT     # Service                       Zork   Billed Charges   Ins. Pmt   Amount Due
    03/04/2025     82728   1 FERRITIN                      A      61.00            41.00      20.00
    03/04/2025     85652   2 SED RATE                      B      16.50             6.50      10.00
    03/04/2025     80061   1 LIPID PANEL                   A      54.00            50.00       4.00
    03/05/2025     82728   1 FERRITIN                      A      61.00            41.00      20.00
    03/05/2025     85652   1 SED RATE                      B      16.50             6.50      10.00
    03/05/2025     80061   1 LIPID PANEL                   A      54.00            50.00       4.00
    03/05/2025     82607   1 VITAMIN B12                   A      54.00            50.00       4.00
    """
    ).lines
    assert [(line.code, line.units, line.description) for line in lines] == [
        ("82728", 1, "FERRITIN"),
        ("85652", 2, "SED RATE"),
        ("80061", 1, "LIPID PANEL"),
        ("82728", 1, "FERRITIN"),
        ("85652", 1, "SED RATE"),
        ("80061", 1, "LIPID PANEL"),
        ("82607", 1, "VITAMIN B12"),
    ]


def test_a_measure_behind_counts_says_nothing_of_what_was_done() -> None:
    lines = read_text(
        HEAD
        + """
    Service Date   CPT     Qty          Billed Charges   Ins. Pmt   Amount Due
    03/04/2025     82728   1 visit      61.00            41.00      20.00
    03/04/2025     85652   2 visits     16.50             6.50      10.00
    03/04/2025     80061   1 visit      54.00            50.00       4.00
    """
    ).lines
    assert [(line.code, line.units, line.description) for line in lines] == [
        ("82728", 1, None),
        ("85652", 2, None),
        ("80061", 1, None),
    ]
