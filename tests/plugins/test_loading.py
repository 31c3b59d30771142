"""Loading: a broken plugin costs itself and is named, and nothing else is lost."""

import random
import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from plainbill import HOOK_API
from plainbill.case import Line
from plainbill.plugins.asking import Plugins
from plainbill.plugins.loading import load_plugins
from plainbill.plugins.signatures import HOOKS, arguments_of
from plainbill.plugins.status import PluginStatus
from plainbill.settings import PluginSettings
from tests.plugins.installing import entries_in, install

SHELF = "tests.plugins.shelf"
LINE = Line(id="1", description="Gauze")


def entry(name: str, module: str | None = None) -> EntryPoint:
    return EntryPoint(name=name, value=f"{SHELF}.{module or name}", group="plainbill")


def loaded(*entries: EntryPoint, chosen: PluginSettings | None = None) -> dict[str, PluginStatus]:
    return {status.name: status for status in load_plugins(chosen, entries=entries).found}


def own(**tables: dict[str, object]) -> PluginSettings:
    return PluginSettings.model_validate(tables)


def test_a_plugin_is_listed_with_its_hooks_and_the_time_of_its_import() -> None:
    status = loaded(entry("answers"))["answers"]
    assert (status.status, status.reason) == ("loaded", "")
    assert status.hooks == ("describe_lines",)
    assert status.import_s is not None


def test_a_plugin_that_cannot_be_imported_is_named_and_the_next_is_loaded() -> None:
    found = loaded(entry("absent"), entry("answers"))
    assert (found["absent"].status, found["answers"].status) == ("failed", "loaded")
    assert "ModuleNotFoundError" in found["absent"].reason


def test_a_plugin_that_ends_the_program_on_import_ends_itself_only() -> None:
    found = loaded(entry("exits"), entry("raises"))
    assert (found["exits"].status, found["raises"].status) == ("failed", "loaded")
    assert "SystemExit" in found["exits"].reason


@pytest.mark.parametrize(
    ("name", "reasons"),
    [
        ("misspells", ["there is no hook describe_line; did its author mean def describe_lines(lines, document,"]),
        ("wants_more", ["there is no argument bank_account", "write def describe_lines(lines, document,"]),
        ("wraps", ["describe_lines is a wrapper, which plugins may not be"]),
        (
            "insists",
            [
                "the argument document is keyword-only",
                "the argument page has a default; write def lay_out_page(page,",
                "takes anything",
            ],
        ),
        ("from_tomorrow", ["hook API 99", f"this plainbill has {HOOK_API}; install a newer plainbill"]),
        ("from_yesterday", ["hook API 0, which this plainbill no longer has; install a newer release of"]),
    ],
)  # fmt: skip
def test_a_plugin_that_does_not_fit_costs_itself_and_its_author_is_told_what_to_write(
    name: str, reasons: list[str]
) -> None:
    found = loaded(entry(name), entry("answers"))
    assert (found[name].status, found["answers"].status) == ("failed", "loaded")
    for reason in reasons:
        assert reason in found[name].reason


def test_a_plugin_that_declares_no_number_is_loaded_and_its_author_is_told() -> None:
    status = loaded(entry("undated"))["undated"]
    assert status.status == "loaded"
    assert f"HOOK_API = {HOOK_API}" in status.reason


def test_a_hook_of_a_later_plainbill_may_be_optional() -> None:
    status = loaded(entry("optional"))["optional"]
    assert (status.status, status.reason) == ("loaded", "")


@pytest.mark.parametrize(
    ("chosen", "status"),
    [
        (PluginSettings(), "loaded"),
        (PluginSettings(deny=("answers",)), "denied"),
        (PluginSettings(mode="listed"), "denied"),
        (PluginSettings(mode="listed", allow=("answers",)), "loaded"),
        (PluginSettings(mode="listed", allow=("answers",), deny=("answers",)), "denied"),
        (PluginSettings(mode="built-in"), "denied"),
    ],
)
def test_a_plugin_that_the_settings_keep_out_is_listed_and_never_imported(chosen: PluginSettings, status: str) -> None:
    sys.modules.pop(f"{SHELF}.answers", None)
    assert loaded(entry("answers"), chosen=chosen)["answers"].status == status
    assert (f"{SHELF}.answers" in sys.modules) == (status == "loaded")


def test_a_plugin_that_stopped_a_process_is_not_imported_again() -> None:
    sys.modules.pop(f"{SHELF}.answers", None)
    (status,) = load_plugins(entries=[entry("answers")], set_aside=["answers"]).found
    assert status.status == "set aside"
    assert f"{SHELF}.answers" not in sys.modules


