"""`plainbill plugins`: what is there, and what is not loaded and why."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import CommandLine
from tests.plugins.installing import install

ROOT = Path(__file__).parents[2]
HEAVY = ("cv2", "litellm", "numpy", "onnxruntime", "openvino", "pytesseract", "rapidocr", "spacy", "streamlit")
# With a plugin from outside, each command starts a process.

LIST_AND_TELL = """
import sys
from plainbill.cli import main
sys.argv = ["plainbill", "plugins"]
try:
    main()
except SystemExit:
    pass
sys.stderr.write(",".join(sys.modules))
"""


@pytest.fixture
def acme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder on the path with one plugin from outside."""
    install(tmp_path, "acme-health", {"acme": "tests.plugins.shelf.configured"}, version="1.2")
    monkeypatch.syspath_prepend(str(tmp_path))
    # The work is done in a process of its own, which has to find the same.
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(map(str, [tmp_path, ROOT, *sys.path])))
    return tmp_path


def test_every_plugin_is_listed_with_where_it_comes_from_and_what_it_does(plainbill: CommandLine, acme: Path) -> None:
    ended = plainbill("plugins", "--json")
    listed = {each["name"]: each for each in json.loads(ended.out)}
    assert listed["parser"]["hooks"] == ["parse_document"]
    assert listed["acme"]["distribution"] == "acme-health"
    assert listed["acme"]["version"] == "1.2"
    assert listed["acme"]["status"] == "loaded"
    assert listed["acme"]["reason"] is None
    assert listed["acme"]["import_ms"] >= 0


def test_the_list_for_people_says_the_same(plainbill: CommandLine, acme: Path) -> None:
    (line,) = [line for line in plainbill("plugins").out.splitlines() if line.startswith("acme ")]
    assert "acme-health 1.2  loaded" in line
    assert "describe_lines" in line


def test_no_plugins_leaves_out_what_did_not_come_with_plainbill(plainbill: CommandLine, acme: Path) -> None:
    listed = {each["name"]: each["status"] for each in json.loads(plainbill("plugins", "--json", "--no-plugins").out)}
    assert (listed["acme"], listed["parser"]) == ("denied", "loaded")


def test_a_fault_in_a_plugins_settings_stands_in_the_list(plainbill: CommandLine, acme: Path) -> None:
    (acme / "p.toml").write_text('[plugins.acme]\nwrods = "x"\n[plugins]\ndeny = ["zenith"]\n', encoding="utf-8")
    ended = plainbill("plugins", "--settings", acme / "p.toml")
    assert "plugins.acme.wrods" in ended.out
    assert "zenith, which is not installed" in ended.err


def test_a_plugin_that_ends_its_process_on_import_is_named_and_the_others_are_listed(
    plainbill: CommandLine, acme: Path
) -> None:
    install(acme, "of-dies", {"dies": "tests.plugins.shelf.dies_on_import"})
    listed = {each["name"]: each for each in json.loads(plainbill("plugins", "--json").out)}
    assert (listed["dies"]["status"], listed["acme"]["status"]) == ("set aside", "loaded")
    assert "ended this program in import" in listed["dies"]["reason"]


def test_a_fault_in_a_plugins_settings_ends_a_command_with_its_path(plainbill: CommandLine, acme: Path) -> None:
    file = acme / "p.toml"
    file.write_text('[plugins.acme]\nwrods = "x"\n', encoding="utf-8")
    ended = plainbill("describe", "GAUZE", "--settings", file)
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith(f"{file}: plugins.acme.wrods: ")


def test_listing_imports_nothing_heavy() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LIST_AND_TELL], capture_output=True, text=True, check=True, cwd=ROOT, env=os.environ
    )
    imported = set(done.stderr.split(","))
    assert not set(HEAVY) & imported
    # Rooms that only work on a case, and the workshops of plugins, are entered when there is work.
    assert not {"plainbill.acting", "plainbill.checking", "plainbill.describing", "plainbill.payers.pack"} & imported
    assert not {"plainbill_exports.page", "plainbill_rapidocr.reader"} & imported


@pytest.fixture
def faulty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, plainbill: CommandLine) -> Path:
    """The payer.toml of a plugin from outside, with a fault in it."""
    plainbill("plugins", "new", "zenith", "--payer", "Zenith Mutual", "--into", tmp_path)
    source = tmp_path / "plainbill-zenith" / "src"
    file = source / "plainbill_zenith" / "payer.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("days = 180", 'days = "soon"'), encoding="utf-8")
    install(source, "plainbill-zenith", {"zenith": "plainbill_zenith"})
    monkeypatch.syspath_prepend(str(source))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(map(str, [source, ROOT, *sys.path])))
    return file


def test_a_faulty_payer_file_is_named_with_line_and_reason_in_the_list(plainbill: CommandLine, faulty: Path) -> None:
    (line,) = [line for line in plainbill("plugins").out.splitlines() if line.startswith("zenith ")]

    number = faulty.read_text(encoding="utf-8").splitlines().index('days = "soon"') + 1
    assert f"payer.toml, line {number}: limits[0].days: " in line
    assert f"plainbill payers check {faulty}" in line


def test_the_doctor_says_that_a_faulty_payer_file_does_not_work(plainbill: CommandLine, faulty: Path) -> None:
    told = plainbill("doctor").out.splitlines()

    assert [line for line in told if line.startswith("does not work  plugin zenith: payer.toml, line ")]
    assert [line for line in told if line.startswith("works  plugin medicare")]


def test_a_paper_of_a_payer_whose_file_is_faulty_is_read_and_the_fault_named(
    plainbill: CommandLine, faulty: Path
) -> None:
    ended = plainbill("read", faulty.with_name("samples") / "notice.txt", "--json")

    assert (ended.status, json.loads(ended.out)["case"]["documents"][0]["kind"]) == (0, "eob")
    assert "the plugin zenith failed in recognize_document (FaultyPack at payer.toml, line " in ended.err
    assert "limits[0].days: " in ended.err
