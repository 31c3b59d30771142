"""Tesseract's library reads in this process what the program reads, and nothing of it shows outside."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy
import pytest
from numpy.typing import NDArray

from plainbill.plugins.records import PageRange, Picture, SourceFile
from plainbill.reading.page import Box
from plainbill_files.pictures import load_picture
from plainbill_tesseract import library, rereading
from plainbill_tesseract.library import Library, loaded
from plainbill_tesseract.reader import table_of
from tests.reading.papers import printed_pages

SCAN = Path(__file__).parents[2] / "fixtures" / "scans" / "laboratory-bill.png"
LINES = 6


@pytest.fixture(scope="module")
def scan() -> Picture:
    (page,) = load_picture(SourceFile(name="scan.png", content=SCAN.read_bytes()), PageRange())
    assert page.picture is not None
    return page.picture


@pytest.fixture(scope="module")
def strip(scan: Picture) -> NDArray[numpy.uint8]:
    """The head of the scan, in gray."""
    return numpy.ascontiguousarray(scan.pixels[: scan.height // 4, :, 1])


@pytest.fixture
def letters() -> Library:
    found = loaded()
    assert found is not None
    return found


@pytest.fixture
def loaded_anew() -> Iterator[None]:
    loaded.cache_clear()
    yield
    loaded.cache_clear()


def test_it_sees_what_the_program_sees(letters: Library, strip: NDArray[numpy.uint8]) -> None:
    ours, programs = letters.table_of(strip, LINES), table_of(strip, f"--psm {LINES}")
    assert len([text for text in ours["text"] if str(text).strip()]) > 20
    for name in ("left", "top", "width", "height", "text"):
        assert [str(cell) for cell in ours[name]] == [str(cell) for cell in programs[name]]


def test_what_it_read_before_makes_no_difference(letters: Library, strip: NDArray[numpy.uint8]) -> None:
    upper, lower = strip[: len(strip) // 2], strip[len(strip) // 2 :]
    before = letters.table_of(lower, LINES)
    letters.table_of(upper, LINES)
    assert letters.table_of(lower, LINES) == before


def test_print_without_an_end_is_given_up(
    letters: Library, strip: NDArray[numpy.uint8], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library, "TIMEOUT_S", 0.001)
    with pytest.raises(RuntimeError, match="too long"):
        letters.table_of(strip, LINES)
    monkeypatch.undo()
    assert any(letters.table_of(strip, LINES)["text"])


@pytest.mark.usefixtures("loaded_anew")
def test_nothing_of_it_shows_outside(strip: NDArray[numpy.uint8], capfd: pytest.CaptureFixture[str]) -> None:
    environment = dict(os.environ)
    letters = loaded()
    assert letters is not None
    letters.table_of(numpy.full((1, 1), 255, numpy.uint8), LINES)
    letters.table_of(numpy.full((80, 90), 255, numpy.uint8), LINES)
    assert capfd.readouterr() == ("", "")
    assert dict(os.environ) == environment


def test_the_second_look_starts_no_program(scan: Picture, monkeypatch: pytest.MonkeyPatch) -> None:
    def start(*_: object) -> None:
        raise AssertionError("the program was started")

    monkeypatch.setattr(rereading, "table_of", start)
    assert rereading.reread(scan, [[box_of("Thyroid")]]) == ["Thyroid"]


@pytest.mark.usefixtures("loaded_anew")
def test_without_the_library_the_program_reads(scan: Picture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "find_library", lambda _: None)
    assert loaded() is None
    assert rereading.reread(scan, [[box_of("Thyroid")]]) == ["Thyroid"]


@pytest.mark.usefixtures("loaded_anew")
def test_a_library_that_is_no_tesseract_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "find_library", lambda _: "libc.so.6")
    assert loaded() is None
    loaded.cache_clear()
    monkeypatch.setattr(library, "find_library", lambda _: "libnowhere.so.1")
    assert loaded() is None


def test_where_its_threads_cannot_be_limited_the_program_reads() -> None:
    """What loaded the threads before has set their number for the whole process."""
    asked = (
        "import ctypes; ctypes.CDLL('libgomp.so.1'); from plainbill_tesseract.library import loaded; print(loaded())"
    )
    environment = {name: value for name, value in os.environ.items() if name != "OMP_THREAD_LIMIT"}
    paths = {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", asked], env=environment | paths, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "None"


def box_of(text: str) -> Box:
    """Where this word is printed on the scan."""
    (page,) = printed_pages("laboratory-bill")
    return next(word.box for word in page.words if word.text == text)
