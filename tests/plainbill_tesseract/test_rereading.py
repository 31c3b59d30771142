"""Single words cut out of a real scan are read again, each run by itself."""

from pathlib import Path

import numpy
import pytest

from plainbill.plugins.records import PageRange, Picture, SourceFile
from plainbill.reading.page import Box
from plainbill_files.pictures import load_picture
from plainbill_tesseract import rereading
from plainbill_tesseract.rereading import reread
from tests.reading.papers import printed_pages

SCAN = Path(__file__).parents[2] / "fixtures" / "scans" / "laboratory-bill.png"


@pytest.fixture(scope="module")
def scan() -> Picture:
    (page,) = load_picture(SourceFile(name="scan.png", content=SCAN.read_bytes()), PageRange())
    assert page.picture is not None
    return page.picture


def test_each_run_is_read_by_itself(scan: Picture) -> None:
    (page,) = printed_pages("laboratory-bill")
    words = [word for word in page.words if len(word.text) > 2][:60]
    seen = reread(scan, [[word.box] for word in words])
    right = sum(text.strip(",.:") == word.text.strip(",.:") for text, word in zip(seen, words, strict=True))
    assert right >= 0.85 * len(words)


def test_words_of_a_phrase_are_read_in_their_order(scan: Picture) -> None:
    (page,) = printed_pages("laboratory-bill")
    at = next(i for i, word in enumerate(page.words) if word.text == "Thyroid")
    phrase = page.words[at : at + 3]
    (seen,) = reread(scan, [[word.box for word in phrase]])
    assert seen == " ".join(word.text for word in phrase)


def test_white_paper_and_places_outside_say_nothing() -> None:
    white = Picture(pixels=numpy.full((40, 60, 3), 255, numpy.uint8))
    far = Box(x0=500, y0=500, x1=540, y1=520)
    flat = Box(x0=5, y0=5, x1=5, y1=5)
    assert reread(white, [[Box(x0=2, y0=2, x1=50, y1=30)], [far], [flat]]) == ["", "", ""]
    assert reread(white, []) == []


def test_more_runs_than_fit_one_picture_keep_their_places(scan: Picture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rereading, "MOST_LINES", 2)
    (page,) = printed_pages("laboratory-bill")
    words = [next(word for word in page.words if word.text == text) for text in ("Thyroid", "hormone", "Collection")]
    assert rereading.reread(scan, [[word.box] for word in words]) == ["Thyroid", "hormone", "Collection"]
