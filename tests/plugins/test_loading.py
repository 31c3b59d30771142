"""Loading: a broken plugin costs itself and is named, and nothing else is lost."""

import sys
from importlib.metadata import EntryPoint

from plainbill.plugins.loading import PluginStatus, load_plugins

SHELF = "tests.plugins.shelf"


def entry(name: str, module: str | None = None) -> EntryPoint:
    return EntryPoint(name=name, value=f"{SHELF}.{module or name}", group="plainbill")


def loaded(*entries: EntryPoint, deny: tuple[str, ...] = ()) -> dict[str, PluginStatus]:
    return {status.name: status for status in load_plugins(entries=entries, deny=deny).found}


def test_a_plugin_is_listed_with_its_hooks_and_the_time_of_its_import() -> None:
    status = loaded(entry("answers"))["answers"]
    assert status.status == "loaded"
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


def test_a_misspelled_hook_costs_that_plugin() -> None:
    found = loaded(entry("misspells"), entry("answers"))
    assert (found["misspells"].status, found["answers"].status) == ("failed", "loaded")


def test_a_hook_that_asks_for_more_than_there_is_costs_that_plugin() -> None:
    assert loaded(entry("wants_more"))["wants_more"].status == "failed"


def test_a_denied_plugin_is_listed_and_never_imported() -> None:
    sys.modules.pop(f"{SHELF}.misspells", None)
    assert loaded(entry("misspells"), deny=("misspells",))["misspells"].status == "denied"
    assert f"{SHELF}.misspells" not in sys.modules


def test_the_second_plugin_of_a_name_is_refused_and_both_are_named() -> None:
    found = load_plugins(entries=[entry("answers"), entry("answers", "raises")]).found
    assert [status.status for status in found] == ["loaded", "failed"]
    assert "answers is taken" in found[1].reason


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
    assert [(status.name, status.reason) for status in found if status.status != "loaded"] == []
