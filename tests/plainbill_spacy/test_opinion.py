"""The second opinion: it makes a group more or less sure, and never changes or adds a word of the tables."""

from collections import Counter
from typing import get_args

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from plainbill.case import Group
from plainbill_spacy.opinion import opinion_of, scores_of, weighed
from plainbill_spacy.pipeline import understand
from plainbill_spacy.training.made_lines import make_lines
from plainbill_spacy.words import Opinion, Understanding


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("IBUPROFEN 600 MG TAB", "drug"),
        ("CHOLESTEROL SERUM", "lab"),
        ("CT ABDOMEN W CONTRAST", "imaging"),
        ("PSYCHOTHERAPY 45 MIN", "therapy"),
        ("DRESSING STERILE 4X4", "supply"),
    ],
)
def test_a_plain_line_is_put_into_its_group(text: str, group: str) -> None:
    assert opinion_of(text).group == group


def test_both_saying_one_group_makes_it_surer() -> None:
    understood = understand("CHOLESTEROL SERUM")

    surer = weighed(understood, Opinion(group="lab", score=0.9))

    assert understood.reading is not None
    assert surer.reading is not None
    assert surer.reading.confidence > understood.reading.confidence
    assert surer.alternatives == ()


def test_another_group_makes_it_less_sure_and_is_an_alternative() -> None:
    understood = understand("CHOLESTEROL SERUM")

    unsure = weighed(understood, Opinion(group="drug", score=0.9))

    assert understood.reading is not None
    assert unsure.reading is not None
    assert (unsure.reading.plain, unsure.reading.group) == (understood.reading.plain, "lab")
    assert unsure.reading.confidence < understood.reading.confidence
    assert [each.group for each in unsure.alternatives] == ["drug"]


def test_an_opinion_that_is_unsure_itself_does_not_count() -> None:
    understood = understand("CHOLESTEROL SERUM")

    assert weighed(understood, Opinion(group="drug", score=0.3)).reading == understood.reading


@pytest.mark.parametrize("text", ["SURGICAL SUPPLIES", "XQZ FOO"])
def test_what_is_left_open_stays_open(text: str) -> None:
    understood = understand(text)

    heard = weighed(understood, Opinion(group="drug", score=0.99))

    assert (heard.reading, heard.alternatives) == (understood.reading, ())


def test_the_component_weighs_what_the_tables_say() -> None:
    nlp = spacy.blank("en")
    for name in ("plainbill_expand", "plainbill_concepts", "plainbill_opinion"):
        nlp.add_pipe(name)

    understood = nlp("CHOLESTEROL SERUM")._.plainbill

    assert understood == weighed(understand("CHOLESTEROL SERUM"), opinion_of("CHOLESTEROL SERUM"))
    assert understood != Understanding()


@given(st.text(max_size=100))
def test_scores_are_shares_of_groups_whatever_is_printed(text: str) -> None:
    scores = scores_of(text)

    assert scores.keys() <= set(get_args(Group))
    assert sum(scores.values()) == pytest.approx(1 if text else 0, abs=1e-4)


def test_made_lines_are_the_same_for_the_same_seed_and_tables() -> None:
    assert make_lines(7) == make_lines(7) != make_lines(8)


def test_made_lines_are_of_every_group_that_words_can_name() -> None:
    counts = Counter(group for _, group in make_lines(7))

    assert set(get_args(Group)) == counts.keys()
    assert min(counts.values()) >= 900
