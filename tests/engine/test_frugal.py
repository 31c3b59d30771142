"""Reading frugally where the settings ask for it and the reader knows how."""

from dataclasses import replace

import numpy
import pytest

from plainbill.engine.pages import PageReader
from plainbill.engine.second_look import SecondLook
from plainbill.engine.watching import NobodyWatches
from plainbill.plugins.asking import Plugins
from plainbill.plugins.loading import load_plugins
from plainbill.plugins.records import Picture, Reader, SeenWord
from plainbill.reading.page import Box
from plainbill.settings import ReadingSettings

PICTURE = Picture(pixels=numpy.zeros((10, 10, 3), numpy.uint8))


def saying(text: str) -> tuple[SeenWord, ...]:
    return (SeenWord(text=text, box=Box(x0=0, y0=0, x1=1, y1=1), confidence=1.0),)


BOTH = Reader(
    name="both", unavailable=lambda: None, read=lambda _: saying("usual"), read_frugally=lambda _: saying("frugal")
)


@pytest.mark.parametrize(
    ("frugal", "reader", "said"),
    [(False, BOTH, "usual"), (True, BOTH, "frugal"), (True, replace(BOTH, read_frugally=None), "usual")],
)
def test_a_reader_is_asked_frugally_where_it_can_and_should(frugal: bool, reader: Reader, said: str) -> None:
    plugins, watch = Plugins(load_plugins(), lambda _: None), NobodyWatches()
    look = SecondLook(plugins, watch, first="both", second="")
    pages = PageReader(plugins, ReadingSettings(frugal=frugal), watch, look)
    (word,) = pages.way_of_reading(reader)(PICTURE)
    assert word.text == said
