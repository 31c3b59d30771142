"""Which values are to be looked at, and in which order."""

from plainbill_ui.doubts import doubts_of
from tests.plainbill_ui.explanation import doubtful, explanation

CHARGE, WORDS = "documents[0].lines[2].charge", "documents[0].lines[3].description"


def test_what_a_finding_rests_on_comes_first() -> None:
    assert [each.path for each in doubts_of(doubtful(CHARGE, WORDS))] == [WORDS, CHARGE]


def test_words_that_no_finding_needs_are_not_asked_about() -> None:
    assert doubts_of(doubtful("documents[0].lines[0].description")) == ()


def test_what_is_confirmed_or_skipped_is_not_asked_about() -> None:
    assert doubts_of(explanation()) == ()
    assert doubts_of(doubtful(CHARGE), [CHARGE]) == ()


def test_a_place_is_named_in_plain_words() -> None:
    (doubt,) = doubts_of(doubtful(CHARGE))

    assert (doubt.paper, doubt.line, doubt.name) == ("bill", "3", "price")