@pytest.mark.parametrize("mode", ["listed", "built-in"])
def test_what_came_with_plainbill_needs_no_permission(mode: str) -> None:
    found = load_plugins(PluginSettings.model_validate({"mode": mode})).found
    assert {status.name: status.status for status in found if status.built_in} == {
        status.name: "loaded" for status in found if status.built_in
    }


def test_the_second_plugin_of_a_name_is_refused_and_both_distributions_are_named(tmp_path: Path) -> None:
    install(tmp_path, "acme-health", {"acme": f"{SHELF}.answers"})
    install(tmp_path, "other-acme", {"acme": f"{SHELF}.raises"}, version="2.1")
    install(tmp_path, "third-acme", {"acme": f"{SHELF}.raises"})
    first, second, third = load_plugins(entries=entries_in(tmp_path)).found
    assert [first.status, second.status, third.status] == ["loaded", "failed", "failed"]
    assert "taken by acme-health 1.0" in second.reason
    assert "other-acme 2.1" in second.reason
    assert "taken by acme-health 1.0" in third.reason


def test_a_built_in_plugin_cannot_be_replaced_unseen(tmp_path: Path) -> None:
    install(tmp_path, "plainbill", {"parser": "plainbill_parser"})
    install(tmp_path, "a-parser", {"parser": f"{SHELF}.answers"})
    ours, other = load_plugins(entries=entries_in(tmp_path)).found
    assert (ours.built_in, ours.status, other.status) == (True, "loaded", "failed")


def test_the_order_of_installation_never_matters(tmp_path: Path) -> None:
    for name in ("raises", "answers", "again", "garbage", "misspells"):
        install(tmp_path, f"of-{name}", {name: f"{SHELF}.{name}"})
    install(tmp_path, "z-again", {"again": f"{SHELF}.again"})
    entries = entries_in(tmp_path)
    told = set()
    for seed in range(20):
        random.Random(seed).shuffle(entries)
        plugins = load_plugins(entries=entries)
        asked = tuple(Plugins(plugins, lambda failure: None)._implementations("describe_lines"))
        told.add((tuple((each.name, each.status) for each in plugins.found), tuple(each.plugin_name for each in asked)))
    assert len(told) == 1


def test_a_plugin_reads_its_own_settings(tmp_path: Path) -> None:
    chosen = own(configured={"words": "Quite a thing.", "loud": True})
    plugins = load_plugins(chosen, entries=[entry("configured")])
    assert plugins.faults == ()
    (answer,) = Plugins(plugins, lambda failure: pytest.fail(failure.kind)).describe_lines([LINE], None)
    assert [each.plain for each in answer.answer if each] == ["Quite a thing."]


def test_a_plugin_without_a_table_has_its_defaults() -> None:
    plugins = load_plugins(entries=[entry("configured")])
    (answer,) = Plugins(plugins, lambda failure: pytest.fail(failure.kind)).describe_lines([LINE], None)
    assert [each.plain for each in answer.answer if each] == ["A thing."]


def test_every_fault_in_a_plugins_settings_has_its_path() -> None:
    chosen = own(configured={"wrods": "x", "loud": "very", "group": "magic"}, answers={"x": 1})
    plugins = load_plugins(chosen, entries=[entry("configured"), entry("answers")])
    assert {fault.path for fault in plugins.faults} == {
        "plugins.configured.wrods", "plugins.configured.loud", "plugins.configured.group", "plugins.answers",
    }  # fmt: skip
    assert [status.status for status in plugins.found] == ["failed", "failed"]
    assert "plugins.configured.wrods" in {status.name: status for status in plugins.found}["configured"].reason


def test_names_in_the_settings_that_nobody_has_are_told() -> None:
    chosen = PluginSettings.model_validate({"deny": ["acmee"], "order": ["answers"], "zenith": {"x": 1}})
    assert load_plugins(chosen, entries=[entry("answers")]).unknown == ("acmee", "zenith")


@pytest.mark.parametrize("hook", [name for name in HOOKS if name != "plugin_settings"])
def test_every_hook_offers_the_plugins_own_settings(hook: str) -> None:
    assert "settings" in arguments_of(hook)


def test_the_built_in_plugins_all_load() -> None:
    found = [status for status in load_plugins().found if status.built_in]
    assert {status.name for status in found} >= {
        "files",
        "layout",
        "opencv",
        "parser",
        "rapidocr",
        "spacy",
        "tesseract",
    }
    assert [(status.name, status.reason) for status in found if status.status != "loaded" or status.reason] == []
