"""Words of a model that somebody took over: entries of this machine's own dictionary, without a word of the papers."""

import pytest

from plainbill.case import Case, Reading, Review, Translation
from plainbill.describing.accepted_words import accepted_key, read_accepted, with_accepted
from plainbill.describing.leaving import what_may_leave
from plainbill.describing.personal_words import personal_words
from plainbill.dictionary.accepting_guesses import accept_guesses

GUESS = "This is probably a thing that is used to care for a wound."
CASE = Case.model_validate(
    {
        "documents": [
            {
                "id": "b",
                "kind": "bill",
                "patient": {"name": "Rosa Quill", "account_number": "77123"},
                "lines": [{"id": "1", "description": "WOUND ZQ Rosa Quill 77123", "units": 2, "charge": "5.00"}],
            }
        ]
    }
)


def words(plain: str | None, status: str = "edited", *, guessed: bool = True) -> Translation:
    """The words of the one line after a review, with the model's words beside them."""
    guess = Reading(
        plain=GUESS, group="other", basis="llm", confidence=0.4, vague=True, source="m:describe_lines.v1/ollama"
    )
    return Translation(
        line="b:1",
        plain="Nobody knows.",
        group="other",
        basis="description",
        confidence=0.1,
        vague=True,
        source="vague/unknown",
        alternatives=(guess,) if guessed else (),
        review=Review.model_validate(
            {"by": "A. Adler", "at": "2026-11-28T10:00:00+00:00", "status": status, "plain": plain}
        ),
    )  # fmt: skip


def test_words_that_were_taken_over_become_an_entry_that_says_who_reviewed_them() -> None:
    (entry,) = accept_guesses(CASE, [words(GUESS)]).entries

    assert entry["plain"] == GUESS
    assert entry["source"] == "model, reviewed by A. Adler on 2026-11-28"
    assert (entry["date"], entry["reviewed"]) == ("2026-11-28", "A. Adler")


def test_words_that_were_changed_say_so() -> None:
    (entry,) = accept_guesses(CASE, [words("This is a clean cover that guards a wound.")]).entries

    assert entry["source"] == "model, edited by A. Adler on 2026-11-28"


def test_an_entry_holds_no_word_that_names_somebody_on_the_papers() -> None:
    (entry,) = accept_guesses(CASE, [words(GUESS)]).entries

    assert entry["key"] == "WOUND [?]"
    assert not any(word in " ".join(entry.values()).upper() for word in ("ROSA", "QUILL", "77123", "5.00"))


@pytest.mark.parametrize(
    ("plain", "why"),
    [
        ("This is a cover for the wound of Rosa Quill.", "names somebody"),
        ("You need not pay for this wound cover at all.", "pay"),
        ("Wound.", "words a sentence"),
    ],
)
def test_words_that_may_not_be_kept_are_no_entry_and_say_why(plain: str, why: str) -> None:
    accepted = accept_guesses(CASE, [words(plain)])

    assert accepted.entries == ()
    assert any(why in fault.message for fault in accepted.left)


@pytest.mark.parametrize(
    "translation",
    [
        words(None, "approved"), words(None, "rejected"), words(GUESS, guessed=False),
        words(GUESS).but(review=None),
    ],
)  # fmt: skip
def test_only_words_that_somebody_took_over_from_a_model_are_accepted(translation: Translation) -> None:
    accepted = accept_guesses(CASE, [translation])

    assert (accepted.entries, accepted.left) == ((), ())


def test_an_accepted_line_is_explained_and_open_no_more_whatever_its_units() -> None:
    (entry,) = accept_guesses(CASE, [words(GUESS)]).entries
    text = "\t".join(entry) + "\n" + "\t".join(entry.values()) + "\n"
    line = CASE.documents[0].lines[0].but(units=9)
    open_ = words(None, "rejected", guessed=False).but(review=None)

    said = with_accepted(line, open_, read_accepted(text), personal_words(CASE))

    assert (said.plain, said.vague, said.basis) == (GUESS, False, "llm")
    assert said.source == "accepted/model, reviewed by A. Adler on 2026-11-28"
    assert said.review is not None
    assert (said.review.status, said.review.by) == ("approved", "A. Adler")
    assert [each.plain for each in said.alternatives] == ["Nobody knows."]


def test_a_line_that_a_table_explains_keeps_its_words() -> None:
    line = CASE.documents[0].lines[0]
    left = what_may_leave(line, personal_words(CASE))
    assert left is not None
    told = words(None, guessed=False).but(vague=False, review=None)
    row = {"plain": GUESS, "source": "model", "date": "2026-11-28", "reviewed": "A. Adler"}

    assert with_accepted(line, told, {accepted_key(left): row}, personal_words(CASE)) == told
