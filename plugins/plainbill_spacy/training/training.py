"""Training: the text classifier of the second opinion, from the config beside this file."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spacy.training import Example
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config, load_model_from_config, registry

from plainbill_spacy.training.made_lines import make_lines

if TYPE_CHECKING:
    from spacy.language import Language

CONFIG = Path(__file__).with_name("config.cfg")


@registry.readers("plainbill.MadeLines.v1")  # type: ignore[untyped-decorator]  # spaCy's registries have no types
def read_made_lines(seed: int) -> "Callable[[Language], Iterator[Example]]":
    """Return what spaCy reads the made lines of a seed with."""

    def read(nlp: "Language") -> "Iterator[Example]":
        lines = make_lines(seed)
        groups = sorted({group for _, group in lines})
        for line, group in lines:
            cats = {each: float(each == group) for each in groups}
            yield Example.from_dict(nlp.make_doc(line.upper()), {"cats": cats})

    return read


def train_opinion() -> "tuple[Language, float]":
    """Return the trained pipeline and the share of made lines of another seed whose group it gets right."""
    config = load_config(CONFIG)
    # What the file leaves out is spaCy's default.
    filled = load_model_from_config(config, auto_fill=True).config
    pipeline = init_nlp(filled, use_gpu=-1)
    silent: Any = io.StringIO()
    trained, _ = train(pipeline, None, use_gpu=-1, stdout=silent, stderr=silent)
    lines = make_lines(config["corpora"]["dev"]["seed"])
    docs = trained.pipe(line.upper() for line, _ in lines)
    right = sum(max(doc.cats, key=doc.cats.__getitem__) == group for doc, (_, group) in zip(docs, lines, strict=True))
    return trained, right / len(lines)


def save(pipeline: "Language", folder: Path) -> None:
    """Write the classifier alone, without words and without what only training needs."""
    classifier: Any = pipeline.get_pipe("textcat")
    with classifier.model.use_params({}):
        classifier.to_disk(folder, exclude=["vocab"])
