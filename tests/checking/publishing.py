"""Published tables for tests: what they hold is given, and what was asked of them is kept."""

import datetime
from dataclasses import dataclass, field

from plainbill.knowledge.published import PairEdit, PublishedCode, Setting, UnitLimit


@dataclass(frozen=True, kw_only=True)
class Published:
    """Published tables with these entries; `asked` takes down each look-up of a pair or a limit."""

    edit: PairEdit | None = None
    limit: UnitLimit | None = None
    codes: tuple[PublishedCode, ...] = ()
    asked: list[tuple[object, ...]] = field(default_factory=list)

    def pair(self, one: str, other: str, day: datetime.date, setting: Setting) -> PairEdit | None:
        """Return the edit where it is of these two codes."""
        self.asked.append((one, other, day, setting))
        return self.edit if self.edit and {one, other} == {self.edit.column_one, self.edit.column_two} else None

    def unit_limit(self, code: str, day: datetime.date, setting: Setting) -> UnitLimit | None:
        """Return the limit where it is of this code."""
        self.asked.append((code, day, setting))
        return self.limit if self.limit and self.limit.code == code else None

    def code(self, code: str) -> PublishedCode | None:
        """Return the entry of a code."""
        return next((entry for entry in self.codes if entry.code == code), None)
