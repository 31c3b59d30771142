from tests.reading.papers import read_text

PAPER = """
Larkmoor Laboratory                                          STATEMENT
Patient: Ada Lombard                         Account: 774410

Date          Description                       Diagnosis       Cost
{rows}
Total                                                          {total}
"""


def test_a_code_glued_to_its_words_by_a_dash_is_one_where_the_list_has_codes() -> None:
    rows = """
02/15/2025    83540 - IRON SERUM                G47.33         26.68
02/15/2025    80053-90-CMP14+EGFR               E78.5         145.00
02/15/2025    80061-LIPID PANEL                 G47.33         56.05
"""
    document = read_text(PAPER.format(rows=rows.strip(), total="227.73"))
    assert [(line.code, line.modifiers, line.description) for line in document.lines] == [
        ("83540", (), "IRON SERUM"),
        ("80053", ("90",), "CMP14+EGFR"),
        ("80061", (), "LIPID PANEL"),
    ]


def test_numbers_before_a_dash_are_no_codes_where_no_service_has_one() -> None:
    rows = """
02/15/2025    40211-LIPID PANEL                 G47.33         26.68
02/15/2025    40977-FERRITIN                    E78.5         145.00
"""
    document = read_text(PAPER.format(rows=rows.strip(), total="171.68"))
    assert [line.code for line in document.lines] == [None, None]
