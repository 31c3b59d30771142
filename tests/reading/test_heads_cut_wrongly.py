"""Heads of tables whose words a photo sets at odd distances, and names that look like heads."""

from plainbill.reading.columns.table import Role, TableRow
from plainbill.reading.columns.value_columns import roles_by_values
from plainbill.reading.rows.atoms import atoms_of
from plainbill.reading.rows.forming import rows_of
from plainbill.reading.tables.closing_words import closing_words
from tests.reading.papers import page_of, read_text

RECEIPT = """
QuickHarbor Urgent Care                            Visit receipt
8900 Beach Blvd, Jacksonville, FL 32216
Patient: Desmond Achterberg

Office visit, new patient                            $189.00
CPT 99203
Strep A rapid test                                    $38.00
CPT 87880
Total charges                                        $227.00
"""


def test_the_name_of_an_office_beside_a_title_is_no_head() -> None:
    document = read_text(RECEIPT)
    assert [(line.code, line.description, str(line.charge)) for line in document.lines] == [
        ("99203", "Office visit, new patient", "189.00"),
        ("87880", "Strep A rapid test", "38.00"),
    ]


def _row(role: Role, text: str, y: float) -> TableRow:
    (row,) = rows_of(page_of(text))
    return TableRow(role=role, cells=(atoms_of(row),), y=y, height=10.0)


def test_names_of_sums_below_the_last_service_are_no_words_of_it() -> None:
    rows = [
        _row("service", "Respiratory services", 0),
        _row("words", "Total of all charges", 20),
        _row("words", "Insurance paid", 40),
    ]
    assert closing_words(rows) == 1
    assert closing_words(rows[:2]) == 2
    assert closing_words([*rows, _row("service", "Imaging", 60)]) == 4


def test_revenue_codes_below_code_alone_are_no_notes() -> None:
    cells = [[atoms_of(row)] for row in rows_of(page_of("0301\n0636\n0710"))]
    assert roles_by_values(["remark"], ["CODE"], cells) == {0: "revenue_code"}
    assert roles_by_values(["remark"], ["EXPL CODE"], cells) == {}
