"""Heads of short lists of payments, and heads that stand close to each other over amounts and words."""

from plainbill.reading.rows.forming import rows_of
from tests.reading.papers import heads_in, page_of, read_pages

TEXT = """
Harbor View Hospital
Bill summary

Patient: Ada Lombard            Account: 778812            Statement date: 02/12/2026

  Charge Category
  345.83 Blood bank
3,655.00 Cardiology
7,898.00 Operating room

Post Date   Payments & Credits                                                      Payments
01/26       MERIDIAN TRUST PAYMENT                                                  4,672.00
01/26       Insurance write-off                                                     4,271.55

Benefit period summary                                          Paid last year             1,284.00
Deductible limit                          2,000.00              Opening balance              260.25
Deductible met to date                      739.00              Total for services        11,898.83
Deductible remaining                      1,261.00              Third-party payments      -4,672.00
Out-of-pocket maximum                     6,500.00              Amount now due             3,215.53
"""


def test_two_heads_a_blank_apart_are_two_where_each_says_what_stands_below_it() -> None:
    (parsed,) = read_pages(page_of(TEXT))
    assert [(line.description, str(line.charge)) for line in parsed.document.lines] == [
        ("Blood bank", "345.83"),
        ("Cardiology", "3655.00"),
        ("Operating room", "7898.00"),
    ]


def test_two_payments_are_a_list_of_their_own_whatever_stands_in_columns_below_them() -> None:
    (head,) = heads_in(rows_of(page_of(TEXT[TEXT.index("Post Date") :])))
    assert [column.fields[0] for column in head.columns] == ["date", "description", "payment"]
    (parsed,) = read_pages(page_of(TEXT))
    document = parsed.document
    assert [(str(paid.date), str(paid.amount)) for paid in document.payments] == [
        ("2026-01-26", "4672.00"),
        ("2026-01-26", "4271.55"),
    ]
    assert document.totals is not None
    assert (str(document.totals.charges), str(document.totals.balance_due)) == ("11898.83", "3215.53")


def test_words_over_the_words_and_over_the_amounts_of_payments_may_be_alike() -> None:
    text = (
        TEXT[TEXT.index("Post Date") :]
        .replace("Payments & Credits", "Payments/Credits  ")
        .replace("     Payments\n", "     Pmt/Adj\n")
    )
    (head,) = heads_in(rows_of(page_of(text)))
    assert [column.fields[0] for column in head.columns] == ["date", "description", "payment"]
    (parsed,) = read_pages(page_of(TEXT[: TEXT.index("Post Date")] + text))
    assert [str(paid.amount) for paid in parsed.document.payments] == ["4672.00", "4271.55"]
