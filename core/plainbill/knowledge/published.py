"""What the tables that CMS publishes answer, for rules that ask by code and date of service."""

import datetime
from dataclasses import dataclass
from typing import Literal, Protocol

Setting = Literal["practitioner", "outpatient_hospital", "equipment"]
"""Which of CMS's files holds for a line: a clinician's, an outpatient hospital's, or an equipment supplier's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairEdit:
    """Two codes that are not paid together: `column_two` is the one not paid beside `column_one`.

    `modifier_helps` is False where no modifier lifts the edit. `table` names the file and its edition.
    """

    column_one: str
    column_two: str
    modifier_helps: bool
    table: str
    source: str
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitLimit:
    """The most units of a code that one patient plausibly has; by line or by day."""

    code: str
    units: int
    by: Literal["line", "day"]
    table: str
    source: str
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedCode:
    """A HCPCS Level II code with the descriptor that CMS publishes, and the days between which it may be billed.

    `edition_from` is the first day of the edition that has it so.
    """

    code: str
    descriptor: str
    table: str
    source: str
    edition_from: datetime.date
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None


class PublishedTables(Protocol):
    """Look-ups in the published tables that were imported; dates are dates of service."""

    def pair(self, one: str, other: str, day: datetime.date, setting: Setting) -> PairEdit | None:
        """Return the edit in force on `day` between two codes in either order, None where there is none."""

    def unit_limit(self, code: str, day: datetime.date, setting: Setting) -> UnitLimit | None:
        """Return the limit for a code in force on `day`, None where none is published."""

    def code(self, code: str) -> PublishedCode | None:
        """Return a HCPCS Level II code with its life, None where no imported file has it."""


class NothingImported:
    """The published tables of somebody who has imported none."""

    def pair(self, one: str, other: str, day: datetime.date, setting: Setting) -> PairEdit | None:
        """Return None."""
        return None

    def unit_limit(self, code: str, day: datetime.date, setting: Setting) -> UnitLimit | None:
        """Return None."""
        return None

    def code(self, code: str) -> PublishedCode | None:
        """Return None."""
        return None


NOTHING_IMPORTED = NothingImported()
"""What `check` looks up in where no published table was imported."""
