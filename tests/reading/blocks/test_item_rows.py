"""What single rows of a list say."""

from plainbill.reading.blocks.item_rows import ItemRow, item_rows
from plainbill.reading.rows.atoms import atoms_of
from plainbill.reading.rows.forming import rows_of
from tests.reading.papers import page_of


def row_of(text: str) -> ItemRow:
    rows = rows_of(page_of(text))
    return item_rows(rows, [atoms_of(row) for row in rows])[0][0]


def test_a_code_behind_words_names_a_service() -> None:
    assert row_of("Strep test  CPT 87880          $40.00").is_named


def test_the_digits_of_an_address_beside_what_is_asked_for_are_no_code() -> None:
    assert not row_of("40 Dune Road, Sandhill, SC 29410          $40.00").is_named
