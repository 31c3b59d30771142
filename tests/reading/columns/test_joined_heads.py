from plainbill.reading.columns.joined_heads import heads_apart
from plainbill.reading.heads.head import HeadColumn
from plainbill.reading.rows.atoms import atoms_of
from plainbill.reading.rows.forming import rows_of
from tests.reading.papers import page_of

TWO = """
Category         Cost   Ins. Pmt Adjustment   Amount due
Heart care     219.00    -102.71     -72.27        44.02
Drugs        7,415.75  -2,743.83  -4,671.92         0.00
X-rays         258.00     -98.04    -159.96         0.00
"""
ONE = """
Category         Cost   Ins. Pmt Adjustment   Amount due
Heart care     219.00    -102.71     -72.27        44.02
Drugs        7,415.75             -4,671.92         0.00
X-rays         258.00               -159.96         0.00
"""


def apart(text: str) -> tuple[tuple[str, ...], ...] | None:
    """What the parts of "Ins. Pmt Adjustment" mean where it is taken for the head of one column."""
    rows = rows_of(page_of(text))
    words = tuple(token for token in rows[0].tokens if token.text in {"Ins.", "Pmt", "Adjustment"})
    joined = HeadColumn(fields=("payment",), x0=words[0].box.x0, x1=words[-1].box.x1, tokens=words)
    parts = heads_apart(joined, joined.x0, joined.x1, [atoms_of(row) for row in rows[1:]])
    return None if parts is None else tuple(part.fields[:1] for part in parts)


def test_a_phrase_over_two_columns_of_amounts_heads_both() -> None:
    assert apart(TWO) == (("plan_paid",), ("adjustment",))


def test_two_amounts_in_a_single_row_make_no_two_columns() -> None:
    assert apart(ONE) is None
