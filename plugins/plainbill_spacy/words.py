"""The words of one line: as printed, as read out, and what was repaired."""

from dataclasses import dataclass

from plainbill.case import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One token of the paper and what it is read as, in capitals; `repaired` where a misread letter was put right."""

    printed: str
    reading: tuple[str, ...]
    repaired: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A table entry found in a line: its table, its key, and the tokens it covers."""

    table: str
    key: str
    tokens: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What the classifier takes the group of a line to be, and how likely it is, 0 to 1."""

    group: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Understanding:
    """What the components make of a line: its words, what was found in them, and the reading, None where nothing.

    `opinion` is there where the second opinion was asked for; where it differs, its group is in `alternatives`.
    """

    words: tuple[Word, ...] = ()
    found: tuple[Found, ...] = ()
    reading: Reading | None = None
    opinion: Opinion | None = None
    alternatives: tuple[Reading, ...] = ()
