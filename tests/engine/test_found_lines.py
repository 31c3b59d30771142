"""What stands on a page is told as soon as the page is done, and costs the result nothing."""

import time
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from plainbill.case import ReadResult
from plainbill.engine.pool import ReadingPool
from plainbill.engine.reading import read_files
from plainbill.engine.watching import FoundLine, FoundLines, NobodyWatches, Step, Watch
from plainbill.plugins.asking import Plugins
from plainbill.plugins.loading import load_plugins
from plainbill.plugins.records import LoadedPage, PageRange, SourceFile
from plainbill.settings import ReadingSettings
from plainbill.store import Store
from tests.engine.test_pool import NOON, give, scripted_pool

SHELF = ("scripted", "second")
PRINTED = (
    FoundLine(words="Office visit", day="01/05/2025", amount="210.00"),
    FoundLine(words="Sling", day="01/05/2025", amount="56.00"),
)


class Listening:
    """Keeps what was told, in its order."""

    def __init__(self) -> None:
        self.told: list[FoundLines | Step] = []

    def on_step(self, step: Step) -> None:
        self.told.append(step)

    def on_page(self, index: int, file: str, page: LoadedPage) -> None:
        pass

    def on_lines(self, find: Callable[[], FoundLines]) -> None:
        self.told.append(find())


class Failing(NobodyWatches):
    """Cannot take lines."""

    def on_lines(self, find: Callable[[], FoundLines]) -> None:
        find()
        raise OSError("SECRET")


def read(watch: Watch, second: str) -> ReadResult:
    """Two pages of one bill, each a photo of its own."""
    entries = [EntryPoint(name=name, value=f"tests.plugins.shelf.{name}", group="plainbill") for name in SHELF]
    entries += [EntryPoint(name=name, value=f"plainbill_{name}", group="plainbill") for name in ("layout", "parser")]
    return read_files(
        [SourceFile(name=f"{i}.jpg", content=b"x") for i in range(2)],
        plugins=Plugins(load_plugins(entries=entries), lambda failure: None),
        settings=ReadingSettings(reader="first", second_reader=second, cleaners=()),
        pages=PageRange(),
        watch=watch,
    )


@pytest.mark.parametrize("second", ["again", ""])
def test_the_lines_of_a_page_are_told_as_printed_before_the_next_page_is_loaded(second: str) -> None:
    listening = Listening()
    read(listening, second)

    first = listening.told.index(FoundLines(page=0, lines=PRINTED))
    assert first < listening.told.index(Step(kind="loaded", file="1.jpg", page=1))
    assert [each.page for each in listening.told if isinstance(each, FoundLines)] == [0, 1]


@pytest.mark.parametrize("second", ["again", ""])
@pytest.mark.parametrize("watch", [Listening(), Failing()])
def test_whoever_hears_of_lines_changes_nothing_in_the_result_and_nor_does_an_error_there(
    watch: Watch, second: str
) -> None:
    assert read(watch, second) == read(NobodyWatches(), second)


@pytest.fixture
def pool(store: Store, url: str, tmp_path: Path) -> Iterator[ReadingPool]:
    made = scripted_pool(store, url, tmp_path)
    yield made
    made.close()


def test_lines_are_held_for_their_own_case_and_only_while_it_is_read(store: Store, pool: ReadingPool) -> None:
    give(store, pool, "one", "finds")
    give(store, pool, "other", "fine")
    (one, other) = (store.case_of(cookie, now=NOON) for cookie in ("one", "other"))
    assert one is not None
    assert other is not None
    while not (found := pool.found(one.id)):
        time.sleep(0.01)

    assert found == (FoundLines(page=0, lines=PRINTED[:1]),)
    assert pool.found(other.id) == ()
    while pool.found(one.id):
        time.sleep(0.01)
    assert store.result(one.id) is not None
