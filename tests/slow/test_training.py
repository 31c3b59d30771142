"""Training the second opinion again gives the one that is committed."""

from pathlib import Path

from plainbill_spacy.opinion import MODEL, scores_of
from plainbill_spacy.training.made_lines import make_lines
from plainbill_spacy.training.training import train_opinion

CLOSE = 0.01
MOST_BYTES = 2_000_000


def test_training_again_agrees_with_the_committed_model() -> None:
    trained, right = train_opinion()

    unlike = [
        (line, group)
        for line, _ in make_lines(9)[:300]
        for group, score in scores_of(line).items()
        if abs(score - trained(line.upper()).cats[group]) > CLOSE
    ]
    assert unlike == []
    assert right > 0.95


def test_the_committed_model_is_small() -> None:
    assert sum(file.stat().st_size for file in Path(MODEL).iterdir()) < MOST_BYTES
