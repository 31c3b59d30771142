"""Services whose amounts stand in the middle of words that wrap, below their day and first words."""

from datetime import date
from decimal import Decimal

from plainbill.reading.columns.column import placeless
from plainbill.reading.columns.table import Role, Table, TableRow
from plainbill.reading.rows.atoms import atoms_of
from plainbill.reading.rows.forming import rows_of
from plainbill.reading.tables.joined_rows import joined_rows
from tests.reading.papers import page_of, read_text

TOP = """
    Harborlight Health Plan                         Explanation of Benefits
    Patient name: Odile Fenwick                     Issued: March 6, 2026

                                                                                                             Your
                                                                                                             cost
    Date and service                       Charges     Allowed    Plan paid   Deductible    Copay   Coins    share
"""
WRAPPED = """    02/15/2026  CT chest, low dose,
    and no contrast                      $1,200.00   $600.00       $0.00      $600.00     $0.00   $0.00   $600.00
    Procedure 71271-TC
"""
OTHERS = """\
    02/15/2026  Walking boot                $90.00     $60.00       $0.00       $60.00     $0.00   $0.00    $60.00
    Procedure L4360
    02/22/2026  Office visit, lungs        $300.00    $170.00     $130.00        $0.00    $40.00   $0.00    $40.00
    Procedure 99213
    Totals                               $1,590.00    $830.00     $130.00      $660.00    $40.00   $0.00   $700.00
"""


def test_day_and_words_above_the_amounts_are_those_of_the_service() -> None:
    first, *others = read_text(TOP + WRAPPED + OTHERS).lines
    assert (first.service_date, first.description) == (date(2026, 2, 15), "CT chest, low dose, and no contrast")
    assert (first.charge, first.patient_responsibility) == (Decimal("1200.00"), Decimal("600.00"))
    assert [line.service_date for line in others] == [date(2026, 2, 15), date(2026, 2, 22)]


def test_words_below_such_amounts_go_on_too() -> None:
    between = WRAPPED.replace("and no contrast ", "                ").replace(
        "    Procedure", "    and no contrast\n    Procedure"
    )
    first, *_ = read_text(TOP + between + OTHERS).lines
    assert first.description == "CT chest, low dose, and no contrast"


def test_a_code_behind_the_word_procedure_below_a_service_is_its_code() -> None:
    lines = read_text(TOP + WRAPPED + OTHERS).lines
    assert [(line.code, *line.modifiers) for line in lines] == [("71271", "TC"), ("L4360",), ("99213",)]
    assert [line.description for line in lines[1:]] == ["Walking boot", "Office visit, lungs"]


def test_a_cost_share_that_deductible_copay_and_coinsurance_come_to_is_what_the_patient_owes() -> None:
    lines = read_text(TOP + WRAPPED + OTHERS).lines
    assert [line.patient_responsibility for line in lines] == [Decimal("600.00"), Decimal("60.00"), Decimal("40.00")]
    other = read_text(TOP + WRAPPED + OTHERS.replace("$0.00    $60.00", "$0.00    $75.00")).lines
    assert {line.patient_responsibility for line in other} == {None}


def _table(*rows: tuple[float, Role, dict[str, str]]) -> Table:
    """A table of a code, words, a count and a charge, its rows so high and with the print of their columns."""
    fields = ("code", "description", "units", "charge")
    told = []
    for y, role, cells in rows:
        atoms = {field: atoms_of(rows_of(page_of(text))[0]) for field, text in cells.items()}
        told.append(TableRow(role=role, cells=tuple(atoms.get(field, ()) for field in fields), y=y, height=20.0))
    return Table(columns=tuple(placeless(field) for field in fields), rows=tuple(told), head=())


def test_pieces_of_one_row_each_a_little_lower_than_that_left_of_it_are_put_together() -> None:
    # On a sheet that hangs lower the further right it is, an amount stands between its own words and those below.
    first, below, second, total = joined_rows(
        _table(
            (100.0, "words", {"code": "99284", "description": "Emergency"}),
            (109.0, "words", {"units": "1"}),
            (117.0, "amounts", {"charge": "910.00"}),
            (128.0, "words", {"description": "visit"}),
            (180.0, "words", {"code": "J1885", "description": "Ketorolac"}),
            (192.0, "service", {"units": "2", "charge": "64.00"}),
            (240.0, "words", {"description": "Total estimate"}),
            (251.0, "amounts", {"charge": "974.00"}),
        )
    )
    assert [(row.role, row.text) for row in (first, second)] == [
        ("service", "99284 Emergency 1"),
        ("service", "J1885 Ketorolac 2"),
    ]
    assert (below.role, below.text) == ("words", "visit")
    assert (total.role, total.text) == ("total", "Total estimate")


def test_a_row_of_print_below_is_no_piece_of_the_one_above() -> None:
    words, service = joined_rows(
        _table(
            (100.0, "words", {"code": "99284", "description": "Emergency"}),
            (124.0, "service", {"units": "1", "charge": "910.00"}),
        )
    )
    assert (words.text, service.text) == ("99284 Emergency", "1")


def test_a_code_alone_at_the_height_of_a_service_without_one_is_its_code() -> None:
    (service,) = joined_rows(
        _table(
            (100.0, "words", {"code": "76514"}),
            (109.0, "service", {"description": "Cornea thickness", "charge": "36.00"}),
        )
    )
    assert service.text == "76514 Cornea thickness"
    apart = joined_rows(
        _table(
            (100.0, "words", {"code": "76514"}),
            (124.0, "service", {"description": "Cornea thickness", "charge": "36.00"}),
        )
    )
    assert [row.text for row in apart] == ["76514", "Cornea thickness"]
