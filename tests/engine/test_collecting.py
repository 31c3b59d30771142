"""The collector of garbage, held off while a page is laid out and parsed."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from plainbill.engine import pages
from plainbill.engine.collecting import collection_held_off
from plainbill.engine.reading import read_files
from plainbill.engine.watching import NobodyWatches
from plainbill.plugins.asking import Plugins
from plainbill.plugins.loading import load_plugins
from plainbill.plugins.records import PageRange, SourceFile
from plainbill.reading import documents, layout
from plainbill.settings import ReadingSettings

BILL = Path(__file__).parents[2] / "fixtures/files/long-bill-portal.txt"


@pytest.fixture(autouse=True)
def collecting() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()


def test_nothing_is_collected_within_and_all_goes_on_behind() -> None:
    with collection_held_off():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_goes_on_behind_a_failure_too() -> None:
    with pytest.raises(ValueError, match="torn"), collection_held_off():
        raise ValueError("torn")
    assert gc.isenabled()


def test_who_switched_it_off_finds_it_off() -> None:
    gc.disable()
    with collection_held_off():
        pass
    assert not gc.isenabled()


def test_a_page_is_parted_laid_out_and_parsed_while_nothing_is_collected(monkeypatch: pytest.MonkeyPatch) -> None:
    collected: dict[str, bool] = {}

    def note(module: ModuleType, function: str) -> None:
        does: Callable[..., object] = getattr(module, function)

        def noted(*args: object, **kwargs: object) -> object:
            collected[function] = gc.isenabled()
            return does(*args, **kwargs)

        monkeypatch.setattr(module, function, noted)

    note(pages, "papers_on")
    note(layout, "lay_out")
    note(documents, "parse")
    read_files(
        [SourceFile(name="bill.txt", content=BILL.read_bytes())],
        plugins=Plugins(load_plugins(), lambda failure: pytest.fail(failure.where)),
        settings=ReadingSettings(),
        pages=PageRange(),
        watch=NobodyWatches(),
    )

    assert collected == {"papers_on": False, "lay_out": False, "parse": False}
    assert gc.isenabled()
