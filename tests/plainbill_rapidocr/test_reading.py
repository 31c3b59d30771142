"""RapidOCR reads a real picture here: right words, in their places, upright or not, telling nobody."""

import functools
import json
import os
import subprocess
import sys
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from pathlib import Path

import numpy
import pytest

from plainbill.plugins.records import PageRange, Picture, SeenWord, SourceFile
from plainbill_files.pictures import load_picture
from plainbill_rapidocr import networks, register_readers
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
    # A printed word's box has room for letters that hang below the line, so the bottom of large print is furthest off.
    for word in words:
        places = [place for text, *place in printed() if text == word.text]
        box = (word.box.x0, word.box.y0, word.box.x1, word.box.y1)
        if places:
            assert any(box == pytest.approx(place, abs=13) for place in places), word.text


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


def test_a_page_without_rows_is_left_as_it_is() -> None:
    assert turn_upright(Picture(pixels=numpy.full((300, 400, 3), 255, numpy.uint8))) is None


def test_without_its_runtime_the_reader_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(name: str) -> ModuleSpec | None:
        return None

    monkeypatch.setattr(networks, "find_spec", nothing)
    assert networks.unavailable() == "the Python package rapidocr is not installed; install plainbill again"


def test_without_either_runtime_the_reader_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def weights_alone(name: str) -> ModuleSpec | None:
        return find_spec(name) if name == "rapidocr" else None

    monkeypatch.setattr(networks, "find_spec", weights_alone)
    why = networks.unavailable()
    assert why is not None and "openvino and onnxruntime" in why


def test_without_its_weights_the_reader_says_so_and_fetches_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(networks, "_weights_folder", lambda: tmp_path)
    why = networks.unavailable()
    assert why is not None and "lacks its weights" in why


READ_ONE = """
import json, sys
import cv2, numpy
from plainbill.plugins.records import Picture
from plainbill_rapidocr import networks, register_readers
networks.RUNTIMES = (sys.argv[1],)
reached = []
sys.addaudithook(lambda event, args: reached.append(event) if event.startswith("socket.") else None)
pixels = cv2.cvtColor(cv2.imread(sys.argv[2]), cv2.COLOR_BGR2RGB)
words = register_readers()[0].read(Picture(pixels=pixels))
telling = [name for name in ("openvino_telemetry", "openvino.tools.ovc") if sys.modules.get(name) is not None]
print(json.dumps({"words": [word.text for word in words], "reached": reached, "telling": telling}))
"""


@pytest.mark.parametrize("runtime", networks.RUNTIMES)
def test_either_runtime_reads_the_words_and_tells_nobody(runtime: str, tmp_path: Path) -> None:
    # Sockets that no Python opens are watched in tests/browser; what would be sent later waits in the user's folder.
    if find_spec(runtime) is None:
        pytest.skip(f"{runtime} is not installed here")
    elsewhere = {"HOME": str(tmp_path), "PATH": os.environ["PATH"], "PYTHONPATH": os.pathsep.join(sys.path)}
    picture = str(FIXTURES / "scans" / f"{CARD}.png")
    done = subprocess.run(
        [sys.executable, "-c", READ_ONE, runtime, picture], env=elsewhere, check=True, capture_output=True
    )
    told = json.loads(done.stdout)
    truth = [text for text, *_ in printed()]
    assert sum(text in told["words"] for text in truth) >= 0.95 * len(truth)
    assert (told["reached"], told["telling"]) == ([], [])
    assert list(tmp_path.rglob("*")) == []


def test_frugal_reading_finds_the_same_words(words: tuple[SeenWord, ...]) -> None:
    (reader,) = register_readers()
    assert reader.read_frugally is not None
    frugal = {word.text for word in reader.read_frugally(card())}
    assert len(frugal & {word.text for word in words}) >= 0.95 * len({word.text for word in words})
