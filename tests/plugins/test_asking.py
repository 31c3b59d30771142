"""Asking: who answers in which order, and what becomes of answers that are none."""

from importlib.metadata import EntryPoint

import pytest

from plainbill.case import Line
from plainbill.plugins.asking import Plugins
from plainbill.plugins.loading import load_plugins
from plainbill.plugins.records import Failure
from plainbill.reading.page import PageWords

PAGE = PageWords(index=0, file="bill.jpg", number=1, width=100, height=100, words=())
LINES = (Line(id="1", description="SECRET NAME"), Line(id="2", description="Gauze"))


def asked(*names: str, order: tuple[str, ...] = ()) -> tuple[Plugins, list[Failure]]:
    failures: list[Failure] = []
    entries = [EntryPoint(name=name, value=f"tests.plugins.shelf.{name}", group="plainbill") for name in names]
    return Plugins(load_plugins(entries=entries), failures.append, order), failures


def test_a_plugin_that_raises_is_named_without_its_message_and_the_others_answer() -> None:
    plugins, failures = asked("raises", "answers")
    answers = plugins.describe_lines(LINES, None)
    assert [answer.plugin for answer in answers] == ["answers"]
    assert [(failure.plugin, failure.hook, failure.kind) for failure in failures] == [
        ("raises", "describe_lines", "ValueError")
    ]
    assert "SECRET" not in repr(failures)
    assert failures[0].where.startswith("raises.py:")


def test_an_answer_of_the_wrong_type_is_a_failure_and_no_answer() -> None:
    plugins, failures = asked("garbage")
    assert plugins.describe_lines(LINES, None) == ()
    assert plugins.readers() == ()
    assert plugins.lay_out_page(PAGE) is None
    assert {failure.kind for failure in failures} == {"bad return"}
    assert [failure.hook for failure in failures] == [
        "describe_lines", "register_readers", "register_readers", "lay_out_page",
    ]  # fmt: skip


@pytest.mark.parametrize("installed", [("answers", "second"), ("second", "answers")])
@pytest.mark.parametrize(("order", "first"), [((), "answers"), (("second",), "second")])
def test_the_order_of_answers_is_that_of_the_settings_and_never_that_of_installation(
    installed: tuple[str, str], order: tuple[str, ...], first: str
) -> None:
    entries = [EntryPoint(name=name, value="tests.plugins.shelf.answers", group="plainbill") for name in installed]
    entries = [
        each if each.name == "answers" else EntryPoint(each.name, "tests.plugins.shelf.again", each.group)
        for each in entries
    ]
    plugins = Plugins(load_plugins(entries=entries), lambda failure: pytest.fail(failure.where), order)
    assert plugins.describe_lines(LINES, None)[0].plugin == first
