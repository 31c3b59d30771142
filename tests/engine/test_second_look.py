"""Doubtful print is read again by another reader while the page is at hand; whatever fails leaves it in doubt."""

from importlib.metadata import EntryPoint

import pytest

from plainbill.case import ReadResult
from plainbill.engine.names import UnknownName
from plainbill.engine.reading import read_files
from plainbill.engine.watching import NobodyWatches
from plainbill.plugins.asking import Plugins
from plainbill.plugins.loading import load_plugins
from plainbill.plugins.records import PageRange, SourceFile
from plainbill.settings import ReadingSettings
from tests.plugins.shelf import second as shelf

SHELF = ("scripted", "second")


def read(second: str) -> ReadResult:
    entries = [EntryPoint(name=name, value=f"tests.plugins.shelf.{name}", group="plainbill") for name in SHELF]
    for name in ("layout", "parser"):
        entries.append(EntryPoint(name=name, value=f"plainbill_{name}", group="plainbill"))
    plugins = Plugins(load_plugins(entries=entries), lambda failure: None)
    return read_files(
        [SourceFile(name="bill.jpg", content=b"x")],
        plugins=plugins,
        settings=ReadingSettings(reader="first", second_reader=second, cleaners=()),
        pages=PageRange(),
        watch=NobodyWatches(),
    )


def test_print_that_two_readers_saw_alike_is_confirmed_and_other_print_is_not() -> None:
    shelf.ASKED.clear()
    sources = read("again").sources
    assert "second_reader" in sources["documents[0].lines[0].units"].confirmed_by
    assert sources["documents[0].patient.name"].confirmed_by == ()
    (runs,) = shelf.ASKED
    assert len(runs) == len(set(map(tuple, runs)))


def test_a_value_that_sums_confirm_is_not_read_again() -> None:
    sources = read("again").sources
    assert "second_reader" not in sources["documents[0].lines[0].charge"].confirmed_by


def test_a_second_reader_that_nobody_has_is_named_with_those_there_are() -> None:
    with pytest.raises(UnknownName, match="no reader is called nobody; there are again, away, clumsy, first, scripted"):
        read("nobody")


@pytest.mark.parametrize("second", ["", "first", "clumsy", "away"])
def test_without_a_second_look_the_paper_is_read_and_stays_in_doubt(second: str) -> None:
    result = read(second)
    assert result.case.documents[0].lines[0].units == 1
    assert result.sources["documents[0].lines[0].units"].confirmed_by == ()
