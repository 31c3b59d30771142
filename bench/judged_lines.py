"""Charge lines judged by hand: which were drawn, and what was judged of each."""

import csv
import hashlib
import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from plainbill.case import Group

ANSWERS = Path(__file__).parents[1] / "tests" / "describing" / "judged_lines.tsv"
SEED = 5
COUNT = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgment:
    """What a person said of a line: its group, at first and at a second look, others that are as good, its meaning."""

    group: Group
    second: str
    also: frozenset[str]
    vague: bool
    meaning: str
    note: str


def draw(lines: Iterable[str]) -> list[str]:
    """The lines that were judged, of all lines of the price lists, whatever their order."""
    return random.Random(SEED).sample(sorted(set(lines)), COUNT)


def key_of(line: str) -> str:
    """What stands for a line in the answer file, which must not hold its text."""
    return hashlib.sha256(line.encode()).hexdigest()


def judgments() -> Mapping[str, Judgment]:
    """What was judged, by the key of the line."""
    rows = (row for row in ANSWERS.read_text(encoding="utf-8").splitlines() if not row.startswith("#"))
    return {
        row["line"]: Judgment(
            group=row["group"],  # type: ignore[arg-type]  # tests hold the file to the groups there are
            second=row["second"],
            also=frozenset(filter(None, row["also"].split(","))),
            vague=row["vague"] == "yes",
            meaning=row["meaning"],
            note=row["note"],
        )
        for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)
    }
