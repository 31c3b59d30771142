"""The spaCy components: `plainbill_expand` reads the words out, `plainbill_concepts` says what they are about.

`plainbill_opinion`, which may come behind them, weighs the group that was found against a small classifier. Results are
in `doc._.plainbill`, an `Understanding`; the entries found are spans in `doc.spans["plainbill"]`. All of it rests on
the tables; a pipeline that is written to disk holds the names of its components alone.
"""

import srsly  # type: ignore[import-untyped]  # it has no types of its own
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # spaCy has no stub for it
from spacy.tokens import Doc, Span

from plainbill_spacy.composition import compose
from plainbill_spacy.concepts import find
from plainbill_spacy.expansion import read_out
from plainbill_spacy.opinion import opinion_of, weighed
from plainbill_spacy.packing import pack, unpack
from plainbill_spacy.tokenization import make_tokenizer
from plainbill_spacy.words import Understanding

SPANS = "plainbill"

Doc.set_extension("plainbill", default=Understanding(), force=True)
# A Doc is packed when a worker process hands it back (`nlp.pipe(..., n_process=2)`) and in a `DocBin`.
srsly.msgpack_encoders.register("plainbill_spacy", func=pack)
srsly.msgpack_decoders.register("plainbill_spacy", func=unpack)


def expand(doc: Doc) -> Doc:
    """Read every token of `doc` out."""
    doc._.plainbill = Understanding(words=read_out([token.text for token in doc]))
    return doc


def add_concepts(doc: Doc) -> Doc:
    """Find in the read-out words what the tables know, and put it in words."""
    words = doc._.plainbill.words or read_out([token.text for token in doc])
    found = find(words)
    doc._.plainbill = Understanding(words=words, found=found, reading=compose(words, found))
    doc.spans[SPANS] = [
        Span(doc, min(each.tokens), max(each.tokens) + 1, label=f"{each.table}/{each.key.lower()}") for each in found
    ]
    return doc


@Language.factory("plainbill_expand", assigns=["doc._.plainbill"])
class Expander:
    """The component that reads abbreviations out."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with its words read out."""
        return expand(doc)


@Language.factory("plainbill_concepts", assigns=["doc._.plainbill", "doc.spans"])
class ConceptFinder:
    """The component that says what a line is about."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with what was found in it."""
        return add_concepts(doc)


@Language.factory("plainbill_opinion", assigns=["doc._.plainbill"], requires=["doc._.plainbill"])
class OpinionGiver:
    """The component that weighs the group of a line against a second opinion."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with its reading more or less sure."""
        doc._.plainbill = weighed(doc._.plainbill, opinion_of(doc.text))
        return doc


def create_tokenizer() -> object:
    """Return what spaCy makes the registered tokenizer `plainbill.Tokenizer.v1` with."""

    def make(nlp: Language) -> Tokenizer:
        return make_tokenizer(nlp.vocab)

    return make
