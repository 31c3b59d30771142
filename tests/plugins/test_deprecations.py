"""A hook or an argument that was renamed: who uses the old name is named once, and goes on working."""

import warnings
from importlib.metadata import EntryPoint

import pytest

from plainbill.case import Line
from plainbill.plugins import deprecations
from plainbill.plugins.asking import Plugins
from plainbill.plugins.deprecations import DEPRECATED, Deprecation
from plainbill.plugins.loading import LoadedPlugins, load_plugins
from plainbill.plugins.signatures import HOOKS, arguments_of

HOOK = Deprecation(hook="translate_lines", instead="describe_lines", since="0.2", removed_in="0.4")
ARGUMENT = Deprecation(hook="describe_lines", argument="paper", instead="document", since="0.2", removed_in="0.4")
LINES = (Line(id="1", description="Gauze"),)


@pytest.fixture(autouse=True)
def renamed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hook and an argument that had other names before."""
    monkeypatch.setattr(deprecations, "DEPRECATED", (HOOK, ARGUMENT))


def load(name: str) -> LoadedPlugins:
    return load_plugins(entries=[EntryPoint(name=name, value=f"tests.plugins.shelf.{name}", group="plainbill")])


def said(loaded: LoadedPlugins) -> list[str]:
    answers = Plugins(loaded, lambda failure: None).describe_lines(LINES, None)
    return [each.plain for answer in answers for each in answer.answer if each]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_plugin_that_uses_old_names_goes_on_working_and_the_list_says_what_to_change() -> None:
    loaded = load("old_names")

    (status,) = loaded.found
    assert (status.status, status.hooks) == ("loaded", ("describe_lines",))
    assert status.reason.split("; ") == [
        "the hook translate_lines goes away in plainbill 0.4",
        "its author should implement describe_lines instead",
        "the argument paper of translate_lines goes away in plainbill 0.4",
        "its author should take document instead",
    ]
    assert said(loaded) == ["Of None."]


def test_it_is_named_once_for_each_old_name() -> None:
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("default")
        load("old_names")
        load("old_names")

    assert all(each.category is DeprecationWarning for each in heard)
    assert len(heard) == 2
    assert all(str(each.message).startswith("plugin old_names: ") for each in heard)


def test_an_old_name_beside_todays_is_for_older_releases_and_asked_no_more() -> None:
    loaded = load("old_and_new_names")

    (status,) = loaded.found
    assert (status.status, status.reason) == ("loaded", "")
    assert said(loaded) == ["Today."]


def test_a_name_that_never_was_still_keeps_a_plugin_out() -> None:
    (status,) = load("misspells").found

    assert status.status == "failed"


def test_old_names_are_gone_where_no_entry_has_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deprecations, "DEPRECATED", ())

    (status,) = load("old_names").found

    assert (status.status, "there is no hook translate_lines" in status.reason) == ("failed", True)


@pytest.mark.parametrize("entry", [HOOK, ARGUMENT, *DEPRECATED])
def test_each_entry_names_what_there_is_today(entry: Deprecation) -> None:
    assert entry.instead in (arguments_of(entry.hook) if entry.argument else HOOKS)
    assert tuple(map(int, entry.since.split("."))) < tuple(map(int, entry.removed_in.split(".")))
