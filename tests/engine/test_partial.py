"""A result that lacks a plugin's share says which plugin, on the page it is about."""

from importlib.metadata import EntryPoint

from plainbill.case import PageReport, Problem
from plainbill.engine.engine import Engine
from plainbill.engine.partial import with_failures
from plainbill.plugins.asking import Plugins
from plainbill.plugins.boundary import describe_failure
from plainbill.plugins.finding import found_entries
from plainbill.plugins.loading import load_plugins
from plainbill.plugins.records import Failure, SourceFile
from plainbill.settings import Settings
from tests.plugins.shelf.second import BILL

FILE = SourceFile(name="bill.txt", content=BILL.encode())


def engine_with(*names: str) -> Engine:
    entries = [*found_entries(), *(EntryPoint(name, f"tests.plugins.shelf.{name}", "plainbill") for name in names)]
    failures: list[Failure] = []
    return Engine(Settings(), Plugins(load_plugins(entries=entries), failures.append), failures)


def test_failures_stand_on_the_page_they_are_about_once() -> None:
    pages = [PageReport(file="a", page=n, width=1, height=1) for n in (1, 2)]
    failure = Failure(plugin="acme", hook="lay_out_page", kind="KeyError", page=1)
    first, second = with_failures(
        pages, [failure, failure, Failure(plugin="acme", hook="describe_lines", kind="KeyError")]
    )
    assert [problem.text.split()[5] for problem in (*first.problems, *second.problems)] == [
        "describe_lines",
        "lay_out_page",
    ]
    again = with_failures([second], [failure])
    assert again == (second,)


def test_without_failures_nothing_changes() -> None:
    page = PageReport(file="a", page=1, width=1, height=1, problems=(Problem(kind="dark", text="is dark"),))
    assert with_failures([page], []) == (page,)
    assert with_failures([], [Failure(plugin="acme", hook="claim", kind="KeyError")]) == ()


def test_a_plugin_that_fails_is_named_on_the_page_and_the_result_is_that_of_the_others() -> None:
    alone, along = engine_with().explain([FILE]), engine_with("raises", "garbage").explain([FILE])
    assert along.case == alone.case
    assert along.translations == alone.translations
    told = [problem.text for page in along.pages for problem in page.problems]
    assert any("the plugin raises failed in describe_lines (ValueError at raises.py:" in text for text in told)
    assert any("the plugin garbage returned something else than lay_out_page asks for" in text for text in told)
    assert not any("SECRET" in text or "Quintero" in text for text in told)


def test_what_a_plugin_made_up_does_not_reach_the_result() -> None:
    engine = engine_with("lies")
    result = engine.explain([FILE])
    assert "75.00" not in str(result.case)
    assert [describe_failure(failure) for failure in engine.failures if failure.kind == "unfounded"] != []
