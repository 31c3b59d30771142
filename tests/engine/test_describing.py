"""Describing a case: every line in order, and everybody who says something is named."""

from importlib.metadata import EntryPoint

from plainbill.case import Case, Document, Line
from plainbill.engine.describing import describe_case, describe_lines
from plainbill.plugins.asking import Plugins
from plainbill.plugins.loading import load_plugins

LINES = (Line(id="1", code="70551", description="MRI BRAIN W/O"), Line(id="2", description="ZZTOP"))


def asked(*names: str) -> Plugins:
    entries = [EntryPoint(name=name, value=f"tests.plugins.shelf.{name}", group="plainbill") for name in names]
    return Plugins(load_plugins(entries=entries or None), lambda failure: None)


def test_every_line_of_every_paper_has_its_words_in_order() -> None:
    case = Case(documents=(Document(id="a", kind="bill", lines=LINES), Document(id="b", kind="eob", lines=LINES[:1])))
    assert [each.line for each in describe_case(case, asked())] == ["a:1", "a:2", "b:1"]


def test_the_words_and_every_alternative_name_the_plugin_they_come_from() -> None:
    (said,) = describe_lines(LINES[:1], None, asked())
    assert said.alternatives
    assert {each.source.split(":")[0] for each in (said, *said.alternatives)} == {"plainbill_spacy"}


def test_a_line_is_described_from_the_tables_where_every_plugin_fails() -> None:
    (known, unknown) = describe_lines(LINES, None, asked("raises", "garbage"))
    assert "MRI" in known.plain
    assert unknown.vague
