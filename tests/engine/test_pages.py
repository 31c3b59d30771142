"""From a file to words: cleaners move boxes back, readers stand in for each other, a failure costs one page."""

from importlib.metadata import EntryPoint

import pytest

from plainbill.engine.names import UnknownName
from plainbill.engine.pages import PageReader, ReadPage
from plainbill.engine.second_look import SecondLook
from plainbill.engine.watching import NobodyWatches
from plainbill.plugins.asking import Plugins
from plainbill.plugins.loading import load_plugins
from plainbill.plugins.records import PageRange, SourceFile
from plainbill.reading.page import Box
from plainbill.settings import ReadingSettings


def pages_of(content: bytes, *names: str, reader: str = "scripted", cleaners: tuple[str, ...] = ()) -> list[ReadPage]:
    entries = [EntryPoint(name=name, value=f"tests.plugins.shelf.{name}", group="plainbill") for name in names]
    plugins = Plugins(load_plugins(entries=entries), lambda failure: None)
    settings = ReadingSettings(reader=reader, cleaners=cleaners)
    look = SecondLook(plugins, NobodyWatches(), first=reader, second="")
    files = [SourceFile(name="bill.jpg", content=content)]
    return list(PageReader(plugins, settings, NobodyWatches(), look).read(files, PageRange()))


def test_a_word_keeps_its_place_in_the_picture_that_people_see() -> None:
    (page,) = pages_of(b"x", "scripted", cleaners=("halve", "halve"))
    (paper,) = page.words
    (word,) = paper.words
    assert word.box == Box(x0=10, y0=20, x1=30, y1=25)
    assert word.source_box == Box(x0=40, y0=80, x1=120, y1=100)
    assert (paper.width, paper.height) == (50, 25)
    assert (page.report.width, page.report.height) == (200, 100)


def test_a_reader_that_is_not_available_says_why_and_the_next_one_reads() -> None:
    (page,) = pages_of(b"x", "blind", "scripted", reader="blind")
    assert page.words is not None
    assert [problem.kind for problem in page.report.problems] == ["engine_unavailable"]
    assert "not available, because its program is missing" in page.report.problems[0].text


def test_a_reader_nobody_has_is_an_error_that_lists_those_there_are() -> None:
    with pytest.raises(UnknownName, match="scripted"):
        pages_of(b"x", "scripted", reader="absent")


def test_a_page_that_was_loaded_before_the_loader_failed_is_kept() -> None:
    first, second = pages_of(b"breaks", "scripted")
    assert first.words is not None
    assert second.words == ()
    assert [problem.kind for problem in second.report.problems] == ["unreadable"]
    assert "SECRET" not in second.report.problems[0].text


def test_an_empty_file_is_said_to_be_empty() -> None:
    (page,) = pages_of(b"", "scripted")
    assert page.report.problems[0].text == "is empty; send the file again"


def test_a_wrong_word_costs_itself_and_the_others_are_read() -> None:
    (page,) = pages_of(b"x", "garbled", reader="garbled")
    assert [word.text for paper in page.words for word in paper.words] == ["TOTAL"]


def test_what_a_cleaner_returns_wrong_leaves_the_picture_as_it_was_and_is_said() -> None:
    (page,) = pages_of(b"x", "garbled", reader="garbled", cleaners=("garbled",))
    assert page.words != ()
    assert ["returned something else than clean asks for" in each.text for each in page.report.problems] == [True]


@pytest.mark.parametrize("content", [b"nonsense", b"no picture"])
def test_what_a_loader_yields_wrong_ends_the_file_and_is_said(content: bytes) -> None:
    first, second = pages_of(content, "garbled", reader="garbled")
    assert first.words != ()
    assert [problem.kind for problem in second.report.problems] == ["unreadable"]


def test_a_reader_that_cannot_say_whether_it_works_is_passed_over() -> None:
    (page,) = pages_of(b"x", "garbled", reader="mute")
    assert [word.text for paper in page.words for word in paper.words] == ["TOTAL"]
    assert [problem.kind for problem in page.report.problems] == ["engine_unavailable"]


def test_a_plugin_is_handed_pictures_that_it_cannot_change() -> None:
    (page,) = pages_of(b"x", "scripted", "mutates", cleaners=("paint",))
    assert page.words != ()
    assert ["the plugin mutates failed in clean (ValueError" in each.text for each in page.report.problems] == [True]
