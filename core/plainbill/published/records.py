"""What is known of an imported table: which it is, from when it holds, how many rows, and the file it came from."""

import datetime
from dataclasses import dataclass
from typing import Literal, get_args

from plainbill.knowledge.published import Setting

Kind = Literal["pairs", "limits", "codes"]
"""Pairs of codes not paid together, most units of a code, HCPCS Level II codes."""

NAMES: dict[Kind, str] = {
    "pairs": "NCCI pair edits",
    "limits": "NCCI unit limits (MUE)",
    "codes": "HCPCS Level II",
}
SOURCES: dict[Kind, str] = {
    "pairs": "CMS, Medicare NCCI procedure-to-procedure edits",
    "limits": "CMS, Medicare NCCI medically unlikely edits",
    "codes": "CMS, HCPCS Level II alpha-numeric file",
}
SETTINGS: tuple[Setting, ...] = get_args(Setting)
SETTING_NUMBERS: dict[Setting, int] = {setting: number for number, setting in enumerate(SETTINGS, start=1)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What the user says of a file that does not say it itself."""

    valid_from: datetime.date | None = None
    setting: Setting | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """One imported table, or one part of it where CMS publishes it in parts.

    `valid_from` is the first day of the edition; its last day stands for unit limits alone, which are published for one
    quarter, while the rows of the others carry dates of their own. `part` tells parts of one edition apart.
    """

    kind: Kind
    setting: Setting | None
    edition: str
    valid_from: datetime.date
    valid_to: datetime.date | None
    rows: int
    file: str
    part: str

    @property
    def name(self) -> str:
        """The table and its edition, as findings name it."""
        where = f", {self.setting.replace('_', ' ')}" if self.setting else ""
        return f"{NAMES[self.kind]}{where}, {self.edition}"

    @property
    def source(self) -> str:
        """Who publishes it, and the file that it came from."""
        return f"{SOURCES[self.kind]}, {self.file}"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileImport:
    """What came of one file: the tables taken from it, and what in it was left out and why."""

    tables: tuple[Loaded, ...]
    left_out: tuple[str, ...] = ()
