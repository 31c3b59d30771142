"""The components: a spaCy user finds them by name, without plainbill's engine."""

import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import DocBin

from plainbill_spacy.pipeline import charges


@pytest.fixture(scope="session")
def nlp() -> Language:
    pipeline = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "plainbill.Tokenizer.v1"}}})
    pipeline.add_pipe("plainbill_expand")
    pipeline.add_pipe("plainbill_concepts")
    return pipeline


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("CT ABD/PELV W/O", ["CT", "ABD", "/", "PELV", "W/O"]),
        ("R&B SEMI PVT", ["R&B", "SEMI", "PVT"]),
        ("99284-25 ER", ["99284-25", "ER"]),
        ("J1885x2", ["J1885", "x2"]),
        ("XR HAND 2V", ["XR", "HAND", "2", "V"]),
        ("KETOROLAC 15MG INJ", ["KETOROLAC", "15", "MG", "INJ"]),
        ("(25 mg/mL)", ["(", "25", "mg/mL", ")"]),
        ("0.9% NACL 1,000ML", ["0.9", "%", "NACL", "1,000", "ML"]),
    ],
)
def test_codes_abbreviations_and_units_are_cut_where_a_reader_would(
    nlp: Language, text: str, tokens: list[str]
) -> None:
    assert [token.text for token in nlp.tokenizer(text)] == tokens


def test_a_spacy_user_gets_words_spans_and_the_reading(nlp: Language) -> None:
    doc = nlp("XR ANKLE RT")

    assert [word.reading for word in doc._.plainbill.words] == [("X", "RAY"), ("ANKLE",), ("RIGHT",)]
    assert "concepts/x ray" in [span.label_ for span in doc.spans["plainbill"]]
    assert doc._.plainbill.reading.group == "imaging"


def test_the_expansion_alone_says_how_words_are_read() -> None:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("plainbill_expand")

    doc = pipeline("SURG SUP")

    assert [word.reading for word in doc._.plainbill.words] == [("SURGICAL",), ("SUPPLY",)]
    assert doc._.plainbill.reading is None


def test_the_plugins_own_pipeline_says_the_same_as_a_users(nlp: Language) -> None:
    for text in ("XR ANKLE RT", "R&B SEMI PVT", "IBUPROFEN 600 MG TAB"):
        assert charges()(text)._.plainbill == nlp(text)._.plainbill


def test_loading_the_plugin_does_not_load_spacy() -> None:
    script = (
        "import sys, plainbill_spacy; from plainbill.case import Line;"
        "from plainbill.knowledge.published import NOTHING_IMPORTED as tables;"
        "plainbill_spacy.describe_lines([Line(id='1', code='Q4081')], None, tables); print('spacy' in sys.modules)"
    )

    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert loaded.stdout.strip() == "False"


def test_what_was_understood_comes_back_from_worker_processes(nlp: Language) -> None:
    texts = ["XR ANKLE RT", "SURG SUP", "IBUPROFEN 600 MG TAB", "MISC"]

    docs = list(nlp.pipe(texts, n_process=2, batch_size=2))

    assert [doc._.plainbill for doc in docs] == [nlp(text)._.plainbill for text in texts]
    assert [len(doc.spans["plainbill"]) for doc in docs] == [len(nlp(text).spans["plainbill"]) for text in texts]


def test_a_pipeline_written_to_disk_says_the_same_when_loaded(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)

    loaded = spacy.load(tmp_path)

    assert loaded.pipe_names == nlp.pipe_names
    assert loaded("XR ANKLE RT")._.plainbill == nlp("XR ANKLE RT")._.plainbill


def test_what_was_understood_is_kept_in_files_of_docs(nlp: Language) -> None:
    kept = DocBin(docs=[nlp("XR ANKLE RT")], store_user_data=True).to_bytes()

    (doc,) = DocBin().from_bytes(kept).get_docs(nlp.vocab)

    assert doc._.plainbill == nlp("XR ANKLE RT")._.plainbill
