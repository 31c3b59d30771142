"""RapidOCR reads a real picture here: right words, in their places, upright or not, telling nobody."""

import functools
import json
import os
import subprocess
import sys
from importlib.machinery import ModuleSpec
from pathlib import Path

import numpy
import pytest

from plainbill.plugins.records import PageRange, Picture, SeenWord, SourceFile
from plainbill_files.pictures import load_picture
from plainbill_rapidocr import engine, register_cleaners, register_readers
from plainbill_rapidocr.upright import turn_upright

FIXTURES = Path(__file__).parents[2] / "fixtures"
CARD = "insurance-card"


@functools.cache
def card() -> Picture:
    file = SourceFile(name="card.png", content=(FIXTURES / "scans" / f"{CARD}.png").read_bytes())
    (page,) = load_picture(file, PageRange())
    assert page.picture is not None
    return page.picture


@pytest.fixture(scope="session")
def words() -> tuple[SeenWord, ...]:
    (reader,) = register_readers()
    assert reader.unavailable() is None
    return tuple(reader.read(card()))


def printed() -> list[tuple[str, float, float, float, float]]:
    (page,) = json.loads((FIXTURES / "words" / f"{CARD}.json").read_text(encoding="utf-8"))["pages"]
    return [tuple(word) for word in page["words"]]


def test_the_words_of_a_card_are_read(words: tuple[SeenWord, ...]) -> None:
    read = {word.text for word in words}
    truth = [text for text, *_ in printed()]
    assert sum(text in read for text in truth) >= 0.95 * len(truth)


def test_each_word_stands_where_it_is_printed(words: tuple[SeenWord, ...]) -> None:
    for word in words:
        places = [place for text, *place in printed() if text == word.text]
        box = (word.box.x0, word.box.y0, word.box.x1, word.box.y1)
        if places:
            assert any(box == pytest.approx(place, abs=12) for place in places), word.text


def test_confidence_is_a_share(words: tuple[SeenWord, ...]) -> None:
    assert all(word.confidence is not None and 0 <= word.confidence <= 1 for word in words)


def test_a_picture_without_print_has_no_words() -> None:
    (reader,) = register_readers()
    assert not reader.read(Picture(pixels=numpy.full((300, 400, 3), 255, numpy.uint8)))


@pytest.mark.parametrize("shape", [(1, 1), (3, 9000), (9000, 3)])
def test_a_picture_as_thin_as_a_thread_has_no_words(shape: tuple[int, int]) -> None:
    (reader,) = register_readers()
    assert not reader.read(Picture(pixels=numpy.zeros((*shape, 3), numpy.uint8)))


def test_words_of_a_strip_stand_where_they_do_in_it(words: tuple[SeenWord, ...]) -> None:
    (reader,) = register_readers()
    first = words[0]
    strip = numpy.ascontiguousarray(card().pixels[: int(first.box.y1) + 12])
    places = [(word.box.x0, word.box.y0) for word in reader.read(Picture(pixels=strip)) if word.text == first.text]
    assert any(place == pytest.approx((first.box.x0, first.box.y0), abs=10) for place in places)


def test_a_page_that_stands_on_its_head_is_turned() -> None:
    (cleaner,) = register_cleaners()
    cleaned = cleaner.clean(Picture(pixels=numpy.ascontiguousarray(card().pixels[::-1, ::-1])))
    assert cleaned is not None
    assert (cleaned.picture.pixels == card().pixels).all()
    assert [problem.kind for problem in cleaned.problems] == ["turned"]
    x, y, scale = numpy.array(cleaned.to_source).reshape(3, 3) @ (10, 20, 1)
    assert (x / scale, y / scale) == (card().width - 10, card().height - 20)


def test_an_upright_page_is_left_as_it_is() -> None:
    assert turn_upright(card()) is None


def test_a_page_without_rows_is_left_as_it_is() -> None:
    assert turn_upright(Picture(pixels=numpy.full((300, 400, 3), 255, numpy.uint8))) is None


def test_without_its_runtime_the_reader_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(name: str) -> ModuleSpec | None:
        return None

    monkeypatch.setattr(engine, "find_spec", nothing)
    assert engine.unavailable() == "the Python package rapidocr is not installed; install plainbill again"


def test_without_its_weights_the_reader_says_so_and_fetches_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(engine, "_weights_folder", lambda: tmp_path)
    why = engine.unavailable()
    assert why is not None and "lacks its weights" in why


READ_ONE = """
import numpy
from plainbill.plugins.records import Picture
from plainbill_rapidocr import register_readers
register_readers()[0].read(Picture(pixels=numpy.full((64, 64, 3), 255, numpy.uint8)))
"""


def test_onnxruntime_makes_no_device_id_and_keeps_no_reports(tmp_path: Path) -> None:
    # Sockets are watched in tests/browser; what would be sent later waits in the user's folder.
    elsewhere = {"HOME": str(tmp_path), "PATH": os.environ["PATH"]}
    subprocess.run([sys.executable, "-c", READ_ONE], env=elsewhere, check=True, capture_output=True)
    assert list(tmp_path.rglob("*")) == []
