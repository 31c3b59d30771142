"""A second opinion on the group of a line: a small classifier of words, trained on lines made from the tables.

It never adds words, and it never decides: it only makes the group that the tables give more or less sure.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plainbill.case import Reading
from plainbill.knowledge.tables import read_table
from plainbill_spacy.words import Opinion, Understanding

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = Path(__file__).with_name("model")
CONFIG = Path(__file__).parent / "training" / "config.cfg"

HEARD_FROM = 0.5
"""How likely its group has to be for a differing opinion to count."""
_MORE, _MOST = 0.05, 0.95
_LESS, _LEAST = 0.15, 0.5
_AS_ALTERNATIVE = 0.3


def weighed(understood: Understanding, opinion: Opinion) -> Understanding:
    """Return what was understood with the second opinion: surer where both say one group, less sure where not.

    The text stays. Where they differ, the other group is an alternative. What is left open stays open.
    """
    reading = understood.reading
    if reading is None or reading.vague:
        return replace(understood, opinion=opinion)
    if reading.group == opinion.group:
        surer = max(reading.confidence, min(_MOST, round(reading.confidence + _MORE, 2)))
        return replace(understood, opinion=opinion, reading=reading.but(confidence=surer))
    if opinion.score < HEARD_FROM:
        return replace(understood, opinion=opinion)
    unsure = max(_LEAST, round(reading.confidence - _LESS, 2))
    return replace(
        understood,
        opinion=opinion,
        reading=reading.but(confidence=unsure),
        alternatives=(*understood.alternatives, _of_group(opinion.group)),
    )


def _of_group(group: str) -> Reading:
    return Reading.model_validate(
        {
            "plain": _groups()[group],
            "group": group,
            "basis": "description",
            "confidence": _AS_ALTERNATIVE,
            "vague": True,
            "source": f"classifier/{group}",
        }
    )


@functools.cache
def _groups() -> Mapping[str, str]:
    return {row["key"]: row["plain"] for row in read_table("groups")}


def opinion_of(text: str) -> Opinion:
    """Return what the classifier takes the group of a line to be."""
    cats = scores_of(text)
    group = max(cats, key=cats.__getitem__)
    return Opinion(group=group, score=cats[group])


def scores_of(text: str) -> dict[str, float]:
    """Return how likely each group is; the scores add up to 1."""
    return dict(_classifier()(text.upper()).cats)


@functools.cache
def _classifier() -> Language:
    """Return the trained classifier behind the tokenizer of charges, read once for each process that asks."""
    from spacy.lang.en import English
    from spacy.util import load_config
    from spacy.vocab import Vocab

    from plainbill_spacy.tokenization import make_tokenizer

    pipeline = English(Vocab(), create_tokenizer=lambda nlp: make_tokenizer(nlp.vocab))
    model = load_config(CONFIG)["components"]["textcat"]["model"]
    classifier: Any = pipeline.add_pipe("textcat", config={"model": model, "threshold": 0.0})
    classifier.from_disk(MODEL, exclude=["vocab"])
    return pipeline
