"""Which values are to be looked at, and in which order."""

from decimal import Decimal

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


def test_an_amount_that_would_close_a_sum_comes_before_others_and_is_offered() -> None:
    other = "documents[0].lines[1].charge"
    result = doubtful(other, CHARGE)
    sources = {
        path: source.but(proposal="$1,148.00") if path == CHARGE else source for path, source in result.sources.items()
    }

    first, second = doubts_of(result.but(sources=sources))

    assert [(first.path, first.closing), (second.path, second.closing)] == [(CHARGE, Decimal("1148.00")), (other, None)]


def test_a_proposal_that_is_no_amount_is_not_offered() -> None:
    result = doubtful(CHARGE)
    sources = {path: source.but(proposal="twelve") for path, source in result.sources.items() if path == CHARGE}

    assert [each.closing for each in doubts_of(result.but(sources=sources))] == [None]
