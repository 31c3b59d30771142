"""Codes glued to their modifiers and words, and to the amounts before them."""

import pytest

from plainbill.reading.rows.forming import rows_of
from tests.reading.papers import page_of


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("9928525-EMERG", ["9928525", "-", "EMERG"]),
        ("992842559-ER", ["992842559", "-", "ER"]),
        ("73110RT-XR", ["73110RT", "-", "XR"]),
        ("97140-GP-Manual", ["97140-GP", "-", "Manual"]),
        ("90834-95-GA", ["90834-95-GA"]),
        ("116.38A0420", ["116.38", "A0420"]),
        ("97112,\u0120P", ["97112,GP"]),
        # Neither a code nor its modifiers are known.
        ("1234567-ROOM", ["1234567-ROOM"]),
        ("116.38Z9999", ["116.38Z9999"]),
        ("Jos\u00e9", ["Jos\u00e9"]),
    ],
)
def test_a_known_code_is_cut_from_what_it_is_glued_to(word: str, parts: list[str]) -> None:
    (row,) = rows_of(page_of(word))

    assert [token.text for token in row.tokens] == parts
