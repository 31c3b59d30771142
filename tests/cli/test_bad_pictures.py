"""Pictures that are hard or impossible to read: each ends in an answer that says what was read and what was not."""

import io
import json
from pathlib import Path

import cv2
import numpy
import pytest
from PIL import Image

from source.camera import Damages, take
from tests.cli.running import CommandLine
from tests.fixture_readings import FIXTURES

# Each reads a picture for real; on a busy machine that takes longer than ten seconds.
pytestmark = pytest.mark.timeout(120)
MEMBER = "HSH4471992001"


def card() -> numpy.ndarray:
    return numpy.asarray(Image.open(FIXTURES / "scans" / "insurance-card.png").convert("RGB"))


def handwriting() -> numpy.ndarray:
    """Rows of one long wavy stroke, as somebody writes who is in a hurry."""
    draw = numpy.random.default_rng(7)
    page = numpy.full((1100, 850, 3), 250, numpy.uint8)
    for row in range(14):
        x = numpy.arange(80, 760, 3)
        y = 110 + 66 * row + (12 * numpy.sin(x / 7.0) + draw.normal(0, 5, len(x))).round()
        points = numpy.stack([x, y], axis=1).astype(numpy.int32)
        cv2.polylines(page, [points.reshape(-1, 1, 2)], False, (40, 40, 120), 2)
    return page


def table_without_numbers() -> numpy.ndarray:
    page = numpy.full((1100, 850, 3), 250, numpy.uint8)
    for row, word in enumerate(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")):
        for column, text in enumerate((word, "garden", "kitchen")):
            at = (70 + 250 * column, 140 + 90 * row)
            cv2.rectangle(page, (at[0] - 20, at[1] - 50), (at[0] + 230, at[1] + 40), (60, 60, 60), 2)
            cv2.putText(page, text, at, cv2.FONT_HERSHEY_SIMPLEX, 1.0, (20, 20, 20), 2)
    return page


def saved(folder: Path, pixels: numpy.ndarray) -> Path:
    path = folder / "picture.png"
    out = io.BytesIO()
    Image.fromarray(numpy.ascontiguousarray(pixels)).save(out, "PNG")
    path.write_bytes(out.getvalue())
    return path


def member_of(out: str) -> str:
    (document,) = json.loads(out)["case"]["documents"]
    return "".join(str(document["coverage"]["member_id"]).split())


def problems_of(out: str) -> set[str]:
    return {problem["kind"] for page in json.loads(out)["pages"] for problem in page["problems"]}


def test_an_upside_down_picture_is_read_and_said_to_be_turned(plainbill: CommandLine, tmp_path: Path) -> None:
    ended = plainbill("read", saved(tmp_path, card()[::-1, ::-1]), "--json")
    assert ended.status == 0
    assert member_of(ended.out) == MEMBER
    assert problems_of(ended.out) == {"turned"}


def test_a_screen_with_moire_is_read(plainbill: CommandLine, tmp_path: Path) -> None:
    shot = take(card()[:, :, ::-1], Damages(screen=700, long_side=1800, table="dark"), 3)
    ended = plainbill("read", saved(tmp_path, shot.picture[:, :, ::-1]), "--json")
    assert ended.status == 0
    assert member_of(ended.out) == MEMBER


@pytest.mark.parametrize("drawn", [handwriting, table_without_numbers])
def test_a_picture_without_a_bill_is_refused_with_the_reason(
    plainbill: CommandLine, tmp_path: Path, drawn: "object"
) -> None:
    path = saved(tmp_path, drawn())  # type: ignore[operator]  # one of the two functions
    ended = plainbill("read", path, "--json")
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith(f"{path}: page 1: ") and ";" in ended.err


def test_a_mirrored_picture_yields_no_number_that_is_not_on_it(plainbill: CommandLine, tmp_path: Path) -> None:
    path = saved(tmp_path, card()[:, ::-1])
    ended = plainbill("read", path, "--json")
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith(f"{path}: page 1: ")


def test_half_a_page_says_at_which_side_it_is_cut(plainbill: CommandLine, tmp_path: Path) -> None:
    page = numpy.asarray(Image.open(FIXTURES / "scans" / "laboratory-bill.png").convert("RGB"))
    ended = plainbill("read", saved(tmp_path, page[:, : page.shape[1] * 4 // 10]), "--json")
    assert "cut off at the right edge" in ended.out + ended.err
