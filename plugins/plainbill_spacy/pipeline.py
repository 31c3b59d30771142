"""The pipeline that the plugin runs: a blank English one, built without what charges do not need."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from plainbill_spacy.words import Understanding

if TYPE_CHECKING:
    from spacy.language import Language

# Longer texts are no charge; they are not read, so that nobody waits for them.
_LONGEST_TEXT = 2_000


def understand(text: str) -> Understanding:
    """Return what the pipeline makes of the words of one charge."""
    if len(text) > _LONGEST_TEXT:
        return Understanding()
    understanding: Understanding = charges()(text)._.plainbill
    return understanding


@functools.cache
def charges() -> Language:
    """Return the pipeline, built once for each process."""
    from spacy.language import Language
    from spacy.vocab import Vocab

    from plainbill_spacy.tokenization import make_tokenizer

    # A bare language: exceptions, stop words and lexeme attributes of English cost a cold start and say nothing here.
    pipeline = Language(Vocab(), create_tokenizer=lambda nlp: make_tokenizer(nlp.vocab))

    pipeline.add_pipe("plainbill_expand")
    pipeline.add_pipe("plainbill_concepts")
    return pipeline
