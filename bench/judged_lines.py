"""Charge lines judged by hand: which were drawn, and what was judged of each; lines written for it, with their text."""

import csv
import hashlib
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from plainbill.case import Group

_FOLDER = Path(__file__).parents[1] / "tests" / "describing"
WRITTEN = _FOLDER / "written_lines.tsv"
OTHERS = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A draw by seed, from lines that no earlier draw holds, and the file of what was judged of them."""

    seed: int
    count: int
    answers: Path


FIRST = Drawn(seed=5, count=200, answers=_FOLDER / "judged_lines.tsv")
SECOND = Drawn(seed=2026, count=200, answers=_FOLDER / "judged_lines_second.tsv")
THIRD = Drawn(seed=71, count=100, answers=_FOLDER / "judged_lines_third.tsv")
DRAWS = (FIRST, SECOND, THIRD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgment:
    """What a person said of a line: its group, at first and at a second look, others that are as good, its meaning."""

    group: Group
    second: str
    also: frozenset[str]
    vague: bool
    meaning: str
    note: str


def draw(lines: Iterable[str], drawn: Drawn = FIRST) -> list[str]:
    """The lines of a draw, of all lines of the price lists, whatever their order."""
    left = sorted(set(lines))
    for each in DRAWS:
        chosen = random.Random(each.seed).sample(left, each.count)
        if each is drawn:
            return chosen
        taken = {*chosen, *(others_beside(left, chosen) if each is FIRST else ())}
        left = [line for line in left if line not in taken]
    raise ValueError(f"no such draw: {drawn}")


def others_beside(every: Iterable[str], first: Iterable[str]) -> list[str]:
    """The other lines that were read while the tables were made, in order: no later draw holds one of them."""
    return sorted(set(every) - set(first))[: OTHERS * 2 : 2]


def key_of(line: str) -> str:
    """What stands for a line in the answer file, which must not hold its text."""
    return hashlib.sha256(line.encode()).hexdigest()


def judgments(drawn: Drawn = FIRST) -> Mapping[str, Judgment]:
    """What was judged of the lines of a draw, by the key of the line."""
    return {row["line"]: _judged(row) for row in _rows(drawn.answers)}


def written() -> Mapping[str, Judgment]:
    """What was judged of lines that were written for it, as other hospitals' lists shorten them, by their text."""
    return {row["line"]: _judged(row) for row in _rows(WRITTEN)}


def _rows(file: Path) -> Iterator[Mapping[str, str]]:
    rows: Sequence[str] = [row for row in file.read_text(encoding="utf-8").splitlines() if not row.startswith("#")]
    return csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)


def _judged(row: Mapping[str, str]) -> Judgment:
    return Judgment(
        group=row["group"],  # type: ignore[arg-type]  # tests hold the files to the groups there are
        second=row["second"],
        also=frozenset(filter(None, row["also"].split(","))),
        vague=row["vague"] == "yes",
        meaning=row["meaning"],
        note=row["note"],
    )
