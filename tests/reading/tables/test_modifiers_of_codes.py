"""Modifiers in the column of codes, also where they fell into that of the words."""

from dataclasses import replace

import pytest

from plainbill.reading.columns.column import placeless
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.layout import lay_out
from plainbill.reading.rows.atoms import atoms_of
from plainbill.reading.rows.forming import rows_of
from plainbill.reading.tables.modifiers_of_codes import with_modifiers_of_codes
from tests.reading.papers import page_of

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


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        ("Code        Desc", ["69210 RT", "REMOVE EAR WAX"]),
        # Under the head of the words stands what belongs to them.
        ("Code     Desc", ["69210", "RT REMOVE EAR WAX"]),
    ],
)
def test_a_modifier_left_of_the_head_of_words_belongs_to_the_code(head: str, cells: list[str]) -> None:
    above, below = rows_of(page_of(f"{head}\n69210    RT  REMOVE EAR WAX"))
    code, *words = atoms_of(below)
    columns = tuple(
        replace(placeless(field), head=replace(placeless(field).head, tokens=(token,)))
        for field, token in zip(("code", "description"), above.tokens, strict=True)
    )
    row = TableRow(role="service", cells=((code,), tuple(words)), y=below.y, height=below.height)
    (moved,) = with_modifiers_of_codes(Table(columns=columns, rows=(row,), head=above.tokens)).rows

    assert [" ".join(atom.text for atom in cell) for cell in moved.cells] == cells
