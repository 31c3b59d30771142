from collections.abc import Sequence
from pathlib import Path

import numpy
import pytest

from bench import kept
from bench.kept import KeptPlugins
from plainbill.case import Problem
from plainbill.plugins.asking import From, Plugins
from plainbill.plugins.records import Cleaned, Cleaner, Picture, Reader, SeenWord
from plainbill.reading.page import Box

WORD = SeenWord(text="99213", box=Box(x0=1, y0=2, x1=3, y1=4), confidence=0.5)
UPSIDE = (-1.0, 0.0, 8.0, 0.0, -1.0, 6.0, 0.0, 0.0, 1.0)
asked: list[str] = []


def read_words(picture: Picture) -> Sequence[SeenWord]:
    asked.append("read")
    return [WORD]


def turn(picture: Picture) -> Cleaned | None:
    asked.append("clean")
    turned = Picture(pixels=numpy.ascontiguousarray(picture.pixels[::-1]))
    return Cleaned(picture=turned, to_source=UPSIDE, problems=(Problem(kind="turned", text="turned"),))


@pytest.fixture
def plugins(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> KeptPlugins:
    reader = Reader(name="counting", unavailable=lambda: None, read=read_words)
    monkeypatch.setattr(kept, "KEPT", tmp_path)
    monkeypatch.setattr(Plugins, "readers", lambda self: (From(plugin="rapidocr", answer=reader),))
    cleaner = Cleaner(name="turning", clean=turn)
    monkeypatch.setattr(Plugins, "cleaners", lambda self: (From(plugin="rapidocr", answer=cleaner),))
    asked.clear()
    return KeptPlugins(lambda failure: None)


def picture(light: int) -> Picture:
    pixels = numpy.full((6, 8, 3), light, numpy.uint8)
    pixels[0] = 0
    return Picture(pixels=pixels)


def test_a_picture_is_read_once(plugins: KeptPlugins) -> None:
    (reader,) = plugins.readers()
    assert [list(reader.answer.read(picture(9))) for _ in range(3)] == [[WORD]] * 3
    assert asked == ["read"]
    reader.answer.read(picture(8))
    assert asked == ["read", "read"]


def test_a_reader_that_changed_reads_again(plugins: KeptPlugins, monkeypatch: pytest.MonkeyPatch) -> None:
    (reader,) = plugins.readers()
    reader.answer.read(picture(9))
    monkeypatch.setattr(kept, "_made_by", lambda module: "another source")
    (changed,) = plugins.readers()
    changed.answer.read(picture(9))
    assert asked == ["read", "read"]


def test_a_reader_changes_with_its_source(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    module = tmp_path / "reader_of_the_test" / "__init__.py"
    module.parent.mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    names = []
    for source in ("x = 1", "x = 2", "x = 1"):
        module.write_text(source, "utf-8")
        kept._made_by.cache_clear()
        names.append(kept._made_by("reader_of_the_test"))
    assert names[0] == names[2] != names[1]


def test_a_cleaned_picture_that_was_read_before_is_not_even_made(plugins: KeptPlugins) -> None:
    (reader,), (cleaner,) = plugins.readers(), plugins.cleaners()
    first, second = cleaner.answer.clean(picture(9)), cleaner.answer.clean(picture(9))
    assert first is not None and second is not None
    assert (second.to_source, second.problems) == (first.to_source, first.problems)
    assert [list(reader.answer.read(each.picture)) for each in (first, second)] == [[WORD], [WORD]]
    assert asked == ["clean", "read"]


def test_a_cleaned_picture_is_made_when_somebody_looks_at_it(plugins: KeptPlugins) -> None:
    (cleaner,) = plugins.cleaners()
    first, second = cleaner.answer.clean(picture(9)), cleaner.answer.clean(picture(9))
    assert first is not None and second is not None
    assert (second.picture.width, second.picture.height) == (8, 6)
    assert numpy.array_equal(second.picture.pixels, first.picture.pixels)
