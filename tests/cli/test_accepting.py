"""`plainbill dictionary accept`: edited words become entries of the dictionary."""

import json
from pathlib import Path

import pytest

from plainbill.case import Review
from plainbill.dictionary import accept_reviews, check_table
from tests.cli.running import CommandLine
from tests.plainbill_ui.explanation import explanation

WORDS = "Pictures of your ankle, made with an X-ray machine."


def edited(line: int, plain: str = WORDS) -> dict[str, object]:
    """An explanation as it is saved, in which the words of one line were edited."""
    result = explanation()
    review = Review(by="Ana Ruiz", at="2026-11-28T10:00:00+00:00", status="edited", plain=plain)
    words = tuple(each.but(review=review) if i == line else each for i, each in enumerate(result.translations))
    written: dict[str, object] = result.but(translations=words).model_dump(mode="json")
    return written


def saved(folder: Path, written: object) -> Path:
    """A file of reviews as the screen saves it."""
    file = folder / "reviews.json"
    file.write_text(json.dumps(written), encoding="utf-8")
    return file


def test_an_edit_is_an_entry_for_the_code_and_sound(plainbill: CommandLine, tmp_path: Path) -> None:
    ended = plainbill("dictionary", "accept", saved(tmp_path, edited(1)))

    assert ended.status == 0
    assert ended.out.splitlines()[1].split("\t") == [
        "73610", WORDS, "imaging", "no", "", "edited by a person who saw the bill; own words", "2026-11-28", "Ana Ruiz",
    ]  # fmt: skip
    assert check_table("codes", ended.out).faults == ()


def test_the_entries_are_written_to_a_file(plainbill: CommandLine, tmp_path: Path) -> None:
    out = tmp_path / "mine.tsv"

    ended = plainbill("dictionary", "accept", saved(tmp_path, edited(1)), "--out", out)

    assert (ended.status, ended.out) == (0, f"{out}: 1 entries\n")
    assert WORDS in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("line", "plain", "why"),
    [(3, WORDS, "has no code"), (1, "Debridement of it", "does not explain")],
)
def test_what_can_be_no_entry_is_named(plainbill: CommandLine, tmp_path: Path, line: int, plain: str, why: str) -> None:
    ended = plainbill("dictionary", "accept", saved(tmp_path, edited(line, plain)))

    assert (ended.status, ended.out) == (1, "")
    assert why in ended.err


def test_a_file_without_reviews_says_so(plainbill: CommandLine, tmp_path: Path) -> None:
    ended = plainbill("dictionary", "accept", saved(tmp_path, explanation().model_dump(mode="json")))

    assert ended.status == 1
    assert "holds no edited words" in ended.err
    assert plainbill("dictionary", "accept", saved(tmp_path, [1])).status == 1


def test_of_two_edits_of_one_code_the_later_is_taken() -> None:
    result = explanation()
    first = Review(by="A", at="2026-11-27T10:00:00+00:00", status="edited", plain="One.")
    last = first.but(at="2026-11-28T10:00:00+00:00", plain="Two.")
    words = (result.translations[1].but(review=last), result.translations[2].but(review=first))

    (entry,) = accept_reviews(result.case, words).entries

    assert entry["plain"] == "Two."
