"""Heads of two columns that stand too close to tell apart by their blanks."""

import pytest

from plainbill.reading.columns.column import Column
from plainbill.reading.columns.joined_heads import (
    day_apart,
    heads_apart,
    heads_together,
    several_apart,
    words_moved_on,
)
from plainbill.reading.heads.head import HeadColumn
from plainbill.reading.rows.atoms import atoms_of
from plainbill.reading.rows.forming import Row, rows_of
from tests.reading.papers import page_of, read_text

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


NOTICE = """
    Elm Heart Health Plan
    Explanation of benefits                 Processed: 05/09/2025
    Patient: Ada Lombard                    Provider: Quarrytown Clinic

"""


def test_amounts_without_a_head_beside_percentages_are_told_by_their_sums() -> None:
    document = read_text(f"""{NOTICE}
    Date          Code      Charged    Allowance                %      You owe
    04/02/2025    99213      100.00        80.00       60.00   75%       20.00
    04/09/2025    99212       60.00        50.00       40.00   80%       10.00
    04/16/2025    85025       30.00        30.00       30.00  100%        0.00
    """)
    assert [str(line.plan_paid) for line in document.lines] == ["60.00", "40.00", "30.00"]


def head_of(words: str, row: Row, field: str) -> HeadColumn:
    """The head of the column that these words of a row are taken for."""
    said = words.split()
    texts = [token.text for token in row.tokens]
    at = next(i for i in range(len(texts)) if texts[i : i + len(said)] == said)
    tokens = row.tokens[at : at + len(said)]
    return HeadColumn(fields=(field,), x0=tokens[0].box.x0, x1=tokens[-1].box.x1, tokens=tokens)


def test_a_word_belongs_to_the_head_whose_values_begin_below_it() -> None:
    head, *body = rows_of(
        page_of("""
        You owe    Qty Charge Description           Plan paid
        20.00      1   99213 - Office visit, long       60.00
        10.00      1   99212 - Office visit, short      40.00
         0.00      2   85025 - Blood count, whole       30.00
        """)
    )
    counts, words = head_of("Qty Charge", head, "units"), head_of("Description", head, "description")

    moved = words_moved_on(counts, words, [atoms_of(row) for row in body], head.height)

    assert moved is not None
    assert [[token.text for token in column.tokens] for column in moved] == [["Qty"], ["Charge", "Description"]]


def test_a_word_stays_with_the_head_whose_values_end_below_it() -> None:
    head, *body = rows_of(
        page_of("""
        You owe    Place of Service Description           Plan paid
        20.00               11      Office visit, long        60.00
        10.00               11      Office visit, short       40.00
         0.00               22      Blood count, whole        30.00
        """)
    )
    places, words = head_of("Place of Service", head, "place"), head_of("Description", head, "description")

    assert words_moved_on(places, words, [atoms_of(row) for row in body], head.height) is None


def test_days_below_the_first_words_of_a_head_have_one_of_their_own() -> None:
    head, *body = rows_of(
        page_of("""
        You owe    Service from What was done
         $20.00    04/02/2025   Office visit, long
         $10.00    04/09/2025   Office visit, short
            N/A    04/16/2025   Blood count
        """)
    )
    joined = head_of("Service from What was done", head, "description")

    parts = day_apart(joined, [atoms_of(row) for row in body])

    assert parts is not None
    assert [part.fields[0] for part in parts] == ["date", "description"]


def test_days_beside_a_head_are_not_its_own() -> None:
    head, *body = rows_of(
        page_of("""
        Service from What was done     You owe
        Office visit, long              $20.00    04/02/2025
        Office visit, short             $10.00    04/09/2025
        """)
    )
    joined = head_of("Service from What was done", head, "description")

    assert day_apart(joined, [atoms_of(row) for row in body]) is None


def shares(*rows: str) -> list[str] | None:
    """What the parts of "Deductible Copay Coinsurance" head where it is taken for the head of one column."""
    head, *body = rows_of(page_of("\n".join(("You owe    Deductible Copay Coinsurance   Paid", *rows))))
    joined = head_of("Deductible Copay Coinsurance", head, "cost_share")
    parts = several_apart(joined, joined.x0 - 20, joined.x1 + 20, [atoms_of(row) for row in body], head.height)
    return None if parts is None else [part.fields[0] for part in parts]


def test_amounts_level_with_the_heads_of_shares_a_blank_apart_stand_in_columns_of_their_own() -> None:
    own = shares(
        "  20.00               20.00               60.00",
        "  15.00               10.00 5.00          40.00",
    )
    assert own == ["deductible", "copay", "coinsurance"]


def test_letters_below_the_heads_of_shares_for_the_sums_of_other_heads_keep_none_from_being_told_apart() -> None:
    text = """
You owe    Copay Coinsurance   Paid
           D     E
  20.00    20.00               60.00
  15.00    10.00 5.00          40.00
"""
    head, letters, *body = rows_of(page_of(text))
    words = tuple(token for token in head.tokens if token.text in {"Copay", "Coinsurance"})
    tokens = (*words, *letters.tokens)
    joined = HeadColumn(fields=("cost_share",), x0=words[0].box.x0, x1=words[-1].box.x1, tokens=tokens)
    parts = several_apart(joined, joined.x0 - 20, joined.x1 + 20, [atoms_of(row) for row in body], head.height)
    assert parts is not None
    assert [(part.fields[0], [token.text for token in part.tokens]) for part in parts] == [
        ("copay", ["Copay", "D"]),
        ("coinsurance", ["Coinsurance", "E"]),
    ]


@pytest.mark.parametrize("at", [11, 22, 34])
def test_amounts_level_with_the_whole_of_a_head_of_shares_stand_in_one_column(at: int) -> None:
    """At its left edge, at its middle or at its right edge."""
    assert shares(*(f"{owed:<{at}}{owed}" for owed in ("20.00", "15.00"))) is None


@pytest.mark.parametrize(
    ("behind", "fields"), [("", ["plan_paid", "ignore"]), ("1.00", ["unknown_amount", "plan_paid"])]
)
def test_total_before_a_head_without_values_is_its_beginning(behind: str, fields: list[str]) -> None:
    (heads,) = rows_of(page_of("Total Paid"))
    (values,) = rows_of(page_of(f"60.08 {behind}"))
    named = (("unknown_amount", heads.tokens[0]), ("plan_paid", heads.tokens[1]))
    columns = [
        Column(
            field=field,
            head=HeadColumn(fields=(field,), x0=token.box.x0, x1=token.box.x1, tokens=(token,)),
            left=token.box.x0,
            right=token.box.x1,
        )
        for field, token in named
    ]
    first, *second = atoms_of(values)
    assert [column.field for column in heads_together(columns, [[[first], second]])] == fields
