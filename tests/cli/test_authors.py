"""`plainbill plugins new`, `check` and `bless`: what an author is told."""

import json
from pathlib import Path

import pytest

from plainbill.payers.faults import read_pack
from tests.cli.running import CommandLine

# A new package is read once by the real engine.


def test_a_new_package_has_a_pack_without_a_fault_a_sample_and_what_is_read_of_it(
    plainbill: CommandLine, tmp_path: Path
) -> None:
    ended = plainbill("plugins", "new", "acme-north", "--payer", "Acme Health of the North", "--into", tmp_path)
    assert ended.status == 0, ended.err
    package = tmp_path / "plainbill-acme-north" / "src" / "plainbill_acme_north"
    pack = read_pack((package / "payer.toml").read_text(encoding="utf-8"))
    assert pack.payer.name == "Acme Health of the North"
    golden = json.loads((package / "samples" / "notice.expected.json").read_text(encoding="utf-8"))
    assert golden["documents"][0]["payer"]["name"] == "Acme Health of the North"
    assert [finding["kind"] for finding in golden["findings"]] == ["benefit-limit"]
    assert golden["problems"] == []
    assert not [file for file in (tmp_path / "plainbill-acme-north").rglob("*") if "{{" in file.name]


def test_no_place_of_a_template_is_left_open(plainbill: CommandLine, tmp_path: Path) -> None:
    plainbill("plugins", "new", "acme", "--payer", "Acme Health", "--into", tmp_path)
    files = [file for file in (tmp_path / "plainbill-acme").rglob("*") if file.is_file()]
    assert len(files) == 9
    # The workflow has such signs of its own, with a dollar sign before them.
    assert [file.name for file in files if "{{" in file.read_text(encoding="utf-8").replace("${{", "")] == []


@pytest.mark.parametrize("name", ["Acme", "acme_health", "1st", "deny", "a b", "acme-", ""])
def test_a_name_that_no_plugin_can_have_is_wrong_usage(plainbill: CommandLine, tmp_path: Path, name: str) -> None:
    ended = plainbill("plugins", "new", name, "--payer", "Acme Health", "--into", tmp_path)
    assert ended.status == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("payer", ["", 'Acme" Health', "Acme\nHealth", "{{name}}", "x" * 200])
def test_a_payer_whose_name_is_none_is_wrong_usage(plainbill: CommandLine, tmp_path: Path, payer: str) -> None:
    assert plainbill("plugins", "new", "acme", "--payer", payer, "--into", tmp_path).status == 2
    assert list(tmp_path.iterdir()) == []


def test_what_is_there_already_is_left_alone(plainbill: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "plainbill-acme").mkdir()
    ended = plainbill("plugins", "new", "acme", "--payer", "Acme Health", "--into", tmp_path)
    assert (ended.status, ended.out) == (1, "")
    assert "is there already" in ended.err


def test_checking_what_is_not_there_names_what_is(plainbill: CommandLine) -> None:
    ended = plainbill("plugins", "check", "acmee")
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith("plainbill: no installed plugin is called acmee; there are aetna, anthem, ")


def test_blessing_what_is_not_there_names_what_is(plainbill: CommandLine) -> None:
    ended = plainbill("plugins", "bless", "acmee")
    assert ended.status == 1
    assert "no installed plugin is called acmee; there are" in ended.err


def test_a_plugin_without_samples_is_told_where_to_put_them(plainbill: CommandLine) -> None:
    ended = plainbill("plugins", "bless", "layout")
    assert ended.status == 1
    assert "has no samples" in ended.err
