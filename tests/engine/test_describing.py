"""Describing a case: every line in order, and everybody who says something is named."""

from importlib.metadata import EntryPoint

import pytest

from plainbill.case import Case, Document, Line, Remark
from plainbill.engine.describing import describe_case, describe_lines
from plainbill.knowledge.published import NothingImported, PublishedCode
from plainbill.plugins.asking import Plugins
from plainbill.plugins.loading import load_plugins
from plainbill.published import DamagedTables
from tests.describing.imported import MadeUpTables

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


def test_every_plugin_and_the_tables_alone_know_the_imported_codes() -> None:
    line, tables = Line(id="1", code="E0999"), MadeUpTables({"E0999": "Moon walker"})

    (by_plugin,) = describe_lines([line], None, asked(), tables)
    (alone,) = describe_lines([line], None, asked("raises"), tables)

    assert "Moon walker" in by_plugin.plain
    assert "Moon walker" in alone.plain


def test_what_the_paper_itself_says_of_a_code_comes_first() -> None:
    legend = Remark(code="70551", text="Scan of  the head")
    (said,) = describe_lines(LINES[:1], Document(id="a", kind="bill", lines=LINES[:1], remarks=(legend,)), asked())

    assert said.plain == 'The paper itself says what code 70551 stands for: "Scan of the head".'
    assert said.group == "imaging"
    assert any("MRI" in each.plain for each in said.alternatives)


def test_damage_of_the_imported_tables_is_no_failure_of_a_plugin() -> None:
    class Damaged(NothingImported):
        def code(self, code: str) -> PublishedCode | None:
            raise DamagedTables("made up")

    with pytest.raises(DamagedTables):
        describe_lines(LINES, None, asked(), Damaged())
