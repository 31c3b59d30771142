"""The detector is shown every part of a page that holds ink, once and in strips; empty paper is left out."""

from collections.abc import Iterable, Iterator

import numpy
import pytest
from numpy.typing import NDArray

from plainbill_rapidocr.detecting import STEP, find_print

STRIP = 384
Numbers = NDArray[numpy.float32]


class DarkIsPrint:
    """A network that takes dark pixels for print, and keeps the sizes that it was shown."""

    def __init__(self) -> None:
        self.shown: list[tuple[int, int]] = []

    def answers(self, inputs: Iterable[Numbers]) -> Iterator[Numbers]:
        for each in inputs:
            self.shown.append((each.shape[2], each.shape[3]))
            yield (each[:, :1] < 0).astype(numpy.float32)

    def letters(self) -> tuple[str, ...]:
        return ()


def page(*bars: tuple[int, int, int, int]) -> NDArray[numpy.uint8]:
    """White paper with a black bar in each place, given as left, top, right, bottom."""
    pixels = numpy.full((1600, 1200, 3), 255, numpy.uint8)
    for left, top, right, bottom in bars:
        pixels[top:bottom, left:right] = 0
    return pixels


def test_empty_paper_is_not_shown() -> None:
    network = DarkIsPrint()
    assert find_print(network, page(), STRIP) == []
    assert network.shown == []


def test_paper_between_and_beside_print_is_not_shown() -> None:
    network = DarkIsPrint()
    assert len(find_print(network, page((100, 100, 300, 130), (100, 1400, 300, 1430)), STRIP)) == 2
    assert sum(height for height, _ in network.shown) < 1600 / 2
    assert max(width for _, width in network.shown) < 1200 / 2


def test_a_bar_is_found_where_it_is_with_room_around_it() -> None:
    (corners,) = find_print(DarkIsPrint(), page((100, 200, 300, 230)), STRIP)
    # Area over outline times 1.3 on every side: 200 x 30 x 1.3 / 460 = 17.
    expected = [[83, 183], [317, 183], [317, 247], [83, 247]]
    assert corners == pytest.approx(numpy.array(expected), abs=3)


@pytest.mark.parametrize("top", range(330, 440, 10))
def test_a_run_at_the_edge_of_a_strip_stays_whole(top: int) -> None:
    above = [(100, y, 200, y + 20) for y in range(20, top - 40, 60)]
    boxes = find_print(DarkIsPrint(), page(*above, (100, top, 700, top + 30), (100, 1500, 200, 1520)), STRIP)
    assert len(boxes) == len(above) + 2
    (run,) = (box for box in boxes if box[:, 0].max() > 600)
    assert run[:, 1].max() - run[:, 1].min() == pytest.approx(30 + 2 * 19, abs=6)


def test_strips_have_few_shapes() -> None:
    network = DarkIsPrint()
    find_print(network, page((37, 41, 1111, 71), (37, 1500, 1111, 1530)), STRIP)
    assert all(height % STEP == width % STEP == 0 for height, width in network.shown)
