"""What a paper says in words that would explain a sum its parts do not show."""

import re
from collections.abc import Iterator
from decimal import Decimal

from plainbill.checking.identity import clean
from plainbill.checking.papers import Paper
from plainbill.checking.tables import sum_words

# How far before an amount its label may stand, in characters: one row of a statement.
_LABEL_REACH = 60


def names_amount(paper: Paper, amount: Decimal) -> bool:
    """Tell whether the paper's words name `amount` as an earlier balance, a fee, interest, an estimate or the like."""
    labels = sum_words("amount")
    return any(any(label in before for label in labels) for before, _ in _beside(paper, amount))


def says_refunded(paper: Paper, amount: Decimal) -> bool:
    """Tell whether the paper's words say that `amount` was sent back, before the amount or after it."""
    labels = sum_words("refund")
    return any(label in words for around in _beside(paper, amount) for words in around for label in labels)


def asks_only_a_part(paper: Paper) -> bool:
    """Tell whether the paper's words say that the amount asked is an installment or another part of the balance."""
    return any(label in text for text in _texts(paper) for label in sum_words("balance"))


def _beside(paper: Paper, amount: Decimal) -> Iterator[tuple[str, str]]:
    """Yield the words before and after each place where a paper's words have an amount, as far as a label reaches."""
    printed = re.compile(rf"(?<![0-9.,]){_grouped(abs(amount))}(?![0-9])")
    for text in _texts(paper):
        for hit in printed.finditer(text):
            yield text[max(0, hit.start() - _LABEL_REACH) : hit.start()], text[hit.end() : hit.end() + _LABEL_REACH]


def _texts(paper: Paper) -> Iterator[str]:
    """The words of the paper with the amounts that stand beside them."""
    document = paper.document
    yield clean(document.text)
    for remark in document.remarks:
        yield clean(remark.text)
    for payment in document.payments:
        if payment.kind in (None, "other"):
            yield clean(f"{payment.description} {payment.amount}")
    for line in document.lines:
        yield clean(f"{line.description} {line.charge}")


def _grouped(amount: Decimal) -> str:
    """A pattern for the amount with or without commas between thousands."""
    dollars, _, cents = f"{amount:.2f}".partition(".")
    return ",?".join(re.findall(r"[0-9]{1,3}(?=(?:[0-9]{3})*$)", dollars)) + rf"\.{cents}"
