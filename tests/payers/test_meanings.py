"""What a pack knows of notes: only on papers that name its payer."""

import pytest

from plainbill.case import Document, Payer, Remark
from plainbill.payers.meanings import meanings
from tests.payers.written_packs import code, pack, phrase

ACME = pack(
    code("Q-17", "benefit-limit", "You had too many."),
    phrase("once in * months", "benefit-limit"),
    name="Acme Health",
)


def paper(payer: str | None) -> Document:
    return Document(id="d", kind="eob", payer=Payer(name=payer) if payer else None)


@pytest.mark.parametrize("printed", ["Acme Health", "ACME HEALTH INSURANCE COMPANY", "The Acme Health Plan, Inc."])
def test_a_code_of_its_own_is_explained_on_its_paper(printed: str) -> None:
    (said,) = meanings(ACME, (Remark(code="q17"),), paper(printed))

    assert (said.kind, said.meaning, said.payer) == ("benefit-limit", "You had too many.", "Acme Health")
    assert "https://acme.example/guide" in said.source


@pytest.mark.parametrize("printed", ["Zenith Mutual", "Acme", "Acmehealthy", "Zenith Acme Health", None])
def test_nothing_is_said_on_the_paper_of_anybody_else(printed: str | None) -> None:
    assert meanings(ACME, (Remark(code="Q17"),), paper(printed)) == ()


def test_a_longer_name_that_belongs_to_others_is_not_its_own() -> None:
    narrow = pack(
        '[[names]]\nwords = "Acme"\nnot_in = ["Acme Military"]\nsource = "guide"\n', code("Q1", "not-covered")
    )

    assert meanings(narrow, (Remark(code="Q1"),), paper("Acme Military Office")) == ()
    assert meanings(narrow, (Remark(code="Q1"),), paper("Acme Life")) != ()


def test_words_are_explained_as_printed_and_unknown_notes_are_left_out() -> None:
    text = "This test is paid once in 24 months."

    (said,) = meanings(
        ACME, (Remark(code="B", text=text), Remark(code="Z9"), Remark(text="Hello")), paper("Acme Health")
    )

    assert (said.code, said.text, said.meaning) == ("", text, "It was too soon.")
