"""Sentences: a long name is cut where a reader can breathe, and says when there is more."""

import pytest

from plainbill.describing.sentences import as_sentences


@pytest.mark.parametrize(
    ("said", "sentences"),
    [
        ("", ""),
        ("a moon lamp", "It says: a moon lamp."),
        ("a moon lamp; each", "It says: a moon lamp, each."),
        ("a moon lamp with a cord; a plug for the wall", "It says: a moon lamp with a cord. A plug for the wall."),
        (
            "one two three four five six seven eight nine ten, and one two three four five",
            "It says: one two three four five six seven eight nine ten, and one two three four five.",
        ),
        (
            "one two three four five six seven eight nine ten, and one two three four five six",
            "It says: one two three four five six seven eight nine ten. And one two three four five six.",
        ),
        (
            "one two three four five six, one two three four five six, one two three four five six",
            "It says: one two three four five six. One two three four five six. One two three four five six.",
        ),
        (
            "one two three four five six seven with one two three four five six",
            "It says: one two three four five six seven. With one two three four five six.",
        ),
        (
            "one two three four five six given with one two three four five six",
            "It says: one two three four five six given with one two three four five six.",
        ),
        (
            "one two three four five six seven for not one two three four five",
            "It says: one two three four five six seven for not one two three four five.",
        ),
        (
            "one two three four five six seven eight nine (ten, one two three four five six)",
            "It says: one two three four five six seven eight nine (ten, one two three four five six).",
        ),
    ],
)
def test_a_name_becomes_sentences(said: str, sentences: str) -> None:
    assert as_sentences(said, "It says: ") == sentences


def test_what_is_cut_leaves_no_bracket_open_and_no_word_that_leads_on() -> None:
    said = as_sentences(
        "moon " * 60 + "with a lamp (such as of (very) old glass and more moons and moons) " + "moon " * 20
    )

    assert said.endswith("With a lamp, and more.")
    assert "(" not in said
