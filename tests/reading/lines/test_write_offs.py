"""Short words of payments in which a reader took a letter for a naught."""

from plainbill.reading.lines.cell_values import restored
from plainbill.reading.rows.atoms import atoms_of
from plainbill.reading.rows.forming import rows_of
from plainbill.reading.terms.wording import payment_kind
from tests.reading.papers import page_of


def test_a_write_off_has_a_letter_and_no_naught() -> None:
    (row,) = rows_of(page_of("INS W/0 100 mg"))
    assert [restored(atom) for atom in atoms_of(row)][:2] == ["INS", "W/O"]


def test_a_write_off_of_an_insurer_is_no_payment_of_theirs() -> None:
    assert payment_kind("INS W/O") == "contractual_adjustment"
