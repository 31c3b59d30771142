"""The same head on several pages of a paper: its columns are called alike on all of them."""

from dataclasses import replace

import pytest

from plainbill.reading.columns.amount_roles import UNKNOWN
from plainbill.reading.columns.table import Table
from plainbill.reading.layout import PageLayout, lay_out
from plainbill.reading.lines.same_heads import under_same_heads
from tests.reading.papers import page_of

PAGE = """
Larkspur State Plan                       Notice of services paid
Member I.D.: W205407118      Patient: Ada Lombard      Processed on 05/23/2025

Date         Insurance Paid   Not Eligible   Ded      Plan's Share Basis   Total Billed   What was done    Your balance
04/27/2025         259.64           0.00     111.28               370.92        1124.00   Emergency visit        111.28
04/27/2025        1118.47           0.00       0.00              1242.75        2485.50   Room use               124.28
04/27/2025         230.88           0.00       0.00               288.60         390.00   Injection               57.72
"""


def table_on(page: PageLayout) -> Table:
    (table,) = (table for table in page.tables if "charge" in table.fields)
    return table


def misread(page: PageLayout) -> PageLayout:
    """The page, a column of its table parted within its head, and two others taken for each other for that."""
    table = table_on(page)
    at = next(i for i, column in enumerate(table.columns) if column.field == "allowed")
    whole = table.columns[at]
    first = replace(whole, field="plan_paid", head=replace(whole.head, tokens=whole.head.tokens[:2]))
    second = replace(whole, field=UNKNOWN, head=replace(whole.head, tokens=whole.head.tokens[2:]))
    other = {"plan_paid": "not_covered", "not_covered": "allowed"}
    columns = [replace(column, field=other.get(column.field, column.field)) for column in table.columns]
    columns[at : at + 1] = [first, second]
    rows = [replace(row, cells=(*row.cells[:at], (), *row.cells[at:])) for row in table.rows]
    return replace(page, tables=(replace(table, columns=tuple(columns), rows=tuple(rows)),))


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_table_has_the_columns_of_the_page_that_was_understood_best(order: tuple[int, int]) -> None:
    right = lay_out(page_of(PAGE))
    pages = (right, misread(lay_out(page_of(PAGE, 1))))
    done = under_same_heads([pages[i] for i in order])
    for layout in done:
        table = table_on(layout)
        assert [column.field for column in table.columns] == [column.field for column in table_on(right).columns]
        assert [[atom.text for atom in table.cell(row, "allowed")] for row in table.rows] == [
            ["370.92"],
            ["1242.75"],
            ["288.60"],
        ]


def test_another_head_is_left_as_it_is() -> None:
    right = lay_out(page_of(PAGE))
    other = misread(
        lay_out(page_of(PAGE.replace("Insurance Paid", "Plan Payment  ").replace("Not Eligible", "Not Covered "), 1))
    )
    assert under_same_heads([right, other])[1] == other
