"""Modifiers in the column of codes, also where they fell into that of the words."""

from plainbill.reading.layout import lay_out
from plainbill.reading.tables.modifiers_of_codes import with_modifiers_of_codes
from tests.reading.papers import page_of, read_text

HEAD = """
Ferncross Health Fund                         Statement of benefits paid

Patient: Ada Lombard          Claim: 2606100982          Provider: Harbor Foot and Ankle

Service date   Proc mod     Kind of service              Total charge     Fund pays
02/12/2026     99203        NEW PATIENT VISIT                  210.00        103.53
02/12/2026     73630             {}                             96.00         40.80
Claim total                                                    306.00        144.33
"""


def words_of(text: str) -> list[str]:
    (table,) = [with_modifiers_of_codes(table) for table in lay_out(page_of(HEAD.format(text))).tables if table.rows]
    row = [row for row in table.rows if row.role == "service"][1]
    return [" ".join(atom.text for atom in table.cell(row, field)) for field in ("code", "description")]


def test_a_modifier_before_the_words_belongs_to_the_code() -> None:
    assert words_of("LT X-RAY FOOT") == ["73630 LT", "X-RAY FOOT"]


def test_two_letters_that_begin_the_words_of_a_service_stay_there() -> None:
    assert words_of("CT SCAN FOOT") == ["73630", "CT SCAN FOOT"]


def test_a_modifier_left_of_the_head_of_words_belongs_to_the_code() -> None:
    document = read_text("""
Ferncross Primary Care                                     Statement
Patient: Ada Lombard          Account: LC-10447

Code      Desc                            Date        Charge     Ins. Est.
93000     ECG ROUTINE W/INTERP            06/05/26     64.00        38.40
69210 RT  REMOVE IMPACTED EAR WAX         06/25/26    133.00        79.80
99396 33  PREV VISIT EST AGE 40-64        06/25/26    241.00       144.60
Total charges                                         438.00
""")

    assert [(line.modifiers, line.description) for line in document.lines] == [
        ((), "ECG ROUTINE W/INTERP"),
        (("RT",), "REMOVE IMPACTED EAR WAX"),
        (("33",), "PREV VISIT EST AGE 40-64"),
    ]
