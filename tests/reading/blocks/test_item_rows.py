"""What single rows of a list say."""

from dataclasses import replace

from plainbill.reading.blocks.item_rows import ItemRow, item_rows, with_words_joined
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


def test_an_amount_half_a_row_below_its_words_is_theirs_on_a_curled_page() -> None:
    (first,) = item_rows(rows := rows_of(page_of("Retina photo          $120.00")), [atoms_of(row) for row in rows])[0]
    words = replace(first, amount=None, atoms=first.atoms[:-1])
    alone = replace(first, words=(), atoms=first.atoms[-1:])
    near = [*with_words_joined([words, replace(alone, y=first.y + 0.5 * first.height)])]
    far = [*with_words_joined([words, replace(alone, y=first.y + 1.5 * first.height)])]
    assert (len(near), near[0].amount, len(far)) == (1, first.amount, 2)
