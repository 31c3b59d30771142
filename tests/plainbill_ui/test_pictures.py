import io
from collections.abc import Iterator
from pathlib import Path

import numpy
import pytest
from PIL import Image
from starlette.applications import Starlette
from starlette.types import ASGIApp

from plainbill.store import Store, StoredPage
from plainbill_ui.pictures import case_tag, cut, picture_routes
from plainbill_ui.services import now
from tests.plainbill_ui.asking import ask

MINE, OTHER = "m" * 43, "o" * 43


def page_with_a_red_corner(*, width: int = 400, height: int = 200) -> StoredPage:
    """A page kept at half its size, white but for its lower right quarter."""
    picture = Image.new("RGB", (width // 2, height // 2), "white")
    picture.paste("red", (width // 4, height // 4, width // 2, height // 2))
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=95)
    return StoredPage(position=0, file="bill.jpg", picture=written.getvalue(), width=width, height=height)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store with a case of mine, of one page, and an empty case of somebody else."""
    opened = Store.open(f"sqlite:///{tmp_path / 'cases.sqlite'}")
    mine = opened.create_case(MINE, now=now(), keep_days=1)
    opened.save_page(mine.id, page_with_a_red_corner())
    opened.create_case(OTHER, now=now(), keep_days=1)
    yield opened
    opened.close()


@pytest.fixture
def app(store: Store) -> ASGIApp:
    return Starlette(routes=picture_routes(lambda: store))


@pytest.fixture
def address(store: Store) -> str:
    """Where the page of my case is."""
    case = store.case_of(MINE, now=now())
    assert case is not None
    return f"/page/{case_tag(case.id)}/0"


def look(app: ASGIApp, address: str, cookie: str | None) -> int:
    return ask(app, address, {} if cookie is None else {"cookie": f"plainbill_case={cookie}"}).status


def test_the_owner_sees_the_page_and_its_pieces(app: ASGIApp, address: str) -> None:
    assert look(app, address, MINE) == 200
    assert look(app, f"{address}/10-10-50-30", MINE) == 200


@pytest.mark.parametrize("cookie", [None, OTHER, "guess", ""])
def test_nobody_else_sees_it(app: ASGIApp, address: str, cookie: str | None) -> None:
    assert look(app, address, cookie) == 404
    assert look(app, f"{address}/10-10-50-30", cookie) == 404


@pytest.mark.parametrize("wrong", ["/page/00000000/0", "/page/00000000/0/1-1-9-9"])
def test_the_address_of_a_case_before_shows_nothing_of_this_one(app: ASGIApp, wrong: str) -> None:
    assert look(app, wrong, MINE) == 404


@pytest.mark.parametrize("box", ["50-10-10-30", "10-30-50-30"])
def test_a_box_without_inside_is_not_found(app: ASGIApp, address: str, box: str) -> None:
    assert look(app, f"{address}/{box}", MINE) == 404


def test_a_piece_is_cut_in_the_pixels_of_the_page_that_was_read() -> None:
    piece = Image.open(io.BytesIO(cut(page_with_a_red_corner(), (240, 120, 360, 160))))

    assert piece.size == (61, 21)
    assert numpy.asarray(piece)[10, 30].tolist() == [254, 0, 0]


def test_a_box_beyond_the_page_gives_what_there_is() -> None:
    piece = Image.open(io.BytesIO(cut(page_with_a_red_corner(), (5000, 5000, 6000, 6000))))

    assert piece.size == (1, 1)
