"""Coverage: how much the dictionary has, by table, by group, and by family of codes."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from plainbill.dictionary.entries import REVIEWED, dictionary_tables
from plainbill.knowledge.tables import Row, read_table

# The letters of HCPCS Level II with how many codes each has, and every code of those that are described one by one.
LETTERS = "hcpcs_letters"
CODES = "codes"
FAMILIES = "code_families"
DENTAL = "D"

_CPT = re.compile(r"\d{4}[\dFTUM]")


@dataclass(frozen=True, slots=True, kw_only=True)
class TableCoverage:
    """What one table has; `groups` is empty where its entries belong to none."""

    name: str
    entries: int
    groups: Mapping[str, int]
    vague: int
    reviewed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterCoverage:
    """The codes of one letter of HCPCS Level II: how many are described of how many there are, and our families.

    `missing` names the codes that are not described, where all of them should be; else it is empty.
    """

    letter: str
    codes: int
    of: int
    families: int
    every_one: bool
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The whole dictionary, counted."""

    tables: tuple[TableCoverage, ...]
    letters: tuple[LetterCoverage, ...]
    cpt: int
    cpt_families: int
    dental: int

    @property
    def entries(self) -> int:
        """How many entries all tables have together."""
        return sum(table.entries for table in self.tables)

    @property
    def vague(self) -> int:
        """How many entries say that something is left open."""
        return sum(table.vague for table in self.tables)

    @property
    def reviewed(self) -> int:
        """How many entries a person has reviewed."""
        return sum(table.reviewed for table in self.tables)

    @property
    def hcpcs_beyond(self) -> int:
        """How many HCPCS codes are described beside those of the letters that are described one by one."""
        return sum(letter.codes for letter in self.letters if not letter.every_one)


def coverage() -> Coverage:
    """Return what the built-in dictionary covers."""
    keys = [row["key"] for row in read_table(CODES)]
    families = [row["key"] for row in read_table(FAMILIES)]
    return Coverage(
        tables=tuple(map(_table, dictionary_tables())),
        letters=tuple(_letter(row, keys, families) for row in read_table(LETTERS)),
        cpt=_count(_CPT, keys),
        cpt_families=_count(_CPT, (key.partition("-")[0] for key in families)),
        dental=sum(key.startswith(DENTAL) for key in keys),
    )


def _table(name: str) -> TableCoverage:
    rows = read_table(name)
    groups = Counter(row["group"] for row in rows if row.get("group"))
    return TableCoverage(
        name=name,
        entries=len(rows),
        groups=dict(sorted(groups.items())),
        vague=sum(row.get("vague") == "yes" for row in rows),
        reviewed=sum(bool(row[REVIEWED]) for row in rows),
    )


def _letter(row: Row, keys: Sequence[str], families: Sequence[str]) -> LetterCoverage:
    letter = row["key"]
    every = tuple(_spread(row["every"]))
    described = {key for key in keys if key.startswith(letter)}
    return LetterCoverage(
        letter=letter,
        codes=len(described & set(every)) if every else len(described),
        of=int(row["codes"]),
        families=sum(key.startswith(letter) for key in families),
        every_one=bool(every),
        missing=tuple(code for code in every if code not in described),
    )


def _spread(ranges: str) -> Iterator[str]:
    """Return the codes of "Q0035 Q0083-Q0085" one by one."""
    for each in ranges.split():
        first, _, last = each.partition("-")
        yield from (f"{first[0]}{number:04}" for number in range(int(first[1:]), int((last or first)[1:]) + 1))


def _count(shape: re.Pattern[str], codes: Iterable[str]) -> int:
    return sum(shape.fullmatch(code) is not None for code in codes)
