"""The insurer over the name of an office that a page prints larger."""

from plainbill.reading.fields.insurers_above import insurer_above
from plainbill.reading.layout import lay_out
from tests.reading.papers import page_of


def _above(first: str, second: str) -> str | None:
    rows = lay_out(page_of(f"{first}\n{second}\nVisit on Mar 2, 2026 for Ada Lombard")).free
    found = insurer_above(rows[1][0], rows)
    return found.text if found is not None else None


def test_an_insurer_right_above_an_office_is_found() -> None:
    assert _above("Larch Shield HMO", "Ferncross Dermatology") == "Larch Shield HMO"


def test_another_office_above_is_no_insurer() -> None:
    assert _above("Larch Skin Center", "Ferncross Dermatology") is None


def test_an_insurer_that_heads_its_paper_has_none_above() -> None:
    assert _above("Quince Trust", "Larch Health Plan") is None


def test_a_sentence_above_is_no_insurer() -> None:
    assert _above("Your plan has paid for this", "Ferncross Dermatology") is None
