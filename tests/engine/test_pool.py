import io
import os
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from plainbill.case import write_json
from plainbill.engine.pool import DIED, MISFIT, ReadingPool
from plainbill.settings import PluginSettings, ScreenSettings, Settings
from plainbill.store import Store, StoredCase
from tests.plainbill_ui.explanation import explanation
from tests.plugins.installing import install
from tests.plugins.shelf.second import BILL

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
CHECKOUT = Path(__file__).parents[2]
PORTAL = CHECKOUT / "fixtures" / "files" / "long-bill-portal.txt"
SCRIPTED = Path(__file__).parent / "processes" / "scripted.py"


def scripted_pool(store: Store, url: str, folder: Path) -> ReadingPool:
    """A pool whose process does what the names of the files say, and has two seconds for each."""
    result = folder / "result.json"
    result.write_text(write_json(explanation()), encoding="utf-8")
    settings = Settings(screen=ScreenSettings(deadline_s=2))
    return ReadingPool(settings, store, url, command=(sys.executable, str(SCRIPTED), str(result)), warm=False)


@pytest.fixture(scope="module")
def aftermath(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store after one pool was given a case that crashes, one that hangs, and one that is fine, in this order."""
    folder = tmp_path_factory.mktemp("aftermath")
    url = f"sqlite:///{folder / 'cases.sqlite'}"
    store = Store.open(url)
    pool = scripted_pool(store, url, folder)
    for behavior in ("crash", "hang", "fine"):
        give(store, pool, behavior, behavior)
    for behavior in ("crash", "hang", "fine"):
        ended(store, behavior)
    pool.close()
    yield store
    store.close()


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store whose cases the pool has read as on the screen, each named for what it held."""
    folder = tmp_path_factory.mktemp("read")
    url = f"sqlite:///{folder / 'cases.sqlite'}"
    store = Store.open(url)
    pool = ReadingPool(Settings(), store, url)
    give(store, pool, "deleted", "notes.txt", b"hello")
    gone = store.case_of("deleted", now=NOON)
    assert gone is not None
    store.delete_case(gone.id)
    give(store, pool, "text", PORTAL.name, PORTAL.read_bytes())
    give(store, pool, "script", "photo.jpg", b"<script>alert(1)</script>" * 3)
    give(store, pool, "photo", "photo.jpg", photo_that_tells_its_maker())
    for cookie in ("text", "script", "photo"):
        ended(store, cookie)
    pool.close()
    yield store
    store.close()


def photo_that_tells_its_maker() -> bytes:
    """A photo of nothing, with what cameras write into theirs."""
    photo = io.BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "Maker of cameras"
    Image.new("RGB", (400, 300), "white").save(photo, "JPEG", exif=exif)
    return photo.getvalue()


def give(store: Store, pool: ReadingPool, cookie: str, name: str, content: bytes = b"x") -> None:
    """Give the pool a case of one file to read."""
    case = store.create_case(cookie, now=NOON, keep_days=30)
    store.add_files(case.id, [(name, content)])
    assert store.begin_reading(case.id)
    pool.submit(case.id)


def ended(store: Store, cookie: str) -> StoredCase:
    """The case once it is no longer being read."""
    while (case := store.case_of(cookie, now=NOON)) is None or case.state == "reading":
        time.sleep(0.02)
    return case


def test_a_process_that_dies_fails_its_own_case_in_plain_words(aftermath: Store) -> None:
    case = ended(aftermath, "crash")

    assert (case.state, case.trouble) == ("failed", (DIED,))


def test_papers_of_a_crashed_case_are_still_there_for_another_try(aftermath: Store) -> None:
    assert aftermath.file_names(ended(aftermath, "crash").id) == ((0, "crash"),)


def test_a_process_that_hangs_is_stopped_at_the_deadline(aftermath: Store) -> None:
    case = ended(aftermath, "hang")

    assert case.state == "failed"
    assert "took longer" in case.trouble[0]


def test_the_cases_after_a_crash_and_a_hang_are_read_all_the_same(aftermath: Store) -> None:
    assert ended(aftermath, "fine").state == "done"


def test_a_program_that_cannot_start_fails_the_case(store: Store, url: str) -> None:
    pool = ReadingPool(Settings(), store, url, command=(sys.executable, "-c", "raise SystemExit(3)"), warm=False)
    give(store, pool, "one", "bill.jpg")

    assert ended(store, "one").trouble == (DIED,)
    pool.close()


def test_settings_that_do_not_fit_a_plugin_are_said_to_be_the_reason(
    store: Store, url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, "of-configured", {"configured": "tests.plugins.shelf.configured"})
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(map(str, [tmp_path, CHECKOUT, *sys.path])))
    chosen = PluginSettings.model_validate({"configured": {"wrods": "x"}})
    pool = ReadingPool(Settings(plugins=chosen), store, url, warm=False)
    give(store, pool, "one", "bill.txt")

    assert ended(store, "one").trouble == (MISFIT,)
    pool.close()


def test_closing_does_not_blame_the_case_that_was_being_read(store: Store, url: str, tmp_path: Path) -> None:
    pool = scripted_pool(store, url, tmp_path)
    give(store, pool, "one", "hang")

    pool.close()

    assert store.unfinished() != ()


def test_a_text_bill_is_read_to_its_explanation(read: Store) -> None:
    case = ended(read, "text")

    result = read.result(case.id)
    assert case.state == "done"
    assert result is not None
    assert result.case.documents[0].lines


def test_a_case_that_a_plugin_ended_is_read_without_it_and_says_so(
    store: Store, url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, "of-crashes", {"crashes": "tests.plugins.shelf.crashes"})
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(map(str, [tmp_path, CHECKOUT, *sys.path])))
    pool = ReadingPool(Settings(), store, url, warm=False)
    for cookie in ("first", "second"):
        give(store, pool, cookie, "bill.txt", BILL.encode())
    results = [store.result(ended(store, cookie).id) for cookie in ("first", "second")]
    pool.close()

    for result in results:
        assert result is not None
        assert len(result.translations) == 2
        told = [problem.text for page in result.pages for problem in page.problems]
        assert any("the plugin crashes ended this program in describe_lines" in text for text in told)


def test_files_that_hold_nothing_are_named_with_what_to_do(read: Store) -> None:
    case = ended(read, "script")

    assert case.state == "failed"
    assert case.trouble
    assert all(each.startswith("photo.jpg: ") for each in case.trouble)


def test_a_case_deleted_while_it_waits_troubles_nobody(read: Store) -> None:
    assert read.case_of("deleted", now=NOON) is None
    assert ended(read, "text").state == "done"


def test_pictures_are_kept_without_what_the_camera_wrote_into_them(read: Store) -> None:
    kept = read.page(ended(read, "photo").id, 0)

    assert kept is not None
    assert b"Maker of cameras" in photo_that_tells_its_maker()
    assert b"Maker of cameras" not in kept.picture
