"""A quick look at added files: what is wrong with a photo is known before a word of it is read."""

import io
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image, ImageEnhance

from plainbill.engine.engine import Engine
from plainbill.engine.glancing import LONGEST_SIDE, glance_at_case
from plainbill.engine.pool import ReadingPool
from plainbill.settings import Settings
from plainbill.store import Store, StoredCase

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
FIXTURES = Path(__file__).parents[2] / "fixtures"
BILL = FIXTURES / "sample" / "bill.jpg"


@pytest.fixture
def case(store: Store) -> StoredCase:
    return store.create_case("cookie", now=NOON, keep_days=30)


def dark_photo() -> bytes:
    written = io.BytesIO()
    ImageEnhance.Brightness(Image.open(BILL)).enhance(0.1).save(written, "JPEG")
    return written.getvalue()


def test_each_file_is_looked_at_once_and_trouble_has_its_kind(store: Store, case: StoredCase) -> None:
    portal = FIXTURES / "files" / "long-bill-portal.txt"
    store.add_files(
        case.id,
        [("good.jpg", BILL.read_bytes()), ("dark.jpg", dark_photo()), ("a.txt", portal.read_bytes()), ("b.jpg", b"no")],
    )

    glance_at_case(case.id, store, Engine.start(Settings()))

    found = store.glances(case.id)
    kinds = {position: [each.kind for page in pages for each in page.problems] for position, pages in found.items()}
    assert kinds == {0: [], 1: ["dark"], 2: [], 3: ["unreadable"]}
    assert [bool(found[position][0].picture) for position in range(4)] == [True, True, False, False]
    picture = store.glance_picture(case.id, found[1][0].picture, 1)
    assert picture is not None
    assert max(Image.open(io.BytesIO(picture)).size) == LONGEST_SIDE
    assert store.files_to_glance_at(case.id) == ()


def test_a_process_that_dies_over_a_file_leaves_it_to_be_read(store: Store, case: StoredCase, url: str) -> None:
    store.add_files(case.id, [("bill.jpg", BILL.read_bytes())])
    pool = ReadingPool(Settings(), store, url, command=("/bin/false",), warm=False)

    pool.glance(case.id)
    while not store.glances(case.id):
        time.sleep(0.02)
    pool.close()

    assert store.glances(case.id) == {0: ()}
    assert store.file_names(case.id) == ((0, "bill.jpg"),)
