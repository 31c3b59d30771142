"""Look-ups that plugins are given: damage of the imported tables is kept for the engine, and is no plugin's failure."""

import datetime
from collections.abc import Callable
from typing import TypeVar

from plainbill.knowledge.published import PairEdit, PublishedCode, PublishedTables, Setting, UnitLimit
from plainbill.published import DamagedTables

Answer = TypeVar("Answer")


class GuardedTables:
    """Published tables that answer None once they turn out to be damaged."""

    def __init__(self, tables: PublishedTables) -> None:
        self._tables = tables
        self._damage: DamagedTables | None = None

    def raise_damage(self) -> None:
        """Say whether every answer so far can be relied on.

        Raises:
            DamagedTables: a look-up failed.
        """
        if self._damage is not None:
            raise self._damage

    def pair(self, one: str, other: str, day: datetime.date, setting: Setting) -> PairEdit | None:
        """Return the edit in force on `day` between two codes in either order, None where there is none."""
        return self._ask(lambda: self._tables.pair(one, other, day, setting))

    def unit_limit(self, code: str, day: datetime.date, setting: Setting) -> UnitLimit | None:
        """Return the limit for a code in force on `day`, None where none is published."""
        return self._ask(lambda: self._tables.unit_limit(code, day, setting))

    def code(self, code: str) -> PublishedCode | None:
        """Return a HCPCS Level II code with its life, None where no imported file has it."""
        return self._ask(lambda: self._tables.code(code))

    def _ask(self, look_up: Callable[[], Answer | None]) -> Answer | None:
        try:
            return look_up()
        except DamagedTables as damage:
            self._damage = damage
            return None
