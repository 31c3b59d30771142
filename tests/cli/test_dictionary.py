"""`plainbill dictionary`: faults on standard error with exit 1, counts and words on standard output."""

import json
from pathlib import Path

from plainbill.dictionary import coverage
from tests.cli.running import CommandLine

TABLE = (
    "key\tplain\tgroup\tvague\task\tsource\tdate\treviewed\n"
    "A6402\tA clean pad of gauze that covers a wound.\tsupply\tno\t\tour reading\t2026-11-28\t\n"
)


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_built_in_tables_are_sound(plainbill: CommandLine) -> None:
    ended = plainbill("dictionary", "check")

    assert (ended.status, ended.err) == (0, "")
    assert ended.out.endswith("entries, no fault\n")


def test_a_sound_file_of_an_editor_is_counted(plainbill: CommandLine, tmp_path: Path) -> None:
    path = write(tmp_path, "mine.tsv", f"\ufeff{TABLE}")

    assert plainbill("dictionary", "check", path).out == f"{path}: 1 entries, no fault\n"
    assert json.loads(plainbill("dictionary", "check", tmp_path, "--json").out) == {
        "tables": [{"file": str(path), "entries": 1}]
    }


def test_every_fault_of_every_file_is_told_on_standard_error(plainbill: CommandLine, tmp_path: Path) -> None:
    sound = write(tmp_path, "sound.tsv", TABLE)
    faulty = write(tmp_path, "faulty.tsv", TABLE.replace("supply", "sauce").replace("our reading", ""))
    (tmp_path / "other.tsv").write_bytes(b"\xff\xfe")

    for more in ((), ("--json",)):
        ended = plainbill("dictionary", "check", sound, faulty, tmp_path / "other.tsv", tmp_path / "none.tsv", *more)

        assert (ended.status, ended.out) == (1, "")
        assert [line.split(": ")[:2] for line in ended.err.splitlines()] == [
            [str(faulty), "line 2, A6402"],
            [str(faulty), "line 2, A6402"],
            [str(tmp_path / "other.tsv"), "$"],
            [str(tmp_path / "none.tsv"), "$"],
        ]


def test_the_texts_of_findings_are_checked_beside_tables(plainbill: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "finding_texts").mkdir()
    sound = write(tmp_path, "mine.tsv", TABLE)
    texts = write(tmp_path / "finding_texts", "mine.toml", '[moon.twice]\nask = "Do not pay the moon."\n')

    ended = plainbill("dictionary", "check", tmp_path)

    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith(f"{texts}: moon.twice.ask: tells the reader to pay or not to pay")
    assert str(sound) not in ended.err


def test_a_folder_without_tables_is_refused(plainbill: CommandLine, tmp_path: Path) -> None:
    ended = plainbill("dictionary", "check", tmp_path)

    assert (ended.status, ended.out) == (1, "")
    assert "holds no .tsv file" in ended.err


def test_what_is_covered_is_printed_and_told_in_json(plainbill: CommandLine) -> None:
    covered = coverage()
    told = json.loads(plainbill("dictionary", "stats", "--json").out)
    printed = plainbill("dictionary", "stats").out

    assert told["entries"] == covered.entries
    assert told["codes"]["q_codes"]["of"] == 496
    assert told["codes"]["cpt"] == covered.cpt
    assert {table["name"] for table in told["tables"]} == {table.name for table in covered.tables}
    assert f"{covered.entries:,} entries" in printed
    assert f"Q codes: {told['codes']['q_codes']['covered']} of 496" in printed


def test_a_word_is_looked_up(plainbill: CommandLine) -> None:
    ended = plainbill("dictionary", "term", "co-pay", "nonsense")
    told = json.loads(plainbill("dictionary", "term", "co-pay", "--json").out)

    assert ended.status == 0
    assert ended.out.startswith("copay: A fixed sum")
    assert ended.err.startswith("nonsense: $: is not in the glossary;")
    assert told["terms"][0]["term"] == "copay"
    assert told["terms"][0]["source"]


def test_a_word_that_nobody_knows_is_refused(plainbill: CommandLine) -> None:
    ended = plainbill("dictionary", "term", "nonsense")

    assert (ended.status, ended.out) == (1, "")
