"""Captions over a number and a sum that look like the head of a table."""

import pytest

from plainbill.reading.columns.column import placeless
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.rows.atoms import atoms_of
from plainbill.reading.rows.forming import rows_of
from plainbill.reading.tables.captions_over_sums import without_captions
from tests.reading.papers import page_of, read_text


def test_a_number_and_the_sum_beside_it_are_no_service() -> None:
    document = read_text("""
        Alder Health                                                 PAYMENT VOUCHER
        Provider: Ferncross Laboratories      Payment date: 02-24-2026

                  Check No.                                 Payment Total
                  650401118                                 $93.37
                                        Claims paid
                                             1

        DATE       UNITS   PROCEDURE   CHARGE   ADJ CODE   ADJUST AMT   PAID
        NAME Ada Lombard   ID W525708118   CLAIM E61888118
        01/27/26   1       82306       190.56   CO-45      97.19        93.37
        CLAIM TOTALS                   190.56                           93.37
    """)

    assert [line.code for line in document.lines] == ["82306"]


def test_what_has_to_be_paid_at_least_is_no_service() -> None:
    document = read_text("""
        Alder Hospital                                       HOSPITAL STATEMENT
        Patient: Ada Lombard      Account: 7007-7651

        CATEGORY                                  BILLED CHARGES
        CT Scan                                        $1,965.00
        Implants                                         $485.00
        MINIMUM DUE THIS MONTH:                           $50.00
        TOTAL BILLED                                   $2,450.00
    """)

    assert [line.description for line in document.lines] == ["CT Scan", "Implants"]


@pytest.mark.parametrize(("fields", "kept"), [(("ignore", "charge"), 0), (("date", "charge"), 1)])
def test_captions_over_one_number_and_one_amount_are_no_table(fields: tuple[str, str], kept: int) -> None:
    (row,) = rows_of(page_of("650401118      $93.37"))
    number, amount = atoms_of(row)
    service = TableRow(role="service", cells=((number,), (amount,)), y=row.y, height=row.height)
    table = Table(columns=tuple(map(placeless, fields)), rows=(service,), head=())

    assert len(without_captions([table])) == kept
