"""Tesseract reads a real picture here, and says plainly when it is not installed."""

import json
import os
from pathlib import Path

import numpy
import pytest

from plainbill.plugins.records import PageRange, Picture, Reader, SeenWord, SourceFile
from plainbill_files.pictures import load_picture
from plainbill_tesseract import register_readers
from plainbill_tesseract.leveling import leveled

FIXTURES = Path(__file__).parents[2] / "fixtures"
CARD = "insurance-card"


def reader() -> Reader:
    (registered,) = register_readers()
    return registered


@pytest.fixture(scope="session")
def words() -> tuple[SeenWord, ...]:
    file = SourceFile(name="card.png", content=(FIXTURES / "scans" / f"{CARD}.png").read_bytes())
    (page,) = load_picture(file, PageRange())
    assert page.picture is not None
    return tuple(reader().read(page.picture))


def printed() -> list[tuple[str, float, float, float, float]]:
    (page,) = json.loads((FIXTURES / "words" / f"{CARD}.json").read_text(encoding="utf-8"))["pages"]
    return [tuple(word) for word in page["words"]]


def test_the_words_of_a_card_are_read(words: tuple[SeenWord, ...]) -> None:
    read = {word.text for word in words}
    truth = [text for text, *_ in printed()]
    assert sum(text in read for text in truth) >= 0.8 * len(truth)


def test_each_word_stands_where_it_is_printed(words: tuple[SeenWord, ...]) -> None:
    for word in words:
        places = [place for text, *place in printed() if text == word.text]
        box = (word.box.x0, word.box.y0, word.box.x1, word.box.y1)
        if places:
            assert any(box == pytest.approx(place, abs=14) for place in places), word.text


def test_reading_leaves_the_environment_as_it_was() -> None:
    before = dict(os.environ)
    reader().read(Picture(pixels=numpy.full((200, 300, 3), 255, numpy.uint8)))
    assert dict(os.environ) == before


def test_a_picture_without_print_has_no_words() -> None:
    assert not reader().read(Picture(pixels=numpy.full((200, 300, 3), 255, numpy.uint8)))


def test_where_the_program_is_missing_the_reader_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    why = reader().unavailable()
    assert why is not None
    assert "program tesseract is not installed" in why and "apt-get install tesseract-ocr" in why


def test_a_program_that_does_not_know_english_is_not_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\necho osd\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    why = reader().unavailable()
    assert why is not None and "tesseract-ocr-eng" in why


def test_uneven_light_is_leveled() -> None:
    light = numpy.linspace(90, 250, 2400)[None, :, None].repeat(1800, axis=0).repeat(3, axis=2)
    pixels = light.astype(numpy.uint8)
    pixels[800:810, 200:2200] = pixels[800:810, 200:2200] // 4
    gray, scale = leveled(Picture(pixels=pixels))
    assert scale == 1.0
    assert gray[100:700].min() > 230
    assert gray[803:807, 300:2100].max() < 100


def test_a_small_picture_is_enlarged() -> None:
    gray, scale = leveled(Picture(pixels=numpy.full((600, 800, 3), 200, numpy.uint8)))
    assert (scale, gray.shape) == (2.0, (1200, 1600))
