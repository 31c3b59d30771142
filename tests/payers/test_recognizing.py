"""Recognizing: a name alone is no paper of a payer, and every claim shows the words that it rests on."""

import pytest

from plainbill.payers.recognizing import recognize
from plainbill.plugins.records import Recognition
from plainbill.reading.print_index import PrintIndex
from tests.payers.written_packs import pack
from tests.reading.papers import page_of

MARKS = "".join(f'[[marks]]\nwords = "{words}"\nsource = "guide"\n' for words in ("acme.example", "Share Desk"))
ACME = pack(MARKS)
LETTERHEAD = "Acme Health\n\nStatement of Shares\n"


def claim(text: str) -> Recognition | None:
    return recognize(ACME, PrintIndex([page_of(text)]))


def test_name_and_title_make_a_claim_with_their_words() -> None:
    found = claim(LETTERHEAD)

    assert found is not None
    assert (found.payer, found.kind, found.printed, found.confidence >= 0.5) == (
        "Acme Health",
        "eob",
        "Acme Health",
        True,
    )
    assert [" ".join(word.text for word in run) for run in found.evidence] == ["Acme Health", "Statement of Shares"]


def test_each_mark_makes_a_claim_surer_up_to_a_bound() -> None:
    sure = [
        claim(text) for text in (LETTERHEAD, f"{LETTERHEAD}acme.example\n", f"{LETTERHEAD}acme.example  Share Desk\n")
    ]

    confidences = [found.confidence for found in sure if found is not None]
    assert confidences == sorted(set(confidences))
    assert confidences[-1] < 1


@pytest.mark.parametrize(
    "text",
    [
        "Riverside Hospital\nInsurance: Acme Health\nBalance due 20.00\n",
        "Riverside Hospital\nAcme Health will send you a statement of shares about this visit soon\n",
        "Statement of Shares\nZenith Mutual\n",
        "",
    ],
)
def test_a_paper_that_only_speaks_of_the_payer_is_not_claimed(text: str) -> None:
    found = claim(text)

    assert found is None or found.confidence < 0.5


def test_the_name_is_shown_as_the_paper_spells_it() -> None:
    found = claim(LETTERHEAD.replace("Acme Health", "ACME  HEALTH, INC."))

    assert found is not None
    assert found.printed == "ACME HEALTH"


def test_a_title_that_only_one_payer_prints_needs_no_name() -> None:
    only = pack('[[titles]]\nwords = "Acme Share Notice"\nkind = "eob"\nonly_here = true\nsource = "guide"\n')

    found = recognize(only, PrintIndex([page_of("Acme Share Notice\n")]))

    assert found is not None
    assert (found.kind, found.printed, found.confidence >= 0.5) == ("eob", "", True)
