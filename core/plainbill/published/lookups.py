"""Look-ups in the imported tables; each goes once down one tree and takes some microseconds."""

import datetime
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from plainbill.knowledge.published import PairEdit, PublishedCode, Setting, UnitLimit
from plainbill.published.cells import FOREVER
from plainbill.published.damage import DamagedTables
from plainbill.published.database import APPLICATION, VERSION
from plainbill.published.records import SETTING_NUMBERS, Kind, Loaded

_LOADED = "SELECT id, kind, setting, edition, valid_from, valid_to, row_count, file, part FROM loaded ORDER BY id"
_PAIR = """
SELECT loaded, valid_from, valid_to, modifier_helps FROM pair WHERE setting = ? AND column_one = ? AND column_two = ?
"""
_LIMIT = "SELECT loaded, units, by_line FROM unit_limit WHERE setting = ? AND code = ?"
_CODE = "SELECT loaded, descriptor, valid_from, valid_to FROM code WHERE code = ?"
# What a damaged file makes of a look-up: pages that cannot be read, or values that cannot be.
_DAMAGE = (sqlite3.Error, KeyError, TypeError, ValueError, OverflowError)


def open_tables(file: Path) -> "ImportedTables":
    """Return the tables in a file that nobody writes to: an import puts another file in its place.

    Raises:
        DamagedTables: it is no file of imported tables, or one that another version keeps.
    """
    try:
        connection = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    except sqlite3.Error:
        raise _damaged() from None
    try:
        marks = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
        if marks != [APPLICATION, VERSION]:
            raise ValueError
        return ImportedTables(connection, {row[0]: _as_loaded(*row[1:]) for row in connection.execute(_LOADED)})
    except _DAMAGE:
        connection.close()
        raise _damaged() from None


class ImportedTables:
    """The published tables that this user has imported; for one thread."""

    def __init__(self, connection: sqlite3.Connection, loaded: Mapping[int, Loaded]) -> None:
        self._connection = connection
        self._execute = connection.execute
        self._loaded = loaded

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def loaded(self) -> tuple[Loaded, ...]:
        """Return what is imported, oldest import first."""
        return tuple(self._loaded.values())

    def pair(self, one: str, other: str, day: datetime.date, setting: Setting) -> PairEdit | None:
        """Return the edit in force on `day` between two codes in either order, None where there is none."""
        try:
            return self._edit(one, other, day, setting) or self._edit(other, one, day, setting)
        except _DAMAGE:
            raise _damaged() from None

    def unit_limit(self, code: str, day: datetime.date, setting: Setting) -> UnitLimit | None:
        """Return the limit for a code in the edition of the quarter of `day`, None where none is imported."""
        try:
            for key, units, by_line in self._execute(_LIMIT, (SETTING_NUMBERS[setting], code)):
                loaded = self._loaded[key]
                if loaded.valid_to is not None and loaded.valid_from <= day <= loaded.valid_to:
                    return UnitLimit(
                        code=code,
                        units=units,
                        by="line" if by_line else "day",
                        table=loaded.name,
                        source=loaded.source,
                        valid_from=loaded.valid_from,
                        valid_to=loaded.valid_to,
                    )
        except _DAMAGE:
            raise _damaged() from None
        return None

    def code(self, code: str) -> PublishedCode | None:
        """Return a HCPCS Level II code as the newest edition that has it has it, None where none does."""
        try:
            rows = [(self._loaded[row[0]], row) for row in self._execute(_CODE, (code,))]
            if not rows:
                return None
            loaded, (_, descriptor, begin, end) = max(rows, key=lambda row: row[0].valid_from)
            return PublishedCode(
                code=code,
                descriptor=descriptor,
                table=loaded.name,
                source=loaded.source,
                edition_from=loaded.valid_from,
                valid_from=datetime.date.fromordinal(begin) if begin else None,
                valid_to=_end(end),
            )
        except _DAMAGE:
            raise _damaged() from None

    def _edit(self, one: str, two: str, day: datetime.date, setting: Setting) -> PairEdit | None:
        rows = self._execute(_PAIR, (SETTING_NUMBERS[setting], one, two)).fetchall()
        if not rows:
            return None
        newest = max(self._loaded[row[0]].valid_from for row in rows)
        number = day.toordinal()
        for key, begin, end, helps in reversed(rows):
            loaded = self._loaded[key]
            if begin <= number <= end and loaded.valid_from == newest:
                return PairEdit(
                    column_one=one,
                    column_two=two,
                    modifier_helps=bool(helps),
                    table=loaded.name,
                    source=loaded.source,
                    valid_from=datetime.date.fromordinal(begin),
                    valid_to=_end(end),
                )
        return None


def _end(number: int) -> datetime.date | None:
    return None if number == FOREVER else datetime.date.fromordinal(number)


def _as_loaded(
    kind: Kind, setting: Setting | Literal[""], edition: str, begin: int, end: int, rows: int, file: str, part: str
) -> Loaded:
    return Loaded(
        kind=kind,
        setting=setting or None,
        edition=edition,
        valid_from=datetime.date.fromordinal(begin),
        valid_to=_end(end),
        rows=rows,
        file=file,
        part=part,
    )


def _damaged() -> DamagedTables:
    return DamagedTables(
        "the imported tables cannot be read, the built-in ones are used; delete the file and import them again"
    )
