"""The file of accepted words: readable by its owner alone, added to, and left out where it cannot be read."""

from pathlib import Path

from plainbill.case import Line
from plainbill.engine import Engine
from plainbill.engine.accepted import accepted_file, keep_accepted, load_accepted
from plainbill.settings import Settings

GUESS = "This is probably a thing for the wound of somebody."


def entry(key: str, plain: str = GUESS) -> dict[str, str]:
    return {
        "key": key, "plain": plain, "group": "other", "source": "model, reviewed by A. Adler on 2026-11-28",
        "date": "2026-11-28", "reviewed": "A. Adler",
    }  # fmt: skip


def test_entries_are_added_and_a_later_one_takes_the_place_of_an_earlier(tmp_path: Path) -> None:
    tables = tmp_path / "own" / "tables.sqlite"
    keep_accepted(tables, [entry("WOUND [?]"), entry("TRAY [?]")])
    file = keep_accepted(tables, [entry("WOUND [?]", "Another thing.")])

    accepted, told = load_accepted(tables)

    assert {key: row["plain"] for key, row in accepted.items()} == {"TRAY [?]": GUESS, "WOUND [?]": "Another thing."}
    assert told == ""
    assert file.stat().st_mode & 0o777 == 0o600


def test_an_engine_says_what_was_accepted_on_its_machine(tmp_path: Path) -> None:
    tables = tmp_path / "tables.sqlite"
    line = Line(id="1", description="WOUND ZQ")
    (before,) = Engine.start(Settings(), tables=tables).describe([line])
    keep_accepted(tables, [entry("WOUND [?]")])
    (after,) = Engine.start(Settings(), tables=tables).describe([line])
    (elsewhere,) = Engine.start(Settings()).describe([line])

    assert (before.vague, after.vague) == (True, False)
    assert after.plain == GUESS
    assert elsewhere == before


def test_a_file_that_cannot_be_read_is_left_out_and_said_to_be(tmp_path: Path) -> None:
    tables = tmp_path / "tables.sqlite"
    accepted_file(tables).write_text("key\tplain\nWOUND\tno source\n")
    engine = Engine.start(Settings(), tables=tables)

    (said,) = engine.describe([Line(id="1", description="WOUND ZQ")])

    assert said.vague
    assert any("accepted.tsv" in remark for remark in engine.remarks)
