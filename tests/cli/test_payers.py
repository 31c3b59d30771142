"""`plainbill payers` and the schema of its files."""

import json
from pathlib import Path

import jsonschema

from tests.cli.running import CommandLine
from tests.payers.written_packs import code, written


def test_sound_packs_are_counted(plainbill: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "payer.toml"
    file.write_text(written(), encoding="utf-8")

    ended = plainbill("payers", "check", file)

    assert (ended.status, ended.out) == (0, f"{file}: Acme Health, 2 facts, no fault\n")
    assert json.loads(plainbill("payers", "check", file, "--json").out)["packs"][0]["facts"] == 2


def test_every_fault_of_every_file_is_named_and_nothing_is_printed(plainbill: CommandLine, tmp_path: Path) -> None:
    faulty, absent, binary = tmp_path / "payer.toml", tmp_path / "absent.toml", tmp_path / "binary.toml"
    faulty.write_text(written(code("N130", "")), encoding="utf-8")
    binary.write_bytes(b"\xff\xfe")

    ended = plainbill("payers", "check", faulty, absent, binary)

    assert (ended.status, ended.out) == (1, "")
    assert [line.split(": ")[0] for line in ended.err.splitlines()] == [str(faulty), str(absent), str(binary)]
    assert "line 22: codes[0].code: N130 is a standard code" in ended.err


def test_packs_that_contradict_each_other_are_named(plainbill: CommandLine, tmp_path: Path) -> None:
    files = [tmp_path / "one.toml", tmp_path / "two.toml"]
    for file, kind in zip(files, ("not-covered", "benefit-limit"), strict=True):
        file.write_text(written(code("Q1", kind)), encoding="utf-8")

    ended = plainbill("payers", "check", *files)

    assert ended.status == 1
    assert "say different things of the note 'Q1' of Acme Health" in ended.err


def test_the_schema_of_a_pack_takes_the_built_in_ones(plainbill: CommandLine) -> None:
    schema = json.loads(plainbill("schema", "--of", "payer").out)

    jsonschema.Draft202012Validator.check_schema(schema)
    assert set(schema["required"]) == {"format", "payer", "sources", "names"}
