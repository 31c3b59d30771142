"""Plugins that stop, hang, swell or print: each is named, and everybody else's share is there."""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.running import CommandLine
from tests.plugins.installing import install
from tests.plugins.shelf.second import BILL

ROOT = Path(__file__).parents[2]
# On a busy machine only what never comes back takes so long.
SETTINGS = "[plugins]\ndeadline_s = 30\nmemory_mb = 600\n"
Installed = Callable[..., Path]

# Each starts processes, one more for every one that was stopped.


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Installed:
    """Installs plugins of the shelf, each in a distribution of its own, and returns the settings file."""

    def put(*names: str) -> Path:
        for name in names:
            install(tmp_path, f"of-{name}", {name: f"tests.plugins.shelf.{name}"})
        monkeypatch.syspath_prepend(str(tmp_path))
        monkeypatch.setenv("PYTHONPATH", os.pathsep.join(map(str, [tmp_path, ROOT, *sys.path])))
        settings = tmp_path / "plainbill.toml"
        settings.write_text(SETTINGS, encoding="utf-8")
        return settings

    return put


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("hangs", "the plugin hangs did not come back from describe_lines in time"),
        ("crashes", "the plugin crashes ended this program in describe_lines"),
        ("segfaults", "the plugin segfaults ended this program in describe_lines"),
        ("dies_on_import", "the plugin dies_on_import ended this program in import"),
        ("eats_memory", "the plugin eats_memory took too much memory in describe_lines"),
    ],
)
def test_a_plugin_that_stops_the_process_is_named_and_the_work_is_done_without_it(
    plainbill: CommandLine, installed: Installed, name: str, told: str
) -> None:
    settings = installed(name, "again")
    if name == "hangs":
        settings.write_text("[plugins]\ndeadline_s = 1\n", encoding="utf-8")
    ended = plainbill("describe", "GAUZE", "--json", "--settings", settings)
    alone = plainbill("describe", "GAUZE", "--json", "--no-plugins")
    assert told in ended.err
    (translation,) = json.loads(ended.out)["translations"]
    (by_itself,) = json.loads(alone.out)["translations"]
    assert translation["plain"] == by_itself["plain"]
    assert "tests.plugins.shelf.again:own/1" in {each["source"] for each in translation["alternatives"]}


def test_several_culprits_are_found_one_by_one(plainbill: CommandLine, installed: Installed) -> None:
    settings = installed("crashes", "segfaults", "raises", "again")
    ended = plainbill("describe", "GAUZE", "--json", "--settings", settings)
    assert ended.status == 0
    for name in ("crashes", "segfaults", "raises"):
        assert f"the plugin {name} " in ended.err
    assert "the plugin again" not in ended.err


def test_where_nobody_can_tell_who_it_was_all_from_outside_are_left_out(
    plainbill: CommandLine, installed: Installed
) -> None:
    # It dies while the built-in describer is at work, which is not to blame.
    ended = plainbill("describe", "GAUZE", "--json", "--settings", installed("dies_later"))
    assert json.loads(ended.out)["translations"]
    assert "went on without the plugin dies_later" in ended.err


def test_what_a_plugin_prints_does_not_get_into_the_result(plainbill: CommandLine, installed: Installed) -> None:
    settings = installed("prints")
    for where in ((), ("--in-process",)):
        ended = plainbill("describe", "GAUZE", "--json", "--settings", settings, *where)
        assert json.loads(ended.out)["translations"]
        assert "done\n" in ended.err


def test_a_plugin_cannot_answer_for_the_process_it_runs_in(plainbill: CommandLine, installed: Installed) -> None:
    settings = installed("answers_around")
    ended = plainbill("describe", "GAUZE", "--json", "--settings", settings)
    assert json.loads(ended.out)["translations"]
    assert 'answer {"result": null}' in ended.err


def test_a_paper_is_read_and_checked_as_without_plugins(plainbill: CommandLine, installed: Installed) -> None:
    settings = installed("crashes", "rules", "mutates")
    bill = settings.parent / "bill.txt"
    bill.write_text(BILL.replace("Sling       ", "Facility fee"), encoding="utf-8")
    ended = plainbill("explain", bill, "--json", "--settings", settings)
    result, alone = json.loads(ended.out), json.loads(plainbill("explain", bill, "--json", "--no-plugins").out)
    assert result["case"] == alone["case"]
    added = [finding for finding in result["findings"] if finding["rule"].startswith("rules:")]
    assert [finding["rule"] for finding in added] == ["rules:fees/1"]
    assert [finding for finding in result["findings"] if finding not in added] == alone["findings"]
    told = [problem["text"] for page in result["pages"] for problem in page.get("problems", ())]
    assert any("the plugin crashes ended this program" in text for text in told)
    assert any("the plugin mutates failed in lay_out_page (FrozenInstanceError" in text for text in told)
    assert any("the plugin mutates failed in describe_lines (ValidationError" in text for text in told)


def test_a_typed_case_is_judged_by_rules_of_plugins_too(plainbill: CommandLine, installed: Installed) -> None:
    settings = installed("rules")
    case = settings.parent / "case.json"
    line = {"id": "1", "description": "Facility fee", "charge": "75.00"}
    case.write_text(json.dumps({"documents": [{"id": "bill", "kind": "bill", "lines": [line]}]}), encoding="utf-8")
    kinds = {
        each["kind"] for each in json.loads(plainbill("check", case, "--json", "--settings", settings).out)["findings"]
    }
    assert "rules/facility-fee" in kinds
    without = plainbill("check", case, "--json", "--settings", settings, "--no-plugins")
    assert "rules/facility-fee" not in without.out


def test_nothing_read_is_told_as_without_plugins(plainbill: CommandLine, installed: Installed) -> None:
    settings = installed("again")
    paper = settings.parent / "empty.txt"
    paper.touch()
    ended = plainbill("read", paper, "--settings", settings)
    alone = plainbill("read", paper, "--no-plugins")
    assert (ended.status, ended.out, ended.err) == (1, "", alone.err)


def test_an_unknown_reader_is_told_as_without_plugins(plainbill: CommandLine, installed: Installed) -> None:
    settings = installed("again")
    paper = settings.parent / "bill.txt"
    paper.write_text(BILL, encoding="utf-8")
    settings.write_text('[reading]\ncleaners = ["polish"]\n', encoding="utf-8")
    ended = plainbill("read", ROOT / "fixtures/photos/empty-form.jpg", "--settings", settings)
    assert ended.status == 2
    assert "no cleaner is called polish" in ended.err


def test_doctor_looks_at_readers_where_plugins_can_be_stopped(plainbill: CommandLine, installed: Installed) -> None:
    settings = installed("blind", "crashes")
    told = plainbill("doctor", "--settings", settings).out
    assert "does not work  reader blind: its program is missing" in told
    assert "works  plugin crashes" in told


def test_what_to_do_is_written_as_without_plugins(plainbill: CommandLine, installed: Installed) -> None:
    settings = installed("again")
    case = settings.parent / "case.json"
    line = {"id": "1", "description": "Facility fee", "charge": "75.00"}
    case.write_text(json.dumps({"documents": [{"id": "bill", "kind": "bill", "lines": [line]}]}), encoding="utf-8")
    written = []
    for name, where in (("with", ("--settings", settings)), ("without", ("--no-plugins",))):
        folder = settings.parent / name
        ended = plainbill("act", case, "--out", folder, "--today", "2026-06-15", *where)
        assert ended.status == 0, ended.err
        written.append({str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()})
    assert written[0] == written[1]
    assert written[0]
